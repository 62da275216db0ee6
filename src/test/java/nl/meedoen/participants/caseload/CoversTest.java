package nl.meedoen.participants.caseload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Caseload;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.participants.Handover;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.StatementCounter;
import nl.meedoen.support.ValidHtml;
import nl.meedoen.support.Village;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.Words;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Who covers for whom, in which time, behind both walls; and what a handover leaves to read. */
@MeedoenTest
class CoversTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    OwnerJdbc everything;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Covers covers;

    @Autowired
    Caseload caseload;

    @Autowired
    Dossiers dossiers;

    @Autowired
    StatementCounter counter;

    @Autowired
    Words words;

    private AccountId absent;
    private AccountId present;
    private ParticipantId person;
    private Actor coordinator;
    private LocalDate today;

    @BeforeEach
    void aCaseload() {
        String suffix = UUID.randomUUID().toString();
        absent = village.account(Role.COACH, "away" + suffix, village.alpha, Village.OWN_MUNICIPALITY);
        present = village.account(Role.COACH, "here" + suffix, village.alpha, Village.OWN_MUNICIPALITY);
        person = village.participant("Vervangen", suffix, village.alpha, Village.OWN_MUNICIPALITY);
        village.assign(person, absent);
        coordinator = village.actor(Role.COORDINATOR);
        today = village.today();
    }

    private static Actor coach(AccountId id) {
        return new Actor(id, "Coach", Role.COACH, Set.of(Role.COACH), Set.of(), Set.of());
    }

    private CoverId arrange(LocalDate from, LocalDate until, Handover handover) {
        return village.as(
                coordinator, () -> covers.arrange(coordinator, absent, present, from, until, handover, "Vakantie"));
    }

    /** The first wall, which the query carries, and the second, which the database keeps. */
    private boolean reaches(AccountId who) {
        Actor coach = coach(who);
        boolean byDatabase = village.as(
                coach,
                () -> jdbc.sql("select exists (select 1 from participant where id = ?)")
                        .param(person.value())
                        .query(Boolean.class)
                        .single());
        boolean byQuery;
        try {
            village.run(coach, () -> dossiers.reach(coach, person));
            byQuery = true;
        } catch (NotFound hidden) {
            byQuery = false;
        }
        assertThat(byQuery).isEqualTo(byDatabase);
        return byDatabase;
    }

    @Test
    void inThatTimeAndInNoOtherTheDossiersAreOpenToBoth() {
        assertThat(reaches(present)).isFalse();
        CoverId cover = arrange(today, today.plusDays(5), Handover.ALL);
        assertThat(reaches(present)).isTrue();
        assertThat(reaches(absent)).isTrue();
        village.run(coordinator, () -> covers.end(coordinator, absent, cover));
        assertThat(reaches(present)).isFalse();
        arrange(today.plusDays(1), today.plusDays(5), Handover.ALL);
        assertThat(reaches(present)).as("not yet").isFalse();
        everything
                .sql("update reach set from_on = from_on - 10, until_on = until_on - 10 where account_id = ?")
                .param(present.value())
                .update();
        assertThat(reaches(present)).as("no longer").isFalse();
    }

    @Test
    void aCoverIsNotCountedAsTheOwnCaseloadButStandsOnToday() throws Exception {
        arrange(today, today.plusDays(5), Handover.ALL);
        assertThat(village.as(coordinator, () -> caseload.countsOf(List.of(present, absent))))
                .containsEntry(absent, 1)
                .doesNotContainKey(present);
        assertThat(village.as(coordinator, () -> caseload.absentUntil())).containsEntry(absent, today.plusDays(5));
        Document mine = Jsoup.parse(open(present, "/today").getContentAsString());
        assertThat(mine.text()).contains("You cover").contains("Vervangen");
        assertThat(open(present, "/participants").getContentAsString()).contains("Vervangen");
    }

    @Test
    void whoDoesNotReadWhatWasSaidBeforeIsTold() throws Exception {
        arrange(today, today.plusDays(5), Handover.NONE);
        String told = "You do not see contacts from before " + words.fullDate(today);
        String plan = "/participants/" + person + "/plan";
        assertThat(open(present, plan).getContentAsString()).contains(told);
        assertThat(open(absent, plan).getContentAsString()).doesNotContain("You do not see contacts");
    }

    @Test
    void aCoachIsWarnedInTimeThatTheCertificateEnds() throws Exception {
        assertThat(open(absent, "/today").getContentAsString()).doesNotContain("Your VOG");
        vogUntil(today.plusDays(20));
        assertThat(open(absent, "/today").getContentAsString()).contains("Your VOG ends on");
        vogUntil(today.minusDays(1));
        assertThat(open(absent, "/today").getContentAsString()).contains("Your VOG ended on");
    }

    private void vogUntil(LocalDate day) {
        everything
                .sql("update coach_profile set vog_until = ? where account_id = ?")
                .params(day, absent.value())
                .update();
    }

    @Test
    void whoComesIntoTheCaseloadIsCoveredTooAndWhoLeavesItIsNot() {
        arrange(today, today.plusDays(5), Handover.ALL);
        ParticipantId late = village.participant("Later", "Erbij", village.alpha, Village.OWN_MUNICIPALITY);
        village.run(coordinator, () -> caseload.assign(coordinator, late, absent, today, null));
        assertThat(covered(late)).isTrue();
        village.run(coordinator, () -> caseload.release(coordinator, late));
        assertThat(covered(late)).isFalse();
        assertThat(covered(person)).isTrue();
    }

    private boolean covered(ParticipantId who) {
        return everything
                .sql("select exists (select 1 from reach where participant_id = ? and account_id = ?)")
                .params(who.value(), present.value())
                .query(Boolean.class)
                .single();
    }

    @Test
    void daysThatCannotBeAreRefused() {
        assertThatThrownBy(() -> arrange(today, today.minusDays(1), Handover.ALL))
                .isInstanceOf(RuleBroken.class)
                .hasMessage("cover.order");
        assertThatThrownBy(() -> arrange(today.minusDays(20), today.minusDays(10), Handover.ALL))
                .hasMessage("cover.past");
        assertThatThrownBy(() -> arrange(today, today.plusMonths(7), Handover.ALL))
                .hasMessage("cover.too-long");
        arrange(today, today.plusDays(5), Handover.ALL);
        assertThatThrownBy(() -> arrange(today.plusDays(5), today.plusDays(9), Handover.ALL))
                .hasMessage("cover.covered-already");
        assertThatThrownBy(() -> village.run(
                        coordinator,
                        () -> covers.arrange(
                                coordinator,
                                absent,
                                village.foreignAccount(Role.COACH),
                                today.plusDays(20),
                                today.plusDays(21),
                                Handover.ALL,
                                null)))
                .isInstanceOf(NotFound.class);
        Actor elsewhere = village.foreignActor(Role.COORDINATOR);
        assertThat(village.as(
                        elsewhere,
                        () -> jdbc.sql("select coach_id from coach_cover")
                                .query(UUID.class)
                                .list()))
                .doesNotContain(absent.value());
    }

    @Test
    void aHandoverLeavesToReadWhatWasChosenBehindBothWalls() throws Exception {
        contact(today.minusDays(15), absent);
        contact(today.minusDays(5), absent);
        assertThat(read(absent)).hasSize(2);
        village.run(coordinator, () -> caseload.assign(coordinator, person, present, today, null, today.minusDays(10)));
        assertThat(read(present)).containsExactly(today.minusDays(5));
        assertThat(timeline(present))
                .contains("kept from " + today.minusDays(5))
                .doesNotContain("kept from " + today.minusDays(15));
        contact(today.minusDays(15), present);
        assertThat(read(present)).as("what they wrote themselves").hasSize(2);
        assertThat(village.as(
                        coordinator,
                        () -> jdbc.sql("select count(*) from contact where participant_id = ?")
                                .param(person.value())
                                .query(Integer.class)
                                .single()))
                .isEqualTo(3);
        village.run(coordinator, () -> caseload.assign(coordinator, person, absent, today, null, null));
        assertThat(read(absent)).as("everything again").hasSize(3);
    }

    private List<LocalDate> read(AccountId who) {
        return village.as(
                coach(who),
                () -> jdbc.sql("select held_on from contact where participant_id = ? order by held_on")
                        .param(person.value())
                        .query(LocalDate.class)
                        .list());
    }

    private String timeline(AccountId who) throws Exception {
        return open(who, "/participants/" + person + "/plan").getContentAsString();
    }

    @Autowired
    nl.meedoen.privacy.Vault vault;

    private void contact(LocalDate held, AccountId author) {
        everything
                .sql("""
                        insert into contact (id, participant_id, held_on, happened_at, channel, note, author_id, written_at)
                        values (?, ?, ?, ?::date + time '10:00', 'TALK', ?, ?, now())
                        """)
                .params(UUID.randomUUID(), person.value(), held, held, vault.seal("kept from " + held), author.value())
                .update();
    }

    private MockHttpServletResponse open(AccountId who, String path) throws Exception {
        return mvc.perform(get(path).with(village.signIn(who)).locale(Locale.ENGLISH))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse send(String path, String... pairs) throws Exception {
        var request = post(path).with(village.as(Role.COORDINATOR)).locale(Locale.ENGLISH);
        for (int i = 0; i < pairs.length; i += 2) {
            request.param(pairs[i], pairs[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    @Test
    void thePagesSayHowMuchACoachHasAndArrangeAnAbsence() throws Exception {
        AccountId me = village.account(Role.COORDINATOR);
        String coach = "/coaches/" + absent;
        for (String path : List.of(coach + "/load", coach + "/cover")) {
            MockHttpServletResponse response = open(me, path);
            assertThat(response.getStatus()).as(path).isEqualTo(200);
            assertThat(response.getContentAsString()).doesNotContain("??");
            assertThat(ValidHtml.check(response.getContentAsString())).as(path).isEmpty();
        }
        assertThat(open(me, coach + "/load").getContentAsString()).contains("Vervangen");
        MockHttpServletResponse empty = send(coach + "/cover", "from", today.toString(), "reason", "Weg");
        assertThat(empty.getStatus()).isEqualTo(422);
        Document again = Jsoup.parse(empty.getContentAsString());
        assertThat(again.select("#cover-error")).hasSize(1);
        assertThat(again.select("#until-error")).hasSize(1);
        assertThat(again.select("#reason").val()).isEqualTo("Weg");
        Document unknown = Jsoup.parse(
                send(coach + "/cover", "cover", "Qqq", "from", today.toString()).getContentAsString());
        assertThat(unknown.select("#cover-error").text()).contains("Qqq");
        assertThat(unknown.select("#cover").val()).isEqualTo("Qqq");
        assertThat(send(
                                coach + "/cover",
                                "cover",
                                present.toString(),
                                "from",
                                today.toString(),
                                "until",
                                today.plusDays(3).toString(),
                                "contacts",
                                "NONE")
                        .getStatus())
                .isEqualTo(302);
        Document load = Jsoup.parse(open(me, coach + "/load").getContentAsString());
        assertThat(load.select("#covers + ul").text()).contains("covers");
        String end = load.select("form[action$=/end]").attr("action");
        assertThat(send(end).getStatus()).isEqualTo(302);
        assertThat(reaches(present)).isFalse();
    }

    @Test
    void theLoadTakesAsManyStatementsWhateverTheCaseload() throws Exception {
        AccountId me = village.account(Role.COORDINATOR);
        int few = counter.during(() -> open(me, "/coaches/" + absent + "/load")).size();
        for (int i = 0; i < 3; i++) {
            village.assign(village.participant("Meer " + i, "Werk", village.alpha, Village.OWN_MUNICIPALITY), absent);
        }
        assertThat(counter.during(() -> open(me, "/coaches/" + absent + "/load")))
                .hasSize(few);
    }
}
