package nl.meedoen.participants.merging;

import java.time.LocalDate;
import java.util.Optional;
import nl.meedoen.kernel.ParticipantId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What somebody can have only one of at a time: an open enrolment and a coach. */
@Component
public class Runs {

    /** An enrolment that is open. */
    public record Open(String status, LocalDate registeredOn) {}

    private final JdbcClient jdbc;

    Runs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The enrolment that is open, of somebody whom the caller has reached. */
    @Transactional(readOnly = true)
    public Optional<Open> enrolment(ParticipantId id) {
        return jdbc.sql("""
                        select status, registered_on from enrolment
                        where participant_id = ? and status in ('REGISTERED', 'INTAKE', 'ACTIVE')
                        """)
                .param(id.value())
                .query((row, n) -> new Open(row.getString(1), row.getObject(2, LocalDate.class)))
                .optional();
    }

    /** The name of the coach of today, of somebody whom the caller has reached; null when there is none. */
    @Transactional(readOnly = true)
    public @Nullable String coach(ParticipantId id) {
        return jdbc.sql("""
                        select a.name from coach_assignment c join account a on a.id = c.coach_id
                        where c.participant_id = ? and c.until_on is null
                        """).param(id.value()).query(String.class).optional().orElse(null);
    }
}
