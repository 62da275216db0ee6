package nl.meedoen.support;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Writes down which SQL a page sends, whether it comes from Hibernate or from JDBC, so that a test can say that the
 * number does not grow with the rows. A bean in every test context; it listens to the thread that asks.
 */
public final class StatementCounter {

    /** What is counted; may fail with anything, as a request through MockMvc may. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    private final ThreadLocal<@Nullable List<String>> heard = new ThreadLocal<>();

    /** The statements that the work sent on this thread, in their order; a batch counts once. */
    public List<String> during(Work work) throws Exception {
        List<String> statements = new ArrayList<>();
        heard.set(statements);
        try {
            work.run();
        } finally {
            heard.remove();
        }
        return statements;
    }

    /** Puts the counter between the application and its pool of connections. */
    BeanPostProcessor atTheSource() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String beanName) {
                return bean instanceof DataSource source ? new Listening(source) : bean;
            }
        };
    }

    private void hear(String sql) {
        List<String> statements = heard.get();
        if (statements != null) {
            statements.add(sql.strip());
        }
    }

    private final class Listening extends DelegatingDataSource {

        Listening(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return proxy(Connection.class, new Lines(super.getConnection()));
        }
    }

    /** A connection, whose statements are listened to. */
    private final class Lines implements InvocationHandler {

        private final Connection connection;

        Lines(Connection connection) {
            this.connection = connection;
        }

        @Override
        public @Nullable Object invoke(Object self, Method method, Object @Nullable [] args) throws Throwable {
            if (method.getName().equals("equals") && args != null) {
                return self == args[0];
            }
            Object result = call(connection, method, args);
            if (result instanceof PreparedStatement prepared && args != null) {
                Class<? extends Statement> type = method.getReturnType().asSubclass(Statement.class);
                return proxy(type, new Sentence(prepared, String.valueOf(args[0])));
            }
            return result instanceof Statement plain ? proxy(Statement.class, new Sentence(plain, null)) : result;
        }
    }

    /** A statement that is written down when it is sent. */
    private final class Sentence implements InvocationHandler {

        private final Statement statement;
        private final @Nullable String prepared;

        Sentence(Statement statement, @Nullable String prepared) {
            this.statement = statement;
            this.prepared = prepared;
        }

        @Override
        public @Nullable Object invoke(Object self, Method method, Object @Nullable [] args) throws Throwable {
            if (method.getName().equals("equals") && args != null) {
                return self == args[0];
            }
            if (method.getName().startsWith("execute")) {
                hear(prepared != null ? prepared : args != null ? String.valueOf(args[0]) : "batch");
            }
            return call(statement, method, args);
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(StatementCounter.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException failure) {
            throw failure.getTargetException();
        }
    }
}
