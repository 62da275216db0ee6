package nl.meedoen.placements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import nl.meedoen.access.ActingAs;
import nl.meedoen.access.Role;
import nl.meedoen.desk.Attention;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.placements.figures.PlacementFigures;
import nl.meedoen.placements.market.EmployerId;
import nl.meedoen.placements.market.OpeningId;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.Village;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@MeedoenTest
class PlacementFiguresTest {

    private static final LocalDate JANUARY = LocalDate.of(2019, 1, 15);
    private static final LocalDate QUARTER = LocalDate.of(2019, 1, 1);

    @Autowired
    PlacementFigures figures;

    @Autowired
    PlacementsAttention attention;

    @Autowired
    Village village;

    @Autowired
    Market market;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void everybodyIsCountedByMunicipalityKindAndQuarter() {
        ParticipantId person = village.participant("Telt", "Een", village.alpha, "GM0047");
        run(person, OpeningKind.INTERNSHIP, JANUARY, null);
        run(person, OpeningKind.INTERNSHIP, JANUARY.plusDays(20), null);

        assertThat(service(figures::begun))
                .contains(new PlacementFigures.Begun("GM0047", OpeningKind.INTERNSHIP, QUARTER, 2, 1));
    }

    @Test
    void onlyAnAnswerAfterTwentySixWeeksMakesItLast() {
        PlacementId lasts = run(in("GM0050"), OpeningKind.PAID_WORK, JANUARY, null);
        answer(market.checkIn(lasts, personOf(lasts), 26, JANUARY.plusWeeks(26)), true);
        PlacementId gone = run(in("GM0050"), OpeningKind.PAID_WORK, JANUARY, null);
        answer(market.checkIn(gone, personOf(gone), 26, JANUARY.plusWeeks(26)), false);
        PlacementId early = run(in("GM0050"), OpeningKind.PAID_WORK, JANUARY, null);
        PlacementId half = run(in("GM0050"), OpeningKind.VOLUNTEER_WORK, JANUARY, null);
        answer(market.checkIn(half, personOf(half), 13, JANUARY.plusWeeks(13)), true);
        end(early);
        run(in("GM0050"), OpeningKind.WORK_VISIT, JANUARY, null);

        assertThat(service(figures::lasting)).contains(new PlacementFigures.Lasting("GM0050", QUARTER, 4, 2, 1, 1));
    }

    @Test
    void termsAndCheckInsAskForAttentionOnce() {
        LocalDate today = village.today();
        PlacementId ends = run(village.amal, OpeningKind.TRIAL_PLACE, today.minusDays(40), today.plusDays(14));
        PlacementId far = run(village.amal, OpeningKind.TRIAL_PLACE, today.minusDays(40), today.plusDays(15));
        PlacementId past = run(village.amal, OpeningKind.TRIAL_PLACE, today.minusDays(70), today.minusDays(1));
        PlacementId foreign = run(village.celine, OpeningKind.TRIAL_PLACE, today.minusDays(70), today);
        PlacementId asked = run(village.amal, OpeningKind.PAID_WORK, today.minusWeeks(13), null);
        UUID checkIn = market.checkIn(asked, village.amal, 13, today);
        market.checkIn(asked, village.amal, 26, today.plusWeeks(13));

        List<Attention> coordinator = rows(Role.COORDINATOR);
        List<Attention> coach = rows(Role.COACH);

        assertThat(paths(coordinator))
                .contains(
                        "/placements/" + ends, "/placements/" + past, "/placements/" + asked + "/check-ins/" + checkIn)
                .doesNotContain("/placements/" + far, "/placements/" + foreign);
        assertThat(paths(coach)).contains("/placements/" + ends, "/placements/" + asked);
        assertThat(coordinator)
                .filteredOn(row -> row.path().equals("/placements/" + past))
                .extracting(Attention::tone)
                .containsExactly("danger");
        assertThat(rows(Role.TRAINER)).isEmpty();
        assertThat(rows(Role.CLIENT_MANAGER)).isEmpty();
    }

    @Test
    void anOpeningThatNobodyWasProposedForAsksForAttentionAfterSixWeeks() {
        EmployerId employer = market.employer("Open Lang");
        OpeningId old = market.opening(employer, OpeningKind.PAID_WORK, 1);
        OpeningId young = market.opening(employer, OpeningKind.PAID_WORK, 1);
        market.rows()
                .sql("update opening set opened_on = ? where id = ?")
                .params(village.today().minusDays(1000), old.value())
                .update();

        assertThat(paths(rows(Role.COORDINATOR))).contains("/openings/" + old).doesNotContain("/openings/" + young);
    }

    private PlacementId run(ParticipantId person, OpeningKind kind, LocalDate began, @Nullable LocalDate until) {
        EmployerId employer = market.employer("Cijfers");
        return market.running(person, employer, market.opening(employer, kind, 1), kind, began, until);
    }

    private ParticipantId in(String municipality) {
        return village.participant("Telt", "Mee", village.beta, municipality);
    }

    private ParticipantId personOf(PlacementId id) {
        return new ParticipantId(market.rows()
                .sql("select participant_id from placement where id = ?")
                .param(id.value())
                .query(UUID.class)
                .single());
    }

    private void answer(UUID checkIn, boolean there) {
        market.rows()
                .sql("update check_in set done_on = due_on, still_there = ? where id = ?")
                .params(there, checkIn)
                .update();
    }

    private void end(PlacementId id) {
        market.rows()
                .sql("update placement set state = 'FINISHED', ended_on = began_on where id = ?")
                .param(id.value())
                .update();
    }

    private <T> T service(Supplier<T> work) {
        return Objects.requireNonNull(ActingAs.service(() -> transactions.execute(tx -> work.get())));
    }

    private List<Attention> rows(Role role) {
        return village.as(village.actor(role), () -> attention.of(village.actor(role)));
    }

    private static List<String> paths(List<Attention> rows) {
        return rows.stream().map(Attention::path).toList();
    }
}
