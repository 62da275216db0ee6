package nl.meedoen.participants.merging;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.meedoen.access.ActingAs;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.participants.matching.BlockKeys;
import nl.meedoen.participants.matching.MatchScore;
import nl.meedoen.participants.registration.Doubles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the list of likely doubles current: who is new or was changed is filed under keys and compared with whoever shares
 * one, at any location. Never everybody with everybody.
 */
@Component
public class PairFinder {

    private static final int AT_ONCE = 250;

    private static final int TURNS = 8;
    /** A key that more people share than this says little; who else agrees shares another one too. */
    private static final int MOST_UNDER_A_KEY = 300;
    /** Any number that only this job uses. */
    private static final long LOCK = 7_340_006;

    private record Pair(ParticipantId first, ParticipantId second, MatchScore score) {}

    private final Doubles doubles;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    PairFinder(Doubles doubles, JdbcClient jdbc, TransactionTemplate transactions, Clock clock) {
        this.doubles = doubles;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 5_000, initialDelay = 30_000)
    void each() {
        // Other jobs wait for this one; after a large import it goes on at the next turn.
        int turns = 0;
        while (turns < TURNS && compareSome("select pg_try_advisory_xact_lock(?)") == AT_ONCE) turns++;
    }

    /** Compares all who were not compared since they changed, some hundreds in a transaction; waits for a turn under way. */
    public void look() {
        int compared;
        do {
            compared = compareSome("select true from pg_advisory_xact_lock(?)");
        } while (compared == AT_ONCE);
    }

    private int compareSome(String lock) {
        return ActingAs.service(() -> transactions.execute(tx -> some(lock)));
    }

    private int some(String lock) {
        if (!jdbc.sql(lock).param(LOCK).query(Boolean.class).single()) return 0;
        List<ParticipantId> asking = jdbc.sql("""
                        select participant_id from participant_search where compared_at is null
                        order by participant_id limit ? for update skip locked
                        """)
                .param(AT_ONCE)
                .query((row, n) -> new ParticipantId(row.getObject(1, UUID.class)))
                .list();
        if (asking.isEmpty()) return 0;
        Map<ParticipantId, Doubles.Known> people = new HashMap<>(doubles.these(asking));
        file(people);
        Map<ParticipantId, Set<ParticipantId>> candidates = candidates(people);
        Set<ParticipantId> others = new HashSet<>();
        candidates.values().forEach(others::addAll);
        others.removeAll(people.keySet());
        people.putAll(doubles.these(others));
        write(asking, compare(people, candidates));
        jdbc.sql("update participant_search set compared_at = ? where participant_id = any(cast(? as uuid[]))")
                .params(Timestamp.from(clock.instant()), ids(asking))
                .update();
        return asking.size();
    }

    private void file(Map<ParticipantId, Doubles.Known> people) {
        jdbc.sql("delete from match_key where participant_id = any(cast(? as uuid[]))")
                .param(ids(people.keySet()))
                .update();
        List<String> owners = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        people.values()
                .forEach(known -> BlockKeys.of(known.subject()).forEach(key -> {
                    owners.add(known.id().toString());
                    keys.add(key);
                }));
        jdbc.sql("""
                        insert into match_key (participant_id, key, location_id)
                        select s.participant_id, k.key, s.location_id
                        from unnest(cast(:owners as uuid[]), cast(:keys as text[])) k (participant_id, key)
                             join participant_search s on s.participant_id = k.participant_id
                        """)
                .param("owners", owners.toArray(String[]::new))
                .param("keys", keys.toArray(String[]::new))
                .update();
    }

