package nl.meedoen.participants.retention;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.participants.ParticipantScope;
import nl.meedoen.participants.holdings.EveryRow;
import nl.meedoen.participants.holdings.Holding;
import nl.meedoen.participants.holdings.PersonalData;
import nl.meedoen.participants.merging.Merges;
import nl.meedoen.privacy.Trail;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is due this month, what holds it, and what would go: the dry run. */
@Service
@Transactional
public class Retention {

    /** At most so many lines in the list of a month. */
    public static final int MOST = 200;

    /**
     * A dossier that is due this month.
     *
     * @param what all of it, or the notes alone
     */
    public record Due(
            ParticipantId id, String name, String number, LocalDate ended, Standing.What what, boolean held) {}

    private final JdbcClient jdbc;
    private final Dossiers dossiers;
    private final Merges merges;
    private final ParticipantScope scope;
    private final ObjectProvider<PersonalData> rooms;
    private final EveryRow everyRow;
    private final Clocks clocks;
    private final Trail trail;
    private final Vault vault;
    private final Clock clock;

    Retention(
            JdbcClient jdbc,
            Dossiers dossiers,
            Merges merges,
            ParticipantScope scope,
            ObjectProvider<PersonalData> rooms,
            EveryRow everyRow,
            Clocks clocks,
            Trail trail,
            Vault vault,
            Clock clock) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.merges = merges;
        this.scope = scope;
        this.rooms = rooms;
        this.everyRow = everyRow;
        this.clocks = clocks;
        this.trail = trail;
        this.vault = vault;
        this.clock = clock;
    }

    /** What is due before the end of this month at the own locations, the longest ended first. */
    public List<Due> due(Actor actor) {
        YearMonth month = YearMonth.from(today());
        LocalDate all = clocks.evidenceLimit(month);
        ParticipantScope.Condition mine = scope.ofGlance(actor);
        return jdbc.sql("""
                        select g.participant_id, g.name, g.number, g.ended_on,
                            exists (select 1 from legal_hold h where h.participant_id = g.participant_id and h.lifted_at is null)
                        from glance g join participant p on p.id = g.participant_id
                        where g.ended_on <= :limit and g.status in ('COMPLETED', 'WITHDRAWN', 'AFTERCARE', 'CLOSED')
                          and (p.notes_gone_on is null or g.ended_on <= cast(:all as date)) and
                        """ + mine.sql() + " order by g.ended_on, g.participant_id limit " + MOST)
                .param("limit", later(clocks.notesLimit(month), all))
                .param("all", all, java.sql.Types.DATE)
                .params(mine.params())
                .query((row, n) -> {
                    LocalDate ended = row.getObject(4, LocalDate.class);
                    return new Due(
                            new ParticipantId(row.getObject(1, UUID.class)),
                            row.getString(2),
                            row.getString(3),
                            ended,
                            all != null && !ended.isAfter(all) ? Standing.What.ALL : Standing.What.NOTES,
                            row.getBoolean(5));
                })
                .list();
    }

    private static LocalDate later(LocalDate one, @Nullable LocalDate other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    /** How a dossier stands, and what would go now; nothing is changed. */
    public Standing standing(Actor actor, ParticipantId id) {
        dossiers.own(actor, id);
        return everyRow.during(() -> stand(id));
    }

    private Standing stand(ParticipantId id) {
        Collection<UUID> ids = ids(id);
        List<Standing.Run> runs = runs(ids);
        Standing.Hold hold = hold(id);
        LocalDate notesGone = jdbc
                .sql("select notes_gone_on from participant where id = ?")
                .param(id.value())
                .query((row, n) -> row.getObject(1, LocalDate.class))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        boolean open = runs.stream().anyMatch(run -> run.ended() == null);
        LocalDate until = runs.stream()
                .map(Standing.Run::evidenceDue)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        // somebody who never took part leaves nothing to account for
        boolean evidence = until != null && until.isAfter(today()) && tookPart(ids);
        Standing.What what = open || hold != null
                ? null
                : evidence ? (notesGone == null ? Standing.What.NOTES : null) : Standing.What.ALL;
        List<Standing.Count> going = new ArrayList<>();
        List<Standing.Count> staying = new ArrayList<>();
        for (Holding holding : all()) {
            long rows = count(holding, ids);
            if (rows > 0 && holding.going() != Holding.Going.NEVER) {
                boolean early = holding.going() == Holding.Going.EARLY;
                (what == Standing.What.ALL || what == Standing.What.NOTES && early ? going : staying)
                        .add(new Standing.Count(holding.table(), rows));
            }
        }
        return new Standing(
                runs,
                hold,
                what,
                going,
                staying,
                staying.isEmpty() ? null : until,
                notesGone,
                Integer.toHexString(Objects.hash(what, written(going), written(staying))));
    }

    /** Keys for searching come and go with the jobs that make them; nobody has to look again for these. */
    private static List<Standing.Count> written(List<Standing.Count> counts) {
        return counts.stream().filter(count -> !count.technical()).toList();
    }

    private List<Standing.Run> runs(Collection<UUID> ids) {
        return jdbc.sql("select registered_on, ended_on from enrolment where participant_id in (:ids) order by 1, id")
                .param("ids", ids)
                .query((row, n) -> {
                    LocalDate ended = row.getObject(2, LocalDate.class);
                    return new Standing.Run(
                            row.getObject(1, LocalDate.class),
                            ended,
                            ended == null ? null : clocks.notesDue(ended),
                            ended == null ? null : clocks.evidenceDue(ended));
                })
                .list();
    }

    /** Whether a funder paid for anything: an enrolment that became active, a session, a placement. */
    private boolean tookPart(Collection<UUID> ids) {
        return jdbc.sql("""
                        select exists (select 1 from enrolment where participant_id in (:ids) and active_on is not null)
                            or exists (select 1 from enrolment_funding where participant_id in (:ids))
                        """).param("ids", ids).query(Boolean.class).single();
    }

    private Standing.@Nullable Hold hold(ParticipantId id) {
        return jdbc.sql("""
                        select h.reason, a.name, h.set_at from legal_hold h join account a on a.id = h.set_by
                        where h.participant_id = ? and h.lifted_at is null
                        """)
                .param(id.value())
                .query((row, n) -> new Standing.Hold(
                        String.valueOf(vault.open(row.getBytes(1))),
                        row.getString(2),
                        row.getTimestamp(3).toInstant()))
                .optional()
                .orElse(null);
    }

    private long count(Holding holding, Collection<UUID> ids) {
        return jdbc.sql("select count(*) from " + holding.table() + " t where " + holding.where())
                .param("ids", ids)
                .param("texts", ids.stream().map(UUID::toString).toList())
                .query(Long.class)
                .single();
    }

    /** The dossier and those that became part of it. */
    Collection<UUID> ids(ParticipantId id) {
        return merges.dossiers(id).stream().map(ParticipantId::value).toList();
    }

    /** All that the rooms declared. */
    List<Holding> all() {
        return rooms.orderedStream().flatMap(room -> room.holdings().stream()).toList();
    }

    /** Keeps a dossier as it is; a second time changes nothing. */
    public void hold(Actor actor, ParticipantId id, String reason) {
        dossiers.own(actor, id);
        int set = jdbc.sql("""
                        insert into legal_hold (id, participant_id, reason, set_at, set_by) values (?, ?, ?, ?, ?)
                        on conflict (participant_id) where lifted_at is null do nothing
                        """)
                .params(
                        Uuids.next(),
                        id.value(),
                        vault.seal(reason),
                        Timestamp.from(clock.instant()),
                        actor.id().value())
                .update();
        if (set > 0) {
            trail.dossier(actor, Trail.Action.CREATED, "legal-hold", null, id);
        }
    }

    /** Lets a dossier go its way again. */
    public void lift(Actor actor, ParticipantId id) {
        dossiers.own(actor, id);
        int lifted = jdbc.sql(
                        "update legal_hold set lifted_at = ?, lifted_by = ? where participant_id = ? and lifted_at is null")
                .params(Timestamp.from(clock.instant()), actor.id().value(), id.value())
                .update();
        if (lifted > 0) {
            trail.dossier(actor, Trail.Action.REMOVED, "legal-hold", null, id);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Words.ZONE));
    }
}
