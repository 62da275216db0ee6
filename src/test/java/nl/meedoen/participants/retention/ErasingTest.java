package nl.meedoen.participants.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.meedoen.access.ActingAs;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Tally;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.participants.figures.ParticipantTallies;
import nl.meedoen.placements.figures.PlacementTallies;
import nl.meedoen.privacy.Vault;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.ValidHtml;
import nl.meedoen.support.Village;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.StaleVersion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@MeedoenTest
class ErasingTest {

    private static int count;

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    Retention retention;

    @Autowired
    Erasing erasing;

    @Autowired
    ParticipantTallies participants;

    @Autowired
    PlacementTallies placements;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Vault vault;

    @Autowired
    OwnerJdbc everything;

    @Autowired
    RepeatedErasures repeated;

    @Value("${meedoen.data}")
    String data;

    @Autowired
    JdbcClient jdbc;

    private ParticipantId person;
    private String surname;
    private Actor actor;

    /** Somebody whose enrolment ended long ago, with something in tables of every room and in those of the jobs. */
    @BeforeEach
    void somebody() {
        actor = village.actor(Role.COORDINATOR);
        surname = "Wisbaar" + ++count + "x";
        person = village.participant("Kibrom", surname, village.alpha, Village.OWN_MUNICIPALITY);
        UUID id = person.value();
        UUID by = actor.id().value();
        village.assign(person, village.account(Role.COACH));
        village.group(person, village.account(Role.TRAINER));
        village.consent(person);
        everything
                .sql("update participant set phone = ?, email = ?, remark = ?, benefit = true where id = ?")
                .params("+3161" + (7_000_000 + count), mail(), vault.seal("Een opmerking"), id)
                .update();
        everything
                .sql("update participant_search set tokens = ?, phone = ?, email = ? where participant_id = ?")
                .params(" kibrom " + surname.toLowerCase(Locale.ROOT) + " ", "+3161" + (7_000_000 + count), mail(), id)
                .update();
        UUID enrolment = everything
                .sql("select id from enrolment where participant_id = ?")
                .param(id)
                .query(UUID.class)
                .single();
        UUID contact = Uuids.next();
        UUID plan = Uuids.next();
        UUID goal = Uuids.next();
        everything.sql("""
                        insert into contact (id, participant_id, held_on, happened_at, channel, note, author_id, written_at)
                        values (?, ?, current_date, now(), 'TALK', ?, ?, now())
                        """).params(contact, id, vault.seal("Een gesprek"), by).update();
        everything
                .sql("insert into praise values (?, ?, ?, now())")
                .params(contact, by, id)
                .update();
        everything
                .sql(
                        "insert into plan (id, participant_id, enrolment_id, created_at, created_by) values (?, ?, ?, now(), ?)")
                .params(plan, id, enrolment, by)
                .update();
        everything
                .sql("""
                        insert into goal (id, plan_id, participant_id, domain, title, why, state, position, created_at, created_by)
                        values (?, ?, ?, 'CAREER', ?, ?, 'OPEN', 1, now(), ?)
                        """)
                .params(goal, plan, id, "Werk voor Kibrom " + surname, vault.seal("Omdat"), by)
                .update();
        everything.sql("""
                        insert into agreement (id, plan_id, participant_id, number, content, agreed_on, how, made_at, made_by)
                        values (?, ?, ?, 1, ?, current_date, 'PAPER', now(), ?)
                        """).params(Uuids.next(), plan, id, vault.seal("{}"), by).update();
        everything
                .sql("insert into draft values (?, ?, ?, now())")
                .params(by, "contact:" + id, vault.seal("half"))
                .update();
        // of a conversation with several: this one is the second of them
        everything
                .sql("insert into draft values (?, ?, ?, now())")
                .params(by, "contacts:" + Uuids.next() + "," + id, vault.seal("half of several"))
                .update();
        everything
                .sql("insert into match_key values (?, ?, ?)")
                .params(id, "kibrom " + surname, village.alpha.value())
                .update();
        everything
                .sql("insert into participant_history values (?, ?, now(), ?, ?)")
                .params(Uuids.next(), id, by, vault.seal("phone\u001fa\u001fb"))
                .update();
        UUID document = Uuids.next();
        UUID file = Uuids.next();
        everything
                .sql("insert into document (id, participant_id, kind, title, added_at) values (?, ?, 'CV', ?, now())")
                .params(document, id, vault.seal("Cv"))
                .update();
        everything
                .sql("""
                        insert into document_file (id, document_id, number, name, type, size, key, uploaded_by, uploaded_at)
                        values (?, ?, 1, ?, 'PDF', 1, ?, ?, now())
                        """)
                .params(file, document, vault.seal("cv.pdf"), vault.seal("key"), by)
                .update();
        everything
                .sql("insert into document_part values (?, 0, ?)")
                .params(file, new byte[] {1})
                .update();
        merged(by);
        imported(by);
        placement();
        ended(village.today().minusYears(8));
    }

