package nl.meedoen.participants.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nl.meedoen.access.ActingAs;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.registration.Enrolments;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.StatementCounter;
import nl.meedoen.support.Village;
import nl.meedoen.webkit.Cursor;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The list of likely doubles: who is in it, for whom, and for how long. */
@MeedoenTest
class PairsTest {

    @Autowired
    Village village;

    @Autowired
    OwnerJdbc everything;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Enrolments enrolments;

    @Autowired
    Pairs pairs;

    @Autowired
    PairFinder finder;

    @Autowired
    Merges merges;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    StatementCounter counter;

    private ParticipantId enrol(Actor actor, String name, String birth, @Nullable String phone) {
        String municipality =
                actor.locations().contains(village.alpha) ? Village.OWN_MUNICIPALITY : Village.FOREIGN_MUNICIPALITY;
        return Twice.enrol(village, enrolments, actor, Twice.somebody(name, birth, phone, municipality));
    }

    private Optional<Pairs.Pair> found(Actor actor, Pairs.Part part, ParticipantId one) {
        return village.as(actor, () -> {
            Cursor after = null;
            while (true) {
                List<Pairs.Pair> page = pairs.page(actor, part, after);
                Optional<Pairs.Pair> pair = page.stream()
                        .filter(p -> one.equals(p.first().id())
                                || one.equals(p.second().id()))
                        .findFirst();
                if (pair.isPresent() || page.size() <= Pairs.PAGE) return pair;
                Pairs.Pair last = page.get(Pairs.PAGE - 1);
                after = Cursor.of(String.valueOf(last.score()), last.id().toString());
            }
        });
    }

    @Test
    void twoSpellingsAreFoundAndACorrectionTakesThemAway() {
        Actor actor = village.actor(Role.COORDINATOR);
        ParticipantId one = enrol(actor, "Youssef Ibrahim", "02-10-1996", null);
        ParticipantId other = enrol(actor, "Yousif Ebrahim", "02-10-1996", null);
        finder.look();
        assertThat(found(actor, Pairs.Part.LIKELY, one))
                .hasValueSatisfying(pair -> assertThat(pair.both()).isTrue());
        village.run(
                actor,
                () -> enrolments.correct(
                        actor,
                        other,
                        Twice.somebody("Gebrehiwet Tsegay", "03-11-1971", null, Village.OWN_MUNICIPALITY),
                        enrolments.known(actor, other).version()));
        finder.look();
        assertThat(found(actor, Pairs.Part.LIKELY, one)).isEmpty();
    }

    @Test
    void whoIsSomebodyElseStaysSomebodyElse() {
        Actor actor = village.actor(Role.COORDINATOR);
        ParticipantId one = enrol(actor, "Layth Nasser", "05-05-1985", null);
        ParticipantId other = enrol(actor, "Laith Nasir", "05-05-1985", null);
        finder.look();
        PairId pair = found(actor, Pairs.Part.LIKELY, one).orElseThrow().id();
        village.run(actor, () -> pairs.dismiss(actor, pair, "een neef"));
        everything
                .sql("update participant_search set compared_at = null where participant_id in (?, ?)")
                .params(one.value(), other.value())
                .update();
        finder.look();
        assertThat(found(actor, Pairs.Part.LIKELY, one)).isEmpty();
        assertThat(found(actor, Pairs.Part.DISMISSED, one))
                .hasValueSatisfying(known -> assertThat(known.dismissedReason()).isEqualTo("een neef"));
        village.run(actor, () -> pairs.restore(actor, pair));
        assertThat(found(actor, Pairs.Part.LIKELY, one)).isPresent();
    }

