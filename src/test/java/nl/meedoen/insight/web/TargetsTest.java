package nl.meedoen.insight.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.meedoen.access.Role;
import nl.meedoen.insight.figures.CounterRefresh;
import nl.meedoen.insight.figures.Targets;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.ValidHtml;
import nl.meedoen.support.Village;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@TestPropertySource(properties = "meedoen.test.world=dashboard")
@MeedoenTest
class TargetsTest {

    private static final String AREA = "municipality:" + Counted.ENSCHEDE;

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    OwnerJdbc owner;

    @Autowired
    CounterRefresh refresh;

    @Autowired
    Targets targets;

    private Counted counted;
    private AccountId lead;
    private int year;

    @BeforeEach
    void count() {
        counted = Counted.in(village, owner, refresh);
        lead = village.account(Role.NATIONAL_LEAD);
        year = village.today().getYear();
        owner.sql("delete from figure_target").update();
    }

    @Test
    void aTargetStandsOnTheDashboardOfTheAreaItIsOf() throws Exception {
        set("country", "", "30", "1", "90", 0).andExpect(status().is3xxRedirection());
        set(AREA, "8", "", "", "", 0).andExpect(status().is3xxRedirection());

        Document programme = page(counted.clientManager, AREA, "programme");
        assertThat(programme.select(".kpi .d").get(0).text()).isEqualTo(againstEight(begun()));
        // the country's days count where an area has none of its own
        assertThat(programme.select(".kpi .d").get(1).text()).isEqualTo("binnen het doel van 30 dagen");
        assertThat(programme.select("svg.plot--wide path.tg")).isNotEmpty();
        // and a number of placements never does
        assertThat(page(counted.clientManager, "municipality:" + Counted.HENGELO, "programme")
                        .select("path.tg"))
                .isEmpty();

        Document whole = page(counted.clientManager, AREA, String.valueOf(year));
        assertThat(whole.select(".kpi dt").get(0).text()).isEqualTo("Geplaatst in " + year);
        assertThat(whole.select(".kpi .v").get(0).text()).isEqualTo(begun() < 5 ? "<5" : String.valueOf(begun()));
        assertThat(ValidHtml.check(html(counted.clientManager, AREA, String.valueOf(year))))
                .isEmpty();
    }

    @Test
    void theNationalLeadSeesAndSetsThemAndWhatIsWrongStandsAtTheField() throws Exception {
        String list = mvc.perform(get("/dashboard/targets").with(village.signIn(lead)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(ValidHtml.check(list)).isEmpty();
        assertThat(Jsoup.parse(list).select("tbody th").eachText()).contains("Nederland", "regio Oost", "Enschede");

        String wrong = set(AREA, "veel", "", "", "101", 0)
                .andExpect(status().is(422))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(ValidHtml.check(wrong)).isEmpty();
        assertThat(Jsoup.parse(wrong).select("#placements").attr("value")).isEqualTo("veel");
        assertThat(Jsoup.parse(wrong).select(".field--error")).hasSize(2);

        set("municipality:GM9999", "8", "", "", "", 0).andExpect(status().isNotFound());
        mvc.perform(get("/dashboard/targets").param("year", "1900").with(village.signIn(lead)))
                .andExpect(status().isNotFound());
        mvc.perform(get("/dashboard").param("period", year + "-5").with(village.signIn(counted.clientManager)))
                .andExpect(status().isNotFound());
        assertThat(set()).isZero();
    }

    @Test
    void whoeverComesLaterSeesWhatAnotherSet() throws Exception {
        set(AREA, "8", "", "", "", 0).andExpect(status().is3xxRedirection());
        String late = set(AREA, "9", "", "", "", 0)
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(Jsoup.parse(late).select("#placements").attr("value")).isEqualTo("9");
        assertThat(Jsoup.parse(late).select(".facts-list dd").first().text()).isEqualTo("8");

        set(AREA, "9", "", "", "", 1).andExpect(status().is3xxRedirection());
        assertThat(owner.sql("select placements from figure_target")
                        .query(Integer.class)
                        .list())
                .isEqualTo(List.of(9));
        assertThat(owner.sql("select count(*) from trail where actor_id = ? and subject = 'dashboard.target'")
                        .param(lead.value())
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void theDatabaseLetsNobodyElseSetThem() {
        assertThatThrownBy(() -> village.run(
                        village.actor(Role.COORDINATOR),
                        () -> targets.set(
                                village.actor(Role.COORDINATOR),
                                AREA,
                                year,
                                new Targets.Target(1, null, null, null, 0))))
                .hasStackTraceContaining("row-level security");
        assertThat(set()).isZero();
    }

    /** Placements that began this year; early in a year only those of today. */
    private long begun() {
        return owner.sql("""
                        select count(*) from placement p join glance g on g.participant_id = p.participant_id
                        where g.municipality_code = ? and extract(year from p.began_on) = ?
                        """).params(Counted.ENSCHEDE, year).query(Long.class).single();
    }

    private static String againstEight(long begun) {
        if (begun < 5) {
            return "het doel is 8";
        }
        return begun > 8 ? begun - 8 + " meer dan het doel van 8" : "precies het doel van 8";
    }

    private long set() {
        return owner.sql("select count(*) from figure_target").query(Long.class).single();
    }

    private ResultActions set(String area, String placements, String days, String months, String percent, long version)
            throws Exception {
        return mvc.perform(post("/dashboard/targets/edit")
                .param("_key", UUID.randomUUID().toString())
                .param("area", area)
                .param("year", String.valueOf(year))
                .param("placements", placements)
                .param("waitingDays", days)
                .param("planMonths", months)
                .param("lastingPercent", percent)
                .param("version", String.valueOf(version))
                .locale(new Locale("nl"))
                .with(village.signIn(lead)));
    }

    private Document page(AccountId who, String area, String period) throws Exception {
        return Jsoup.parse(html(who, area, period));
    }

    private String html(AccountId who, String area, String period) throws Exception {
        return mvc.perform(get("/dashboard")
                        .param("area", area)
                        .param("period", period)
                        .locale(new Locale("nl"))
                        .with(village.signIn(who)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
