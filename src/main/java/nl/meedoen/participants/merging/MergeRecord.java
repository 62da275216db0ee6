package nl.meedoen.participants.merging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meedoen.kernel.ParticipantId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two dossiers that became one.
 *
 * @param name of the dossier that stayed, as it is now
 * @param undoUntil the last day on which it can be undone
 */
public record MergeRecord(
        UUID id,
        ParticipantId into,
        ParticipantId from,
        String intoNumber,
        String fromNumber,
        String name,
        Instant mergedAt,
        String mergedBy,
        LocalDate undoUntil,
        boolean undone) {

    /** Whether it can be undone today. */
    public boolean open(LocalDate today) {
        return !undone && !today.isAfter(undoUntil);
    }

    static List<MergeRecord> read(JdbcClient jdbc, String condition, Map<String, ?> params) {
        return jdbc.sql("""
                        select m.*, g.name, a.name by_name from merging m join glance g on g.participant_id = m.into_id
                            join account a on a.id = m.merged_by
                        where %s order by m.merged_at desc, m.id desc limit 200
                        """.formatted(condition))
                .params(params)
                .query((row, n) -> new MergeRecord(
                        row.getObject("id", UUID.class),
                        new ParticipantId(row.getObject("into_id", UUID.class)),
                        new ParticipantId(row.getObject("from_id", UUID.class)),
                        row.getString("into_number"),
                        row.getString("from_number"),
                        row.getString("name"),
                        row.getTimestamp("merged_at").toInstant(),
                        row.getString("by_name"),
                        row.getObject("undo_until", LocalDate.class),
                        row.getTimestamp("undone_at") != null))
                .list();
    }
}
