package nl.meedoen.placements.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.RegionId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.placements.OpeningKind;
import nl.meedoen.placements.OpeningState;
import nl.meedoen.placements.PlacementId;
import nl.meedoen.placements.PlacementRule;
import nl.meedoen.placements.PlacementState;
import nl.meedoen.placements.SizeBand;
import nl.meedoen.placements.StopKind;
import nl.meedoen.placements.market.EmployerDetails;
import nl.meedoen.placements.market.EmployerId;
import nl.meedoen.placements.market.OpeningDetails;
import nl.meedoen.placements.market.OpeningId;
import nl.meedoen.webkit.RuleBroken;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlacementTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final PlacementRule TRIAL = new PlacementRule(2, 6, true, true);

    @Test
    void aTrialPlaceLastsTwoMonthsAtMost() {
        Placement placement = proposed(OpeningKind.TRIAL_PLACE);

        refuses("placements.term-too-long", () -> agree(placement, MARCH, LocalDate.of(2026, 5, 1), TRIAL));
        agree(placement, MARCH, LocalDate.of(2026, 4, 30), TRIAL);
        assertThat(placement.state()).isEqualTo(PlacementState.AGREED);
    }

    @Test
    void aTrialPlaceNeedsAnEnd() {
        refuses("placements.end-needed", () -> agree(proposed(OpeningKind.TRIAL_PLACE), MARCH, null, TRIAL));
    }

    @Test
    void aTrialPlaceIsExtendedToSixMonthsAtMost() {
        Placement placement = running(OpeningKind.TRIAL_PLACE, LocalDate.of(2026, 4, 30), TRIAL);

        refuses("placements.term-too-long", () -> placement.extend(LocalDate.of(2026, 9, 1), TRIAL));
        placement.extend(LocalDate.of(2026, 8, 31), TRIAL);
        assertThat(placement.endsOn()).isEqualTo(LocalDate.of(2026, 8, 31));
    }

    @Test
    void anExtensionIsLater() {
        Placement placement = running(OpeningKind.TRIAL_PLACE, LocalDate.of(2026, 4, 30), TRIAL);

        refuses("placements.extension-not-later", () -> placement.extend(LocalDate.of(2026, 4, 30), TRIAL));
    }

    @Test
    void paidWorkHasNoTermOfItsOwn() {
        Placement placement = proposed(OpeningKind.PAID_WORK);

        agree(placement, MARCH, null, PlacementRule.FREE);
        placement.start(MARCH, PlacementRule.FREE);
        assertThat(placement.state()).isEqualTo(PlacementState.RUNNING);
    }

    @Test
    void nothingRunsWithoutItsPapers() {
        Placement placement = proposed(OpeningKind.INTERNSHIP);
        PlacementRule rule = new PlacementRule(null, null, true, true);
        agree(placement, MARCH, null, rule);

        refuses("placements.agreement-missing", () -> placement.start(MARCH, rule));
        placement.papers(MARCH, false);
        refuses("placements.insurance-missing", () -> placement.start(MARCH, rule));
        placement.papers(MARCH, true);
        placement.start(MARCH, rule);
        assertThat(placement.state()).isEqualTo(PlacementState.RUNNING);
    }

    @Test
    void nothingStartsBeforeItWasAgreed() {
        refuses("placements.step-not-now", () -> proposed(OpeningKind.PAID_WORK).start(MARCH, PlacementRule.FREE));
    }

    @Test
    void aTermThatStartsLaterMayNotBecomeTooLongOrNegative() {
        Placement placement = proposed(OpeningKind.PAID_WORK);
        agree(placement, MARCH, MARCH.plusDays(10), PlacementRule.FREE);

        refuses("placements.ends-before-start", () -> placement.start(MARCH.plusDays(11), PlacementRule.FREE));
    }

    @Test
    void whatHasEndedTakesNoStep() {
        Placement placement = running(OpeningKind.PAID_WORK, null, PlacementRule.FREE);
        placement.finish(MARCH.plusMonths(3));

        refuses("placements.ended-already", () -> placement.stop(MARCH.plusMonths(4), StopKind.OTHER, null));
        refuses("placements.step-not-now", () -> placement.extend(MARCH.plusMonths(4), PlacementRule.FREE));
        refuses("placements.step-not-now", () -> placement.meet(MARCH));
    }

    @Test
    void aProposalCanStopBeforeItRuns() {
        Placement placement = proposed(OpeningKind.PAID_WORK);
        placement.stop(MARCH, StopKind.NOT_A_MATCH, "Reiste te ver.");

        assertThat(placement.state()).isEqualTo(PlacementState.STOPPED);
        assertThat(placement.takesPlace()).isFalse();
    }

    @Test
    void nothingEndsBeforeItBegan() {
        Placement placement = running(OpeningKind.PAID_WORK, null, PlacementRule.FREE);

        refuses("placements.ends-before-start", () -> placement.finish(MARCH.minusDays(1)));
        refuses("placements.ends-before-start", () -> placement.stop(MARCH.minusDays(1), StopKind.OTHER, null));
    }

    @Test
    void fourteenDaysBeforeItsEndATermAsksForAttention() {
        LocalDate end = LocalDate.of(2026, 4, 30);
        Placement placement = running(OpeningKind.TRIAL_PLACE, end, TRIAL);

        assertThat(placement.nearTerm(end.minusDays(15))).isFalse();
        assertThat(placement.nearTerm(end.minusDays(14))).isTrue();
        assertThat(placement.nearTerm(end.plusDays(1))).isTrue();
    }

    @Test
    void checkInsComeAfterThirteenAndTwentySixWeeks() {
        assertThat(running(OpeningKind.VOLUNTEER_WORK, null, PlacementRule.FREE).checkIns())
                .isEqualTo(Map.of(13, LocalDate.of(2026, 5, 31), 26, LocalDate.of(2026, 8, 30)));
    }

    @ParameterizedTest
    @EnumSource(names = {"MOCK_INTERVIEW", "WORK_VISIT"})
    void aPracticeInterviewAndAVisitHaveNoCheckIns(OpeningKind kind) {
        assertThat(running(kind, null, PlacementRule.FREE).checkIns()).isEmpty();
    }

    @Test
    void aFullOrWithdrawnOpeningTakesNoProposals() {
        Opening full = opening(OpeningKind.PAID_WORK);
        full.take();
        refuses("placements.opening-not-open", () -> propose(full));

        Opening withdrawn = opening(OpeningKind.PAID_WORK);
        withdrawn.withdraw();
        refuses("placements.opening-not-open", () -> propose(withdrawn));
        withdrawn.offerAgain();
        assertThat(propose(withdrawn).state()).isEqualTo(PlacementState.PROPOSED);
    }

    @Test
    void noPlaceIsTakenTwice() {
        Opening opening = opening(OpeningKind.PAID_WORK);
        opening.take();

        refuses("placements.opening-full", opening::take);
        assertThat(opening.state()).isEqualTo(OpeningState.FILLED);
        opening.release();
        assertThat(opening.state()).isEqualTo(OpeningState.OPEN);
    }

    private static void refuses(String code, ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOf(RuleBroken.class).hasMessage(code);
    }

    private static void agree(Placement placement, LocalDate from, @Nullable LocalDate until, PlacementRule rule) {
        placement.agree(from, until, BigDecimal.valueOf(24), "Begeleider", rule);
    }

    private static Placement running(OpeningKind kind, @Nullable LocalDate until, PlacementRule rule) {
        Placement placement = proposed(kind);
        agree(placement, MARCH, until, rule);
        placement.papers(MARCH, true);
        placement.start(MARCH, rule);
        return placement;
    }

    private static Placement proposed(OpeningKind kind) {
        return propose(opening(kind));
    }

    private static Placement propose(Opening opening) {
        return new Placement(PlacementId.next(), ParticipantId.next(), opening, MARCH.minusDays(20));
    }

    private static Opening opening(OpeningKind kind) {
        Employer employer = new Employer(
                EmployerId.next(),
                new RegionId(Uuids.next()),
                new EmployerDetails("Bakkerij Proef", "12345678", "C", SizeBand.SMALL, null, null, null, null, null),
                Instant.EPOCH);
        return new Opening(
                OpeningId.next(),
                employer,
                new OpeningDetails(kind, "Hulp in de bakkerij", null, null, null, 1, null, null, null, null),
                MARCH.minusDays(40));
    }
}
