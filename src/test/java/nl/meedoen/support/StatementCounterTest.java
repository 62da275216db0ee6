package nl.meedoen.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MeedoenTest
class StatementCounterTest {

    @Autowired
    private StatementCounter counter;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void hearsWhatIsSentWhileItListensAndNothingElse() throws Exception {
        jdbc.sql("select 1").query(Integer.class).single();
        List<String> heard = counter.during(() -> {
            jdbc.sql("select 2").query(Integer.class).single();
            jdbc.sql("select cast(? as int)").param(3).query(Integer.class).single();
        });
        jdbc.sql("select 4").query(Integer.class).single();
        assertThat(heard).containsExactly("select 2", "select cast(? as int)");
    }
}
