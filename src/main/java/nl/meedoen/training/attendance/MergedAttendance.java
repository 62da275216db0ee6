package nl.meedoen.training.attendance;

import java.util.UUID;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Merging;
import nl.meedoen.training.CohortId;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Groups and attendance when two dossiers become one. Of two marks for one session the one in the dossier that stays
 * counts; the other stays where it is, since nobody can be present twice.
 */
@Component
@Order(30)
class MergedAttendance implements Merging.Party {

    private static final String SAME_SESSION = """
            exists (select 1 from %s x where x.participant_id = :into and x.session_id = t.session_id)""";

    private final JdbcClient jdbc;
    private final AttendanceCount counts;

    MergedAttendance(JdbcClient jdbc, AttendanceCount counts) {
        this.jdbc = jdbc;
        this.counts = counts;
    }

    @Override
    public void take(Merging.Moves moves) {
        moves.change(
                "cohort_member", "until_on = greatest(t.from_on, app_today()), version = t.version + 1", """
                t.participant_id = :from and t.until_on is null and exists (select 1 from cohort_member x
                    where x.participant_id = :into and x.cohort_id = t.cohort_id and x.until_on is null)""", "id");
        moves.all("cohort_member", "training.moves.member", "id");
        moves.allBut(SAME_SESSION.formatted("attendance"), "attendance", "training.moves.attendance", "session_id");
        moves.allBut(SAME_SESSION.formatted("session_call"), "session_call", "", "session_id");
    }

    @Override
    public void settle(ParticipantId id) {
        jdbc.sql("""
                        select cohort_id from cohort_member where participant_id = ? and not waiting
                        order by until_on is null desc, from_on desc, id desc limit 1
                        """)
                .param(id.value())
                .query(UUID.class)
                .optional()
                .ifPresent(cohort -> counts.settle(new CohortId(cohort), id));
    }
}
