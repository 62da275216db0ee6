package nl.meedoen.placements;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Permission;
import nl.meedoen.desk.Attention;
import nl.meedoen.participants.ParticipantScope;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What Today says of placements: terms that end, check-ins that are due, and openings that stay open. */
@Component
class PlacementsAttention implements Attention.Source {

    /** An opening that was open for six weeks is worth a call to the employer. */
    static final int OPEN_LONG_DAYS = 42;

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

    private List<Attention> ofPlacements(Actor actor) {
        ParticipantScope.Condition mine = scope.ofGlance(actor);
        boolean mayEdit = actor.may(Permission.PLACEMENT_EDIT);
        return jdbc.sql("""
                        select p.id, g.name, e.name employer, p.kind, cast(null as uuid) check_in, 0 weeks, p.ends_on due
                        from placement p join glance g on g.participant_id = p.participant_id
                            join employer e on e.id = p.employer_id
                        where p.state = 'RUNNING' and p.ends_on <= app_today() + 14 and %1$s
                        union all
                        select p.id, g.name, e.name, p.kind, c.id, c.weeks, c.due_on
                        from check_in c join placement p on p.id = c.placement_id
                            join glance g on g.participant_id = p.participant_id join employer e on e.id = p.employer_id
                        where c.done_on is null and c.due_on <= app_today() and p.state = 'RUNNING' and %1$s
                        order by due limit 40
                        """.formatted(mine.sql()))
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
                            "placements.attention.term",
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
                        from opening o join employer e on e.id = o.employer_id
                        where o.%s and o.state = 'OPEN' and o.opened_on < app_today() - :days
                            and not exists (select 1 from placement p where p.opening_id = o.id
                                and p.state in ('PROPOSED', 'INTERVIEW', 'AGREED', 'RUNNING'))
                        order by o.opened_on, o.id limit 10
                        """.formatted(OwnRegions.CONDITION.strip()))
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
