package nl.meedoen.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import nl.meedoen.access.Role;
import nl.meedoen.privacy.Trail;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.Village;
import nl.meedoen.webkit.AlreadySaved;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The key of a form is kept with the change that the form asked for, and with nothing else. */
@MeedoenTest
class FormKeysTest {

    @Autowired
    Village village;

    @Autowired
    Trail trail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OwnerJdbc everything;

    private final UUID key = UUID.randomUUID();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @BeforeEach
    void send() {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/somewhere");
        request.setParameter(FormKeys.PARAMETER, key.toString());
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request, response));
    }

    @AfterEach
    void end() {
        RequestContextHolder.resetRequestAttributes();
    }

    private void inATransaction(Runnable work) {
        village.run(village.actor(Role.COORDINATOR), work);
    }

    private void note(Trail.Action action) {
        trail.note(village.actor(Role.COORDINATOR), action, "test", null);
    }

    private boolean kept() {
        return everything
                .sql("select exists (select 1 from form_key where key = ?)")
                .param(key)
                .query(Boolean.class)
                .single();
    }

    /** Reading before the change is a transaction of its own: who is killed between the two must be able to send again. */
    @Test
    void readingKeepsNoKeyAndTheChangeAfterItDoes() {
        inATransaction(() -> assertThat(kept()).isFalse());
        inATransaction(() -> note(Trail.Action.OPENED));
        inATransaction(() -> note(Trail.Action.LISTED));
        assertThat(kept()).isFalse();
        inATransaction(() -> {
            note(Trail.Action.OPENED);
            note(Trail.Action.CHANGED);
        });
        assertThat(kept()).isTrue();
    }

    @Test
    void aSecondCopyIsRolledBackWhole() {
        inATransaction(() -> note(Trail.Action.CREATED));
        send();
        int before = lines();
        assertThatThrownBy(() -> inATransaction(() -> note(Trail.Action.CREATED)))
                .isInstanceOf(AlreadySaved.class);
        assertThat(lines()).isEqualTo(before);
    }

    @Test
    void aChangeThatIsNotInTheTrailCountsToo() {
        inATransaction(() -> jdbc.sql("update account set language = 'en' where id = ?")
                .param(village.account(Role.COORDINATOR).value())
                .update());
        assertThat(kept()).isTrue();
    }

    @Test
    void aFormThatWasRefusedMayBeSentAgain() {
        response.setStatus(422);
        inATransaction(() -> note(Trail.Action.CHANGED));
        assertThat(kept()).isFalse();
    }

    private int lines() {
        return everything
                .sql("select count(*) from trail where subject = 'test' and action = 'CREATED'")
                .query(Integer.class)
                .single();
    }
}
