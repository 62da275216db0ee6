package nl.meedoen.training.delivery;

import java.time.Clock;
import java.time.LocalDate;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Reaches;
import nl.meedoen.training.delivery.domain.Cohort;
import nl.meedoen.training.delivery.domain.Member;
import nl.meedoen.training.delivery.domain.MemberRepository;
import nl.meedoen.webkit.Words;
import org.springframework.stereotype.Component;

/** Keeps whom a trainer reaches equal to who is in the trainer's groups; the waiting list is not. */
@Component
public class TrainerReach {

    /** How long after the last session a trainer still reaches the members, to finish attendance and reports. */
    public static final int DAYS_AFTER_THE_END = 28;

    private final MemberRepository members;
    private final Reaches reaches;
    private final Clock clock;

    TrainerReach(MemberRepository members, Reaches reaches, Clock clock) {
        this.members = members;
        this.reaches = reaches;
        this.clock = clock;
    }

    /** For a whole group: after other trainers or other days. */
    public void settle(Cohort cohort) {
        members.present(cohort.id().value()).forEach(member -> settle(cohort, member));
    }

    /** For one member: after joining, leaving or coming back. */
    public void settle(Cohort cohort, Member member) {
        ParticipantId participant = member.participant();
        reaches.end(participant, cohort.id().value());
        if (member.waiting() || member.until() != null) {
            return;
        }
        LocalDate today = LocalDate.now(clock.withZone(Words.ZONE));
        LocalDate from = member.from().isBefore(today) ? member.from() : today;
        for (AccountId trainer : cohort.trainers()) {
            reaches.grant(
                    participant,
                    trainer,
                    Reaches.Capacity.TRAINER,
                    cohort.id().value(),
                    from,
                    cohort.endsOn().plusDays(DAYS_AFTER_THE_END));
        }
    }
}