    private String mail() {
        return "kibrom." + surname.toLowerCase(Locale.ROOT) + "@mail.example";
    }

    private void ended(LocalDate day) {
        everything
                .sql("update enrolment set status = 'CLOSED', active_on = ?, ended_on = ? where participant_id = ?")
                .params(day.minusYears(1), day, person.value())
                .update();
        everything
                .sql("update glance set status = 'CLOSED', phase = 'STOPPED', ended_on = ? where participant_id = ?")
                .params(day, person.value())
                .update();
    }

    /** A dossier that became part of this one, with the copies that undoing needs. */
    private void merged(UUID by) {
        ParticipantId part = village.participant("Kibroom", surname, village.alpha, Village.OWN_MUNICIPALITY);
        everything
                .sql("delete from glance where participant_id = ?")
                .param(part.value())
                .update();
        everything
                .sql("delete from enrolment where participant_id = ?")
                .param(part.value())
                .update();
        UUID merging = Uuids.next();
        everything
                .sql("""
                        insert into merging (id, into_id, from_id, into_number, from_number, merged_at, merged_by, undo_until)
                        select ?, ?, ?, a.number, b.number, now(), ?, current_date from participant a, participant b
                        where a.id = ? and b.id = ?
                        """)
                .params(merging, person.value(), part.value(), by, person.value(), part.value())
                .update();
        everything.sql("""
                        insert into merging_row (merging_id, table_name, what, key_columns, before)
                        select ?, 'participant', 'CHANGED', '{id}', to_jsonb(p) from participant p where id = ?
                        """).params(merging, part.value()).update();
        everything
                // without the phone that everybody in the tests has, also people who work at employers
                .sql("update participant set merged_into = ?, phone = null where id = ?")
                .params(person.value(), part.value())
                .update();
    }

    private void imported(UUID by) {
        UUID batch = Uuids.next();
        everything
                .sql("""
                        insert into import_batch (id, account_id, location_id, file_name, file_hash, layout, mapping, state,
                            heartbeat_at, created_at)
                        values (?, ?, ?, 'lijst.csv', ?, ?, '', 'DONE', now(), now())
                        """)
                .params(batch, by, village.alpha.value(), batch.toString(), vault.seal("x"))
                .update();
        everything
                .sql(
                        "insert into import_row (batch_id, number, state, fingerprint, participant_id) values (?, 2, 'ENROLLED', 'f', ?)")
                .params(batch, person.value())
                .update();
        everything
                .sql(
                        "insert into import_row (batch_id, number, state, fingerprint, possible_participants) values (?, 3, 'SKIPPED', 'g', array[?])")
                .params(batch, person.value())
                .update();
    }

