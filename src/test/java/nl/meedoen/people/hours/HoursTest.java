package nl.meedoen.people.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.StatementCounter;
import nl.meedoen.support.ValidHtml;
import nl.meedoen.support.Village;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.StaleVersion;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Hours that volunteers give: written by themselves, summed for the coordinator of their location. */
@MeedoenTest
class HoursTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    VolunteerHours hours;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StatementCounter counter;

    @ParameterizedTest
    @CsvSource({"12,720", "'12,5',750", "12.25,735", "0,0", "1:30,90", "2u05,125", "100,6000"})
    void hoursAreReadAsPeopleWriteThem(String typed, int minutes) {
        assertThat(HoursText.minutes(typed)).hasValue(minutes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "twelve", "-3", "12:75", "12,555", "1e3", "12 uur"})
    void whatIsNoNumberIsRefused(String typed) {
        assertThat(HoursText.minutes(typed)).isEmpty();
    }

    private Actor coach(String suffix) {
        AccountId id = village.account(Role.COACH, suffix + UUID.randomUUID(), village.alpha, Village.OWN_MUNICIPALITY);
        return new Actor(id, "Coach", Role.COACH, Set.of(Role.COACH), Set.of(), Set.of());
    }

    @Test
    void aMonthIsWrittenOnceAndThenChanged() {
        Actor me = coach("hours");
        YearMonth now = hours.now();
        village.run(me, () -> hours.write(me, now, 60, -1));
        assertThatThrownBy(() -> village.run(me, () -> hours.write(me, now, 90, -1)))
                .isInstanceOf(StaleVersion.class);
        village.run(me, () -> hours.write(me, now, 90, 0));
        assertThat(village.as(me, () -> hours.own(me)).get(0)).isEqualTo(new VolunteerHours.Month(now, 90, 1));
        assertThatThrownBy(() -> village.run(me, () -> hours.write(me, now.plusMonths(1), 60, -1)))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> village.run(me, () -> hours.write(me, now.minusMonths(13), 60, -1)))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() ->
                        village.run(me, () -> hours.write(me, now.minusMonths(1), VolunteerHours.MOST_MINUTES + 1, -1)))
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    void hoursAreTheCoachsAndTheCoordinatorsOfTheLocation() {
        Actor me = coach("wall");
        village.run(me, () -> hours.write(me, hours.now(), 60, -1));
        Actor other = coach("other");
        assertThat(village.as(other, () -> seen())).doesNotContain(me.id().value());
        assertThat(village.as(village.foreignActor(Role.COORDINATOR), () -> seen()))
                .doesNotContain(me.id().value());
        Actor coordinator = village.actor(Role.COORDINATOR);
        assertThat(village.as(coordinator, () -> seen())).contains(me.id().value());
        assertThat(village.as(
                        coordinator,
                        () -> jdbc.sql("update coach_hours set minutes = 1 where coach_id = ?")
                                .param(me.id().value())
                                .update()))
                .as("they read, and do not write")
                .isZero();
        for (Role role : List.of(Role.CLIENT_MANAGER, Role.TRAINER, Role.NATIONAL_LEAD, Role.ADMINISTRATOR)) {
            assertThat(village.as(village.actor(role), () -> seen()))
                    .as(role.name())
                    .isEmpty();
        }
    }

    private List<UUID> seen() {
        return jdbc.sql("select coach_id from coach_hours").query(UUID.class).list();
    }

    private MockHttpServletResponse open(AccountId who, String path) throws Exception {
        return mvc.perform(get(path).with(village.signIn(who)).locale(Locale.ENGLISH))
                .andReturn()
                .getResponse();
    }

    private Document page(AccountId who, String path) throws Exception {
        MockHttpServletResponse response = open(who, path);
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        assertThat(ValidHtml.check(response.getContentAsString())).as(path).isEmpty();
        assertThat(response.getContentAsString()).doesNotContain("??");
        return Jsoup.parse(response.getContentAsString());
    }

    private MockHttpServletResponse send(AccountId who, String month, String typed, String version) throws Exception {
        return mvc.perform(post("/hours")
                        .with(village.signIn(who))
                        .locale(Locale.ENGLISH)
                        .param("month", month)
                        .param("hours", typed)
                        .param("version", version))
                .andReturn()
                .getResponse();
    }

    @Test
    void thePagesShowWhatWasWrittenAndTheSums() throws Exception {
        AccountId me = coach("pages").id();
        String month = hours.now().toString();
        MockHttpServletResponse bad = send(me, month, "veel", "-1");
        assertThat(bad.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(bad.getContentAsString()).select("#hours").val()).isEqualTo("veel");
        assertThat(send(me, month, "7,5", "-1").getStatus()).isEqualTo(302);
        assertThat(page(me, "/hours").select("tbody tr").first().text()).contains("7.5");
        MockHttpServletResponse stale = send(me, month, "9", "-1");
        assertThat(stale.getStatus()).isEqualTo(409);
        Document again = Jsoup.parse(stale.getContentAsString());
        assertThat(again.select("#hours").val()).isEqualTo("9");
        assertThat(send(me, month, "9", again.select("input[name=version]").val())
                        .getStatus())
                .isEqualTo(302);
        AccountId coordinator = village.account(Role.COORDINATOR);
        Document totals = page(coordinator, "/coaches/hours");
        assertThat(totals.select("tr:has(a[href=/coaches/" + me + "])").text()).endsWith("9");
        String csv = open(coordinator, "/coaches/hours/export.csv").getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv).contains("pages").contains("January");
        assertThat(open(coordinator, "/coaches/hours?year=1066").getStatus()).isEqualTo(200);
        int few = counter.during(() -> open(coordinator, "/coaches/hours")).size();
        send(coach("another").id(), month, "3", "-1");
        assertThat(counter.during(() -> open(coordinator, "/coaches/hours"))).hasSize(few);
    }
}
