package nl.meedoen.participants;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.PersonName;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.participants.registration.Registration;
import nl.meedoen.privacy.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** From what to what a field was changed: sealed, and apart from the trail, so that it can be erased. */
@Component
public class DossierHistory {

    /** One field that was changed: its {@link #path}, and what stood there; empty where nothing did. */
    public record Change(String field, String before, String after) {}

    /** What one person changed at one moment. */
    public record Entry(Instant at, AccountId by, List<Change> changes) {}

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
        keep(actor, id, before, after);
    }

    /** Keeps all of what is new. */
    public void added(Actor actor, ParticipantId id, Record is) {
        keep(actor, id, null, is);
    }

    /** Keeps all of what is there no more. */
    public void removed(Actor actor, ParticipantId id, Record was) {
        keep(actor, id, was, null);
    }

    private void keep(Actor actor, ParticipantId id, @Nullable Record before, @Nullable Record after) {
        List<Change> changes = new ArrayList<>();
        compare(root(either(before, after).getClass()), before, after, changes);
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

    /** What was changed between two moments, newest first; of a dossier that the caller has reached. */
    public List<Entry> between(List<ParticipantId> dossiers, Instant from, Instant until) {
        return jdbc.sql("""
                        select changed_at, changed_by, changes from participant_history
                        where participant_id = any(:ids) and changed_at between :from and :until
                        order by changed_at desc
                        """)
                .param("ids", dossiers.stream().map(ParticipantId::value).toArray(UUID[]::new))
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .query((row, n) -> new Entry(
                        row.getTimestamp(1).toInstant(),
                        new AccountId(row.getObject(2, UUID.class)),
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
    private static void compare(String root, @Nullable Record before, @Nullable Record after, List<Change> changes) {
        for (RecordComponent part : either(before, after).getClass().getRecordComponents()) {
            Object was = before == null ? null : value(part, before);
            Object is = after == null ? null : value(part, after);
            if (inParts(part.getType()) && (was != null || is != null)) {
                compare(path(root, part), (Record) was, (Record) is, changes);
            } else if (!text(was).equals(text(is))) {
                changes.add(new Change(path(root, part), text(was), text(is)));
            }
        }
    }

    private static Record either(@Nullable Record one, @Nullable Record other) {
        return one == null ? Objects.requireNonNull(other) : one;
    }

    /** The beginning of the names of a record's fields: none for a registration, {@code household.} for a household. */
    public static String root(Class<?> type) {
        return type == Registration.class ? "" : type.getSimpleName() + ".";
    }

    /** The name of a field; where its type has fields of its own, the beginning of their names. */
    public static String path(String root, RecordComponent part) {
        if (!inParts(part.getType())) {
            return root + part.getName();
        }
        // one kind of part more than once in a record: its place says which
        return part.getType().isMemberClass() ? root + part.getName() + "." : root;
    }

    /** Whether values of this type are compared field by field. */
    public static boolean inParts(Class<?> type) {
        return type == PersonName.class
                || type.isRecord() && type.getPackageName().startsWith("nl.meedoen.participants");
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
