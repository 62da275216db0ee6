package nl.meedoen.plans.pitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.StatementCounter;
import nl.meedoen.support.ValidHtml;
import nl.meedoen.support.Village;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** A pitch from the first version to the card. */
@MeedoenTest
class PitchTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    OwnerJdbc everything;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StatementCounter counter;

    private ParticipantId person;
    private String path;

    @BeforeEach
    void somebody() {
        person = village.participant("Pari", "Praat", village.alpha, Village.OWN_MUNICIPALITY);
        village.assign(person, village.account(Role.COACH));
        village.group(person, village.account(Role.TRAINER));
        path = "/participants/" + person + "/pitch";
    }

    @Test
    void eachSaveIsAVersionAndEarlierOnesStay() throws Exception {
        assertThat(open(path).select(".empty a").attr("href")).isEqualTo(path + "/new");
        open(path + "/new");
        assertThat(write("0", "who", "I am Pari").getRedirectedUrl()).isEqualTo(path);
        assertThat(open(path + "/new").select("#who").text()).isEqualTo("I am Pari");
        assertThat(write("1", "who", "I am Pari, a cook", "can", "Cook for fifty")
                        .getStatus())
                .isEqualTo(302);
        Document page = open(path);
        assertThat(page.select("#newest").text()).isEqualTo("Versie 2");
        assertThat(page.select("[aria-labelledby=newest] dd").eachText())
                .containsExactly("I am Pari, a cook", "Cook for fifty", "–");
        assertThat(page.select("[aria-labelledby=earlier] summary").eachText()).containsExactly("Versie 1");
        assertThat(page.select("[aria-labelledby=earlier] dd").eachText()).contains("I am Pari");

        assertThat(write("2", "who", "I am Pari, a cook", "can", "Cook for fifty")
                        .getStatus())
                .isEqualTo(422);
        assertThat(write("2").getStatus()).isEqualTo(422);
        assertThat(write("2", "who", "x".repeat(301)).getStatus()).isEqualTo(422);
        assertThat(open(path + "/card").select(".pitch-card").text()).contains("Pari Praat", "Cook for fifty");
    }

    @Test
    void whoIsSecondSeesBothTexts() throws Exception {
        write("0", "who", "Theirs");
        MockHttpServletResponse late = write("0", "who", "Mine");
        assertThat(late.getStatus()).isEqualTo(409);
        Document page = Jsoup.parse(late.getContentAsString());
        assertThat(page.select(".notice dd").eachText()).containsExactly("Theirs", "–", "–");
        assertThat(page.select("#who").text()).isEqualTo("Mine");
        assertThat(page.select("[name=version]").val()).isEqualTo("1");
        assertThat(ValidHtml.check(late.getContentAsString())).isEmpty();
        assertThat(write("1", "who", "Mine").getStatus()).isEqualTo(302);
    }

    @Test
    void ratingsBelongToAVersionAndToWhoGaveThem() throws Exception {
        write("0", "who", "I am Pari");
        String rating = open(path).select("[href$=/rating]").attr("href");
        open(rating);
        assertThat(send(Role.COACH, rating, "clarity", "6", "substance", "2", "presence", "2", "remark", "Kept")
                        .getStatus())
                .isEqualTo(422);
        rate(Role.COACH, rating, 1, 2, 1, "Begin with your name");
        rate(Role.COACH, rating, 2, 2, 2, "Speak up");
        rate(Role.TRAINER, rating, 4, 2, 2, null);
        assertThat(open(path).select(".pitch-given").eachText())
                .containsExactly(
                        "Duidelijkheid 2, inhoud 2, uitstraling 2", "Duidelijkheid 4, inhoud 2, uitstraling 2");
        assertThat(open(path).select("[aria-labelledby=newest] .rows p").eachText())
                .containsExactly("Speak up");
        assertThat(open(rating).select("[name=presence][checked]").val()).isEqualTo("2");

        write("1", "who", "I am Pari, a cook");
        assertThat(open(path).select("[aria-labelledby=newest] .pitch-given")).isEmpty();
        rate(
                Role.TRAINER,
                open(path).select("[aria-labelledby=newest] [href$=/rating]").attr("href"),
                5,
                4,
                5,
                null);
        Document page = open(path);
        assertThat(page.select(".pitch-growth td b").eachText()).containsExactly("3", "2", "2", "5", "4", "5");
        assertThat(page.select(".pitch-growth rect.b").eachAttr("width"))
                .containsExactly("60%", "40%", "40%", "100%", "80%", "100%");
        assertThat(page.select("[aria-labelledby=growth] > p").text())
                .isEqualTo("Het gemiddelde ging van 2,3 (versie 1) naar 4,7 (versie 2) van 5.");
    }

    @Test
    void aTrainerReadsAndRatesButDoesNotWrite() throws Exception {
        write("0", "who", "I am Pari");
        Document page = Jsoup.parse(mvc.perform(get(path).with(village.as(Role.TRAINER)))
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(page.select("[href$=/rating]")).hasSize(1);
        assertThat(page.select("[href$=/new]")).isEmpty();
        assertThat(send(Role.TRAINER, path, "who", "Mine", "version", "1").getStatus())
                .isEqualTo(403);
        village.run(
                village.actor(Role.TRAINER),
                () -> assertThat(jdbc.sql("delete from pitch where participant_id = ?")
                                .param(person.value())
                                .update())
                        .isZero());
    }

    @Test
    void whatIsWrittenIsSealed() throws Exception {
        write("0", "who", "I am Pari");
        rate(Role.COACH, open(path).select("[href$=/rating]").attr("href"), 3, 3, 3, "Speak up");
        byte[] who = everything
                .sql("select who_i_am from pitch where participant_id = ?")
                .param(person.value())
                .query((row, n) -> row.getBytes(1))
                .single();
        byte[] remark = everything
                .sql("select remark from pitch_rating where participant_id = ?")
                .param(person.value())
                .query((row, n) -> row.getBytes(1))
                .single();
        assertThat(new String(who, StandardCharsets.ISO_8859_1)).doesNotContain("I am Pari");
        assertThat(new String(remark, StandardCharsets.ISO_8859_1)).doesNotContain("Speak up");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyWhoWorksWithThemReadsIt(Role role) throws Exception {
        write("0", "who", "I am Pari");
        rate(Role.COACH, open(path).select("[href$=/rating]").attr("href"), 3, 3, 3, null);
        village.consent(person);
        long own = role == Role.COACH || role == Role.COORDINATOR || role == Role.TRAINER ? 1 : 0;
        for (String table : new String[] {"pitch", "pitch_rating"}) {
            assertThat(seen(village.foreignActor(role), table)).as(table).isZero();
            assertThat(seen(village.actor(role), table)).as(table).isEqualTo(own);
        }
    }

    @Test
    void theNumberOfStatementsIsFixed() throws Exception {
        write("0", "who", "I am Pari");
        open(path);
        int few = counter.during(() -> open(path)).size();
        write("1", "who", "I am Pari, a cook");
        rate(Role.COACH, open(path).select("[href$=/rating]").attr("href"), 3, 3, 3, null);
        rate(Role.TRAINER, open(path).select("[href$=/rating]").attr("href"), 3, 3, 3, null);
        write("2", "who", "I am Pari, a good cook");
        assertThat(counter.during(() -> open(path))).hasSize(few);
    }

    private long seen(Actor actor, String table) {
        return village.as(
                actor,
                () -> jdbc.sql("select count(*) from " + table + " where participant_id = ?")
                        .param(person.value())
                        .query(Long.class)
                        .single());
    }

    private void rate(Role role, String address, int clarity, int substance, int presence, String remark)
            throws Exception {
        assertThat(send(
                                role,
                                address,
                                "clarity",
                                "" + clarity,
                                "substance",
                                "" + substance,
                                "presence",
                                "" + presence,
                                "remark",
                                remark == null ? "" : remark)
                        .getRedirectedUrl())
                .isEqualTo(path);
    }

    private MockHttpServletResponse write(String version, String... parts) throws Exception {
        String[] all = java.util.Arrays.copyOf(parts, parts.length + 2);
        all[parts.length] = "version";
        all[parts.length + 1] = version;
        return send(Role.COACH, path, all);
    }

    private Document open(String address) throws Exception {
        MockHttpServletResponse answer = mvc.perform(
                        get(address).with(village.as(Role.COACH)).header("Accept-Language", "nl"))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        assertThat(ValidHtml.check(answer.getContentAsString())).as(address).isEmpty();
        return Jsoup.parse(answer.getContentAsString());
    }

    private MockHttpServletResponse send(Role role, String address, String... pairs) throws Exception {
        var request = post(address).with(village.as(role)).header("Accept-Language", "nl");
        for (int i = 0; i < pairs.length; i += 2) {
            request.param(pairs[i], pairs[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }
}
