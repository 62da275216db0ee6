package nl.meedoen.enrolment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.registration.EnrolmentStatus;
import nl.meedoen.privacy.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which states somebody went through: when, by whom, and why. */
@Component
public class EnrolmentHistory {

    /** One step; from a state to the same one it is a correction. */
    public record Step(
            @Nullable EnrolmentStatus from,
            EnrolmentStatus to,
            LocalDate on,
            @Nullable String by,
            Instant at,
            @Nullable String reason) {

        /** Whether days were put right and the state stayed. */
        public boolean correction() {
            return from == to;
        }
    }

    private final JdbcClient jdbc;
    private final Vault vault;

    EnrolmentHistory(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** The steps of a participant whom the caller has reached, the newest first. */
    @Transactional(readOnly = true)
    public List<Step> of(ParticipantId id) {
        return jdbc.sql("""
                        select c.from_status, c.to_status, c.changed_on, a.name, c.changed_at, c.reason
                        from enrolment_change c left join account a on a.id = c.changed_by
                        where c.participant_id = ? order by c.changed_at desc, c.id desc limit 100
                        """)
                .param(id.value())
                .query((row, n) -> new Step(
                        row.getString(1) == null ? null : EnrolmentStatus.valueOf(row.getString(1)),
                        EnrolmentStatus.valueOf(row.getString(2)),
                        row.getObject(3, LocalDate.class),
                        row.getString(4),
                        row.getTimestamp(5).toInstant(),
                        vault.open(row.getBytes(6))))
                .list();
    }
}
