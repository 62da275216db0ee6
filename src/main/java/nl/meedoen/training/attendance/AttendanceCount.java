package nl.meedoen.training.attendance;

import java.util.UUID;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Glances;
import nl.meedoen.training.CohortId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the participant's glance which part of the sessions held they attended. */
@Component
public class AttendanceCount {

    private record Share(int held, int attended) {

        @Nullable
        public Integer percent() {
            return held == 0 ? null : Math.round(100f * attended / held);
        }
    }

    private final JdbcClient jdbc;
    private final Glances glances;

    AttendanceCount(JdbcClient jdbc, Glances glances) {
        this.jdbc = jdbc;
        this.glances = glances;
    }

    /** Counts again for one member of a group: the sessions that were held while they belonged to it. */
    public void settle(CohortId cohort, ParticipantId participant) {
        UUID group = cohort.value();
        Share share = jdbc.sql("""
                        select count(distinct s.id),
                               count(distinct s.id) filter (where a.mark in ('PRESENT', 'LATE'))
                        from cohort_member m
                             join session s on s.cohort_id = m.cohort_id and s.state = 'HELD'
                                  and s.held_on >= m.from_on and (m.until_on is null or s.held_on <= m.until_on)
                             left join attendance a on a.session_id = s.id and a.participant_id = m.participant_id
                        where m.cohort_id = :cohort and m.participant_id = :participant and not m.waiting
                        """)
                .param("cohort", group)
                .param("participant", participant.value())
                .query((row, n) -> new Share(row.getInt(1), row.getInt(2)))
                .single();
        glances.attendance(participant, share.percent());
    }
}
