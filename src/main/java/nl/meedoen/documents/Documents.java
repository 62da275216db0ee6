package nl.meedoen.documents;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.documents.content.CheckedFile;
import nl.meedoen.documents.content.SafeName;
import nl.meedoen.documents.store.FileStore;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.privacy.Trail;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.StaleVersion;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds, changes, replaces and removes the documents of a dossier; what comes in here has been checked. */
@Service
@Transactional
public class Documents {

    /** How many documents a dossier holds. */
    public static final int MOST = 200;

    /** How many bytes a dossier holds, older files and what was removed included. */
    public static final long MOST_BYTES = 100L * 1024 * 1024;

    /** How long what was removed can be put back. */
    public static final int DAYS_TO_RESTORE = 30;

    private static final String SUBJECT = "document";

    /** Something that stands on a document, such as a consent on its signed paper; rooms above fill it. */
    public interface Hold {

        /** Message code of why the document cannot be removed now; empty where nothing stands on it. */
        Optional<String> why(UUID document);
    }

    private final JdbcClient jdbc;
    private final Dossiers dossiers;
    private final FileStore files;
    private final Vault vault;
    private final Trail trail;
    private final ObjectProvider<Hold> holds;
    private final Clock clock;

    Documents(
            JdbcClient jdbc,
            Dossiers dossiers,
            FileStore files,
            Vault vault,
            Trail trail,
            ObjectProvider<Hold> holds,
            Clock clock) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.files = files;
        this.vault = vault;
        this.trail = trail;
        this.holds = holds;
        this.clock = clock;
    }

    /**
     * Keeps files, each as a document of its own; all of them or none.
     *
     * @return the ids, in the order of the files
     */
    public List<UUID> add(Actor actor, ParticipantId id, DocumentText text, List<CheckedFile> added) {
        begin(actor, id);
        List<UUID> ids = new ArrayList<>();
        for (CheckedFile file : added) {
            UUID document = Uuids.next();
            String given = text.title() == null ? SafeName.stem(file.name()) : text.title();
            String title = text.title() != null && added.size() > 1 ? given + " (" + (ids.size() + 1) + ")" : given;
            jdbc.sql("""
                            insert into document (id, participant_id, kind, title, dated_on, note, added_at)
                            values (?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(document, id.value(), text.kind().name(), vault.seal(title))
                    .param(text.datedOn())
                    .param(vault.sealOptional(text.note()))
                    .param(Timestamp.from(clock.instant()))
                    .update();
            keep(actor, document, 1, file);
            trail.dossier(actor, Trail.Action.CREATED, SUBJECT, document, id);
            ids.add(document);
        }
        withinBounds(id);
        return ids;
    }

    /** Puts a newer file in the place of the one that counts; the older ones stay. */
    public void replace(Actor actor, ParticipantId id, UUID document, long version, CheckedFile file) {
        begin(actor, id);
        StaleVersion.check(lock(id, document, false), version);
        jdbc.sql("update document set added_at = ?, version = version + 1 where id = ?")
                .params(Timestamp.from(clock.instant()), document)
                .update();
        int number = jdbc.sql("select max(number) + 1 from document_file where document_id = ?")
                .param(document)
                .query(Integer.class)
                .single();
        keep(actor, document, number, file);
        withinBounds(id);
        trail.dossier(actor, Trail.Action.CHANGED, "document.file", document, id);
    }

    /** Changes what is said of a document. */
    public void describe(Actor actor, ParticipantId id, UUID document, long version, DocumentText text) {
        begin(actor, id);
        StaleVersion.check(lock(id, document, false), version);
        jdbc.sql("update document set kind = ?, title = ?, dated_on = ?, note = ?, version = version + 1 where id = ?")
                .params(text.kind().name(), vault.seal(Objects.requireNonNull(text.title())))
                .param(text.datedOn())
                .param(vault.sealOptional(text.note()))
                .param(document)
                .update();
        trail.dossier(actor, Trail.Action.CHANGED, SUBJECT, document, id);
    }

    /** Takes a document out of the dossier; it can be put back for {@link #DAYS_TO_RESTORE} days. */
    public void remove(Actor actor, ParticipantId id, UUID document, String reason) {
        dossiers.reach(actor, id);
        lock(id, document, false);
        holds.stream().flatMap(hold -> hold.why(document).stream()).findFirst().ifPresent(why -> {
            throw new RuleBroken(why);
        });
        jdbc.sql("""
                        update document set removed_at = ?, removed_by = ?, removal_reason = ?, version = version + 1 where id = ?
                        """)
                .params(Timestamp.from(clock.instant()), actor.id().value(), vault.seal(reason), document)
                .update();
        trail.dossier(actor, Trail.Action.REMOVED, SUBJECT, document, id);
    }

    /** Puts back what was removed. */
    public void restore(Actor actor, ParticipantId id, UUID document) {
        dossiers.reach(actor, id);
        lock(id, document, true);
        jdbc.sql("""
                        update document set removed_at = null, removed_by = null, removal_reason = null, version = version + 1
                        where id = ?
                        """).param(document).update();
        trail.dossier(actor, Trail.Action.UNDONE, SUBJECT, document, id);
    }

    private void begin(Actor actor, ParticipantId id) {
        if (!dossiers.reach(actor, id).open()) {
            throw new RuleBroken("documents.enrolment-closed");
        }
    }

    private long lock(ParticipantId id, UUID document, boolean removed) {
        return jdbc.sql("""
                        select version from document where id = ? and participant_id = ? and (removed_at is not null) = ? for update
                        """)
                .params(document, id.value(), removed)
                .query(Long.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private void keep(Actor actor, UUID document, int number, CheckedFile file) {
        FileStore.Sealed sealed = files.seal(Uuids.next(), file.bytes(), file.previews());
        jdbc.sql("""
                        insert into document_file (id, document_id, number, name, type, size, previews, key, uploaded_by,
                            uploaded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        sealed.file(),
                        document,
                        number,
                        vault.seal(file.name()),
                        file.type().name(),
                        file.bytes().length,
                        file.previews().size(),
                        sealed.key(),
                        actor.id().value(),
                        Timestamp.from(clock.instant()))
                .update();
        files.write(sealed);
    }

    /** After the rows were written, behind a lock: two uploads at once would each see room for one. */
    private void withinBounds(ParticipantId id) {
        record Held(long documents, long bytes) {}
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("documents " + id)
                .query((row, n) -> true)
                .list();
        Held held = jdbc.sql("""
                        select (select count(*) from document where participant_id = :id),
                               (select coalesce(sum(f.size), 0) from document_file f join document d on d.id = f.document_id
                                where d.participant_id = :id)
                        """)
                .param("id", id.value())
                .query((row, n) -> new Held(row.getLong(1), row.getLong(2)))
                .single();
        if (held.documents() > MOST || held.bytes() > MOST_BYTES) {
            throw new RuleBroken("documents.full", MOST, MOST_BYTES / 1024 / 1024);
        }
    }
}
