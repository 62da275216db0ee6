package nl.meedoen.participants.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.meedoen.access.ActingAs;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.StatementCounter;
import nl.meedoen.support.ValidHtml;
import nl.meedoen.support.Village;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** One thing for many at once: chosen, looked at, done in one go, taken back as a whole. */
@MeedoenTest
class BulkPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    OwnerJdbc everything;

    @Autowired
    StatementCounter counter;

    @Autowired
    BulkRetention retention;

    @Autowired
    TransactionTemplate transactions;

    private MockHttpServletResponse open(String path) throws Exception {
        return mvc.perform(
                        get(URI.create(path)).with(village.as(Role.COORDINATOR)).locale(Locale.ENGLISH))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse send(String path, List<ParticipantId> ids, String... pairs) throws Exception {
        var request = post(path).with(village.as(Role.COORDINATOR)).locale(Locale.ENGLISH);
        if (!ids.isEmpty()) {
            request.param("id", ids.stream().map(ParticipantId::toString).toArray(String[]::new));
        }
        for (int i = 0; i < pairs.length; i += 2) {
            request.param(pairs[i], pairs[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    private static Document valid(MockHttpServletResponse response) throws Exception {
        assertThat(response.getStatus()).isLessThan(300);
        assertThat(ValidHtml.check(response.getContentAsString())).isEmpty();
        assertThat(response.getContentAsString()).doesNotContain("??");
        return Jsoup.parse(response.getContentAsString());
    }

    private ParticipantId person(String given) {
        return village.participant(given, "Bulkproef", village.alpha, Village.OWN_MUNICIPALITY);
    }

    private Map<String, Object> now(ParticipantId id) {
        return everything.sql("""
                        select g.status, g.coach_id, g.coach_name, g.coach_on, g.intake_on, g.phase,
                            (select count(*) from coach_assignment c where c.participant_id = g.participant_id) assignments,
                            (select count(*) from reach r where r.participant_id = g.participant_id
                                and r.capacity = 'COACH') reaching,
                            e.status enrolment, e.intake_on enrolment_intake, e.active_on
                        from glance g join enrolment e on e.participant_id = g.participant_id
                        where g.participant_id = ?
                        """).param(id.value()).query().singleRow();
    }

    /** A coach who is found by a name that nobody else has. */
    private AccountId called(String name) {
        AccountId coach =
                village.account(Role.COACH, "zoek" + name.hashCode(), village.alpha, Village.OWN_MUNICIPALITY);
        everything
                .sql("update account set name = ? where id = ?")
                .params(name, coach.value())
                .update();
        return coach;
    }

    @Test
    void aCoachIsFoundByAPartOfTheNameAndReadsFromADay() throws Exception {
        AccountId coach = called("Xanthé Zoekbaar");
        called("Xavier Dubbelnaam");
        called("Xerxes Dubbelnaam");
        ParticipantId person = person("Gezocht");
        String today = village.today().toString();
        String before = village.today().minusDays(30).toString();
        Document choose = valid(open("/participants/bulk?id=" + person));
        assertThat(choose.select("#coach").attr("list")).isEqualTo("coach-list");
        assertThat(choose.select("#coach-list option").eachAttr("value").toString())
                .contains("Xanthé Zoekbaar (0 of");

        Document several = Jsoup.parse(send(
                        "/participants/bulk/preview",
                        List.of(person),
                        "action",
                        "COACH",
                        "coach",
                        "dubbelnaam",
                        "on",
                        today)
                .getContentAsString());
        assertThat(several.select("#coach-error").text()).contains("Xavier").contains("Xerxes");
        assertThat(several.select("#coach").val()).isEqualTo("dubbelnaam");
        Document nobody = Jsoup.parse(send(
                        "/participants/bulk/preview",
                        List.of(person),
                        "action",
                        "COACH",
                        "coach",
                        "Qqq",
                        "on",
                        today,
                        "contacts",
                        "FROM")
                .getContentAsString());
        assertThat(nobody.select("#coach-error").text()).contains("Qqq");
        assertThat(nobody.select("#contactsFrom-error")).hasSize(1);

        Document preview = valid(send(
                "/participants/bulk/preview",
                List.of(person),
                "action",
                "COACH",
                "coach",
                "xanthe zoek",
                "on",
                today,
                "contacts",
                "FROM",
                "contactsFrom",
                before));
        assertThat(preview.select("input[name=coach]").val()).isEqualTo(coach.toString());
        assertThat(preview.select("input[name=contactsFrom]").val()).isEqualTo(before);
        assertThat(send(
                                "/participants/bulk",
                                List.of(person),
                                "action",
                                "COACH",
                                "coach",
                                coach.toString(),
                                "on",
                                today,
                                "contacts",
                                "FROM",
                                "contactsFrom",
                                before)
                        .getStatus())
                .isEqualTo(302);
        assertThat(everything
                        .sql("select contacts_from::text from reach where participant_id = ? and account_id = ?")
                        .params(person.value(), coach.value())
                        .query(String.class)
                        .single())
                .isEqualTo(before);
    }

    @Test
    void manyGetACoachAndAllStandAsBeforeWhenItIsUndone() throws Exception {
        AccountId coach = village.account(Role.COACH, "bulk", village.alpha, Village.OWN_MUNICIPALITY);
        ParticipantId fresh = person("Nieuw");
        ParticipantId coached = person("Gecoacht");
        village.assign(coached, village.account(Role.COACH));
        ParticipantId stopped = person("Gestopt");
        everything
                .sql("update glance set status = 'WITHDRAWN', phase = 'STOPPED' where participant_id = ?")
                .param(stopped.value())
                .update();
        Map<String, Object> freshBefore = now(fresh);
        Map<String, Object> coachedBefore = now(coached);
        ParticipantId foreign = village.participant("Elders", "Bulkproef", village.beta, Village.FOREIGN_MUNICIPALITY);
        List<ParticipantId> all = List.of(fresh, coached, stopped, foreign);
        String today = village.today().toString();

        Document chosen = valid(open("/participants/bulk?id=" + fresh + "&id=" + coached + "&id=" + foreign));
        assertThat(chosen.select("input[name=id]"))
                .as("the foreign one is not there")
                .hasSize(2);
        Document unsaid = Jsoup.parse(send("/participants/bulk/preview", all, "action", "COACH", "on", today)
                .getContentAsString());
        assertThat(unsaid.select("#coach-error").text()).contains("coach");
        Document preview = valid(
                send("/participants/bulk/preview", all, "action", "COACH", "coach", coach.toString(), "on", today));
        assertThat(preview.select("tbody th bdi").eachText()).containsExactly("Gecoacht Bulkproef", "Nieuw Bulkproef");
        assertThat(preview.select(".rows--panel").text())
                .contains("Gestopt Bulkproef")
                .contains("has ended");
        assertThat(now(fresh)).as("only looked at").isEqualTo(freshBefore);

        String key = UUID.randomUUID().toString();
        MockHttpServletResponse done =
                send("/participants/bulk", all, "action", "COACH", "coach", coach.toString(), "on", today, "_key", key);
        assertThat(done.getStatus()).isEqualTo(302);
        String result = String.valueOf(done.getRedirectedUrl());
        assertThat(now(fresh).get("coach_id")).isEqualTo(coach.value());
        assertThat(now(coached).get("coach_id")).isEqualTo(coach.value());
        assertThat(now(coached).get("assignments")).isEqualTo(2L);
        assertThat(now(stopped).get("coach_id")).isNull();
        assertThat(now(foreign).get("coach_id")).isNotEqualTo(coach.value());
        assertThat(send(
                                "/participants/bulk",
                                all,
                                "action",
                                "COACH",
                                "coach",
                                coach.toString(),
                                "on",
                                today,
                                "_key",
                                key)
                        .getStatus())
                .as("the same form again changes nothing")
                .isNotEqualTo(302);
        assertThat(valid(open(result)).select("tbody tr")).hasSize(2);

        assertThat(send(result + "/undo", List.of()).getStatus()).isEqualTo(302);
        assertThat(now(fresh)).isEqualTo(freshBefore);
        assertThat(now(coached)).isEqualTo(coachedBefore);
        assertThat(send(result + "/undo", List.of()).getStatus()).isEqualTo(422);
        assertThat(everything
                        .sql("select count(*) from trail where participant_id = ? and subject = 'participants.bulk'")
                        .param(fresh.value())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void whoWasChangedSinceStaysAndIsNamed() throws Exception {
        ParticipantId one = person("Ongemoeid");
        ParticipantId two = person("Intussen");
        String today = village.today().toString();
        MockHttpServletResponse done = send("/participants/bulk", List.of(one, two), "action", "INTAKE", "on", today);
        assertThat(done.getStatus()).isEqualTo(302);
        assertThat(now(one).get("status")).isEqualTo("INTAKE");
        assertThat(send("/participants/" + two + "/end", List.of(), "kind", "MOVED", "on", today)
                        .getStatus())
                .isEqualTo(302);
        String result = String.valueOf(done.getRedirectedUrl());
        assertThat(send(result + "/undo", List.of()).getStatus()).isEqualTo(302);
        assertThat(now(one).get("status")).isEqualTo("REGISTERED");
        assertThat(now(one).get("intake_on")).isNull();
        assertThat(now(two).get("status")).isEqualTo("WITHDRAWN");
        assertThat(valid(open(result)).text()).contains("Somebody changed this since");
    }

    @Test
    void aCoachWhoWasTakenAwayComesBack() throws Exception {
        ParticipantId one = person("Terug");
        village.assign(one, village.account(Role.COACH));
        Map<String, Object> before = now(one);
        MockHttpServletResponse done = send("/participants/bulk", List.of(one), "action", "RELEASE");
        assertThat(done.getStatus()).isEqualTo(302);
        assertThat(now(one).get("reaching")).isEqualTo(0L);
        assertThat(send(done.getRedirectedUrl() + "/undo", List.of()).getStatus())
                .isEqualTo(302);
        assertThat(now(one)).isEqualTo(before);
    }

    @Test
    void aWholeViewIsChosenWithTheFiltersOfItsAddress() throws Exception {
        ParticipantId one = village.participant("Een", "Weergaveproef", village.alpha, Village.OWN_MUNICIPALITY);
        ParticipantId two = village.participant("Twee", "Weergaveproef", village.alpha, Village.OWN_MUNICIPALITY);
        village.assign(two, village.account(Role.COACH));
        Document chosen = valid(open("/participants/bulk?all=true&q=Weergaveproef&coach=none"));
        assertThat(chosen.select("input[name=id]").eachAttr("value")).containsExactly(one.toString());
        Document list = valid(open("/participants?q=Weergaveproef&coach=none"));
        assertThat(list.select("#bulk input[type=hidden]").eachAttr("name")).containsExactly("q", "coach");
        assertThat(list.select("tbody input[type=checkbox]").attr("form")).isEqualTo("bulk");
        assertThat(open("/participants/bulk").getRedirectedUrl()).isEqualTo("/participants");
    }

    @Test
    void howTheyStoodIsForgottenOnceItIsTooLateToGoBack() throws Exception {
        ParticipantId one = person("Vergeten");
        String today = village.today().toString();
        MockHttpServletResponse done = send("/participants/bulk", List.of(one), "action", "INTAKE", "on", today);
        UUID bulk = UUID.fromString(
                done.getRedirectedUrl().substring(done.getRedirectedUrl().lastIndexOf('/') + 1));
        ActingAs.service(() -> transactions.executeWithoutResult(tx -> retention.forgetOld()));
        assertThat(kept(bulk)).isOne();
        everything
                .sql("update bulk_change set done_at = done_at - interval '31 days' where id = ?")
                .param(bulk)
                .update();
        ActingAs.service(() -> transactions.executeWithoutResult(tx -> retention.forgetOld()));
        assertThat(kept(bulk)).isZero();
        assertThat(open(done.getRedirectedUrl()).getStatus()).isEqualTo(404);
    }

    private int kept(UUID bulk) {
        return everything
                .sql("select count(*) from bulk_change_item where bulk_id = ?")
                .param(bulk)
                .query(Integer.class)
                .single();
    }

    @Test
    void lookingAtManyTakesNoMoreStatementsThanAtOne() throws Exception {
        ParticipantId one = person("Tel een");
        ParticipantId two = person("Tel twee");
        ParticipantId three = person("Tel drie");
        String today = village.today().toString();
        int few = counter.during(
                        () -> send("/participants/bulk/preview", List.of(one), "action", "INTAKE", "on", today))
                .size();
        int many = counter.during(() ->
                        send("/participants/bulk/preview", List.of(one, two, three), "action", "INTAKE", "on", today))
                .size();
        assertThat(many).isEqualTo(few);
    }
}
