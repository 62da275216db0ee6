package nl.meedoen.notices.digest;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.DbSchedulerException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.icegreen.greenmail.util.GreenMail;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Actors;
import nl.meedoen.desk.Attention;
import nl.meedoen.notices.Snoozes;
import nl.meedoen.notices.Waiting;
import nl.meedoen.post.MailFolder;
import nl.meedoen.post.Post;
import nl.meedoen.privacy.Vault;
import nl.meedoen.support.TestDatabase;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An instance of the part of the application that sends digests: its own scheduler and its own postman, on a database and
 * a mail server that it shares with others.
 */
final class DigestInstance implements AutoCloseable {

    @EnableTransactionManagement
    @EnableScheduling
    static class Jobs {}

    /** Says what the test wants waiting. */
    record Said(Supplier<List<Attention>> rows) implements Attention.Source {
        @Override
        public List<Attention> of(Actor actor) {
            return rows.get();
        }
    }

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final Scheduler scheduler;
    private final Clock clock;

    DigestInstance(
            String name,
            TestDatabase database,
            GreenMail mail,
            Path folder,
            Clock clock,
            Supplier<List<Attention>> rows)
            throws ClassNotFoundException {
        this.clock = clock;
        DataSource source = new DriverManagerDataSource(database.url(), TestDatabase.APP, TestDatabase.PASSWORD);
        DataSourceTransactionManager manager = new DataSourceTransactionManager(source);
        JavaMailSenderImpl server = new JavaMailSenderImpl();
        server.setHost("localhost");
        server.setPort(mail.getSmtp().getPort());
        ReloadableResourceBundleMessageSource messages = new ReloadableResourceBundleMessageSource();
        messages.setBasenames("classpath:messages/notices", "classpath:messages/access", "classpath:messages/plans");
        messages.setDefaultEncoding("UTF-8");
        messages.setAlwaysUseMessageFormat(true);
        messages.setFallbackToSystemLocale(false);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "meedoen.data", folder.toString(),
                                "meedoen.address", "https://meedoen.example",
                                "meedoen.mail.every", "100ms",
                                "meedoen.digest.every", "100ms",
                                "meedoen.digest.on", "false")));
        context.registerBean(DataSource.class, () -> source);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        context.registerBean(PlatformTransactionManager.class, () -> manager);
        context.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(manager));
        context.registerBean(JavaMailSender.class, () -> server);
        context.registerBean(MessageSource.class, () -> messages);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean("said", Attention.Source.class, () -> new Said(rows));
        context.getBeanFactory()
                .setConversionService(new org.springframework.boot.convert.ApplicationConversionService());
        Class<?> whoAsks = Class.forName("nl.meedoen.access.WhoAsks");
        context.register(
                Jobs.class,
                Vault.class,
                Post.class,
                Actors.class,
                Snoozes.class,
                Waiting.class,
                DigestChoices.class,
                StopLinks.class,
                DigestLetters.class,
                Digests.class,
                DigestSchedule.class,
                MailFolder.class,
                Class.forName("nl.meedoen.post.Postman"),
                whoAsks);
        context.refresh();
        manager.setTransactionExecutionListeners(List.of((TransactionExecutionListener) context.getBean(whoAsks)));
        scheduler = context.getBean(DigestSchedule.class).open(name);
    }

    /** Starts looking for jobs. */
    DigestInstance start() {
        scheduler.start();
        return this;
    }

    /** Lets the round of the morning begin now; where another instance is just taking it, it has begun. */
    void morning() {
        try {
            scheduler.reschedule(TaskInstanceId.of(DigestSchedule.ROUND, RecurringTask.INSTANCE), clock.instant());
        } catch (DbSchedulerException taken) {
            LoggerFactory.getLogger(getClass()).info("The round is taken already: {}", taken.getMessage());
        }
    }

    <T> T bean(Class<T> type) {
        ObjectProvider<T> provider = context.getBeanProvider(type);
        return provider.getObject();
    }

    @Override
    public void close() {
        scheduler.stop();
        context.close();
    }

    /** How long a test waits for what instances do by themselves. */
    static Duration patience() {
        return Duration.ofSeconds(40);
    }
}
