package nl.meedoen.demo.papers;

import java.io.IOException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.ActingAs;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Actors;
import nl.meedoen.access.Role;
import nl.meedoen.documents.DocumentKind;
import nl.meedoen.documents.DocumentText;
import nl.meedoen.documents.Documents;
import nl.meedoen.documents.content.CheckedFile;
import nl.meedoen.documents.content.ContentCheck;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.webkit.Words;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts a few made-up papers in the dossiers of the coach on the sign-in page, the way a coach does it. The same few,
 * however large the demo is.
 */
@Component
@Profile("demo")
class DemoPapers {

    private static final String COACH = "coach@demo.example";
    private static final long LOCK = 7_340_027;
    private static final int DOSSIERS = 4;

    private final JdbcClient jdbc;
    private final Actors actors;
    private final Documents documents;
    private final ContentCheck contents;
    private final TransactionTemplate transactions;
    private final Words words;

    DemoPapers(
            JdbcClient jdbc,
            Actors actors,
            Documents documents,
            ContentCheck contents,
            TransactionTemplate transactions,
            Words words) {
        this.jdbc = jdbc;
        this.actors = actors;
        this.documents = documents;
        this.contents = contents;
        this.transactions = transactions;
        this.words = words;
    }

    @EventListener(ApplicationReadyEvent.class)
    void hand() throws IOException {
        Actor coach = jdbc.sql("select id from account where email = ?")
                .param(COACH)
                .query(UUID.class)
                .optional()
                .flatMap(id -> actors.find(new AccountId(id), Role.COACH))
                .orElse(null);
        if (coach == null) {
            return;
        }
        CheckedFile curriculum = contents.check(
                "cv.pdf",
                Paper.pdf(
                        "Curriculum vitae",
                        List.of(
                                "Werkervaring",
                                "2014 - 2019  Bakkerij, eigen zaak",
                                "2020 - 2021  Chauffeur",
                                "",
                                "Opleiding",
                                "Middelbare school, afgerond",
                                "",
                                "Talen",
                                "Arabisch, Engels, Nederlands (A2)")));
        CheckedFile diploma = contents.check("diploma.png", Paper.photo());
        CheckedFile test = contents.check(
                "taaltoets.pdf",
                Paper.pdf("Uitslag taaltoets", List.of("Spreken: A2", "Luisteren: A2", "Lezen: A1", "Schrijven: A1")));
        CheckedFile agreement = contents.check(
                "afspraken.pdf",
                Paper.pdf(
                        "Onze afspraken",
                        List.of(
                                "Wij spreken elkaar elke twee weken.",
                                "De deelnemer oefent Nederlands bij de bakker.",
                                "De coach belt met de werkgever.")));
        ActingAs.actor(
                coach,
                () -> transactions.execute(tx -> {
                    jdbc.sql("select pg_advisory_xact_lock(?)")
                            .param(LOCK)
                            .query((row, n) -> true)
                            .list();
                    if (jdbc.sql("select exists (select 1 from document)")
                            .query(Boolean.class)
                            .single()) {
                        return false;
                    }
                    LocalDate today = words.today();
                    int number = 0;
                    for (ParticipantId id : dossiers()) {
                        keep(coach, id, DocumentKind.CV, "Cv", null, curriculum);
                        keep(
                                coach,
                                id,
                                DocumentKind.DIPLOMA,
                                "Diploma middelbare school",
                                LocalDate.of(2009, 6, 30),
                                diploma);
                        if (number % 2 == 0) {
                            keep(coach, id, DocumentKind.LANGUAGE_TEST, "Taaltoets A2", today.minusDays(70), test);
                            keep(
                                    coach,
                                    id,
                                    DocumentKind.AGREEMENT_SIGNED,
                                    "Afspraken, ondertekend",
                                    today.minusDays(40),
                                    agreement);
                        }
                        number++;
                    }
                    return true;
                }));
    }

    private List<ParticipantId> dossiers() {
        return jdbc.sql("""
                        select participant_id from glance where participant_id = any (app_caseload()) and status = 'ACTIVE'
                        order by number desc limit ?
                        """)
                .param(DOSSIERS)
                .query((row, n) -> new ParticipantId(row.getObject(1, UUID.class)))
                .list();
    }

    private void keep(
            Actor coach,
            ParticipantId id,
            DocumentKind kind,
            String title,
            @org.jspecify.annotations.Nullable LocalDate dated,
            CheckedFile file) {
        UUID document = documents
                .add(coach, id, new DocumentText(kind, title, dated, null), List.of(file))
                .get(0);
        LocalDate earliest = words.today().minusDays(90);
        LocalDate day = dated == null || dated.isBefore(earliest) ? earliest : dated.plusDays(3);
        Timestamp at = Timestamp.from(day.atTime(11, 10).atZone(Words.ZONE).toInstant());
        jdbc.sql("update document set added_at = ? where id = ?")
                .params(at, document)
                .update();
        jdbc.sql("update document_file set uploaded_at = ? where document_id = ?")
                .params(at, document)
                .update();
    }
}