    @Test
    void ofSomebodyElsewhereOneSeesTheLocationAlone() {
        Actor actor = village.actor(Role.COORDINATOR);
        Actor stranger = village.foreignActor(Role.COORDINATOR);
        ParticipantId own = enrol(actor, "Berhane Kidane", "07-07-1967", "06 12340201");
        ParticipantId foreign = enrol(stranger, "Birhane Kidanie", "07-07-1967", "06 12340201");
        finder.look();
        Pairs.Pair seen = found(actor, Pairs.Part.LIKELY, own).orElseThrow();
        assertThat(seen.both()).isFalse();
        Pairs.One there = own.equals(seen.first().id()) ? seen.second() : seen.first();
        assertThat(there).isEqualTo(new Pairs.One(null, null, null, null, null, null, "Beta", there.askAt()));
        assertThat(there.askAt()).contains("coordinator 2");
        assertThat(found(stranger, Pairs.Part.LIKELY, foreign)).isPresent();
        PairId id = seen.id();
        for (Actor who : List.of(actor, stranger)) {
            assertThatThrownBy(() -> village.run(who, () -> pairs.find(who, id)))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> village.run(who, () -> pairs.dismiss(who, id, "nee")))
                    .isInstanceOf(NotFound.class);
        }
    }

    @Test
    void nobodyElseSeesThePairsOrTheirKeys() {
        finder.look();
        for (Role role : Role.values()) {
            if (role == Role.COORDINATOR) continue;
            Actor actor = village.actor(role);
            for (String table : List.of("likely_double", "match_key", "merging_row")) {
                assertThat(village.as(
                                actor,
                                () -> jdbc.sql("select count(*) from " + table)
                                        .query(Integer.class)
                                        .single()))
                        .as("%s for %s", table, role)
                        .isZero();
            }
        }
        Actor stranger = village.foreignActor(Role.COORDINATOR);
        assertThat(village.as(
                        stranger,
                        () -> jdbc.sql(
                                        "select count(*) from likely_double where location_id = ? and other_location_id = ?")
                                .params(village.alpha.value(), village.alpha.value())
                                .query(Integer.class)
                                .single()))
                .isZero();
    }

    @Test
    void twoNumbersMayBeTypedAndOnlyOnesOwn() {
        Actor actor = village.actor(Role.COORDINATOR);
        String one = number(enrol(actor, "Nour Sabbagh", "11-11-1999", null));
        String other = number(enrol(actor, "Rami Shehadeh", "08-08-1989", null));
        String foreign = number(enrol(village.foreignActor(Role.COORDINATOR), "Huda Qaisi", "19-06-1978", null));
        PairId pair = village.as(actor, () -> pairs.add(actor, one, " " + other.toLowerCase(java.util.Locale.ROOT)));
        finder.look();
        assertThat(village.as(actor, () -> pairs.find(actor, pair)).both()).isTrue();
        assertThatThrownBy(() -> village.run(actor, () -> pairs.add(actor, one, foreign)))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> village.run(actor, () -> pairs.add(actor, one, one)))
                .isInstanceOf(RuleBroken.class);
    }

    private String number(ParticipantId id) {
        return everything
                .sql("select number from participant where id = ?")
                .param(id.value())
                .query(String.class)
                .single();
    }

    @Test
    void thePageAsksOnceHoweverManyThereAre() throws Exception {
        Actor actor = village.actor(Role.COORDINATOR);
        List<String> few = counter.during(() -> village.run(actor, () -> pairs.page(actor, Pairs.Part.LIKELY, null)));
        for (int i = 0; i < 4; i++) enrol(actor, "Tesfay Gebremariam", "11-09-1992", null);
        finder.look();
        List<String> many = counter.during(() -> village.run(actor, () -> pairs.page(actor, Pairs.Part.LIKELY, null)));
        assertThat(many).hasSameSizeAs(few);
    }

    @Test
    void aMergeWaitsForTheJobAndTheJobNotForTheMerge() throws Exception {
        Actor actor = village.actor(Role.COORDINATOR);
        ParticipantId one = enrol(actor, "Saleh Wachtend", "06-06-1986", null);
        ParticipantId other = enrol(actor, "Salih Wachtend", "06-06-1986", null);
        finder.look();
        Merges.Choice choice = village.as(
                actor,
                () -> Twice.keepFirst(
                        enrolments.known(actor, one).version(),
                        enrolments.known(actor, other).version()));
        List<CompletableFuture<UUID>> merge = new ArrayList<>();
        ActingAs.service(() -> transactions.executeWithoutResult(tx -> {
            jdbc.sql("select participant_id from participant_search where participant_id = ? for update")
                    .param(one.value())
                    .query(UUID.class)
                    .single();
            merge.add(CompletableFuture.supplyAsync(
                    () -> village.as(actor, () -> merges.merge(actor, one, other, choice))));
            Awaitility.await()
                    .until(() -> everything
                            .sql("select exists (select 1 from pg_stat_activity where datname = current_database()"
                                    + " and wait_event_type = 'Lock' and query like '%participant%')")
                            .query(Boolean.class)
                            .single());
            // as the job does for whom it compares: the row points to the participant
            jdbc.sql("insert into match_key (participant_id, key, location_id)"
                            + " select participant_id, 'key of a test', location_id from participant_search"
                            + " where participant_id = ?")
                    .param(one.value())
                    .update();
        }));
        assertThat(merge.get(0).get(20, TimeUnit.SECONDS)).isNotNull();
    }
}
