package nl.meedoen.participants.sections.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.participants.DossierHistory;
import nl.meedoen.participants.sections.Fact;
import nl.meedoen.participants.sections.Intake;
import nl.meedoen.participants.sections.SectionEntries;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.StaleVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the entries of a section that is a list, each in a row of the section's own table. */
@Transactional
abstract class EntryRecords<E extends Record> implements SectionEntries<E> {

    private final Intake intake;
    private final DossierHistory history;
    private final JdbcClient jdbc;
    private final String table;
    private final String order;

    /** @param order how the entries stand below each other, in SQL */
    EntryRecords(Intake intake, DossierHistory history, JdbcClient jdbc, String table, String order) {
        this.intake = intake;
        this.history = history;
        this.jdbc = jdbc;
        this.table = table;
        this.order = order;
    }

    abstract E read(ResultSet row) throws SQLException;

    abstract void write(ParticipantId id, UUID entry, E is);

    @Override
    @Transactional(readOnly = true)
    public List<Entry<E>> all(ParticipantId id) {
        return jdbc.sql("select * from " + table + " where participant_id = ? order by " + order)
                .param(id.value())
                .query((row, n) -> new Entry<>(row.getObject("id", UUID.class), read(row)))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public E find(ParticipantId id, UUID entry) {
        return jdbc.sql("select * from " + table + " where id = ? and participant_id = ?")
                .params(entry, id.value())
                .query((row, n) -> read(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    @Override
    public void add(Actor actor, ParticipantId id, E is) {
        intake.hold(actor, id, section());
        UUID entry = Uuids.next();
        write(id, entry, is);
        history.added(actor, id, is);
        intake.done(actor, id, section(), entry);
    }

    @Override
    public void correct(Actor actor, ParticipantId id, UUID entry, E is, @Nullable String seen) {
        intake.hold(actor, id, section());
        E before = find(id, entry);
        if (!Intake.fingerprint(before).equals(seen)) {
            throw new StaleVersion();
        }
        delete(id, entry);
        write(id, entry, is);
        history.write(actor, id, before, is);
        intake.done(actor, id, section(), entry);
    }

    @Override
    public void remove(Actor actor, ParticipantId id, UUID entry) {
        intake.hold(actor, id, section());
        E before = find(id, entry);
        delete(id, entry);
        history.removed(actor, id, before);
        intake.mark(actor, id, section());
    }

    private void delete(ParticipantId id, UUID entry) {
        jdbc.sql("delete from " + table + " where id = ? and participant_id = ?")
                .params(entry, id.value())
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Fact> known(Actor reader, ParticipantId id) {
        return all(id).stream().map(entry -> fact(entry.content())).toList();
    }
}
