package nl.meedoen.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.documents.content.FileType;
import nl.meedoen.documents.store.FileStore;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.privacy.Trail;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the documents of a dossier; each opening is in the trail. */
@Service
@Transactional
public class DocumentArchive {

    /** Whoever turns the pages of one file for a quarter of an hour has opened it once. */
    private static final Duration ONE_OPENING = Duration.ofMinutes(15);

    private static final String FILE = "document.file";

    private final JdbcClient jdbc;
    private final Dossiers dossiers;
    private final FileStore files;
    private final Vault vault;
    private final Trail trail;
    private final Clock clock;

    DocumentArchive(JdbcClient jdbc, Dossiers dossiers, FileStore files, Vault vault, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.files = files;
        this.vault = vault;
        this.trail = trail;
        this.clock = clock;
    }

    /** A file as it goes to a browser. */
    public record Content(String name, FileType type, byte[] bytes) {}

    /** A document and its files, and a line in the trail that it was opened. */
    public StoredDocument open(Actor actor, ParticipantId id, UUID document) {
        dossiers.reach(actor, id);
        StoredDocument found = find(id, document);
        trail.dossier(actor, Trail.Action.OPENED, "document", document, id);
        return found;
    }

    /** The same without a line in the trail, for a form about it. */
    public StoredDocument describe(Actor actor, ParticipantId id, UUID document) {
        dossiers.reach(actor, id);
        return find(id, document);
    }

    /** The documents of a dossier by name, the newest first, for a form that refers to one. */
    public List<Option> titles(Actor actor, ParticipantId id) {
        dossiers.reach(actor, id);
        return jdbc.sql("""
                        select id, title from document where participant_id = ? and removed_at is null
                        order by added_at desc, id desc limit 50
                        """)
                .param(id.value())
                .query((row, n) -> new Option(row.getString(1), String.valueOf(vault.open(row.getBytes(2)))))
                .list();
    }

    /** The file itself, to be taken away. */
    public Content download(Actor actor, ParticipantId id, UUID document, UUID file) {
        StoredDocument.StoredFile found = file(actor, id, document, file);
        trail.dossier(actor, Trail.Action.OPENED, "document.download", file, id);
        return new Content(found.name(), found.type(), files.read(file, 0));
    }

    /** The picture of a page, as JPEG; the first page is 1. */
    public byte[] page(Actor actor, ParticipantId id, UUID document, UUID file, int page) {
        StoredDocument.StoredFile found = file(actor, id, document, file);
        if (page < 1 || page > found.previews()) {
            throw new NotFound();
        }
        if (!openedJustNow(actor, id, file)) {
            trail.dossier(actor, Trail.Action.OPENED, FILE, file, id);
        }
        return files.read(file, page);
    }

    private StoredDocument.StoredFile file(Actor actor, ParticipantId id, UUID document, UUID file) {
        return describe(actor, id, document).files().stream()
                .filter(one -> one.id().equals(file))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private boolean openedJustNow(Actor actor, ParticipantId id, UUID file) {
        return jdbc.sql("""
                        select exists (select 1 from trail where participant_id = ? and subject_id = ? and actor_id = ?
                            and role = ? and action = 'OPENED' and at > ?)
                        """)
                .params(
                        id.value(),
                        file,
                        actor.id().value(),
                        actor.role().name(),
                        Timestamp.from(clock.instant().minus(ONE_OPENING)))
                .query(Boolean.class)
                .single();
    }

    private StoredDocument find(ParticipantId id, UUID document) {
        List<StoredDocument.StoredFile> all = jdbc.sql("""
                        select f.id, f.number, f.name, f.type, f.size, f.previews, a.name, f.uploaded_at
                        from document_file f join account a on a.id = f.uploaded_by
                        where f.document_id = ? order by f.number desc
                        """)
                .param(document)
                .query((row, n) -> new StoredDocument.StoredFile(
                        row.getObject(1, UUID.class),
                        row.getInt(2),
                        String.valueOf(vault.open(row.getBytes(3))),
                        FileType.valueOf(row.getString(4)),
                        row.getInt(5),
                        row.getInt(6),
                        row.getString(7),
                        row.getTimestamp(8).toInstant()))
                .list();
        return jdbc.sql("""
                        select d.id, d.kind, d.title, d.dated_on, d.note, d.removed_at, a.name, d.removal_reason, d.version
                        from document d left join account a on a.id = d.removed_by where d.id = ? and d.participant_id = ?
                        """)
                .params(document, id.value())
                .query((row, n) -> document(row, all))
                .optional()
                .filter(found -> !all.isEmpty())
                .orElseThrow(NotFound::new);
    }

    private StoredDocument document(ResultSet row, List<StoredDocument.StoredFile> all) throws SQLException {
        Timestamp removed = row.getTimestamp(6);
        StoredDocument.Removal removal = removed == null
                ? null
                : new StoredDocument.Removal(
                        removed.toInstant(),
                        row.getString(7),
                        String.valueOf(vault.open(row.getBytes(8))),
                        lastDay(removed.toInstant()));
        return new StoredDocument(
                row.getObject(1, UUID.class),
                DocumentKind.valueOf(row.getString(2)),
                String.valueOf(vault.open(row.getBytes(3))),
                row.getObject(4, LocalDate.class),
                vault.open(row.getBytes(5)),
                removal,
                row.getLong(9),
                all);
    }

    /** Until when something that was removed at this moment can be put back. */
    static LocalDate lastDay(Instant removed) {
        return LocalDate.ofInstant(removed, Words.ZONE).plusDays(Documents.DAYS_TO_RESTORE);
    }
}
