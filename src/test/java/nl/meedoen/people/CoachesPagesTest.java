package nl.meedoen.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.StatementCounter;
import nl.meedoen.support.Village;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** The coaches of the own locations: found, counted, warned about and changed. */
@MeedoenTest
class CoachesPagesTest {

    private static int places;

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    Organisation organisation;

    @Autowired
    Coaches coaches;

    @Autowired
    Trainers trainers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OwnerJdbc everything;

    @Autowired
    StatementCounter statements;

    /** A location of its own with one coordinator, so that other tests do not count. */
    private record Place(LocationId id, Browsing coordinator) {}

    private Place place() {
        int n = ++places;
        LocationId id = village.as(
                village.actor(Role.ADMINISTRATOR),
                () -> organisation.createLocation(village.south, "Coachplaats " + n));
        AccountId account = village.account(Role.COORDINATOR, "place" + n, id, Village.OWN_MUNICIPALITY);
        return new Place(id, new Browsing(mvc, village, account));
    }

    private AccountId coach(Place place, String suffix) {
        return village.account(Role.COACH, suffix, place.id(), Village.OWN_MUNICIPALITY);
    }

    private void set(AccountId coach, String column, Object value) {
        everything
                .sql("update coach_profile set " + column + " = " + (value instanceof String s ? s : "?")
                        + " where account_id = ?")
                .params(value instanceof String ? List.of(coach.value()) : List.of(value, coach.value()))
                .update();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, MISSING",
                "2026-01-01, -, VALID",
                "-, 2026-11-21, EXPIRED",
                "-, 2026-11-22, EXPIRING",
                "-, 2027-01-21, EXPIRING",
                "-, 2027-01-22, VALID"
            })
    void aVogWarnsSixtyDaysBefore(LocalDate on, LocalDate until, VogState state) {
        assertThat(VogState.of(on, until, LocalDate.of(2026, 11, 22))).isEqualTo(state);
    }

    @Test
    void theListIsFilteredByLanguageSectorAndRoom() throws Exception {
        Place place = place();
        AccountId turkish = coach(place, "turkish");
        set(turkish, "languages", "'{tr}'");
        AccountId care = coach(place, "care");
        set(care, "sectors", "'{Q}'");
        AccountId full = coach(place, "full");
        set(full, "capacity", 0);
        set(full, "sectors", "'{F}'");
        assertThat(names(place, "/coaches")).hasSize(3);
        assertThat(names(place, "/coaches?language=tr")).containsExactly("coach turkish");
        assertThat(names(place, "/coaches?sector=Q&language=ar")).containsExactly("coach care");
        assertThat(names(place, "/coaches?room=true")).containsExactly("coach care", "coach turkish");
        assertThat(names(place, "/coaches?q=TURK")).containsExactly("coach turkish");
        assertThat(names(place, "/coaches?q=%25"))
                .as("a percent sign is no joker")
                .isEmpty();
    }

    private static List<String> names(Place place, String path) throws Exception {
        return place.coordinator().page(path).select("tbody th a").eachText();
    }

    @Test
    void whoseVogRunsOutStandsAboveTheListAndOnToday() throws Exception {
        Place place = place();
        set(coach(place, "expired"), "vog_until", LocalDate.now().minusDays(3));
        set(coach(place, "soon"), "vog_until", LocalDate.now().plusDays(20));
        coach(place, "fine");
        Document page = place.coordinator().page("/coaches");
        assertThat(page.select(".attention").text()).contains("2").contains("VOG");
        assertThat(names(place, "/coaches?attention=vog")).containsExactly("coach expired", "coach soon");
        assertThat(page.select("tbody .badge--danger").text()).contains("VOG ended on");
        assertThat(page.select("tbody .badge--wait").text()).contains("VOG ends on");
        assertThat(place.coordinator().page("/today").text())
                .contains("coach expired")
                .contains("coach soon");
    }

    @Test
    void theListIsPagedAndItsStatementsDoNotGrow() throws Exception {
        Place small = place();
        coach(small, "alone");
        Place large = place();
        for (int i = 0; i < 28; i++) {
            coach(large, "many" + i);
        }
        int few = statements
                .during(() -> small.coordinator().page("/coaches?room=true"))
                .size();
        int many = statements
                .during(() -> large.coordinator().page("/coaches?room=true"))
                .size();
        assertThat(many).isEqualTo(few).isLessThan(18);
        Document first = large.coordinator().page("/coaches");
        assertThat(first.select("tbody tr")).hasSize(25);
        Document second = large.coordinator().page(first.select("a[rel=next]").attr("href"));
        assertThat(second.select("tbody tr")).hasSize(3);
        assertThat(second.select("a[rel=prev]")).hasSize(1);
    }

    @Test
    void aForeignCoachIsNotThere() throws Exception {
        Browsing coordinator = new Browsing(mvc, village, village.account(Role.COORDINATOR));
        AccountId foreign = village.foreignAccount(Role.COACH);
        assertThat(coordinator.open("/coaches/" + foreign).getStatus()).isEqualTo(404);
        assertThat(coordinator.open("/coaches/" + AccountId.next()).getStatus()).isEqualTo(404);
        assertThat(coordinator.open("/coaches/not-an-id").getStatus()).isEqualTo(404);
        assertThat(coordinator.page("/coaches").html()).doesNotContain(foreign.toString());
    }

    @Test
    void theDatabaseItselfHidesForeignProfiles() {
        String sql = "select count(*) from coach_profile where location_id = ?";
        for (Role role : List.of(Role.COORDINATOR, Role.TRAINER, Role.CLIENT_MANAGER, Role.NATIONAL_LEAD)) {
            assertThat(village.as(
                            village.actor(role),
                            () -> jdbc.sql(sql)
                                    .param(village.beta.value())
                                    .query(Integer.class)
                                    .single()))
                    .as(role.name())
                    .isZero();
        }
        assertThat(village.as(
                        village.actor(Role.COACH),
                        () -> jdbc.sql("select count(*) from coach_profile")
                                .query(Integer.class)
                                .single()))
                .as("a coach sees the own profile")
                .isOne();
    }

    @Test
    void theProfileIsChangedAndTheNetworkIsSealed() throws Exception {
        Place place = place();
        AccountId id = coach(place, "profile");
        String version = place.coordinator()
                .page("/coaches/" + id + "/edit")
                .select("input[name=version]")
                .val();
        MockHttpServletResponse saved = place.coordinator()
                .send(
                        "/coaches/" + id,
                        "version",
                        version,
                        "location",
                        place.id().toString(),
                        "municipality",
                        "Súdwest-Fryslân",
                        "languages",
                        "uk",
                        "languages",
                        "klingon",
                        "sectors",
                        "I",
                        "capacity",
                        "4",
                        "availability",
                        "maandag en dinsdag",
                        "network",
                        "kent de kok van het buurthuis",
                        "vogOn",
                        "2026-01-05",
                        "vogUntil",
                        "2029-01-05",
                        "status",
                        "BLOCKED");
        assertThat(saved.getRedirectedUrl()).isEqualTo("/coaches/" + id);
        Document page = place.coordinator().page("/coaches/" + id);
        assertThat(page.text())
                .contains("Súdwest-Fryslân")
                .contains("Ukrainian")
                .contains("Hotels and restaurants")
                .contains("0 of 4")
                .contains("kent de kok");
        assertThat(page.text()).doesNotContain("klingon");
        byte[] network = everything
                .sql("select network from coach_profile where account_id = ?")
                .param(id.value())
                .query(byte[].class)
                .single();
        assertThat(new String(network, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("kok");

        MockHttpServletResponse late = place.coordinator()
                .send(
                        "/coaches/" + id,
                        "version",
                        version,
                        "location",
                        place.id().toString(),
                        "capacity",
                        "9");
        assertThat(late.getStatus()).isEqualTo(409);
        Document both = Jsoup.parse(late.getContentAsString());
        assertThat(both.select("#capacity").val()).isEqualTo("9");
        assertThat(both.select(".notice").text()).contains("maandag en dinsdag");
    }

    @Test
    void whatCannotBeIsSaidAtTheBox() throws Exception {
        Place place = place();
        AccountId id = coach(place, "wrong");
        MockHttpServletResponse response = place.coordinator()
                .send(
                        "/coaches/" + id,
                        "version",
                        "0",
                        "location",
                        village.alpha.toString(),
                        "capacity",
                        "99",
                        "network",
                        "BSN 111222333",
                        "vogOn",
                        "2026-05-05",
                        "vogUntil",
                        "2026-05-04");
        assertThat(response.getStatus()).isEqualTo(422);
        Document page = Jsoup.parse(response.getContentAsString());
        assertThat(page.select(".error")).hasSizeGreaterThanOrEqualTo(4);
        assertThat(page.select("#network").val()).isEqualTo("BSN 111222333");
        assertThat(page.select("#location-error").text()).isNotBlank();
        assertThat(page.select("#vogUntil-error").text()).contains("before its own date");
    }

    @Test
    void theDoorGivesCoachesAndTrainersOfALocation() {
        Place place = place();
        AccountId coach = coach(place, "door");
        village.account(Role.TRAINER, "door", place.id(), Village.OWN_MUNICIPALITY);
        var actor = village.actor(Role.ADMINISTRATOR);
        assertThat(village.as(actor, () -> coaches.profilesAt(Set.of(place.id()))))
                .singleElement()
                .satisfies(profile -> {
                    assertThat(profile.account()).isEqualTo(coach);
                    assertThat(profile.languages()).containsExactly("ar", "en");
                    assertThat(profile.vog(LocalDate.now())).isEqualTo(VogState.VALID);
                });
        assertThat(trainers.at(Set.of(place.id())))
                .extracting(Trainers.Trainer::name)
                .containsExactly("trainer door");
        assertThat(trainers.at(Set.of())).isEmpty();
    }
}
