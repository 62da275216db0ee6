package nl.meedoen.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.ActingAs;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.documents.content.CheckedFile;
import nl.meedoen.documents.content.FileType;
import nl.meedoen.documents.store.KeyRotation;
import nl.meedoen.documents.store.RotationWithMoreKeys;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.privacy.MoreKeys;
import nl.meedoen.privacy.Trail;
import nl.meedoen.privacy.Vault;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.TestFolder;
import nl.meedoen.support.Village;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.StaleVersion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MeedoenTest
class DocumentsTest {

    @Autowired
    Village village;

    @Autowired
    Folder folder;

    @Autowired
    Documents documents;

    @Autowired
    DocumentArchive archive;

    @Autowired
    DocumentRetention retention;

    @Autowired
    OwnerJdbc everything;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Trail trail;

    @Autowired
    TransactionTemplate transactions;

    private Actor actor;
    private ParticipantId person;

    @BeforeEach
    void somebody() {
        actor = village.actor(Role.COORDINATOR);
        person = village.participant("Farah", "Papier", village.alpha, Village.OWN_MUNICIPALITY);
        village.assign(person, village.account(Role.COACH));
    }

    private StoredDocument read(UUID document) {
        return village.as(actor, () -> archive.describe(actor, person, document));
    }

    private byte[] download(UUID document) {
        UUID file = read(document).newest().id();
        return village.as(actor, () -> archive.download(actor, person, document, file))
                .bytes();
    }

    private int parts(UUID document) {
        return everything
                .sql(
                        "select count(*) from document_part p join document_file f on f.id = p.file_id where f.document_id = ?")
                .param(document)
                .query(Integer.class)
                .single();
    }

    @Test
    void whatWasPutInComesOutAndNothingOfItCanBeReadInTheTables() {
        CheckedFile file = folder.pdf("Getuigschrift");
        DocumentText text =
                new DocumentText(DocumentKind.WORK_REFERENCE, null, LocalDate.of(2024, 3, 1), "Van de bakker");
        UUID document = village.as(actor, () -> documents.add(actor, person, text, List.of(file)))
                .get(0);
        StoredDocument stored = read(document);
        assertThat(stored.title()).isEqualTo("Getuigschrift");
        assertThat(stored.note()).isEqualTo("Van de bakker");
        assertThat(stored.datedOn()).isEqualTo(LocalDate.of(2024, 3, 1));
        assertThat(stored.newest().previews()).isEqualTo(1);
        assertThat(download(document)).isEqualTo(file.bytes());
        for (String column : List.of("d.title", "d.note", "f.name", "f.key", "p.sealed")) {
            List<byte[]> sealed = everything
                    .sql("select " + column + " from document d join document_file f on f.document_id = d.id"
                            + " join document_part p on p.file_id = f.id where d.id = ?")
                    .param(document)
                    .query((row, n) -> row.getBytes(1))
                    .list();
            assertThat(sealed)
                    .isNotEmpty()
                    .allSatisfy(bytes -> assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                            .doesNotContain("Getuigschrift", "bakker", "%PDF", "JFIF"));
        }
    }

    @Test
    void severalFilesAreDocumentsOfTheirOwn() {
        DocumentText text = new DocumentText(DocumentKind.CV, "Cv", null, null);
        List<UUID> ids = village.as(
                actor, () -> documents.add(actor, person, text, List.of(folder.pdf("een"), folder.pdf("twee"))));
        assertThat(ids).extracting(id -> read(id).title()).containsExactly("Cv (1)", "Cv (2)");
    }

