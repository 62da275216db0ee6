package nl.meedoen.placements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.placements.market.EmployerId;
import nl.meedoen.placements.market.OpeningId;
import nl.meedoen.placements.market.Openings;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.Village;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MeedoenTest
class PlacementsTest {

    @Autowired
    Placements placements;

    @Autowired
    Openings openings;

    @Autowired
    Village village;

    @Autowired
    Market market;

    private Actor coordinator;
    private EmployerId employer;

    @BeforeEach
    void anEmployer() {
        coordinator = village.actor(Role.COORDINATOR);
        employer = market.employer("Bakkerij " + UUID.randomUUID());
    }

    @Test
    void aTrialPlaceGoesFromProposalToEnd() {
        ParticipantId person = market.seeker("Dina");
        LocalDate today = village.today();
        PlacementId id = propose(person, market.opening(employer, OpeningKind.TRIAL_PLACE, 1));
        village.run(coordinator, () -> placements.meet(coordinator, id, today.plusDays(2)));
        agree(id, today.minusDays(7), today.plusDays(30));
        village.run(coordinator, () -> placements.papers(coordinator, id, today.minusDays(8), true));
        village.run(coordinator, () -> placements.start(coordinator, id, today.minusDays(7)));

        assertThat(glance(person))
                .containsEntry("placement_kind", "TRIAL_PLACE")
                .containsEntry("phase", "PLACED");
        assertThat(count("check_in where done_on is null and placement_id", id)).isEqualTo(2);

        village.run(coordinator, () -> placements.finish(coordinator, id, today));

        assertThat(glance(person).get("placement_kind")).isNull();
        assertThat(count("check_in where placement_id", id)).isZero();
        assertThat(count("placement_change where placement_id", id)).isEqualTo(6);
    }

    @Test
    void nobodyIsIntroducedWithoutConsent() {
        ParticipantId shy = village.participant("Ella", "Zoekt", village.alpha, Village.OWN_MUNICIPALITY);
        PlacementId id = propose(shy, market.opening(employer, OpeningKind.PAID_WORK, 1));

        refuses("placements.consent-missing", () -> placements.meet(coordinator, id, village.today()));
    }

    @Test
    void theRuleOfTheDayDecidesHowLong() {
        PlacementId id = propose(market.seeker("Fadi"), market.opening(employer, OpeningKind.TRIAL_PLACE, 1));
        LocalDate from = village.today();

        refuses("placements.term-too-long", () -> agreed(id, from, from.plusMonths(3)));
    }

    @Test
    void aMunicipalitysOwnRuleGoesFirst() {
        market.rows().sql("""
                        insert into placement_rule (kind, municipality_code, from_on, longest_months, extendable_months)
                        values ('VOLUNTEER_WORK', ?, date '2020-01-01', 1, 1)
                        """).param("GM0037").update();
        ParticipantId person = village.participant("Gita", "Zoekt", village.alpha, "GM0037");
        market.consent(person);
        PlacementId id = propose(person, market.opening(employer, OpeningKind.VOLUNTEER_WORK, 1));

        refuses(
                "placements.term-too-long",
                () -> agreed(id, village.today(), village.today().plusMonths(2)));
    }

    @Test
    void anAgreementTakesAPlaceAndAStopGivesItBack() {
        OpeningId opening = market.opening(employer, OpeningKind.PAID_WORK, 1);
        PlacementId first = propose(market.seeker("Hana"), opening);
        PlacementId second = propose(market.seeker("Isam"), opening);
        agree(first, village.today(), null);

        assertThat(state(opening)).isEqualTo(OpeningState.FILLED);
        refuses("placements.opening-full", () -> agreed(second, village.today(), null));

        village.run(
                coordinator,
                () -> placements.stop(coordinator, first, village.today(), StopKind.NOT_A_MATCH, "Reistijd"));
        assertThat(state(opening)).isEqualTo(OpeningState.OPEN);
    }

