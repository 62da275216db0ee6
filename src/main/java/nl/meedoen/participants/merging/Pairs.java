package nl.meedoen.participants.merging;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.participants.ParticipantScope;
import nl.meedoen.participants.matching.MatchReason;
import nl.meedoen.participants.matching.MatchScore;
import nl.meedoen.participants.registration.Doubles;
import nl.meedoen.privacy.Trail;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.Cursor;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of people who may be one, of those whom the asker may see; what is somebody else is remembered. */
@Service
@Transactional
public class Pairs {

    /** Rows on a page. */
    public static final int PAGE = 25;

    /** What part of the list one looks at. */
    public enum Part {
        LIKELY("d.dismissed_at is null and d.likely"),
        POSSIBLE("d.dismissed_at is null and not d.likely"),
        DISMISSED("d.dismissed_at is not null");

        private final String condition;

        Part(String condition) {
            this.condition = condition;
        }
    }

    /**
     * One of two; of somebody at another location only that location is known.
     *
     * @param id null for somebody whom the asker may not see, as everything but the location
     * @param askAt the coordinators of that location, whom one can ask
     */
    public record One(
            @Nullable ParticipantId id,
            @Nullable String number,
            @Nullable String name,
            @Nullable String originalName,
            @Nullable String municipality,
            @Nullable String coach,
            String location,
            @Nullable String askAt) {}

    /** Two who may be one, and why. */
    public record Pair(
            PairId id,
            One first,
            One second,
            int score,
            boolean likely,
            List<MatchReason> reasons,
            @Nullable String dismissedReason,
            @Nullable String dismissedBy,
            long version) {

        /** Whether the asker may see both, and so may decide. */
        public boolean both() {
            return first.id() != null && second.id() != null;
        }
    }

    private static final String LOOK = """
            select d.*, l1.name location1, l2.name location2, a.name by_name,
                g1.participant_id id1, g1.number number1, g1.name name1, g1.original_name original1, g1.coach_name coach1,
                (select m.name from municipality m where m.code = g1.municipality_code) municipality1,
                (select string_agg(c.name, ', ' order by c.name) from account c
                     join account_role r on r.account_id = c.id and r.role = 'COORDINATOR'
                     join account_location al on al.account_id = c.id and al.location_id = d.location_id
                 where g1.participant_id is null and c.status = 'ACTIVE') ask1,
                g2.participant_id id2, g2.number number2, g2.name name2, g2.original_name original2, g2.coach_name coach2,
                (select m.name from municipality m where m.code = g2.municipality_code) municipality2,
                (select string_agg(c.name, ', ' order by c.name) from account c
                     join account_role r on r.account_id = c.id and r.role = 'COORDINATOR'
                     join account_location al on al.account_id = c.id and al.location_id = d.other_location_id
                 where g2.participant_id is null and c.status = 'ACTIVE') ask2
            from likely_double d join location l1 on l1.id = d.location_id join location l2 on l2.id = d.other_location_id
                left join glance g1 on g1.participant_id = d.participant_id and g1.location_id = any(cast(:mine as uuid[]))
                left join glance g2 on g2.participant_id = d.other_id and g2.location_id = any(cast(:mine as uuid[]))
                left join account a on a.id = d.dismissed_by
            where (d.location_id = any(cast(:mine as uuid[])) or d.other_location_id = any(cast(:mine as uuid[])))
                and (g1.participant_id is not null and g2.participant_id is not null
                     or d.likely and (g1.participant_id is not null or g2.participant_id is not null))
            """;

    private final JdbcClient jdbc;
    private final ParticipantScope scope;
    private final Doubles doubles;
    private final Trail trail;
    private final Vault vault;
    private final Clock clock;

    Pairs(JdbcClient jdbc, ParticipantScope scope, Doubles doubles, Trail trail, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.doubles = doubles;
        this.trail = trail;
        this.vault = vault;
        this.clock = clock;
    }

    /** One row more than a page, the most alike first. */
    public List<Pair> page(Actor actor, Part part, @Nullable Cursor after) {
        String from = after == null ? "" : " and (d.score, d.id) < (cast(:score as int), cast(:id as uuid))";
        var statement = jdbc.sql(LOOK + " and " + part.condition + from + " order by d.score desc, d.id desc limit "
                        + (PAGE + 1))
                .params(mine(actor));
        if (after != null) {
            statement = statement
                    .param("score", after.values().get(0))
                    .param("id", after.values().get(1));
        }
        return statement.query((row, n) -> read(row)).list();
    }

    /** How many there are in each part; 1001 stands for more than a thousand. */
    public Map<Part, Integer> counts(Actor actor) {
        Map<Part, Integer> counts = new LinkedHashMap<>();
        for (Part part : Part.values()) {
            counts.put(
                    part,
                    jdbc.sql("""
                                    select count(*) from (select 1 from likely_double d
                                    where (d.location_id = any(cast(:mine as uuid[])) or d.other_location_id = any(cast(:mine as uuid[])))
                                      and (d.likely or (d.location_id = any(cast(:mine as uuid[]))
                                                        and d.other_location_id = any(cast(:mine as uuid[]))))
                                      and %s limit 1001) x
                                    """.formatted(part.condition))
                            .params(mine(actor))
                            .query(Integer.class)
                            .single());
        }
        return counts;
    }

