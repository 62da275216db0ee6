package nl.meedoen.participants.retention;

import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.participants.holdings.EveryRow;
import nl.meedoen.participants.holdings.Holding;
import nl.meedoen.participants.holdings.PersonalData;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.StaleVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets the notes of a person go, or the whole dossier, in one transaction. What the figures count stays, under an id that
 * leads to nobody. Before it is done, every column of every table is searched for the person; a trace stops it all.
 */
@Service
@Transactional
public class Erasing {

    private static final Logger log = LoggerFactory.getLogger(Erasing.class);

    private final JdbcClient jdbc;
    private final Dossiers dossiers;
    private final Retention retention;
    private final Traces traces;
    private final EveryRow everyRow;
    private final ObjectProvider<PersonalData> rooms;
    private final Trail trail;
    private final Clock clock;

    Erasing(
            JdbcClient jdbc,
            Dossiers dossiers,
            Retention retention,
            Traces traces,
            EveryRow everyRow,
            ObjectProvider<PersonalData> rooms,
            Trail trail,
            Clock clock) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.retention = retention;
        this.traces = traces;
        this.everyRow = everyRow;
        this.rooms = rooms;
        this.trail = trail;
        this.clock = clock;
    }

    /** What was done: how many rows went, and in how many columns nothing was found afterwards. */
    public record Done(Standing.What what, int rows, int columns) {}

    /** Whether somebody typed the name that stands above the dossier. */
    public boolean isName(Actor actor, ParticipantId id, String typed) {
        return plain(dossiers.own(actor, id).name()).equals(plain(typed));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    /**
     * Erases what may go now.
     *
     * @param mark of the counts that the coordinator saw
     * @throws StaleVersion when the dossier changed since
     * @throws RuleBroken when it is held, not ended or not due yet, or when a trace was found elsewhere
     */
    public Done erase(Actor actor, ParticipantId id, Standing.Basis basis, String mark) {
        dossiers.own(actor, id);
        // first what the search for likely doubles holds while it writes about a participant, or each waits for the
        // other
        jdbc.sql("select 1 from participant_search where participant_id = ? for update")
                .param(id.value())
                .query(Integer.class)
                .list();
        jdbc.sql("select 1 from participant where id = ? for update")
                .param(id.value())
                .query(Integer.class)
                .list();
        Standing standing = retention.standing(actor, id);
        Standing.What what = standing.what();
        if (what == null) {
            throw new RuleBroken(standing.hold() != null ? "retention.is-held" : "retention.not-yet");
        }
        if (!standing.mark().equals(mark)) {
            throw new StaleVersion();
        }
        UUID location = jdbc.sql("select location_id from participant where id = ?")
                .param(id.value())
                .query(UUID.class)
                .single();
        Collection<UUID> ids = retention.ids(id);
        Done done = everyRow.during(() -> what == Standing.What.ALL ? all(ids) : notes(ids));
        UUID erasure = Uuids.next();
        jdbc.sql("""
                        insert into erasure (id, subject_id, location_id, what, basis, erased_at, erased_by, rows_gone,
                            columns_searched, traces_found)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
                        """)
                .params(erasure, id.value(), location, what.name(), basis.name())
                .params(Timestamp.from(clock.instant()), actor.id().value(), done.rows(), done.columns())
                .update();
        trail.dossier(actor, Trail.Action.REMOVED, "erasure." + what.name().toLowerCase(Locale.ROOT), erasure, id);
        return done;
    }

    private Done notes(Collection<UUID> ids) {
        List<Holding> early = retention.all().stream()
                .filter(holding -> holding.going() == Holding.Going.EARLY)
                .toList();
        int rows = remove(early, ids);
        rooms.orderedStream()
                .flatMap(room -> room.clearNotes().stream())
                .forEach(statement -> jdbc.sql(statement).param("ids", ids).update());
        return new Done(Standing.What.NOTES, rows, 0);
    }

    private Done all(Collection<UUID> ids) {
        Traces.Wanted wanted = wanted(ids);
        UUID past = UUID.randomUUID(); // ids of ours begin with the time, which would lead back
        for (PersonalData room : rooms.orderedStream().toList()) {
            for (String statement : room.leaveFigures()) {
                jdbc.sql(statement).param("ids", ids).param("past", past).update();
            }
            for (String statement : room.loosen()) {
                jdbc.sql(statement).param("ids", ids).update();
            }
        }
        List<Holding> going = retention.all().stream()
                .filter(holding -> holding.going() != Holding.Going.NEVER)
                .toList();
        int rows = remove(going, ids);
        Set<String> ofPeople = going.stream().map(Holding::table).collect(Collectors.toCollection(HashSet::new));
        ofPeople.add("account"); // a colleague may have the same name
        Traces.Search search = traces.search(wanted, ofPeople);
        if (!search.found().isEmpty()) {
            log.warn("A trace of who is to be erased stands in {}; nothing was erased", search.found());
            throw new RuleBroken("retention.trace-found", String.join(", ", search.found()));
        }
        return new Done(Standing.What.ALL, rows, search.columns());
    }

    /** Rows that point to others go before those. */
    private int remove(List<Holding> holdings, Collection<UUID> ids) {
        int rows = 0;
        for (Holding holding : inOrder(holdings)) {
            if (holding.going() == Holding.Going.BY_FUNCTION) {
                rows += jdbc.sql("select " + holding.table() + "_forget(cast(array[:ids] as uuid[]))")
                        .param("ids", ids)
                        .query(Integer.class)
                        .single();
            } else {
                rows += jdbc.sql("delete from " + holding.table() + " t where " + holding.where())
                        .param("ids", ids)
                        .param("texts", ids.stream().map(UUID::toString).toList())
                        .update();
            }
        }
        return rows;
    }

    private record Link(String child, String parent) {}

    private List<Holding> inOrder(List<Holding> holdings) {
        List<Link> links = jdbc.sql("""
                        select cast(cast(conrelid as regclass) as text), cast(cast(confrelid as regclass) as text)
                        from pg_constraint where contype = 'f' and conrelid <> confrelid
                        """)
                .query((row, n) -> new Link(row.getString(1), row.getString(2)))
                .list();
        List<Holding> left = new ArrayList<>(holdings);
        List<Holding> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            Set<String> names = left.stream().map(Holding::table).collect(Collectors.toSet());
            List<Holding> free = left.stream()
                    .filter(holding -> links.stream()
                            .noneMatch(link -> link.parent().equals(holding.table()) && names.contains(link.child())))
                    .toList();
            if (free.isEmpty()) {
                throw new IllegalStateException("tables point to each other: " + names);
            }
            ordered.addAll(free);
            left.removeAll(free);
        }
        return ordered;
    }

    /** What would be a trace: the numbers, phone and mail, and names of more than one word; one word may be anybody's. */
    private Traces.Wanted wanted(Collection<UUID> ids) {
        Set<String> numbers = new LinkedHashSet<>();
        Set<String> others = new LinkedHashSet<>();
        jdbc.sql("""
                        select p.number, p.phone, p.email, p.original_name, p.sort_name,
                            concat_ws(' ', p.given_names, p.infix, p.surname), concat_ws(' ', p.preferred_name, p.infix, p.surname)
                        from participant p where p.id in (:ids)
                        """).param("ids", ids).query(row -> {
            numbers.add(row.getString(1));
            for (int column = 2; column <= 7; column++) {
                String text = row.getString(column);
                if (text != null
                        && !text.isBlank()
                        && (column <= 3 || text.strip().contains(" "))) {
                    others.add(text.strip());
                }
            }
        });
        return new Traces.Wanted(ids, numbers, others);
    }
}