    @Test
    void aPieceInAnothersPlaceIsNotOpened() {
        UUID first = folder.document(person, DocumentKind.CV, "Een");
        UUID second = folder.document(person, DocumentKind.CV, "Twee");
        everything
                .sql(
                        "update document_file f set key = o.key from document_file o where o.document_id = ? and f.document_id = ?")
                .params(first, second)
                .update();
        everything.sql("""
                        update document_part p set sealed = o.sealed from document_part o, document_file fo, document_file fp
                        where fo.document_id = ? and o.file_id = fo.id and fp.document_id = ? and p.file_id = fp.id and o.part = p.part
                        """).params(first, second).update();
        assertThatThrownBy(() -> download(second)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aNewerFileTakesThePlaceAndTheOlderOneStays() {
        UUID document = folder.document(person, DocumentKind.CV, "Cv");
        long version = read(document).version();
        village.run(actor, () -> documents.replace(actor, person, document, version, folder.pdf("Nieuw")));
        StoredDocument now = read(document);
        assertThat(now.newest().name()).isEqualTo("Nieuw.pdf");
        assertThat(now.older()).extracting(StoredDocument.StoredFile::name).containsExactly("Cv.pdf");
        assertThatThrownBy(() -> village.run(
                        actor, () -> documents.replace(actor, person, document, version, folder.pdf("Laat"))))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void whatWasRemovedCanBePutBackForThirtyDaysAndIsThenGone() {
        UUID document = folder.document(person, DocumentKind.OTHER, "Vergissing");
        village.run(actor, () -> documents.remove(actor, person, document, "Verkeerd dossier"));
        assertThat(read(document).removal()).satisfies(removal -> {
            assertThat(removal.reason()).isEqualTo("Verkeerd dossier");
            assertThat(removal.until()).isEqualTo(village.today().plusDays(30));
        });
        removedDaysAgo(document, 30);
        forget();
        village.run(actor, () -> documents.restore(actor, person, document));
        assertThat(read(document).removal()).isNull();
        village.run(actor, () -> documents.remove(actor, person, document, "Toch"));
        removedDaysAgo(document, 32);
        forget();
        assertThatThrownBy(() -> read(document)).isInstanceOf(NotFound.class);
        assertThat(parts(document)).isZero();
    }

    private void removedDaysAgo(UUID document, int days) {
        everything
                .sql("update document set removed_at = removed_at - make_interval(days => ?) where id = ?")
                .params(days, document)
                .update();
    }

    private void forget() {
        ActingAs.service(() -> transactions.executeWithoutResult(tx -> retention.forget()));
    }

    @Test
    void eachOpeningIsInTheTrailAndTurningPagesIsOne() {
        UUID document = folder.document(person, DocumentKind.CV, "Cv");
        UUID file = read(document).newest().id();
        village.run(actor, () -> archive.open(actor, person, document));
        village.run(actor, () -> archive.page(actor, person, document, file, 1));
        village.run(actor, () -> archive.page(actor, person, document, file, 1));
        village.run(actor, () -> archive.download(actor, person, document, file));
        assertThat(everything
                        .sql("select action || ' ' || subject from trail where participant_id = ? order by id")
                        .param(person.value())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "CREATED document", "OPENED document", "OPENED document.file", "OPENED document.download");
    }

    @Test
    void aDossierHoldsSoMuchAndNoMore() {
        UUID document = folder.document(person, DocumentKind.CV, "Cv");
        everything
                .sql("update document_file set size = ? where document_id = ?")
                .params((int) Documents.MOST_BYTES, document)
                .update();
        DocumentText text = new DocumentText(DocumentKind.CV, "Te veel", null, null);
        CheckedFile file = new CheckedFile("a.pdf", FileType.PDF, new byte[] {1}, List.of());
        assertThatThrownBy(() -> village.run(actor, () -> documents.add(actor, person, text, List.of(file))))
                .isInstanceOfSatisfying(
                        RuleBroken.class, no -> assertThat(no.code()).isEqualTo("documents.full"));
    }

    @Test
    void aNewKeySealsTheKeysOfAllFilesAndTheFilesStay() throws Exception {
        UUID document = folder.document(person, DocumentKind.CV, "Cv");
        byte[] before = download(document);
        Vault more = MoreKeys.added(TestFolder.data(), 9);
        KeyRotation rotation = RotationWithMoreKeys.of(jdbc, more, trail, transactions);
        // taken back, since the application itself does not have the new key
        ActingAs.service(() -> transactions.executeWithoutResult(tx -> {
            tx.setRollbackOnly();
            int some = 0;
            int now;
            while ((now = rotation.rotate()) > 0) {
                some += now;
            }
            assertThat(some).isPositive();
            assertThat(jdbc.sql("select distinct get_byte(key, 0) from document_file")
                            .query(Integer.class)
                            .list())
                    .containsExactly(9);
            UUID file = jdbc.sql("select id from document_file where document_id = ?")
                    .param(document)
                    .query(UUID.class)
                    .single();
            assertThat(RotationWithMoreKeys.read(jdbc, more, file)).isEqualTo(before);
        }));
        assertThat(download(document)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"TRAINER", "CLIENT_MANAGER", "NATIONAL_LEAD", "ADMINISTRATOR"})
    void otherRolesSeeNoRowEvenWhereAQueryForgetsToAsk(Role role) {
        folder.document(village.amal, DocumentKind.CV, "Cv");
        for (String table : List.of("document", "document_file", "document_part")) {
            assertThat(village.as(village.actor(role), () -> count(table)))
                    .as(table)
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"document", "document_file", "document_part"})
    void coordinatorAndOwnCoachSeeTheirOwnAndNoOthers(String table) {
        folder.document(village.amal, DocumentKind.CV, "Cv");
        folder.foreignDocument(village.celine, DocumentKind.CV, "Cv");
        int all = everything
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
        for (Role role : List.of(Role.COORDINATOR, Role.COACH)) {
            assertThat(village.as(village.actor(role), () -> count(table)))
                    .as(role.name())
                    .isBetween(1, all - 1);
        }
        assertThat(count(table)).isZero();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }
}