    /**
     * Two people, both of whom the actor may see.
     *
     * @throws NotFound where that is not so
     */
    public Pair find(Actor actor, PairId id) {
        return jdbc.sql(LOOK + " and d.id = :id")
                .params(mine(actor))
                .param("id", id.value())
                .query((row, n) -> read(row))
                .optional()
                .filter(Pair::both)
                .orElseThrow(NotFound::new);
    }

    /** These two are not the same person; remembered, whatever changes. */
    public void dismiss(Actor actor, PairId id, String reason) {
        Pair pair = find(actor, id);
        jdbc.sql("""
                        update likely_double set dismissed_at = ?, dismissed_by = ?, dismissed_reason = ?, version = version + 1
                        where id = ? and dismissed_at is null
                        """)
                .params(Timestamp.from(clock.instant()), actor.id().value(), vault.seal(reason), id.value())
                .update();
        note(actor, pair, Trail.Action.CHANGED);
    }

    /** Takes it back. */
    public void restore(Actor actor, PairId id) {
        Pair pair = find(actor, id);
        jdbc.sql("""
                        update likely_double set dismissed_at = null, dismissed_by = null, dismissed_reason = null,
                            version = version + 1 where id = ?
                        """).param(id.value()).update();
        note(actor, pair, Trail.Action.UNDONE);
    }

    private void note(Actor actor, Pair pair, Trail.Action action) {
        for (One one : List.of(pair.first(), pair.second())) {
            if (one.id() != null) {
                trail.dossier(actor, action, "doubles.dismissed", pair.id().value(), one.id());
            }
        }
    }

    /**
     * Puts two numbers beside each other that nobody found alike.
     *
     * @throws RuleBroken when a number is of nobody whom the actor may see, or both are the same
     */
    public PairId add(Actor actor, String firstNumber, String secondNumber) {
        List<ParticipantId> ids = List.of(byNumber(actor, firstNumber), byNumber(actor, secondNumber)).stream()
                .distinct()
                .sorted(java.util.Comparator.comparing(ParticipantId::toString))
                .toList();
        if (ids.size() < 2) throw new RuleBroken("doubles.same-number");
        Map<ParticipantId, Doubles.Known> people = doubles.these(actor, ids);
        Doubles.Known a = people.get(ids.get(0));
        Doubles.Known b = people.get(ids.get(1));
        if (a == null || b == null) throw new RuleBroken("doubles.unknown-number");
        MatchScore score = MatchScore.of(a.subject(), b.subject());
        return new PairId(jdbc.sql("""
                        insert into likely_double (id, participant_id, other_id, location_id, other_location_id, score, likely,
                            reasons, by_hand, found_at)
                        select :id, f.participant_id, s.participant_id, f.location_id, s.location_id, :score, :likely,
                            string_to_array(:reasons, ','), true, :now
                        from participant_search f, participant_search s
                        where f.participant_id = :first and s.participant_id = :second
                        on conflict (participant_id, other_id) do update set by_hand = true
                        returning id
                        """)
                .param("id", Uuids.next())
                .param("score", PairFinder.thousandths(score))
                .param("likely", score.isLikely())
                .param("reasons", PairFinder.reasons(score))
                .param("now", Timestamp.from(clock.instant()))
                .param("first", ids.get(0).value())
                .param("second", ids.get(1).value())
                .query(UUID.class)
                .single());
    }

    private ParticipantId byNumber(Actor actor, String number) {
        ParticipantScope.Condition mine = scope.of(actor, "s", "participant_id");
        return jdbc.sql("select s.participant_id from participant_search s where s.number = :number and " + mine.sql())
                .param("number", number.strip().toUpperCase(java.util.Locale.ROOT))
                .params(mine.params())
                .query((row, n) -> new ParticipantId(row.getObject(1, UUID.class)))
                .optional()
                .orElseThrow(() -> new RuleBroken("doubles.unknown-number"));
    }

    private static Map<String, Object> mine(Actor actor) {
        return Map.of(
                "mine",
                actor.locations().stream()
                        .map(Object::toString)
                        .collect(java.util.stream.Collectors.joining(",", "{", "}")));
    }

    private Pair read(ResultSet row) throws SQLException {
        return new Pair(
                new PairId(row.getObject("id", UUID.class)),
                one(row, 1),
                one(row, 2),
                row.getInt("score"),
                row.getBoolean("likely"),
                reasons(row.getArray("reasons")),
                vault.open(row.getBytes("dismissed_reason")),
                row.getString("by_name"),
                row.getLong("version"));
    }

    private static One one(ResultSet row, int n) throws SQLException {
        UUID id = row.getObject("id" + n, UUID.class);
        return new One(
                id == null ? null : new ParticipantId(id),
                row.getString("number" + n),
                row.getString("name" + n),
                row.getString("original" + n),
                row.getString("municipality" + n),
                row.getString("coach" + n),
                row.getString("location" + n),
                row.getString("ask" + n));
    }

    private static List<MatchReason> reasons(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray())
                .map(String::valueOf)
                .filter(text -> !text.isEmpty())
                .map(MatchReason::valueOf)
                .toList();
    }
}
