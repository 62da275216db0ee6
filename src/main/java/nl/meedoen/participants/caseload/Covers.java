package nl.meedoen.participants.caseload;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.participants.Glances;
import nl.meedoen.participants.Handover;
import nl.meedoen.participants.ParticipantScope;
import nl.meedoen.people.CoachProfile;
import nl.meedoen.people.Coaches;
import nl.meedoen.privacy.Trail;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who covers for a coach who is away, from one day until another: in that time, and in no other, the dossiers of the
 * caseload are open to both of them.
 */
@Service
@Transactional
public class Covers {

    /** Longer than this is no absence: somebody else becomes the coach. */
    static final Period LONGEST = Period.ofMonths(6);

    private static final String SUBJECT = "coach-cover";

    private static final String READ = """
            select v.id, v.coach_id, a.name coach_name, v.cover_id, b.name cover_name, v.from_on, v.until_on, v.reason
            from coach_cover v join account a on a.id = v.coach_id join account b on b.id = v.cover_id
            where v.ended_at is null and v.until_on >= :today
            """;

    /** A time of absence that has not passed yet. */
    public record Cover(
            CoverId id,
            AccountId coach,
            String coachName,
            AccountId cover,
            String coverName,
            LocalDate from,
            LocalDate until,
            @Nullable String reason) {

        /** Whether it is now. */
        public boolean runs(LocalDate today) {
            return !from.isAfter(today) && !until.isBefore(today);
        }
    }

    private final JdbcClient jdbc;
    private final Coaches coaches;
    private final ParticipantScope scope;
    private final Glances glances;
    private final Trail trail;
    private final Vault vault;
    private final Clock clock;

    Covers(
            JdbcClient jdbc,
            Coaches coaches,
            ParticipantScope scope,
            Glances glances,
            Trail trail,
            Vault vault,
            Clock clock) {
        this.jdbc = jdbc;
        this.coaches = coaches;
        this.scope = scope;
        this.glances = glances;
        this.trail = trail;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Lets one coach cover for another, for the participants of the caseload whom the actor reaches.
     *
     * @param handover what the other coach reads of the conversations before
     * @throws NotFound where one of the two is not a coach of the actor's locations
     * @throws RuleBroken where the days are in no order, have passed, or are covered already
     */
    public CoverId arrange(
            Actor actor,
            AccountId coach,
            AccountId cover,
            LocalDate from,
            LocalDate until,
            Handover handover,
            @Nullable String reason) {
        CoachProfile absent = ofTheirs(actor, coach);
        CoachProfile present = ofTheirs(actor, cover);
        if (coach.equals(cover)) {
            throw new RuleBroken("cover.same-coach");
        }
        if (until.isBefore(from)) {
            throw new RuleBroken("cover.order");
        }
        if (until.isBefore(today()) || from.isBefore(today().minusDays(31))) {
            throw new RuleBroken("cover.past");
        }
        if (until.isAfter(from.plus(LONGEST))) {
            throw new RuleBroken("cover.too-long", LONGEST.getMonths());
        }
        UUID id = Uuids.next();
        LocalDate contactsFrom = handover.contactsFrom(from, null);
        try {
            jdbc.sql("""
                            insert into coach_cover (id, coach_id, cover_id, location_id, from_on, until_on, contacts_from,
                                reason, made_by, made_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .param(id)
                    .param(absent.account().value())
                    .param(present.account().value())
                    .param(absent.locationId().value())
                    .param(from)
                    .param(until)
                    .param(contactsFrom)
                    .param(vault.sealOptional(reason))
                    .param(actor.id().value())
                    .param(Timestamp.from(clock.instant()))
                    .update();
        } catch (DataIntegrityViolationException overlap) {
            throw new RuleBroken("cover.covered-already");
        }
        ParticipantScope.Condition mine = scope.ofGlance(actor);
        jdbc.sql("""
                        insert into reach (participant_id, account_id, capacity, source, from_on, until_on, cover, contacts_from)
                        select c.participant_id, :cover, 'COACH', :id, :from, :until, true, cast(:contacts as date)
                        from coach_assignment c join glance g on g.participant_id = c.participant_id
                        where c.coach_id = :coach and c.until_on is null and %s
                        """.formatted(mine.sql()))
                .param("cover", cover.value())
                .param("id", id)
                .param("from", from)
                .param("until", until)
                .param("contacts", contactsFrom)
                .param("coach", coach.value())
                .params(mine.params())
                .update();
        glances.covered(coach);
        trail.note(actor, Trail.Action.CREATED, SUBJECT, id);
        return new CoverId(id);
    }

    /** Ends a cover before its time, or takes one back that has not begun: the dossiers close at once. */
    public Cover end(Actor actor, AccountId coach, CoverId id) {
        Cover cover = of(actor, coach).stream()
                .filter(known -> known.id().equals(id) && known.coach().equals(coach))
                .findFirst()
                .orElseThrow(NotFound::new);
        jdbc.sql("update coach_cover set ended_at = ?, ended_by = ? where id = ?")
                .params(Timestamp.from(clock.instant()), actor.id().value(), id.value())
                .update();
        // the days that have passed stay known: on those, nobody was silent
        jdbc.sql("""
                        update reach set until_on = cast(:today as date) - 1
                        where account_id = :cover and capacity = 'COACH' and source = :id and from_on < cast(:today as date)
                        """)
                .param("today", today())
                .param("cover", cover.cover().value())
                .param("id", id.value())
                .update();
        jdbc.sql("delete from reach where account_id = ? and capacity = 'COACH' and source = ? and from_on >= ?")
                .params(cover.cover().value(), id.value(), today())
                .update();
        glances.covered(coach);
        trail.note(actor, Trail.Action.CHANGED, SUBJECT + ".ended", id.value());
        return cover;
    }

    /**
     * The times, now and to come, in which somebody covers for this coach or this coach for somebody.
     *
     * @throws NotFound for a coach of another location
     */
    @Transactional(readOnly = true)
    public List<Cover> of(Actor actor, AccountId coach) {
        ofTheirs(actor, coach);
        return jdbc.sql(READ + " and (v.coach_id = :coach or v.cover_id = :coach) order by v.from_on, v.id")
                .param("today", today())
                .param("coach", coach.value())
                .query((row, n) -> cover(row))
                .list();
    }

    /** Where the actor, a coach, covers for somebody now. */
    @Transactional(readOnly = true)
    public List<Cover> now(Actor actor) {
        return jdbc.sql(READ + " and v.cover_id = :me and v.from_on <= :today order by v.until_on, v.id")
                .param("today", today())
                .param("me", actor.id().value())
                .query((row, n) -> cover(row))
                .list();
    }

    private CoachProfile ofTheirs(Actor actor, AccountId coach) {
        return coaches.profile(coach)
                .filter(profile -> actor.locations().contains(profile.locationId()))
                .orElseThrow(NotFound::new);
    }

    private Cover cover(ResultSet row) throws SQLException {
        return new Cover(
                new CoverId(row.getObject("id", UUID.class)),
                new AccountId(row.getObject("coach_id", UUID.class)),
                row.getString("coach_name"),
                new AccountId(row.getObject("cover_id", UUID.class)),
                row.getString("cover_name"),
                row.getObject("from_on", LocalDate.class),
                row.getObject("until_on", LocalDate.class),
                vault.open(row.getBytes("reason")));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Words.ZONE));
    }
}
