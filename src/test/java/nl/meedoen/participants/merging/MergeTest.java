package nl.meedoen.participants.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.participants.Caseload;
import nl.meedoen.participants.Consents;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.participants.Ladder;
import nl.meedoen.participants.MergedDossier;
import nl.meedoen.participants.Merging;
import nl.meedoen.participants.registration.Enrolments;
import nl.meedoen.participants.registration.Registration;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.Village;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.StaleVersion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two dossiers with something in every table become one, and two again. */
@MeedoenTest
class MergeTest {

    /** What belongs to a person but is made anew or stays with its own dossier. */
    private static final Set<String> NOT_MOVED = Set.of(
            "glance",
            "participant_search",
            "match_key",
            "likely_double",
            "trail",
            // how a dossier stood before something was done for many is true of that dossier alone
            "bulk_change_item");

    /** A group that both dossiers are in. */
    private static final UUID ONE_GROUP = Uuids.next();

    @Autowired
    Village village;

    @Autowired
    OwnerJdbc everything;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Merges merges;

    @Autowired
    Enrolments enrolments;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Caseload caseload;

    @Autowired
    Consents consents;

    @Autowired
    Ladder ladder;

    @Autowired
    List<Merging.Party> parties;

    private Actor actor;
    private ParticipantId first;
    private ParticipantId second;

    @BeforeEach
    void twoDossiers() {
        actor = village.actor(Role.COORDINATOR);
        first = enrol("Mohammed Haddad", "12-04-1988", "06 12340101");
        second = enrol("Muhammad Hadad", "12-04-1988", "06 12340102");
    }

    private ParticipantId enrol(String name, String birth, String phone) {
        return Twice.enrol(village, enrolments, actor, Twice.somebody(name, birth, phone, Village.OWN_MUNICIPALITY));
    }

    /** Something in every table, by the services where that is short and as rows where it is not. */
    private void fill(ParticipantId id, String mark) {
        village.run(actor, () -> {
            consents.give(actor, id, Consents.Purpose.MUNICIPALITY, Consents.How.PAPER, "nl", village.today());
            caseload.assign(
                    actor, id, village.account(Role.COACH), village.today().minusDays(3), mark);
            ladder.measure(actor, id, Ladder.Moment.START, 2, village.today());
        });
        village.group(id, village.account(Role.TRAINER));
        everything
                .sql("insert into reach values (?, ?, 'TRAINER', ?, current_date - 5, null)")
                .params(id.value(), village.account(Role.TRAINER).value(), ONE_GROUP)
                .update();
        UUID plan = Uuids.next();
        UUID goal = Uuids.next();
        everything.sql("""
                        insert into plan (id, participant_id, enrolment_id, created_at, created_by)
                        select ?, participant_id, id, now(), ? from enrolment where participant_id = ?
                        """).params(plan, actor.id().value(), id.value()).update();
        everything
                .sql("""
                        insert into goal (id, plan_id, participant_id, domain, title, state, position, created_at, created_by)
                        values (?, ?, ?, 'SKILLS', ?, 'OPEN', 1, now(), ?)
                        """)
                .params(goal, plan, id.value(), "goal " + mark, actor.id().value())
                .update();
        everything
                .sql("""
                        insert into step (id, goal_id, participant_id, title, owner, due_on, status, position, created_at, created_by)
                        values (?, ?, ?, ?, 'COACH', current_date + 5, 'BUSY', 1, now(), ?)
                        """)
                .params(
                        Uuids.next(),
                        goal,
                        id.value(),
                        "step " + mark,
                        actor.id().value())
                .update();
        everything.sql("""
                        insert into contact (id, participant_id, held_on, happened_at, channel, note, author_id, written_at)
                        values (?, ?, current_date - 1, now() - interval '1 day', 'TALK', '\\x00', ?, now())
                        """).params(Uuids.next(), id.value(), actor.id().value()).update();
        UUID question = Uuids.next();
        everything.sql("""
                        insert into question (id, participant_id, asked_by, asked_as, asked_of, asked_at, turn, turn_since, closed_at)
                        values (?, ?, ?, 'CLIENT_MANAGER', 'COACH', now(), 'ASKED', now(), now())
                        """).params(question, id.value(), actor.id().value()).update();
        everything
                .sql("""
                        insert into question_message (id, question_id, participant_id, municipality, author_id, author_role,
                            written_at, body) values (?, ?, ?, true, ?, 'CLIENT_MANAGER', now(), '\\x00')
                        """)
                .params(Uuids.next(), question, id.value(), actor.id().value())
                .update();
        everything.sql("""
                        insert into review (id, enrolment_id, participant_id, kind, due_on, state)
                        select ?, id, participant_id, 'REGULAR', current_date, 'PLANNED' from enrolment where participant_id = ?
                        """).params(Uuids.next(), id.value()).update();
        everything
                .sql("""
                        insert into agreement (id, plan_id, participant_id, number, content, agreed_on, how, made_at, made_by)
                        values (?, ?, ?, 1, '\\x00', current_date, 'PAPER', now(), ?)
                        """)
                .params(Uuids.next(), plan, id.value(), actor.id().value())
                .update();
        UUID pitch = Uuids.next();
        everything
                .sql(
                        "insert into pitch (id, participant_id, who_i_am, written_at, written_by) values (?, ?, '\\x00', now(), ?)")
                .params(pitch, id.value(), actor.id().value())
                .update();
        everything
                .sql("insert into pitch_rating values (?, ?, ?, 'COACH', 3, 3, 3, null, now())")
                .params(pitch, id.value(), actor.id().value())
                .update();
        everything
                .sql(
                        "insert into cv (id, participant_id, parts, layout, written_at, written_by) values (?, ?, '{WORK}', 'SKILLS', now(), ?)")
                .params(Uuids.next(), id.value(), actor.id().value())
                .update();
        everything
                .sql(
                        "insert into cv_link (id, participant_id, secret_hash, secret, content, made_at, made_by, shown_at, expires_on)"
                                + " values (?, ?, sha256(convert_to(?, 'UTF8')), '\\x00', '\\x00', now(), ?, now(), current_date + 9)")
                .params(Uuids.next(), id.value(), id.toString(), actor.id().value())
                .update();
        everything
                .sql("insert into introduction (id, participant_id, via, whom, asked_on, asked_by, state)"
                        + " values (?, ?, 'OTHER', '\\x00', current_date, ?, 'ASKED')")
                .params(Uuids.next(), id.value(), actor.id().value())
                .update();
        everything
                .sql("""
                        insert into appointment (id, participant_id, starts_at, minutes, title, created_at, created_by)
                        values (?, ?, now() + interval '3 days', 30, ?, now(), ?)
                        """)
                .params(Uuids.next(), id.value(), mark, actor.id().value())
                .update();
    }