    private void placement() {
        UUID employer = Uuids.next();
        UUID opening = Uuids.next();
        everything
                .sql(
                        "insert into employer (id, region_id, name, folded, sector, size, created_at) values (?, ?, ?, 'x', 'A', 'SMALL', now())")
                .params(employer, village.north.value(), "Bakker " + count)
                .update();
        everything.sql("""
                        insert into opening (id, employer_id, region_id, kind, title, folded, places, state, opened_on)
                        values (?, ?, ?, 'PAID_WORK', 'Bakker', 'x', 1, 'OPEN', current_date)
                        """).params(opening, employer, village.north.value()).update();
        everything
                .sql("""
                        insert into placement (id, participant_id, opening_id, employer_id, kind, state, proposed_on, began_on, ended_on)
                        values (?, ?, ?, ?, 'PAID_WORK', 'FINISHED', current_date - 400, current_date - 390, current_date - 20)
                        """)
                .params(Uuids.next(), person.value(), opening, employer)
                .update();
    }

    private Standing standing() {
        return village.as(actor, () -> retention.standing(actor, person));
    }

    private Erasing.Done erase() {
        return ActingAs.actor(
                actor,
                () -> erasing.erase(
                        actor, person, Standing.Basis.TERM, standing().mark()));
    }

    private List<Tally> figures() {
        return ActingAs.service(() -> transactions.execute(tx -> {
            List<Tally> all = new ArrayList<>(participants.read());
            all.addAll(placements.read());
            all.sort(Comparator.comparing(Tally::toString));
            return all;
        }));
    }

    /** Every text column and every id column of every table, as the superuser sees them. */
    private List<String> whereverSomethingIs(List<String> texts) {
        List<String> found = new ArrayList<>();
        Map<String, List<String>> tables = new TreeMap<>();
        everything
                .sql("""
                        select c.relname, a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
                        join pg_type t on t.oid = a.atttypid
                        where c.relkind in ('r', 'm') and c.relnamespace = 'public'::regnamespace and a.attnum > 0
                          and not a.attisdropped and t.typname <> 'bytea'
                        """)
                .query((row, n) -> new String[] {row.getString(1), row.getString(2)})
                .list()
                .forEach(column -> tables.computeIfAbsent(column[0], first -> new ArrayList<>())
                        .add(column[1]));
        // one statement a table: each opens a connection
        tables.forEach((table, columns) -> {
            String each = columns.stream()
                    .map(column -> """
                            case when exists (select 1 from "%s" t, unnest(:texts) x
                                where position(lower(x) in lower(t."%s"::text)) > 0) then '%s.%s' end
                            """.formatted(table, column, table, column))
                    .collect(Collectors.joining(", "));
            found.addAll(everything
                    .sql("select x from unnest(array[" + each + "]) x where x is not null")
                    .param("texts", texts.toArray(String[]::new))
                    .query(String.class)
                    .list());
        });
        return found;
    }

    @Test
    void nothingOfThePersonIsLeftInAnyColumnOfAnyTable() {
        List<String> numbers = everything
                .sql("select number from participant where surname = ?")
                .param(surname)
                .query(String.class)
                .list();
        assertThat(numbers).hasSize(2);
        List<String> texts = new ArrayList<>(numbers);
        texts.addAll(List.of(surname, mail(), "+3161" + (7_000_000 + count)));
        assertThat(whereverSomethingIs(texts)).hasSizeGreaterThan(10);
        Erasing.Done done = erase();
        assertThat(done.what()).isEqualTo(Standing.What.ALL);
        assertThat(done.rows()).isGreaterThan(20);
        assertThat(done.columns()).isGreaterThan(150);
        assertThat(whereverSomethingIs(texts)).isEmpty();
        // the trail goes on saying what was done, and to which id
        assertThat(whereverSomethingIs(List.of(person.toString())))
                .isSubsetOf("trail.participant_id", "trail.subject_id", "erasure.subject_id")
                .contains("trail.participant_id", "erasure.subject_id");
        assertThat(everything
                        .sql("select rows_gone || ' ' || columns_searched from erasure where subject_id = ?")
                        .param(person.value())
                        .query(String.class)
                        .single())
                .isEqualTo(done.rows() + " " + done.columns());
        assertThatThrownBy(this::standing).isInstanceOf(NotFound.class);
    }

    @Test
    void theFiguresCountTheSameBeforeAndAfter() {
        List<Tally> before = figures();
        erase();
        assertThat(figures()).isEqualTo(before).hasSizeGreaterThan(5);
    }

