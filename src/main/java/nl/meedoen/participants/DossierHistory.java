package nl.meedoen.participants;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.participants.registration.Registration;
import nl.meedoen.privacy.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** From what to what a field was changed: sealed, and apart from the trail, so that it can be erased. */
@Component
public class DossierHistory {

    /** One field that was changed; the name is that of the field in {@link Registration}. */
    public record Change(String field, String before, String after) {}

    /** What one person changed at one moment. */
    public record Entry(Instant at, String by, List<Change> changes) {}

    private static final String UNIT = "\u001f";
    private static final String LINE = "\u001e";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    DossierHistory(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** Keeps what differs; nothing when nothing does. */
    public void write(Actor actor, ParticipantId id, Record before, Record after) {
        List<Change> changes = new ArrayList<>();
        compare(before, after, changes);
        if (changes.isEmpty()) {
            return;
        }
        List<String> lines = changes.stream()
                .map(c -> c.field() + UNIT + c.before() + UNIT + c.after())
                .toList();
        jdbc.sql(
                        "insert into participant_history (id, participant_id, changed_at, changed_by, changes) values (?, ?, ?, ?, ?)")
                .params(
                        Uuids.next(),
                        id.value(),
                        Timestamp.from(clock.instant()),
                        actor.id().value(),
                        vault.seal(String.join(LINE, lines)))
                .update();
    }

    /** The last changes of a dossier, newest first. */
    public List<Entry> read(ParticipantId id) {
        return jdbc.sql("""
                        select h.changed_at, a.name, h.changes from participant_history h join account a on a.id = h.changed_by
                        where h.participant_id = ? order by h.changed_at desc limit 20
                        """)
                .param(id.value())
                .query((row, n) -> new Entry(
                        row.getTimestamp(1).toInstant(),
                        row.getString(2),
                        parse(String.valueOf(vault.open(row.getBytes(3))))))
                .list();
    }

    private static List<Change> parse(String text) {
        List<Change> changes = new ArrayList<>();
        for (String line : text.split(LINE)) {
            String[] parts = line.split(UNIT, -1);
            changes.add(new Change(parts[0], parts[1], parts[2]));
        }
        return changes;
    }

    /** Records are compared part by part, so that a new field is kept without a line here. */
    private static void compare(Record before, Record after, List<Change> changes) {
        for (RecordComponent part : before.getClass().getRecordComponents()) {
            Object was = value(part, before);
            Object is = value(part, after);
            if (was instanceof Record a
                    && is instanceof Record b
                    && a.getClass().getPackageName().startsWith("nl.meedoen.participants")) {
                compare(a, b, changes);
            } else if (was instanceof nl.meedoen.kernel.PersonName a && is instanceof nl.meedoen.kernel.PersonName b) {
                compare(a, b, changes);
            } else if (!Objects.equals(was, is)) {
                changes.add(new Change(part.getName(), text(was), text(is)));
            }
        }
    }

    private static @Nullable Object value(RecordComponent part, Record record) {
        try {
            return part.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
