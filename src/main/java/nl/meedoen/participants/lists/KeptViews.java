package nl.meedoen.participants.lists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.people.Organisation;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.StaleVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Views of the list that somebody keeps: filters, order and columns under a name; one's own, or for all coordinators of a location. */
@Service
@Transactional
public class KeptViews {

    static final String PATH = "/participants/views";

    /** More than these would be no tabs but a list of their own. */
    static final int MOST = 12;

    private static final String SUBJECT = "participants.view";

    private static final String READ = """
            select v.id, v.name, v.query, v.owner_id, a.name owner_name, v.location_id, l.name location_name, v.version
            from list_view v join account a on a.id = v.owner_id left join location l on l.id = v.location_id
            where v.removed_at is null and v.role = :role
              and (v.owner_id = :owner or v.location_id = any(cast(:locations as uuid[])))
            """;

    /**
     * A view that was kept.
     *
     * @param query what stands behind the question mark of its address
     * @param location where it is shared; null for one's own
     */
    public record View(
            ViewId id,
            String name,
            String query,
            boolean own,
            String ownerName,
            @Nullable LocationId location,
            @Nullable String locationName,
            long version) {

        ListQuery read() {
            return ListQuery.read(query);
        }

        public String href() {
            return ListQuery.PATH + (query.isEmpty() ? "" : "?" + query);
        }
    }

    private final JdbcClient jdbc;
    private final Trail trail;
    private final Clock clock;

    KeptViews(JdbcClient jdbc, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    /** The views that the actor sees in this role: one's own first, by name. */
    @Transactional(readOnly = true)
    public List<View> of(Actor actor) {
        return jdbc.sql(READ + " order by v.owner_id <> :owner, v.name collate dutch, v.id limit " + 2 * MOST)
                .param("role", actor.role().name())
                .param("owner", actor.id().value())
                .param("locations", shared(actor))
                .query((row, n) -> view(row, actor))
                .list();
    }

    /** @throws NotFound for a view of somebody else, shared or not: only its owner changes it */
    @Transactional(readOnly = true)
    public View own(Actor actor, ViewId id) {
        return jdbc.sql(READ + " and v.id = :id and v.owner_id = :owner")
                .param("role", actor.role().name())
                .param("owner", actor.id().value())
                .param("locations", shared(actor))
                .param("id", id.value())
                .query((row, n) -> view(row, actor))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /**
     * Keeps a view under a name.
     *
     * @param location of the actor, to share it there; null for oneself
     * @throws RuleBroken where the actor has a view of that name, or very many
     */
    public ViewId keep(Actor actor, String name, ListQuery view, @Nullable LocationId location) {
        mayShare(actor, location);
        forgetOld(actor);
        List<View> own = of(actor).stream().filter(View::own).toList();
        if (own.size() >= MOST) {
            throw new RuleBroken("participants.views.too-many", MOST);
        }
        nameIsFree(own, name, null);
        UUID id = Uuids.next();
        jdbc.sql("""
                        insert into list_view (id, owner_id, role, location_id, name, query, created_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(id)
                .param(actor.id().value())
                .param(actor.role().name())
                .param(location == null ? null : location.value())
                .param(name)
                .param(view.openTo(actor.role()).kept())
                .param(Timestamp.from(clock.instant()))
                .update();
        trail.note(actor, Trail.Action.CREATED, SUBJECT, id);
        return new ViewId(id);
    }

    /** Gives a view another name, or shares it or no longer. */
    public void change(Actor actor, ViewId id, long version, String name, @Nullable LocationId location) {
        own(actor, id);
        mayShare(actor, location);
        nameIsFree(of(actor).stream().filter(View::own).toList(), name, id);
        int changed = jdbc.sql("""
                        update list_view set name = ?, location_id = ?, version = version + 1
                        where id = ? and owner_id = ? and version = ?
                        """)
                .param(name)
                .param(location == null ? null : location.value())
                .param(id.value())
                .param(actor.id().value())
                .param(version)
                .update();
        if (changed == 0) {
            throw new StaleVersion();
        }
        trail.note(actor, Trail.Action.CHANGED, SUBJECT, id.value());
    }

    /** Takes a view away; for thirty days it can be put back. */
    public void remove(Actor actor, ViewId id) {
        own(actor, id);
        jdbc.sql("update list_view set removed_at = ?, version = version + 1 where id = ? and owner_id = ?")
                .params(Timestamp.from(clock.instant()), id.value(), actor.id().value())
                .update();
        trail.note(actor, Trail.Action.REMOVED, SUBJECT, id.value());
    }

    /** Puts a view back that was taken away. */
    public void restore(Actor actor, ViewId id) {
        int back = jdbc.sql("""
                        update list_view set removed_at = null, version = version + 1
                        where id = ? and owner_id = ? and role = ?
                        """)
                .params(id.value(), actor.id().value(), actor.role().name())
                .update();
        if (back == 0) {
            throw new NotFound();
        }
        trail.note(actor, Trail.Action.UNDONE, SUBJECT, id.value());
    }

    private void forgetOld(Actor actor) {
        jdbc.sql("delete from list_view where owner_id = ? and removed_at < ?")
                .params(actor.id().value(), Timestamp.from(clock.instant().minus(Duration.ofDays(30))))
                .update();
    }

    private static void nameIsFree(List<View> own, String name, @Nullable ViewId except) {
        if (own.stream()
                .anyMatch(
                        view -> view.name().equalsIgnoreCase(name) && !view.id().equals(except))) {
            throw new RuleBroken("participants.views.name-taken");
        }
    }

    private static void mayShare(Actor actor, @Nullable LocationId location) {
        if (location != null
                && (actor.role() != Role.COORDINATOR || !actor.locations().contains(location))) {
            throw new NotFound();
        }
    }

    private static String shared(Actor actor) {
        return Organisation.array(actor.role() == Role.COORDINATOR ? actor.locations() : java.util.Set.of());
    }

    private static View view(ResultSet row, Actor actor) throws SQLException {
        UUID location = row.getObject("location_id", UUID.class);
        return new View(
                new ViewId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("query"),
                actor.id().value().equals(row.getObject("owner_id", UUID.class)),
                row.getString("owner_name"),
                location == null ? null : new LocationId(location),
                row.getString("location_name"),
                row.getLong("version"));
    }
}
