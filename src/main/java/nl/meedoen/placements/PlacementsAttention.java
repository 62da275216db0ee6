package nl.meedoen.placements;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Permission;
import nl.meedoen.desk.Attention;
import nl.meedoen.participants.ParticipantScope;
import nl.meedoen.placements.market.OwnRegions;
import nl.meedoen.webkit.Bounded;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What Today says of placements: terms that end, check-ins that are due, and openings that stay open. */
@Component
class PlacementsAttention implements Attention.Source {

    /** An opening that was open for six weeks is worth a call to the employer. */
    static final int OPEN_LONG_DAYS = 42;

    private static final String TERM = "placements.attention.term";

    private final JdbcClient jdbc;
    private final ParticipantScope scope;
    private final Texts texts;
    private final Words words;

    PlacementsAttention(JdbcClient jdbc, ParticipantScope scope, Texts texts, Words words) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.texts = texts;
        this.words = words;
    }

    @Override
    public List<Attention> of(Actor actor) {
        if (!actor.may(Permission.PLACEMENT_VIEW)) {
            return List.of();
        }
        List<Attention> rows = new ArrayList<>(ofPlacements(actor));
        if (actor.may(Permission.EMPLOYERS_EDIT)) {
            rows.addAll(ofOpenings(actor));
        }
        return rows;
    }

    /** Placements near their term, as the list of placements counts them. */
    @Override
    public Map<String, Attention.Whole> whole(Actor actor) {
        ParticipantScope.Slices mine = scope.slices(actor, "p", "participant_id");
        int terms = jdbc.sql("""
                        select least(sum(c.n), %3$d) from %1$s cross join lateral
                            (select count(*) n from (select 1 from placement p where %2$s and p.state = 'RUNNING'
                                and p.ends_on <= app_today() + 14 limit %3$d) x) c
                        """.formatted(mine.from(), mine.sql(), Bounded.STOP))
                .params(mine.params())
                .query(Integer.class)
                .single();
        return Map.of(TERM, new Attention.Whole(terms, "/placements?attention=term"));
    }

    private List<Attention> ofPlacements(Actor actor) {
        boolean mayEdit = actor.may(Permission.PLACEMENT_EDIT);
        ParticipantScope.Slices mine = scope.slices(actor, "p", "participant_id");
        ParticipantScope.Slices checked = scope.slices(actor, "c", "participant_id");
        return jdbc.sql("""
                        select p.id, g.name, e.name employer, p.kind, p.check_in, p.weeks, p.due
                        from (
                            select p.* from %1$s cross join lateral (
                                select p.id, p.participant_id, p.employer_id, p.kind, cast(null as uuid) check_in, 0 weeks,
                                    p.ends_on due
                                from placement p where %2$s and p.state = 'RUNNING' and p.ends_on <= app_today() + 14
                                order by p.ends_on limit %4$d) p
                            union all
                            select p.* from %1$s cross join lateral (
                                select p.id, p.participant_id, p.employer_id, p.kind, c.id, c.weeks, c.due_on due
                                from check_in c join placement p on p.id = c.placement_id and p.state = 'RUNNING'
                                where %3$s and c.done_on is null and c.due_on <= app_today()
                                order by c.due_on limit %4$d) p) p
                        join glance g on g.participant_id = p.participant_id
                        join employer e on e.id = p.employer_id
                        order by p.due
                        """.formatted(mine.from(), mine.sql(), checked.sql(), Attention.MOST))
                .params(mine.params())
                .query((row, n) -> {
                    UUID placement = row.getObject("id", UUID.class);
                    UUID checkIn = row.getObject("check_in", UUID.class);
                    LocalDate due = row.getObject("due", LocalDate.class);
                    String name = row.getString("name");
                    String employer = row.getString("employer");
                    String path = "/placements/" + placement;
                    if (checkIn != null) {
                        return new Attention(
                                "placements.attention.check-in",
                                "wait",
                                "check",
                                name,
                                texts.of("placements.attention.check-in.text", row.getInt("weeks"), employer),
                                mayEdit ? path + "/check-ins/" + checkIn : path,
                                due);
                    }
                    boolean past = words.overdue(due);
                    String kind = texts.of(OpeningKind.valueOf(row.getString("kind")));
                    return new Attention(
                            TERM,
                            past ? "danger" : "wait",
                            "brief",
                            name,
                            texts.of(
                                    past ? "placements.attention.term.past" : "placements.attention.term.text",
                                    kind,
                                    employer,
                                    words.date(due)),
                            path,
                            due);
                })
                .list();
    }

    private List<Attention> ofOpenings(Actor actor) {
        return jdbc.sql("""
                        select o.id, o.title, e.name, o.opened_on, app_today() - o.opened_on
                        from %s cross join lateral (
                            select o.* from opening o
                            where o.region_id = own.region and o.state = 'OPEN' and o.opened_on < app_today() - :days
                                and not exists (select 1 from placement p where p.opening_id = o.id
                                    and p.state in ('PROPOSED', 'INTERVIEW', 'AGREED', 'RUNNING'))
                            order by o.opened_on, o.id limit 10) o
                        join employer e on e.id = o.employer_id
                        order by o.opened_on, o.id limit 10
                        """.formatted(OwnRegions.SLICES))
                .param("ownLocations", OwnRegions.param(actor))
                .param("days", OPEN_LONG_DAYS)
                .query((row, n) -> new Attention(
                        "placements.attention.opening",
                        "wait",
                        "building",
                        row.getString(2),
                        texts.of("placements.attention.opening.text", row.getString(3), row.getInt(5)),
                        "/openings/" + row.getObject(1, UUID.class),
                        null))
                .list();
    }
}
