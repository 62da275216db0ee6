package nl.meedoen.plans.outline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.LearningRoute;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.StaleVersion;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The outlines of plans. A coordinator changes those of the own locations; each change is a new revision and the one
 * before stays to be read. Throws {@link NotFound} for what the reader may not see.
 */
@Service
@Transactional
public class Outlines {

    private static final String SUBJECT = "plans.outline";

    private static final String ALL = """
            select o.*, l.name location, a.name author,
                coalesce(o.location_id = any(cast(:own as uuid[])), false) own
            from plan_outline o left join location l on l.id = o.location_id left join account a on a.id = o.written_by
            """;

    private static final String ORDER = " order by o.route nulls first, o.location_id nulls last, o.name, o.id";

    private final Trail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    Outlines(Trail trail, JdbcClient jdbc, Clock clock) {
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What somebody writes in an outline. */
    public record OutlineText(
            String name, @Nullable LearningRoute route, boolean everywhere, List<OutlineGoal> goals) {}

    /** How an outline was before. */
    public record Revision(
            int number,
            String name,
            List<OutlineGoal> goals,
            LocalDate on,
            @Nullable String by) {}

    /** What a coordinator can use and keep: the own ones, also those that are no longer offered, and those of all. */
    @Transactional(readOnly = true)
    public List<Outline> kept(Actor actor) {
        return jdbc.sql(ALL
                        + " where o.location_id = any(cast(:own as uuid[])) or (o.everywhere and o.retired_at is null)"
                        + ORDER)
                .param("own", own(actor))
                .query((row, n) -> outline(row))
                .list();
    }

    /** What can be used for a participant of this location. */
    @Transactional(readOnly = true)
    public List<Outline> offered(LocationId location) {
        return jdbc.sql(ALL + " where (o.location_id = :location or o.everywhere) and o.retired_at is null" + ORDER)
                .param("own", "{}")
                .param("location", location.value())
                .query((row, n) -> outline(row))
                .list();
    }

    /** One that can be used for a participant of this location. */
    @Transactional(readOnly = true)
    public Outline offered(LocationId location, OutlineId id) {
        return jdbc.sql(ALL
                        + " where o.id = :id and (o.location_id = :location or o.everywhere) and o.retired_at is null")
                .param("own", "{}")
                .param("id", id.value())
                .param("location", location.value())
                .query((row, n) -> outline(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** One that the reader may see. */
    @Transactional(readOnly = true)
    public Outline find(Actor actor, OutlineId id) {
        return read(actor, id).orElseThrow(NotFound::new);
    }

    /** How it was before, the latest first. */
    @Transactional(readOnly = true)
    public List<Revision> before(OutlineId id) {
        return jdbc.sql("""
                        select r.*, a.name author from plan_outline_revision r left join account a on a.id = r.written_by
                        where r.outline_id = ? order by r.number desc
                        """)
                .param(id.value())
                .query((row, n) -> new Revision(
                        row.getInt("number"),
                        row.getString("name"),
                        OutlineGoal.read(row.getString("content")),
                        day(row, "written_at"),
                        row.getString("author")))
                .list();
    }

    /** Keeps a new outline at the coordinator's location, the first of them where there are more. */
    public OutlineId add(Actor actor, OutlineText text) {
        LocationId location = actor.locations().stream()
                .min((a, b) -> a.value().compareTo(b.value()))
                .orElseThrow(() -> new RuleBroken("outline.no-location"));
        OutlineId id = OutlineId.next();
        jdbc.sql("""
                        insert into plan_outline (id, location_id, everywhere, route, name, revision, content, written_at,
                            written_by)
                        values (:id, :location, :everywhere, :route, :name, 1, :content, :now, :actor)
                        """)
                .param("id", id.value())
                .param("location", location.value())
                .param("everywhere", text.everywhere())
                .param("route", text.route() == null ? null : text.route().name())
                .param("name", text.name())
                .param("content", OutlineGoal.write(text.goals()))
                .param("now", now())
                .param("actor", actor.id().value())
                .update();
        trail.note(actor, Trail.Action.CREATED, SUBJECT, id.value());
        return id;
    }

    /**
     * Writes an own outline anew; how it was stays as a revision. Plans that were made with it do not change.
     *
     * @throws StaleVersion when somebody else wrote meanwhile
     */
    public void write(Actor actor, OutlineId id, long version, OutlineText text) {
        Outline now = ownOne(actor, id);
        StaleVersion.check(now.version(), version);
        jdbc.sql("""
                        insert into plan_outline_revision (outline_id, number, name, content, written_at, written_by)
                        select id, revision, name, content, written_at, written_by from plan_outline where id = ?
                        """).param(id.value()).update();
        jdbc.sql("""
                        update plan_outline set everywhere = :everywhere, route = :route, name = :name,
                            content = :content, revision = revision + 1, written_at = :now, written_by = :actor,
                            version = version + 1
                        where id = :id
                        """)
                .param("everywhere", text.everywhere())
                .param("route", text.route() == null ? null : text.route().name())
                .param("name", text.name())
                .param("content", OutlineGoal.write(text.goals()))
                .param("now", now())
                .param("actor", actor.id().value())
                .param("id", id.value())
                .update();
        trail.note(actor, Trail.Action.CHANGED, SUBJECT, id.value());
    }

    /** No longer offers an own outline, or offers it again; twice is once. */
    public Outline offer(Actor actor, OutlineId id, boolean offered) {
        Outline now = ownOne(actor, id);
        if (now.retired() == offered) {
            jdbc.sql("update plan_outline set retired_at = ?, version = version + 1 where id = ?")
                    .param(offered ? null : now())
                    .param(id.value())
                    .update();
            trail.note(actor, offered ? Trail.Action.UNDONE : Trail.Action.REMOVED, SUBJECT, id.value());
        }
        return now;
    }

    private Outline ownOne(Actor actor, OutlineId id) {
        jdbc.sql("select 1 from plan_outline where id = ? for update")
                .param(id.value())
                .query(Integer.class)
                .list();
        return read(actor, id).filter(Outline::own).orElseThrow(NotFound::new);
    }

    private Optional<Outline> read(Actor actor, OutlineId id) {
        return jdbc.sql(ALL + " where o.id = :id and (o.location_id = any(cast(:own as uuid[])) or o.everywhere)")
                .param("own", own(actor))
                .param("id", id.value())
                .query((row, n) -> outline(row))
                .optional();
    }

    private static String own(Actor actor) {
        Set<LocationId> locations = actor.locations();
        return locations.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static Outline outline(ResultSet row) throws SQLException {
        String route = row.getString("route");
        return new Outline(
                new OutlineId(row.getObject("id", UUID.class)),
                row.getString("location"),
                row.getBoolean("everywhere"),
                route == null ? null : LearningRoute.valueOf(route),
                row.getString("name"),
                row.getInt("revision"),
                OutlineGoal.read(row.getString("content")),
                day(row, "written_at"),
                row.getString("author"),
                row.getBoolean("own"),
                row.getTimestamp("retired_at") != null,
                row.getLong("version"));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return LocalDate.ofInstant(row.getTimestamp(column).toInstant(), Words.ZONE);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
