package nl.meedoen.participants.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.registration.EnrolmentStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** For whom something cannot be done, and why. */
class StandingTest {

    private static final LocalDate REGISTERED = LocalDate.of(2026, 3, 1);
    private static final AccountId COACH = new AccountId(UUID.randomUUID());
    private static final AccountId OTHER = new AccountId(UUID.randomUUID());

    private static Standing standing(
            EnrolmentStatus status,
            @Nullable AccountId coach,
            @Nullable LocalDate coachFrom,
            @Nullable LocalDate lastUntil) {
        return new Standing(
                new ParticipantId(UUID.randomUUID()),
                "Amal",
                "VIP-2026-000001",
                status,
                REGISTERED,
                null,
                coach == null ? null : UUID.randomUUID(),
                coach,
                coach == null ? null : "Coach",
                coachFrom,
                lastUntil,
                coachFrom);
    }

    @Test
    void aCoachIsGivenWhileTheProgrammeRuns() {
        Standing waits = standing(EnrolmentStatus.INTAKE, null, null, null);
        assertThat(waits.refusal(BulkAction.COACH, COACH, REGISTERED)).isNull();
        assertThat(waits.refusal(BulkAction.COACH, COACH, REGISTERED.minusDays(1)))
                .isEqualTo("bulk.refused.before-registration");
        assertThat(standing(EnrolmentStatus.WITHDRAWN, null, null, null).refusal(BulkAction.COACH, COACH, REGISTERED))
                .isEqualTo("bulk.refused.closed");
    }

    @Test
    void anotherCoachBeginsAfterTheOneBefore() {
        LocalDate since = REGISTERED.plusDays(10);
        Standing coached = standing(EnrolmentStatus.ACTIVE, COACH, since, REGISTERED.plusDays(9));
        assertThat(coached.refusal(BulkAction.COACH, COACH, since.plusDays(5))).isEqualTo("bulk.refused.same-coach");
        assertThat(coached.refusal(BulkAction.COACH, OTHER, since.plusDays(5))).isNull();
        assertThat(coached.refusal(BulkAction.COACH, OTHER, since))
                .as("on the same day")
                .isNull();
        assertThat(coached.refusal(BulkAction.COACH, OTHER, since.minusDays(1)))
                .isEqualTo("bulk.refused.other-coach-then");
        Standing between = standing(EnrolmentStatus.ACTIVE, null, null, since);
        assertThat(between.refusal(BulkAction.COACH, OTHER, since)).isEqualTo("bulk.refused.other-coach-then");
        assertThat(between.refusal(BulkAction.COACH, OTHER, since.plusDays(1))).isNull();
    }

    @Test
    void onlyWhoHasACoachLosesOneAndAnIntakeIsHeldOnce() {
        assertThat(standing(EnrolmentStatus.INTAKE, null, null, null).refusal(BulkAction.RELEASE, null, REGISTERED))
                .isEqualTo("bulk.refused.no-coach");
        assertThat(standing(EnrolmentStatus.ACTIVE, COACH, REGISTERED, null)
                        .refusal(BulkAction.RELEASE, null, REGISTERED))
                .isNull();
        assertThat(standing(EnrolmentStatus.REGISTERED, null, null, null).refusal(BulkAction.INTAKE, null, REGISTERED))
                .isNull();
        assertThat(standing(EnrolmentStatus.INTAKE, null, null, null).refusal(BulkAction.INTAKE, null, REGISTERED))
                .isEqualTo("bulk.refused.intake-already");
        assertThat(standing(EnrolmentStatus.CLOSED, null, null, null).refusal(BulkAction.INTAKE, null, REGISTERED))
                .isEqualTo("bulk.refused.closed");
    }
}