    @Test
    void whatTheFiguresCountLeadsToNobodyAndIsSeenByNobody() {
        erase();
        for (String table : List.of("past_person", "past_placement", "counted_person")) {
            int seen = village.as(
                    actor,
                    () -> jdbc.sql("select count(*) from " + table
                                    + (table.startsWith("past") ? "" : " where id in (select id from past_person)"))
                            .query(Integer.class)
                            .single());
            assertThat(seen).as(table).isZero();
        }
    }

    @Test
    void beforeTheEvidenceIsDueOnlyTheNotesGo() {
        ended(village.today().minusYears(2));
        Standing before = standing();
        assertThat(before.what()).isEqualTo(Standing.What.NOTES);
        assertThat(before.stayingUntil()).isEqualTo(LocalDate.of(village.today().getYear() + 4, 1, 1));
        assertThat(before.going())
                .extracting(Standing.Count::table)
                .contains("contact", "participant_history", "draft");
        assertThat(before.staying())
                .extracting(Standing.Count::table)
                .contains("participant", "placement", "agreement");
        assertThat(erase().what()).isEqualTo(Standing.What.NOTES);
        Standing after = standing();
        assertThat(after.what()).isNull();
        assertThat(after.notesGoneOn()).isEqualTo(village.today());
        // a job may look for doubles in between
        assertThat(after.staying())
                .filteredOn(count -> !count.technical())
                .containsExactlyElementsOf(before.staying().stream()
                        .filter(count -> !count.technical())
                        .toList());
        assertThat(everything
                        .sql(
                                "select count(*) from participant p join goal g on g.participant_id = p.id where p.id = ? and p.remark is null and g.why is null")
                        .param(person.value())
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThatThrownBy(this::erase).isInstanceOf(RuleBroken.class).hasMessage("retention.not-yet");
    }

    @Test
    void whoNeverTookPartLeavesNoEvidence() {
        ended(village.today().minusDays(3));
        everything
                .sql("update enrolment set active_on = null where participant_id = ?")
                .param(person.value())
                .update();
        assertThat(standing().what()).isEqualTo(Standing.What.ALL);
    }

    @Test
    void nothingGoesWhileAnEnrolmentIsOpen() {
        everything
                .sql("update enrolment set status = 'ACTIVE', ended_on = null where participant_id = ?")
                .param(person.value())
                .update();
        assertThat(standing().open()).isTrue();
        assertThatThrownBy(this::erase).isInstanceOf(RuleBroken.class).hasMessage("retention.not-yet");
    }

    @Test
    void nothingGoesWhileItIsHeldAndWhoHeldItIsInTheLog() {
        ActingAs.actor(actor, () -> {
            retention.hold(actor, person, "Er loopt een klacht");
            retention.hold(actor, person, "Nog een keer");
            return true;
        });
        assertThat(standing().hold())
                .extracting(Standing.Hold::reason, Standing.Hold::by)
                .containsExactly("Er loopt een klacht", actor.name());
        assertThatThrownBy(this::erase).isInstanceOf(RuleBroken.class).hasMessage("retention.is-held");
        ActingAs.actor(actor, () -> {
            retention.lift(actor, person);
            return true;
        });
        assertThat(standing().what()).isEqualTo(Standing.What.ALL);
        assertThat(everything
                        .sql("select action from trail where participant_id = ? and subject = 'legal-hold' order by id")
                        .param(person.value())
                        .query(String.class)
                        .list())
                .containsExactly("CREATED", "REMOVED");
        erase();
    }

    @Test
    void whatChangedSinceItWasShownIsShownAgain() {
        String mark = standing().mark();
        everything
                .sql("insert into participant_history values (?, ?, now(), ?, ?)")
                .params(Uuids.next(), person.value(), actor.id().value(), vault.seal("x\u001fy\u001fz"))
                .update();
        assertThatThrownBy(
                        () -> ActingAs.actor(actor, () -> erasing.erase(actor, person, Standing.Basis.REQUEST, mark)))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void aTraceElsewhereStopsItAll() {
        UUID employer = everything
                .sql("select id from employer where name = ?")
                .param("Bakker " + count)
                .query(UUID.class)
                .single();
        everything
                .sql("insert into contact_person (id, employer_id, name, email) values (?, ?, 'Iemand', ?)")
                .params(Uuids.next(), employer, mail().toUpperCase(Locale.ROOT))
                .update();
        assertThatThrownBy(this::erase).isInstanceOf(RuleBroken.class).hasMessage("retention.trace-found");
        assertThat(standing().what()).isEqualTo(Standing.What.ALL);
        assertThat(everything
                        .sql("select count(*) from past_placement")
                        .query(Integer.class)
                        .single())
                .isEqualTo(everything
                        .sql(
                                "select count(*) from past_placement p where exists (select 1 from past_person x where x.id = p.person_id)")
                        .query(Integer.class)
                        .single());
    }

    /** Nobody can take the name of somebody else away from them. */
    @Test
    void aContactPersonMayHaveTheSameName() {
        everything
                .sql("insert into contact_person (id, employer_id, name) select ?, id, ? from employer where name = ?")
                .params(Uuids.next(), "Kibrom " + surname, "Bakker " + count)
                .update();
        assertThat(erase().what()).isEqualTo(Standing.What.ALL);
    }

    @Test
    void theNumberInATextAboutSomebodyElseStopsIt() {
        String number = everything
                .sql("select number from participant where id = ?")
                .param(person.value())
                .query(String.class)
                .single();
        UUID appointment = Uuids.next();
        everything
                .sql("insert into appointment (id, participant_id, starts_at, minutes, title, created_at, created_by)"
                        + " values (?, ?, now(), 30, ?, now(), ?)")
                .params(appointment, village.amal.value(), "Samen met " + number.toLowerCase(Locale.ROOT) + "_")
                .param(actor.id().value())
                .update();
        assertThatThrownBy(this::erase)
                .isInstanceOf(RuleBroken.class)
                .satisfies(refused -> assertThat(((RuleBroken) refused).args()).containsExactly("appointment"));
        everything
                .sql("delete from appointment where id = ?")
                .param(appointment)
                .update();
        assertThat(erase().what()).isEqualTo(Standing.What.ALL);
    }

    @Test
    void aSealedNoteOfAnEmployerIsReadToo() {
        everything
                .sql("update employer set note = ? where name = ?")
                .params(vault.seal("Kent KIBROM " + surname + " van de kerk"), "Bakker " + count)
                .update();
        assertThatThrownBy(this::erase)
                .isInstanceOf(RuleBroken.class)
                .satisfies(refused -> assertThat(((RuleBroken) refused).args()).containsExactly("employer"));
        everything
                .sql("update employer set note = ? where name = ?")
                .params(vault.seal("Kent iemand van de kerk"), "Bakker " + count)
                .update();
        assertThat(erase().what()).isEqualTo(Standing.What.ALL);
    }

    @Test
    void mailThatWasWrittenToAFileGoesToo() throws Exception {
        Path folder = Files.createDirectories(Path.of(data).resolve("mail"));
        Path about = letter(folder, "Over Kibrom " + surname + " é");
        Path other = letter(folder, "Over iemand anders é");
        erase();
        assertThat(about).doesNotExist();
        assertThat(other).exists();
        Files.delete(other);
    }

    private static Path letter(Path folder, String text) throws Exception {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
        message.setRecipients(Message.RecipientType.TO, "coach@village.example");
        message.setSubject("Bericht");
        message.setText(text, "UTF-8");
        message.saveChanges();
        Path file = folder.resolve(UUID.randomUUID() + ".eml");
        try (OutputStream out = Files.newOutputStream(file)) {
            message.writeTo(out);
        }
        // not to be read as it stands
        assertThat(Files.readString(file)).doesNotContain(text);
        return file;
    }

    /** A database that comes from a backup of before the erasure: the person is there, the row of the erasure is not. */
    @Test
    void whoComesBackWithAnOlderBackupIsErasedAgainAtTheStart() throws Exception {
        UUID before = UUID.randomUUID();
        Erasure erasure = new Erasure(
                before,
                person.value(),
                List.of(UUID.randomUUID()),
                Standing.What.ALL,
                Standing.Basis.REQUEST,
                Instant.parse("2026-01-02T03:04:05Z"),
                UUID.randomUUID());
        Files.writeString(
                Path.of(data).resolve("erasures"),
                erasure.line() + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        List<Tally> figures = figures();
        repeated.start();
        assertThatThrownBy(this::standing).isInstanceOf(NotFound.class);
        assertThat(whereverSomethingIs(List.of(surname))).isEmpty();
        assertThat(figures()).isEqualTo(figures);
        assertThat(everything
                        .sql(
                                "select basis || erased_at::date || coalesce(erased_by::text, '-') from erasure where id = ?")
                        .param(before)
                        .query(String.class)
                        .single())
                .isEqualTo("REQUEST2026-01-02-");
        repeated.start();
        assertThat(linesAbout(before)).hasSize(1);
    }

    @Test
    void whatWasErasedStandsInTheFileAndIsWrittenAgainWhenThatIsLost() throws Exception {
        erase();
        UUID id = everything
                .sql("select id from erasure where subject_id = ?")
                .param(person.value())
                .query(UUID.class)
                .single();
        assertThat(linesAbout(id)).hasSize(1);
        String line = linesAbout(id).get(0);
        assertThat(Erasure.of(line).line()).isEqualTo(line);
        assertThat(Erasure.of(line).merged()).hasSize(1);
        assertThat(line).doesNotContain(surname);
        Files.delete(Path.of(data).resolve("erasures"));
        repeated.start();
        assertThat(linesAbout(id)).containsExactly(line);
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(Path.of(data).resolve("erasures"))))
                .isEqualTo("rw-------");
    }

    private List<String> linesAbout(UUID erasure) throws Exception {
        return Files.readAllLines(Path.of(data).resolve("erasures")).stream()
                .filter(line -> line.startsWith(erasure.toString()))
                .toList();
    }

    @Test
    void thePagesAskTheNameAndThenItIsGone() throws Exception {
        String path = "/participants/" + person;
        for (String page : List.of("/retention", path + "/retention", path + "/erase")) {
            String html = mvc.perform(get(page).with(village.as(Role.COORDINATOR)))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(ValidHtml.check(html)).as(page).isEmpty();
            assertThat(html).contains("Kibrom " + surname);
        }
        String mark = standing().mark();
        mvc.perform(post(path + "/erase")
                        .with(village.as(Role.COORDINATOR))
                        .param("basis", "REQUEST")
                        .param("mark", mark)
                        .param("name", "Iemand anders"))
                .andExpect(status().is(422));
        mvc.perform(post(path + "/erase").with(village.as(Role.COORDINATOR)).param("name", ""))
                .andExpect(status().is(422));
        mvc.perform(post(path + "/erase")
                        .with(village.as(Role.COORDINATOR))
                        .param("basis", "REQUEST")
                        .param("mark", "0")
                        .param("name", "Kibrom " + surname))
                .andExpect(status().isConflict());
        mvc.perform(post(path + "/erase")
                        .with(village.as(Role.COORDINATOR))
                        .param("basis", "REQUEST")
                        .param("mark", standing().mark())
                        .param("name", "  kibrom  " + surname))
                .andExpect(redirectedUrl("/retention"));
        mvc.perform(get(path).with(village.as(Role.COORDINATOR))).andExpect(status().isNotFound());
    }

    @Test
    void theApplicationItselfRemovesNoAgreementAndNoErasure() {
        for (String statement :
                List.of("delete from agreement", "delete from erasure", "select agreement_forget('{}')")) {
            assertThatThrownBy(() -> village.as(
                            actor,
                            () -> jdbc.sql(statement).query((row, n) -> 1).list()))
                    .as(statement)
                    .isInstanceOf(RuntimeException.class);
        }
        int gone = village.as(
                actor,
                () -> jdbc.sql("delete from participant where id = ?")
                        .param(person.value())
                        .update());
        assertThat(gone).isZero();
    }
}