    private UUID merge(Side stays, Side enrolment, Side coach) {
        return village.as(
                actor,
                () -> merges.merge(
                        actor,
                        first,
                        second,
                        new Merges.Choice(stays, Map.of(), enrolment, coach, version(first), version(second))));
    }

    private long version(ParticipantId id) {
        return enrolments.known(actor, id).version();
    }

    /** All rows of a person in all tables, without what merely counts changes. */
    private Map<String, List<String>> rows(ParticipantId id) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String table : tables()) {
            if (table.equals("trail") || table.equals("match_key") || table.equals("likely_double")) continue;
            rows.put(table, read(table, "participant_id", id));
        }
        rows.put("participant", read("participant", "id", id));
        return rows;
    }

    private List<String> read(String table, String column, ParticipantId id) {
        return everything
                .sql("select (to_jsonb(t) - 'version' - 'updated_at' - 'compared_at')::text from " + table
                        + " t where t." + column + " = ? order by 1")
                .param(id.value())
                .query(String.class)
                .list();
    }

    private Set<String> tables() {
        return new TreeSet<>(everything.sql("""
                        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname = 'participant_id'
                        """).query(String.class).list());
    }

    @Test
    void everyTableWithAParticipantTakesPart() {
        Set<String> moved = new TreeSet<>(NOT_MOVED);
        Recorder recorder = new Recorder(moved, jdbc);
        village.run(actor, () -> parties.forEach(party -> party.take(recorder)));
        assertThat(moved).isEqualTo(tables());
    }

    @Test
    void everythingOfBothIsInTheOneThatStays() {
        fill(first, "one");
        fill(second, "two");
        Map<String, Integer> before = new LinkedHashMap<>();
        for (String table : tables()) {
            if (!NOT_MOVED.contains(table)) before.put(table, count(table, first) + count(table, second));
        }
        merge(Side.FIRST, Side.FIRST, Side.FIRST);
        before.forEach((table, rows) -> {
            int more = table.equals("enrolment_change") || table.equals("participant_history") ? 1 : 0;
            // Of two coaches one still reaches the dossier, and the trainer of one group does so once.
            int less = table.equals("reach") ? 2 : 0;
            assertThat(count(table, first)).as(table).isEqualTo(rows + more - less);
            assertThat(count(table, second)).as(table).isZero();
        });
        assertThat(everything
                        .sql(
                                "select count(*) from enrolment where participant_id = ? and status in ('REGISTERED', 'INTAKE', 'ACTIVE')")
                        .param(first.value())
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(everything
                        .sql("select count(distinct plan_id) from goal where participant_id = ?")
                        .param(first.value())
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(everything
                        .sql("select aliases from participant where id = ?")
                        .param(first.value())
                        .query(String.class)
                        .single())
                .contains("Muhammad Hadad");
        assertThat(everything
                        .sql("select next_step from glance where participant_id = ?")
                        .param(first.value())
                        .query(String.class)
                        .single())
                .startsWith("step ");
    }

    private int count(String table, ParticipantId id) {
        return everything
                .sql("select count(*) from " + table + " where participant_id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void undoingBringsBothBackToTheLetter() {
        fill(first, "one");
        fill(second, "two");
        Map<String, List<String>> one = rows(first);
        Map<String, List<String>> two = rows(second);
        for (Side side : List.of(Side.FIRST, Side.SECOND)) {
            UUID merging = merge(side, Side.SECOND, Side.SECOND);
            assertThat(rows(first)).isNotEqualTo(one);
            village.run(
                    actor, () -> assertThat(merges.changedSince(actor, merging)).isZero());
            village.run(actor, () -> merges.undo(actor, merging));
            // The history of the dossier that stayed says that something was merged in; that row stays.
            assertThat(withoutHistory(rows(first))).isEqualTo(withoutHistory(one));
            assertThat(withoutHistory(rows(second))).isEqualTo(withoutHistory(two));
        }
    }

    private static Map<String, List<String>> withoutHistory(Map<String, List<String>> rows) {
        Map<String, List<String>> rest = new LinkedHashMap<>(rows);
        rest.remove("participant_history");
        return rest;
    }

    @Test
    void whatChangedSinceStaysAndTheRestGoesBack() {
        fill(second, "two");
        Map<String, List<String>> two = rows(second);
        UUID merging = merge(Side.FIRST, Side.FIRST, Side.SECOND);
        village.run(actor, () -> {
            Enrolments.Known known = enrolments.known(actor, first);
            Registration r = known.registration();
            enrolments.correct(
                    actor,
                    first,
                    Twice.somebody("Anders Genoemd", "12-04-1988", "06 12340101", r.municipalityCode()),
                    known.version());
            consents.give(actor, first, Consents.Purpose.PHOTO, Consents.How.PAPER, "nl", village.today());
        });
        everything
                .sql("update step set status = 'HELP' where participant_id = ?")
                .param(first.value())
                .update();
        village.run(actor, () -> assertThat(merges.changedSince(actor, merging)).isPositive());
        village.run(actor, () -> merges.undo(actor, merging));
        assertThat(read("participant", "id", second)).isEqualTo(two.get("participant"));
        assertThat(everything
                        .sql("select name from glance where participant_id = ?")
                        .param(first.value())
                        .query(String.class)
                        .single())
                .isEqualTo("Anders Genoemd");
        assertThat(count("consent", first)).isOne();
        assertThat(count("consent", second)).isOne();
        assertThat(everything
                        .sql("select status from step where participant_id = ?")
                        .param(second.value())
                        .query(String.class)
                        .list())
                .containsExactly("HELP");
        village.run(
                actor,
                () -> assertThat(dossiers.reach(actor, second).coachName()).isEqualTo("coach One"));
    }

    @Test
    void theOtherNumberLeadsToTheOneThatStays() {
        UUID merging = merge(Side.SECOND, Side.SECOND, Side.SECOND);
        assertThatThrownBy(() -> village.run(actor, () -> dossiers.reach(actor, first)))
                .isInstanceOfSatisfying(
                        MergedDossier.class, gone -> assertThat(gone.into()).isEqualTo(second));
        Actor stranger = village.foreignActor(Role.COORDINATOR);
        assertThatThrownBy(() -> village.run(stranger, () -> dossiers.reach(stranger, first)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> village.run(stranger, () -> merges.undo(stranger, merging)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void rowsThatCameAreBehindTheSameWall() {
        fill(second, "two");
        merge(Side.FIRST, Side.FIRST, Side.SECOND);
        Actor coach = village.actor(Role.COACH);
        assertThat(village.as(coach, () -> seen("contact", first))).isOne();
        for (Actor other : List.of(
                village.foreignActor(Role.COORDINATOR),
                village.foreignActor(Role.COACH),
                village.actor(Role.ADMINISTRATOR),
                village.foreignActor(Role.CLIENT_MANAGER))) {
            for (String table : List.of("contact", "goal", "consent", "enrolment", "glance")) {
                assertThat(village.as(other, () -> seen(table, first)))
                        .as(table)
                        .isZero();
            }
            assertThat(village.as(
                            other,
                            () -> jdbc.sql("select count(*) from merging_row")
                                    .query(Integer.class)
                                    .single()))
                    .isLessThanOrEqualTo(other.role() == Role.COORDINATOR ? Integer.MAX_VALUE : 0);
        }
    }

    private int seen(String table, ParticipantId id) {
        return jdbc.sql("select count(*) from " + table + " where participant_id = ?")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void theLastWordAboutSharingCounts() {
        village.run(actor, () -> {
            consents.give(
                    actor,
                    first,
                    Consents.Purpose.MUNICIPALITY,
                    Consents.How.PAPER,
                    "nl",
                    village.today().minusDays(9));
            consents.give(
                    actor,
                    second,
                    Consents.Purpose.MUNICIPALITY,
                    Consents.How.PAPER,
                    "nl",
                    village.today().minusDays(20));
            consents.withdraw(actor, second, Consents.Purpose.MUNICIPALITY);
        });
        UUID merging = merge(Side.FIRST, Side.FIRST, Side.FIRST);
        assertThat(shared(first)).isFalse();
        village.run(actor, () -> merges.undo(actor, merging));
        assertThat(shared(first)).isTrue();
        assertThat(shared(second)).isFalse();
    }

    private boolean shared(ParticipantId id) {
        return everything
                .sql("select shared_until is not null from glance where participant_id = ?")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    @Test
    void twoPlacementsAtOnePlaceComeFirst() {
        UUID employer = Uuids.next();
        UUID opening = Uuids.next();
        everything
                .sql(
                        "insert into employer (id, region_id, name, folded, sector, size, created_at) select ?, region_id, 'Werk', 'werk', 'F', 'SMALL', now() from location where id = ?")
                .params(employer, village.alpha.value())
                .update();
        everything.sql("""
                        insert into opening (id, employer_id, region_id, kind, title, folded, places, taken, state, opened_on)
                        values (?, ?, ?, 'INTERNSHIP', 'Plek', 'plek', 2, 2, 'OPEN', current_date)
                        """).params(opening, employer, village.north.value()).update();
        for (ParticipantId id : List.of(first, second)) {
            everything
                    .sql("""
                            insert into placement (id, participant_id, opening_id, employer_id, kind, state, proposed_on)
                            values (?, ?, ?, ?, 'INTERNSHIP', 'PROPOSED', current_date)
                            """)
                    .params(Uuids.next(), id.value(), opening, employer)
                    .update();
        }
        assertThatThrownBy(() -> merge(Side.FIRST, Side.FIRST, Side.FIRST))
                .isInstanceOfSatisfying(
                        RuleBroken.class, no -> assertThat(no.code()).isEqualTo("placements.moves.same-place"));
    }

    @Test
    void anOldPageIsRefusedAndSoIsUndoingTwiceOrTooLate() {
        assertThatThrownBy(() -> village.run(
                        actor, () -> merges.merge(actor, first, second, Twice.keepFirst(version(first) + 1, 0))))
                .isInstanceOf(StaleVersion.class);
        UUID merging = merge(Side.FIRST, Side.FIRST, Side.FIRST);
        everything
                .sql("update merging set undo_until = ? where id = ?")
                .params(village.today().minusDays(1), merging)
                .update();
        assertThatThrownBy(() -> village.run(actor, () -> merges.undo(actor, merging)))
                .isInstanceOf(RuleBroken.class);
        everything
                .sql("update merging set undo_until = ? where id = ?")
                .params(village.today(), merging)
                .update();
        village.run(actor, () -> merges.undo(actor, merging));
        assertThatThrownBy(() -> village.run(actor, () -> merges.undo(actor, merging)))
                .isInstanceOf(RuleBroken.class);
        assertThat(everything
                        .sql("select action || ' ' || subject from trail where subject_id = ? order by id")
                        .param(merging)
                        .query(String.class)
                        .list())
                .containsExactly(
                        "CHANGED doubles.merged",
                        "CHANGED doubles.merged-away",
                        "UNDONE doubles.merged",
                        "UNDONE doubles.merged-away");
    }

    /** Notes which tables are handed over. */
    private record Recorder(Set<String> tables, JdbcClient jdbc) implements Merging.Moves {

        @Override
        public ParticipantId from() {
            return new ParticipantId(new UUID(0, 2));
        }

        @Override
        public ParticipantId into() {
            return new ParticipantId(new UUID(0, 3));
        }

        @Override
        public void all(String table, String label, String... key) {
            tables.add(table);
        }

        @Override
        public void allBut(String condition, String table, String label, String... key) {
            tables.add(table);
        }

        @Override
        public void change(String table, String assignments, String condition, String... key) {}

        @Override
        public void remove(String table, String condition, String... key) {}

        @Override
        public void added(String table, UUID id) {}

        @Override
        public JdbcClient.StatementSpec ask(String sql) {
            return jdbc.sql("select false");
        }
    }
}
