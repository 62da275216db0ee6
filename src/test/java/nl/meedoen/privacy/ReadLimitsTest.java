package nl.meedoen.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.StatementCounter;
import nl.meedoen.support.ValidHtml;
import nl.meedoen.support.Village;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Whoever opens very much in a short time is told to wait, and until when. */
@MeedoenTest
class ReadLimitsTest {

    private static int count;

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    OwnerJdbc everything;

    @Autowired
    StatementCounter counter;

    @Value("${meedoen.reads.pages}")
    int pages;

    @Value("${meedoen.reads.dossiers}")
    int dossiers;

    private AccountId reader() {
        return village.account(Role.COORDINATOR, "reads" + ++count, village.alpha, Village.OWN_MUNICIPALITY);
    }

    private MockHttpServletResponse open(AccountId who, String path) throws Exception {
        return mvc.perform(get(path).with(village.signIn(who)).header("Accept-Language", "en"))
                .andReturn()
                .getResponse();
    }

    /** As if so many lists, or so many different dossiers, had been opened a minute ago. */
    private void read(AccountId who, String action, int times) {
        everything.sql("""
                        insert into trail (at, actor_id, action, subject, participant_id, result, origin)
                        select now() - interval '1 minute', ?, ?, 'x', case when ? = 'OPENED' then gen_random_uuid() end,
                            'DONE', 'x'
                        from generate_series(1, ?)
                        """).params(who.value(), action, action, times).update();
    }

    @Test
    void thePageAfterVeryManyHasToWait() throws Exception {
        AccountId who = reader();
        read(who, "LISTED", pages - 1);
        assertThat(open(who, "/participants").getStatus()).isEqualTo(200);
        for (String path : List.of("/participants", "/participants?q=amal", "/participants/" + village.amal)) {
            MockHttpServletResponse answer = open(who, path);
            assertThat(answer.getStatus()).as(path).isEqualTo(429);
            assertThat(Integer.parseInt(answer.getHeader("Retry-After"))).isBetween(480, 600);
            assertThat(answer.getContentAsString()).doesNotContain("Amal");
            assertThat(ValidHtml.check(answer.getContentAsString())).isEmpty();
            assertThat(Jsoup.parse(answer.getContentAsString()).select("main").text())
                    .containsPattern("very many pages with people's data in a short time. From \\d\\d?:\\d\\d on");
        }
        assertThat(open(who, "/account").getStatus())
                .as("a page without people")
                .isEqualTo(200);
        assertThat(everything
                        .sql("select subject from trail where actor_id = ? and action = 'REFUSED' order by id")
                        .param(who.value())
                        .query(String.class)
                        .list())
                .containsExactly("GET /participants", "GET /participants", "GET /participants/{id}");
        assertThat(open(reader(), "/participants").getStatus())
                .as("a colleague")
                .isEqualTo(200);
        everything
                .sql("update trail set at = at - interval '10 minutes' where actor_id = ? and subject = 'x'")
                .param(who.value())
                .update();
        assertThat(open(who, "/participants").getStatus())
                .as("ten minutes later")
                .isEqualTo(200);
    }

    @Test
    void whatWasTypedComesBackAllTheSame() throws Exception {
        AccountId who = reader();
        read(who, "LISTED", pages);
        assertThat(mvc.perform(post("/participants/" + village.amal + "/end").with(village.signIn(who)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(422);
        assertThat(open(who, "/participants/" + village.amal).getStatus()).isEqualTo(429);
    }

    @Test
    void anotherDossierAfterVeryManyHasToWaitAndAKnownOneNot() throws Exception {
        AccountId who = reader();
        ParticipantId other = village.participant("Dalia", "Proef", village.alpha, Village.OWN_MUNICIPALITY);
        read(who, "OPENED", dossiers - 1);
        assertThat(open(who, "/participants/" + village.amal).getStatus()).isEqualTo(200);
        MockHttpServletResponse answer = open(who, "/participants/" + other);
        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.getHeader("Retry-After"))).isBetween(3400, 3600);
        assertThat(answer.getContentAsString()).contains("very many different dossiers in an hour");
        assertThat(open(who, "/participants/" + village.amal).getStatus()).isEqualTo(200);
        assertThat(open(who, "/participants").getStatus()).isEqualTo(200);
    }

    @Test
    void itIsOneStatementOnAnIndexHoweverMuchWasRead() throws Exception {
        AccountId who = reader();
        open(who, "/participants/" + village.amal);
        int few =
                counter.during(() -> open(who, "/participants/" + village.amal)).size();
        read(who, "OPENED", 500);
        assertThat(counter.during(() -> open(who, "/participants/" + village.amal)))
                .hasSize(few);
        everything.sql("analyze trail").update();
        assertThat(everything
                        .sql("explain select at from trail where actor_id = '" + who
                                + "' and action in ('OPENED', 'LISTED', 'SEARCHED')"
                                + " and at > now() - interval '10 minutes' order by at desc offset 599 limit 1")
                        .query(String.class)
                        .list())
                .anyMatch(line -> line.contains("using trail_reads"));
    }
}
