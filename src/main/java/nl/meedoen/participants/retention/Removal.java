package nl.meedoen.participants.retention;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.meedoen.participants.holdings.EveryRow;
import nl.meedoen.participants.holdings.Holding;
import nl.meedoen.participants.holdings.PersonalData;
import nl.meedoen.post.MailFolder;
import nl.meedoen.webkit.RuleBroken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes the notes of a person away, or the whole dossier, in the caller's transaction. What the figures count stays, under
 * an id that leads to nobody. Before it is done, every column of every table is searched for the person, and the mail that
 * was written to files; a trace in a table stops it all.
 */
@Component
class Removal {

    private static final Logger log = LoggerFactory.getLogger(Removal.class);

    private final JdbcClient jdbc;
    private final Retention retention;
    private final Traces traces;
    private final MailFolder mail;
    private final EveryRow everyRow;
    private final ObjectProvider<PersonalData> rooms;

    Removal(
            JdbcClient jdbc,
            Retention retention,
            Traces traces,
            MailFolder mail,
            EveryRow everyRow,
            ObjectProvider<PersonalData> rooms) {
        this.jdbc = jdbc;
        this.retention = retention;
        this.traces = traces;
        this.mail = mail;
        this.everyRow = everyRow;
        this.rooms = rooms;
    }

    /**
     * Takes it away; what was done.
     *
     * @param ids of the dossier and of all that became part of it
     * @throws RuleBroken when a trace was found in a table that is not of participants
     */
    Erasing.Done of(Standing.What what, Collection<UUID> ids) {
        return everyRow.during(() -> what == Standing.What.ALL ? all(ids) : notes(ids));
    }

    private Erasing.Done notes(Collection<UUID> ids) {
        List<Holding> early = retention.all().stream()
                .filter(holding -> holding.going() == Holding.Going.EARLY)
                .toList();
        int rows = remove(early, ids);
        rooms.orderedStream()
                .flatMap(room -> room.clearNotes().stream())
                .forEach(statement -> jdbc.sql(statement).param("ids", ids).update());
        return new Erasing.Done(Standing.What.NOTES, rows, 0);
    }

    private Erasing.Done all(Collection<UUID> ids) {
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
        mail.removeMentioning(wanted.anywhere());
        return new Erasing.Done(Standing.What.ALL, rows, search.columns());
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
