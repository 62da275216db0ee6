package nl.meedoen.participants.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.StatementCounter;
import nl.meedoen.support.ValidHtml;
import nl.meedoen.support.Village;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Filters, columns and kept views of the list, as its pages have them and as the database guards them. */
@MeedoenTest
class ListPagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    KeptViews views;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OwnerJdbc everything;

    @Autowired
    StatementCounter counter;

    private MockHttpServletResponse open(AccountId who, String path) throws Exception {
        return mvc.perform(
                        get(java.net.URI.create(path)).with(village.signIn(who)).locale(Locale.ENGLISH))
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

    private MockHttpServletResponse send(AccountId who, String path, String... pairs) throws Exception {
        var request = post(path).with(village.signIn(who)).locale(Locale.ENGLISH);
        for (int i = 0; i < pairs.length; i += 2) {
            request.param(pairs[i], pairs[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    /** A coordinator of their own, so that no other test's views stand between. */
    private AccountId coordinator(String suffix) {
        return village.account(Role.COORDINATOR, suffix, village.alpha, Village.OWN_MUNICIPALITY);
    }

    @Test
    void filtersWorkTogether() throws Exception {
        AccountId me = coordinator("filters");
        ParticipantId without = village.participant("Zonder", "Filterproef", village.alpha, Village.OWN_MUNICIPALITY);
        ParticipantId with = village.participant("Met", "Filterproef", village.alpha, Village.OWN_MUNICIPALITY);
        village.assign(with, village.account(Role.COACH));
        village.consent(with);
        everything
                .sql("update glance set last_contact_on = current_date - 40, language = 'ti' where participant_id = ?")
                .param(with.value())
                .update();
        assertThat(names(me, "coach=none")).containsExactly("Zonder Filterproef");
        assertThat(names(me, "contact=never")).containsExactly("Zonder Filterproef");
        assertThat(names(me, "contact=30&language=ti&sharing=yes")).containsExactly("Met Filterproef");
        assertThat(names(me, "contact=60&language=ti")).isEmpty();
        assertThat(names(me, "sharing=no&rung=none")).containsExactly("Zonder Filterproef");
        assertThat(page(me, "/participants?q=Filterproef&contact=30&language=ti")
                        .select(".chips .chip")
                        .eachText())
                .hasSize(3);
        everything
                .sql("update glance set status = 'WITHDRAWN', phase = 'STOPPED' where participant_id = ?")
                .param(without.value())
                .update();
        assertThat(names(me, "coach=none")).as("who stopped needs no coach").isEmpty();
    }

    private List<String> names(AccountId who, String filters) throws Exception {
        return page(who, "/participants?q=Filterproef&" + filters)
                .select("tbody th a")
                .eachText();
    }

    @Test
    void theFileHoldsTheColumnsThatWereChosenAndNoOthers() throws Exception {
        AccountId me = coordinator("columns");
        village.participant("Kolom", "Bestandproef", village.alpha, Village.OWN_MUNICIPALITY);
        String view = "?q=Bestandproef&column=registered&column=municipality&sort=name";
        assertThat(page(me, "/participants" + view).select("thead th").eachText())
                .containsExactly("Choose", "Participant", "Municipality", "Enrolled");
        String csv = open(me, "/participants/export.csv" + view).getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv.lines().findFirst().orElseThrow().replace("\uFEFF", ""))
                .containsIgnoringCase("Number")
                .contains("Language", "Municipality", "Enrolled")
                .doesNotContain("Phase", "Coach");
        assertThat(csv).contains("Kolom Bestandproef");
    }

    @Test
    void aViewIsKeptRenamedRemovedAndPutBack() throws Exception {
        AccountId me = coordinator("keeper");
        Document list = page(me, "/participants?coach=none&sort=registered");
        String keep = list.select("a[href^=/participants/views/new]").attr("href");
        Document form = page(me, keep);
        assertThat(form.select("#name")).hasSize(1);
        assertThat(form.text()).contains("Coach: No coach yet");
        String view = form.select("input[name=view]").val();
        assertThat(send(me, "/participants/views", "view", view, "name", " ").getStatus())
                .isEqualTo(422);
        assertThat(send(me, "/participants/views", "view", view, "name", "Nog zoeken")
                        .getRedirectedUrl())
                .isEqualTo("/participants?coach=none&sort=registered");
        Document kept = page(me, "/participants?coach=none&sort=registered");
        assertThat(kept.select(".kept-views a[aria-current=page]").text()).contains("Nog zoeken");
        assertThat(kept.select("a[href^=/participants/views/new]"))
                .as("kept already")
                .isEmpty();
        assertThat(send(me, "/participants/views", "view", "rung=2", "name", "nog zoeken")
                        .getContentAsString())
                .contains("already have a view with this name");
        Document manage = page(me, "/participants/views");
        String edit = manage.select("a[href*=edit]").attr("href");
        String id = edit.substring(edit.indexOf('=') + 1);
        assertThat(page(me, edit).select("#name").val()).isEqualTo("Nog zoeken");
        assertThat(send(me, "/participants/views/" + id, "name", "Zoeken", "version", "0")
                        .getStatus())
                .isEqualTo(302);
        MockHttpServletResponse stale = send(me, "/participants/views/" + id, "name", "Te laat", "version", "0");
        assertThat(stale.getStatus()).isEqualTo(409);
        assertThat(Jsoup.parse(stale.getContentAsString()).select("#name").val())
                .isEqualTo("Te laat");
        assertThat(send(me, "/participants/views/" + id + "/remove").getStatus())
                .isEqualTo(302);
        assertThat(page(me, "/participants").select(".kept-views nav").text()).doesNotContain("Zoeken");
        assertThat(send(me, "/participants/views/" + id + "/restore").getStatus())
                .isEqualTo(302);
        assertThat(page(me, "/participants").select(".kept-views nav").text()).contains("Zoeken");
    }

    @Test
    void aSharedViewIsSeenAtItsLocationAndChangedByItsOwnerAlone() {
        var owner = village.actor(Role.COORDINATOR);
        var elsewhere = village.foreignActor(Role.COORDINATOR);
        ListQuery query = ListQuery.read("rung=2");
        ViewId shared = village.as(owner, () -> views.keep(owner, "Trede twee gedeeld", query, village.alpha));
        ViewId own = village.as(owner, () -> views.keep(owner, "Trede twee eigen", query, null));
        AccountId colleague = coordinator("colleague");
        var other = new nl.meedoen.access.Actor(
                colleague,
                "Colleague",
                Role.COORDINATOR,
                java.util.Set.of(Role.COORDINATOR),
                java.util.Set.of(village.alpha),
                java.util.Set.of());
        assertThat(village.as(other, () -> views.of(other)))
                .extracting(KeptViews.View::name)
                .contains("Trede twee gedeeld")
                .doesNotContain("Trede twee eigen");
        assertThatThrownBy(() -> village.run(other, () -> views.remove(other, shared)))
                .isInstanceOf(NotFound.class);
        assertThat(village.as(elsewhere, () -> views.of(elsewhere)))
                .extracting(KeptViews.View::id)
                .doesNotContain(shared, own);
        assertThatThrownBy(() -> village.run(owner, () -> views.keep(owner, "Elders", query, village.beta)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> village.run(owner, () -> views.keep(owner, "trede TWEE eigen", query, null)))
                .isInstanceOf(RuleBroken.class);
        // the second wall: a query that forgot its condition
        assertThat(village.as(elsewhere, () -> ids("select id from list_view")))
                .doesNotContain(shared.value(), own.value());
        assertThat(village.as(other, () -> ids("select id from list_view")))
                .contains(shared.value())
                .doesNotContain(own.value());
        assertThat(village.as(
                        other,
                        () -> jdbc.sql("update list_view set name = 'x' where id = ?")
                                .param(shared.value())
                                .update()))
                .isZero();
        village.run(owner, () -> views.remove(owner, shared));
        village.run(owner, () -> views.remove(owner, own));
    }

    private List<java.util.UUID> ids(String sql) {
        return jdbc.sql(sql).query(java.util.UUID.class).list();
    }

    @Test
    void theNumberOfStatementsGrowsNeitherWithRowsNorWithViews() throws Exception {
        AccountId me = coordinator("counted");
        assertThat(send(me, "/participants/views", "view", "rung=1", "name", "Eerste")
                        .getStatus())
                .isEqualTo(302);
        int few = statements(me);
        for (int i = 2; i < 7; i++) {
            assertThat(send(
                                    me,
                                    "/participants/views",
                                    "view",
                                    "rung=" + (i % 6 + 1) + "&contact=30",
                                    "name",
                                    "Weergave " + i)
                            .getStatus())
                    .isEqualTo(302);
            village.participant("Tel " + i, "Mee", village.alpha, Village.OWN_MUNICIPALITY);
        }
        assertThat(statements(me)).isEqualTo(few);
        assertThat(page(me, "/participants").select(".kept-views nav li").size())
                .isGreaterThanOrEqualTo(6);
    }

    private int statements(AccountId who) throws Exception {
        return counter.during(() -> open(who, "/participants")).size();
    }

    @Test
    void everyRoleReadsItsOwnColumnsOnly() throws Exception {
        String all = "/participants?column=next-step&column=last-contact&column=review&column=phase";
        assertThat(page(village.account(Role.COACH), all).select("thead th").eachText())
                .containsExactly("Participant", "Phase", "Next step", "Last contact", "Next review");
        assertThat(page(village.account(Role.TRAINER), all).select("thead th").eachText())
                .containsExactly("Participant", "Phase");
        assertThat(page(village.account(Role.CLIENT_MANAGER), all)
                        .select("thead th")
                        .eachText())
                .containsExactly("Participant", "Phase", "Next review");
    }
}
