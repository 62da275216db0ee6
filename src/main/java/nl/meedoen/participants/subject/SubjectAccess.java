package nl.meedoen.participants.subject;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.participants.holdings.EveryRow;
import nl.meedoen.participants.holdings.PersonalData;
import nl.meedoen.participants.merging.Merges;
import nl.meedoen.privacy.Exports;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands a person all that is known of them (AVG 15 and 20): complete, since each room declares its tables and all columns
 * count; and nothing of anybody else but the name and role of colleagues. Each time is in the trail.
 */
@Service
@Transactional
public class SubjectAccess {

    /** In which form it is handed out. */
    public enum Form {
        /** To read and to print. */
        PDF("application/pdf"),
        /** For another program (AVG 20). */
        JSON("application/json"),
        /** Both, with the files of the dossier. */
        ZIP("application/zip");

        private final String type;

        Form(String type) {
            this.type = type;
        }

        /** The media type of the answer. */
        public String type() {
            return type;
        }
    }

    private final JdbcClient jdbc;
    private final Dossiers dossiers;
    private final Merges merges;
    private final SubjectReader reader;
    private final SubjectPaper paper;
    private final SubjectJson json;
    private final EveryRow everyRow;
    private final ObjectProvider<PersonalData> rooms;
    private final Exports exports;
    private final Clock clock;

    SubjectAccess(
            JdbcClient jdbc,
            Dossiers dossiers,
            Merges merges,
            SubjectReader reader,
            SubjectPaper paper,
            SubjectJson json,
            EveryRow everyRow,
            ObjectProvider<PersonalData> rooms,
            Exports exports,
            Clock clock) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.merges = merges;
        this.reader = reader;
        this.paper = paper;
        this.json = json;
        this.everyRow = everyRow;
        this.rooms = rooms;
        this.exports = exports;
        this.clock = clock;
    }

    /**
     * Notes in the trail that the person's file is made, and reads it.
     *
     * @throws nl.meedoen.webkit.NotFound for whoever does not reach the person
     * @throws nl.meedoen.webkit.RuleBroken after too many files in an hour
     */
    public SubjectFile read(Actor actor, ParticipantId id, Form form) {
        dossiers.own(actor, id);
        exports.register(actor, "subject-access." + form.name().toLowerCase(java.util.Locale.ROOT), id);
        return everyRow.during(() -> assemble(id));
    }

    private SubjectFile assemble(ParticipantId id) {
        List<SubjectFile.Part> parts = reader.read(all(id));
        return jdbc.sql("""
                        select g.number, g.name, g.original_name, l.name from glance g join location l on l.id = g.location_id
                        where g.participant_id = ?
                        """)
                .param(id.value())
                .query((row, n) -> new SubjectFile(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), clock.instant(), parts))
                .single();
    }

    /** The dossier and those that became part of it. */
    private Collection<UUID> all(ParticipantId id) {
        return merges.dossiers(id).stream().map(ParticipantId::value).toList();
    }

    /** Writes the file in its form; inside the transaction that read it, since files are read one by one. */
    public void write(ParticipantId id, SubjectFile file, Form form, OutputStream out) {
        everyRow.during(() -> {
            try {
                switch (form) {
                    case PDF -> paper.write(file, out);
                    case JSON -> out.write(json.of(file).getBytes(StandardCharsets.UTF_8));
                    case ZIP -> zip(id, file, out);
                }
                return true;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private void zip(ParticipantId id, SubjectFile file, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.putNextEntry(new ZipEntry(file.number() + ".pdf"));
        paper.write(file, zip);
        zip.putNextEntry(new ZipEntry(file.number() + ".json"));
        zip.write(json.of(file).getBytes(StandardCharsets.UTF_8));
        for (PersonalData room : rooms.orderedStream().toList()) {
            for (PersonalData.OwnFile own : room.files(all(id))) {
                zip.putNextEntry(new ZipEntry("documents/" + own.name()));
                own.content().to(zip);
            }
        }
        zip.finish();
    }
}