    private Map<ParticipantId, Set<ParticipantId>> candidates(Map<ParticipantId, Doubles.Known> people) {
        List<String> owners = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        people.values()
                .forEach(known -> BlockKeys.asked(known.subject()).forEach(key -> {
                    owners.add(known.id().toString());
                    keys.add(key);
                }));
        Map<ParticipantId, Set<ParticipantId>> candidates = new HashMap<>();
        jdbc.sql("""
                        select distinct a.owner, k.participant_id
                        from unnest(cast(:owners as uuid[]), cast(:keys as text[])) a (owner, key)
                             cross join lateral (select m.participant_id from match_key m where m.key = a.key limit :most) k
                        where k.participant_id <> a.owner
                        """)
                .param("owners", owners.toArray(String[]::new))
                .param("keys", keys.toArray(String[]::new))
                .param("most", MOST_UNDER_A_KEY)
                .query(row -> {
                    candidates
                            .computeIfAbsent(new ParticipantId(row.getObject(1, UUID.class)), owner -> new HashSet<>())
                            .add(new ParticipantId(row.getObject(2, UUID.class)));
                });
        return candidates;
    }

    private static Collection<Pair> compare(
            Map<ParticipantId, Doubles.Known> people, Map<ParticipantId, Set<ParticipantId>> candidates) {
        Map<String, Pair> pairs = new HashMap<>();
        candidates.forEach((asking, others) -> {
            Doubles.Known one = people.get(asking);
            for (ParticipantId id : others) {
                Doubles.Known other = people.get(id);
                boolean before = asking.toString().compareTo(id.toString()) < 0;
                String name = before ? asking + " " + id : id + " " + asking;
                if (one == null || other == null || pairs.containsKey(name)) continue;
                MatchScore score = MatchScore.of(one.subject(), other.subject());
                if (score.isPossible()) {
                    pairs.put(name, before ? new Pair(asking, id, score) : new Pair(id, asking, score));
                }
            }
        });
        return pairs.values();
    }

    /** What was found anew replaces what was found before; what a person decided or typed stays. */
    private void write(List<ParticipantId> asking, Collection<Pair> pairs) {
        jdbc.sql("""
                        delete from likely_double
                        where (participant_id = any(cast(:ids as uuid[])) or other_id = any(cast(:ids as uuid[])))
                          and dismissed_at is null and not by_hand
                        """).param("ids", ids(asking)).update();
        jdbc.sql("""
                        insert into likely_double (id, participant_id, other_id, location_id, other_location_id, score, likely,
                            reasons, found_at)
                        select n.id, n.first, n.second, a.location_id, b.location_id, n.score, n.likely,
                            string_to_array(n.reasons, ','), :now
                        from unnest(cast(:ids as uuid[]), cast(:firsts as uuid[]), cast(:seconds as uuid[]), cast(:scores as int[]),
                                    cast(:likely as boolean[]), cast(:reasons as text[]))
                                 n (id, first, second, score, likely, reasons)
                             join participant_search a on a.participant_id = n.first
                             join participant_search b on b.participant_id = n.second
                        on conflict (participant_id, other_id) do update set score = excluded.score, likely = excluded.likely,
                            reasons = excluded.reasons, location_id = excluded.location_id,
                            other_location_id = excluded.other_location_id
                        """)
                .param("ids", pairs.stream().map(p -> Uuids.next().toString()).toArray(String[]::new))
                .param("firsts", pairs.stream().map(p -> p.first().toString()).toArray(String[]::new))
                .param("seconds", pairs.stream().map(p -> p.second().toString()).toArray(String[]::new))
                .param("scores", pairs.stream().map(p -> thousandths(p.score())).toArray(Integer[]::new))
                .param("likely", pairs.stream().map(p -> p.score().isLikely()).toArray(Boolean[]::new))
                .param("reasons", pairs.stream().map(p -> reasons(p.score())).toArray(String[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    static int thousandths(MatchScore score) {
        return (int) Math.round(score.value() * 1000);
    }

    static String reasons(MatchScore score) {
        return score.reasons().stream().map(Enum::name).collect(Collectors.joining(","));
    }

    private static String ids(Collection<ParticipantId> ids) {
        return ids.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
