package nl.meedoen.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.kernel.RegionId;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.Village;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Regions, locations, and whom they serve, with a past that stays right. */
@MeedoenTest
class OrganisationTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static int names;

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    Organisation organisation;

    private Browsing administrator;

    @BeforeEach
    void signIn() {
        administrator = new Browsing(mvc, village, village.account(Role.ADMINISTRATOR));
    }

    private <T> T asAdministrator(java.util.function.Supplier<T> work) {
        return village.as(village.actor(Role.ADMINISTRATOR), work);
    }

    private LocationId location() {
        return asAdministrator(() -> organisation.createLocation(village.north, "Plaats " + ++names));
    }

    private void serve(LocationId location, String code, LocalDate from) {
        asAdministrator(() -> {
            organisation.serve(location, code, from);
            return true;
        });
    }

    @Test
    void thereAreThreeHundredAndFortyTwoMunicipalities() {
        assertThat(organisation.municipalities())
                .as("beside those that a test of mergers made")
                .filteredOn(each -> !each.code().startsWith("GM99"))
                .hasSize(342);
        assertThat(organisation.municipality("GM0014")).map(Municipality::name).contains("Groningen");
        assertThat(organisation.municipality("GM9999")).isEmpty();
    }

    @Test
    void aMunicipalityIsKnownByTheNameThatPeopleUse() {
        assertThat(organisation.municipalityNamed("den haag"))
                .map(Municipality::code)
                .contains("GM0518");
        assertThat(organisation.municipalityNamed(" SUDWEST FRYSLAN "))
                .map(Municipality::name)
                .contains("Súdwest-Fryslân");
        assertThat(organisation.municipalityNamed("Hengelo"))
                .map(Municipality::code)
                .contains("GM0164");
        assertThat(organisation.municipalityNamed("Bergen")).as("there are two").isEmpty();
        assertThat(organisation.municipalityNamed("Bergen (NH.)")).isPresent();
        assertThat(organisation.resembling("Almeer")).map(Municipality::name).contains("Almere");
    }

    @Test
    void anotherLocationTakesOverAndThePastStays() {
        LocationId old = location();
        LocationId next = location();
        serve(old, "GM0050", DAY.minusYears(1));
        asAdministrator(() -> {
            organisation.move("GM0050", old, next, DAY);
            return true;
        });
        assertThat(organisation.locationsServing("GM0050", DAY.minusDays(1))).containsExactly(old);
        assertThat(organisation.locationsServing("GM0050", DAY)).containsExactly(next);
        assertThat(organisation.servedBy(old, DAY)).isEmpty();
        assertThat(organisation.servedBy(old, DAY.minusDays(1))).containsExactly("GM0050");
        assertThat(organisation.servedBy(Set.of(old, next), DAY)).containsExactly("GM0050");
    }

    @Test
    void aLocationServesAMunicipalityOnceAtATime() {
        LocationId place = location();
        serve(place, "GM0060", DAY);
        assertThatThrownBy(() -> serve(place, "GM0060", DAY.plusYears(1))).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> asAdministrator(() -> {
                    organisation.stopServing(place, "GM0060", DAY.minusDays(1));
                    return true;
                }))
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    void onlyAdministratorsAndJobsChangeItEvenBehindTheFirstWall() {
        for (Role role : List.of(Role.COORDINATOR, Role.COACH, Role.NATIONAL_LEAD)) {
            assertThatThrownBy(() ->
                            village.as(village.actor(role), () -> organisation.createRegion("Regio van " + role, 1)))
                    .hasStackTraceContaining("row-level security");
        }
        assertThat(organisation.locations())
                .extracting(Organisation.Location::name)
                .contains("Alpha", "Beta");
        assertThatThrownBy(() -> organisation.location(LocationId.next())).isInstanceOf(NotFound.class);
    }

    @Test
    void theAdministratorMakesARegionWithALocationThatServes() throws Exception {
        assertThat(administrator
                        .send("/admin/organisation/regions", "name", "Waddenkust", "target", "250")
                        .getStatus())
                .isEqualTo(302);
        RegionId region = organisation.regions().stream()
                .filter(r -> r.name().equals("Waddenkust"))
                .findFirst()
                .orElseThrow()
                .id();
        String place = String.valueOf(administrator
                .send("/admin/organisation/locations", "name", "Den Wad", "region", region.toString())
                .getRedirectedUrl());
        assertThat(administrator
                        .send(place + "/municipalities", "municipality", "vlieland", "from", "2026-01-01")
                        .getStatus())
                .isEqualTo(302);
        assertThat(administrator.page(place).select("tbody").text())
                .contains("Vlieland")
                .contains("1 January 2026");
        assertThat(administrator.page("/admin/organisation").text())
                .contains("Waddenkust")
                .contains("Vlieland");
        assertThat(administrator
                        .send(
                                place + "/municipalities/GM0096/end",
                                "until",
                                "2026-06-30",
                                "to",
                                village.alpha.toString())
                        .getStatus())
                .isEqualTo(302);
        assertThat(organisation.locationsServing("GM0096", LocalDate.of(2026, 7, 1)))
                .containsExactly(village.alpha);
        assertThat(organisation.locationsServing("GM0096", LocalDate.of(2026, 6, 30)))
                .hasSize(1)
                .doesNotContain(village.alpha);
    }

    @Test
    void aNameIsTakenOnceAndADateMustBeADate() throws Exception {
        MockHttpServletResponse taken =
                administrator.send("/admin/organisation/regions", "name", "noord", "target", "x");
        assertThat(taken.getStatus()).isEqualTo(422);
        Document page = Jsoup.parse(taken.getContentAsString());
        assertThat(page.select("#target-error").text()).contains("not a whole number");
        assertThat(page.select("#target").val()).isEqualTo("x");
        MockHttpServletResponse again =
                administrator.send("/admin/organisation/regions", "name", "noord", "target", "5");
        assertThat(Jsoup.parse(again.getContentAsString()).select("#name-error").text())
                .contains("Choose another name");
        MockHttpServletResponse day = administrator.send(
                "/admin/organisation/locations/" + village.alpha + "/municipalities",
                "municipality",
                "Ameland",
                "from",
                "eergisteren");
        assertThat(Jsoup.parse(day.getContentAsString()).select("#from-error").text())
                .contains("not a date");
    }

    @Test
    void whatIsRefusedLaterOnSaysSoToo() throws Exception {
        for (String path : List.of(
                "/admin/organisation/regions/" + village.north, "/admin/organisation/locations/" + village.alpha)) {
            MockHttpServletResponse refused = administrator.send(path, "version", "0", "name", "", "target", "x");
            assertThat(refused.getStatus()).as(path).isEqualTo(422);
            assertThat(Jsoup.parse(refused.getContentAsString()).select("#name-error"))
                    .as(path)
                    .hasSize(1);
        }
    }

    @Test
    void twoWhoChangeTheSameRegionAreTold() throws Exception {
        RegionId id = asAdministrator(() -> organisation.createRegion("Tweestrijd", 10));
        String path = "/admin/organisation/regions/" + id;
        assertThat(administrator
                        .send(path, "version", "0", "name", "Tweestrijd", "target", "20")
                        .getStatus())
                .isEqualTo(302);
        MockHttpServletResponse late = administrator.send(path, "version", "0", "name", "Tweestrijd", "target", "30");
        assertThat(late.getStatus()).isEqualTo(409);
        Document page = Jsoup.parse(late.getContentAsString());
        assertThat(page.select("#target").val()).isEqualTo("30");
        assertThat(page.select(".notice").text()).contains("20");
    }
}