    @Test
    void aPracticeInterviewIsNoPlacementOnTheList() {
        ParticipantId person = market.seeker("Joud");
        PlacementId id = propose(person, market.opening(employer, OpeningKind.MOCK_INTERVIEW, 1));
        agree(id, village.today(), village.today());
        village.run(coordinator, () -> placements.start(coordinator, id, village.today()));

        assertThat(glance(person).get("placement_kind")).isNull();
        assertThat(count("check_in where placement_id", id)).isZero();
    }

    @Test
    void whenOneOfTwoEndsTheOtherStaysOnTheList() {
        ParticipantId person = market.seeker("Karim");
        PlacementId volunteering = propose(person, market.opening(employer, OpeningKind.VOLUNTEER_WORK, 1));
        PlacementId work = propose(person, market.opening(employer, OpeningKind.PAID_WORK, 1));
        for (PlacementId id : new PlacementId[] {volunteering, work}) {
            agree(id, village.today(), null);
            village.run(coordinator, () -> placements.start(coordinator, id, village.today()));
        }
        village.run(coordinator, () -> placements.finish(coordinator, work, village.today()));

        assertThat(glance(person)).containsEntry("placement_kind", "VOLUNTEER_WORK");
    }

    @Test
    void aCheckInIsFilledInOnceAndNotBeforeItsDay() {
        ParticipantId person = market.seeker("Lina");
        LocalDate began = village.today().minusWeeks(14);
        OpeningId opening = market.opening(employer, OpeningKind.PAID_WORK, 1);
        PlacementId id = market.running(person, employer, opening, OpeningKind.PAID_WORK, began, null);
        UUID due = market.checkIn(id, person, 13, began.plusWeeks(13));
        UUID later = market.checkIn(id, person, 26, began.plusWeeks(26));

        village.run(coordinator, () -> placements.checkIn(coordinator, id, due, true, "Vast contract"));
        refuses("placements.check-in-done", () -> placements.checkIn(coordinator, id, due, false, null));
        refuses("placements.check-in-too-early", () -> placements.checkIn(coordinator, id, later, true, null));
        village.run(coordinator, () -> placements.reopenCheckIn(coordinator, id, due));
        village.run(coordinator, () -> placements.checkIn(coordinator, id, due, false, null));
    }

    @Test
    void nobodyIsProposedTwiceForTheSameOpening() {
        ParticipantId person = market.seeker("Mona");
        OpeningId opening = market.opening(employer, OpeningKind.PAID_WORK, 5);
        propose(person, opening);

        refuses("placements.proposed-already", () -> placements.propose(coordinator, person, opening));
    }

    @Test
    void neitherAForeignParticipantNorAForeignOpeningCanBeProposed() {
        OpeningId own = market.opening(employer, OpeningKind.PAID_WORK, 1);
        OpeningId foreign = market.opening(market.employer("Elders", village.south), OpeningKind.PAID_WORK, 1);

        assertThatThrownBy(() -> propose(village.celine, own)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> propose(village.amal, foreign)).isInstanceOf(NotFound.class);
    }

    private PlacementId propose(ParticipantId person, OpeningId opening) {
        return village.as(coordinator, () -> placements.propose(coordinator, person, opening));
    }

    private void agree(PlacementId id, LocalDate from, @Nullable LocalDate until) {
        village.run(coordinator, () -> agreed(id, from, until));
    }

    private void agreed(PlacementId id, LocalDate from, @Nullable LocalDate until) {
        placements.agree(coordinator, id, new Placements.Agreement(from, until, BigDecimal.valueOf(24), "Begeleider"));
    }

    private void refuses(String code, Runnable step) {
        assertThatThrownBy(() -> village.run(coordinator, step))
                .isInstanceOf(RuleBroken.class)
                .hasMessage(code);
    }

    private OpeningState state(OpeningId opening) {
        return village.as(coordinator, () -> openings.read(coordinator, opening).state());
    }

    private Map<String, @Nullable Object> glance(ParticipantId person) {
        return market.rows()
                .sql("select placement_kind, phase from glance where participant_id = ?")
                .param(person.value())
                .query()
                .singleRow();
    }

    private int count(String what, PlacementId id) {
        return market.rows()
                .sql("select count(*) from " + what + " = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }
}
