package nl.meedoen.training;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.privacy.Trail;
import nl.meedoen.privacy.Vault;
import nl.meedoen.training.attendance.AttendanceCount;
import nl.meedoen.training.delivery.domain.CohortScope;
import nl.meedoen.training.delivery.domain.MeetingRepository;
import nl.meedoen.training.delivery.domain.Session;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who was at a session. Saving the same again changes nothing, and nobody's marks are overwritten unseen. */
@Service
@Transactional
public class Attendances {

    /**
     * What is recorded of one person.
     *
     * @param minutes how much too late; only with {@link AttendanceMark#LATE}
     * @param reason why somebody was not there
     */
    public record Entry(
            AttendanceMark mark,
            @Nullable Integer minutes,
            @Nullable String reason) {

        /** Minutes belong to those who were late, a reason to those who were not there. */
        public Entry {
            minutes = mark == AttendanceMark.LATE ? minutes : null;
            reason = mark.attended() || reason == null || reason.isBlank() ? null : reason.strip();
            if (minutes != null && (minutes < 1 || minutes > 480)) {
                throw new RuleBroken("training.minutes-late");
            }
        }

        /** Stands for these values in a form, so that a later save can tell whether they changed. */
        public static String token(@Nullable Entry entry) {
            return entry == null
                    ? "-"
                    : Integer.toHexString((entry.mark.name() + '|' + entry.minutes + '|' + entry.reason).hashCode());
        }
    }

    /**
     * What came of saving.
     *
     * @param changed how many people's marks are now other than before
     * @param disputed for whom somebody else saved something else in the meantime; then nothing was saved
     */
    public record Outcome(int changed, Set<ParticipantId> disputed) {}

    private final MeetingRepository sessions;
    private final AttendanceCount count;
    private final JdbcClient jdbc;
    private final Vault vault;
    private final Trail trail;
    private final Clock clock;

    Attendances(
            MeetingRepository sessions, AttendanceCount count, JdbcClient jdbc, Vault vault, Trail trail, Clock clock) {
        this.sessions = sessions;
        this.count = count;
        this.jdbc = jdbc;
        this.vault = vault;
        this.trail = trail;
        this.clock = clock;
    }

    /** Saves marks without a look at what stands there now. */
    public Outcome record(Actor actor, SessionId id, Map<ParticipantId, Entry> wanted) {
        return record(actor, id, wanted, Map.of());
    }

    /**
     * Saves the marks of a session's members; who is no member is left out.
     *
     * @param seen the {@link Entry#token} of each mark as it stood when the form was made
     * @throws RuleBroken when the session was cancelled or is still to come
     */
    public Outcome record(
            Actor actor, SessionId id, Map<ParticipantId, Entry> wanted, Map<ParticipantId, String> seen) {
        Session session = sessions.findLocked(id, CohortScope.of(actor)).orElseThrow(NotFound::new);
        Map<ParticipantId, @Nullable Entry> now = now(session);
        Map<ParticipantId, Entry> changes = new LinkedHashMap<>();
        Set<ParticipantId> disputed = new LinkedHashSet<>();
        wanted.forEach((participant, entry) -> {
            if (!now.containsKey(participant)) {
                return;
            }
            String mine = Entry.token(entry);
            String theirs = Entry.token(now.get(participant));
            String before = seen.getOrDefault(participant, theirs);
            if (mine.equals(theirs) || mine.equals(before)) {
                return; // nothing new from me: what stands there stays
            }
            changes.put(participant, entry);
            if (!theirs.equals(before)) {
                disputed.add(participant);
            }
        });
        if (!disputed.isEmpty()) {
            return new Outcome(0, disputed);
        }
        if (!changes.isEmpty()) {
            session.hold(LocalDate.now(clock.withZone(Words.ZONE)));
            sessions.saveAndFlush(session);
            changes.forEach((participant, entry) -> write(actor, session, participant, entry));
            now.keySet().forEach(participant -> count.settle(session.cohort(), participant));
        }
        return new Outcome(changes.size(), disputed);
    }

    private Map<ParticipantId, @Nullable Entry> now(Session session) {
        Map<ParticipantId, @Nullable Entry> now = new LinkedHashMap<>();
        jdbc.sql("""
                        select m.participant_id, a.mark, a.minutes, a.reason
                        from cohort_member m
                             left join attendance a on a.session_id = :session and a.participant_id = m.participant_id
                        where m.cohort_id = :cohort and not m.waiting
                          and (a.mark is not null
                               or m.from_on <= :day and (m.until_on is null or m.until_on >= :day))
                        """)
                .param("session", session.id().value())
                .param("cohort", session.cohort().value())
                .param("day", session.slot().on())
                .query((RowCallbackHandler) row -> {
                    String mark = row.getString(2);
                    int minutes = row.getInt(3);
                    Integer late = row.wasNull() ? null : Integer.valueOf(minutes);
                    now.put(
                            new ParticipantId(row.getObject(1, UUID.class)),
                            mark == null
                                    ? null
                                    : new Entry(AttendanceMark.valueOf(mark), late, vault.open(row.getBytes(4))));
                });
        return now;
    }

    private void write(Actor actor, Session session, ParticipantId participant, Entry entry) {
        jdbc.sql("""
                        insert into attendance (session_id, participant_id, cohort_id, location_id, mark, minutes, reason,
                            recorded_by, recorded_at)
                        values (:session, :participant, :cohort, :location, :mark, :minutes, :reason, :me, :now)
                        on conflict (session_id, participant_id) do update set mark = excluded.mark,
                            minutes = excluded.minutes, reason = excluded.reason,
                            recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
                        """)
                .param("session", session.id().value())
                .param("participant", participant.value())
                .param("cohort", session.cohort().value())
                .param("location", session.locationId())
                .param("mark", entry.mark().name())
                .param("minutes", entry.minutes())
                .param("reason", vault.sealOptional(entry.reason()))
                .param("me", actor.id().value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        trail.dossier(
                actor, Trail.Action.CHANGED, "training.attendance", session.id().value(), participant);
    }
}
