package nl.meedoen.plans.today;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.ActingAs;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.plans.Appointments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets the list go on to the next appointment when one has begun. Doing it twice, on two instances, does no harm. */
@Component
class PassedAppointments {

    private static final Duration BACK = Duration.ofDays(2);

    private final JdbcClient jdbc;
    private final Appointments appointments;
    private final TransactionTemplate transactions;
    private final Clock clock;

    PassedAppointments(JdbcClient jdbc, Appointments appointments, TransactionTemplate transactions, Clock clock) {
        this.jdbc = jdbc;
        this.appointments = appointments;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 600_000, initialDelay = 60_000)
    void look() {
        ActingAs.service(() -> transactions.executeWithoutResult(
                tx -> begun().forEach(id -> appointments.passed(new ParticipantId(id)))));
    }

    private List<UUID> begun() {
        Instant now = clock.instant();
        return jdbc.sql("""
                        select distinct a.participant_id from appointment a
                        join glance g on g.participant_id = a.participant_id and g.next_appointment_at <= :now
                        where a.cancelled_at is null and a.starts_at <= :now and a.starts_at > :since
                        """)
                .param("now", Timestamp.from(now))
                .param("since", Timestamp.from(now.minus(BACK)))
                .query(UUID.class)
                .list();
    }
}
