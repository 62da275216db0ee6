package nl.meedoen.participants;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.PublicHoliday;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door through which rooms say what the list and the dossier's head show of a participant. Each call is part of the
 * caller's transaction and settles the phase and the attention date, which follow from the other columns.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Glances {

    /** Days without contact, or without a coach, after which a file asks for attention (DOMAIN.md). */
    public static final int SILENT_DAYS = 14;

    /**
     * Nobody spoke with a participant who has a coach, on {@code glance g} with the parameter {@code today}. Public holidays
     * and days on which somebody covered for the coach do not count: the database keeps the day in {@code silent_on}.
     */
    public static final String SILENT =
            "g.coach_id is not null and g.status = 'ACTIVE' and g.silent_on <= cast(:today as date)";

    /** Somebody has waited for a coach, on {@code glance g} with the parameter {@code today}. */
    public static final String WAITING = "g.coach_id is null and g.status in ('REGISTERED', 'INTAKE') and"
            + " coalesce(g.intake_on, g.registered_on) <= cast(:today as date) - " + SILENT_DAYS;

    private static final String SETTLE = """
            update glance set
                phase = x.phase,
                phase_since = case when glance.phase = x.phase then glance.phase_since else app_today() end,
                attention_on = x.attention_on,
                next_review_on = case when glance.status in ('WITHDRAWN', 'CLOSED', 'COMPLETED', 'AFTERCARE') then null
                    else glance.next_review_on end
            from (select g.participant_id,
                    case when g.status in ('WITHDRAWN', 'CLOSED') then 'STOPPED'
                         when g.status in ('COMPLETED', 'AFTERCARE') then 'AFTERCARE'
                         when g.placed_on is not null then 'PLACED'
                         when g.acting_on is not null then 'IN_ACTION'
                         when g.plan_on is not null then 'PLAN_AGREED'
                         when g.coach_on is not null then 'COACH_FOUND'
                         when g.intake_on is not null then 'INTAKE_DONE'
                         else 'REGISTERED' end phase,
                    case when g.status in ('WITHDRAWN', 'CLOSED', 'COMPLETED', 'AFTERCARE') then date 'infinity'
                         else least(
                            coalesce(g.next_step_on + 1, date 'infinity'),
                            case when g.coach_id is null then coalesce(g.intake_on, g.registered_on) + 14
                                 else g.silent_on end,
                            coalesce(g.placement_until - 14, date 'infinity')) end attention_on
                  from glance g where %s) x
            where glance.participant_id = x.participant_id
            """;

    private final JdbcClient jdbc;

    Glances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The coach who works with the participant from now on; null when there is none. */
    public void coach(ParticipantId id, @Nullable AccountId coach, @Nullable String name, @Nullable LocalDate since) {
        jdbc.sql("""
                        update glance set coach_id = :coach, coach_name = :name,
                            coach_on = coalesce(coach_on, cast(:since as date))
                        where participant_id = :id
                        """)
                .param("coach", coach == null ? null : coach.value(), java.sql.Types.OTHER)
                .param("name", name)
                .param("since", since)
                .param("id", id.value())
                .update();
        settle(id);
    }

    /** Who the coach was before, and when a first one had been found, after a change was taken back. */
    void coachAsBefore(ParticipantId id, @Nullable AccountId coach, @Nullable LocalDate firstOn) {
        jdbc.sql("""
                        update glance set coach_id = :coach, coach_on = cast(:first as date),
                            coach_name = (select name from account where id = :coach)
                        where participant_id = :id
                        """)
                .param("coach", coach == null ? null : coach.value(), java.sql.Types.OTHER)
                .param("first", firstOn)
                .param("id", id.value())
                .update();
        settle(id);
    }

    /** The plan was agreed, or its first goal was made; only the first call counts. */
    public void planMade(ParticipantId id, LocalDate on) {
        set(id, "plan_on = coalesce(plan_on, :value)", on);
    }

    /** A step was begun or done; only the first call counts. */
    public void inAction(ParticipantId id, LocalDate on) {
        set(id, "acting_on = coalesce(acting_on, :value), plan_on = coalesce(plan_on, :value)", on);
    }

    /** The open step that is due first; nulls when no step is open. */
    public void nextStep(ParticipantId id, @Nullable String title, @Nullable LocalDate due) {
        jdbc.sql("update glance set next_step = :title, next_step_on = :due where participant_id = :id")
                .param("title", title)
                .param("due", due)
                .param("id", id.value())
                .update();
        settle(id);
    }

    /** The last day on which somebody spoke with the participant; an earlier day changes nothing. */
    public void contacted(ParticipantId id, LocalDate on) {
        set(id, "last_contact_on = greatest(last_contact_on, :value)", on);
    }

    /** The first appointment to come; nulls when there is none. */
    public void appointment(ParticipantId id, @Nullable Instant at, @Nullable String title) {
        jdbc.sql("update glance set next_appointment_at = :at, next_appointment = :title where participant_id = :id")
                .param("at", at == null ? null : Timestamp.from(at))
                .param("title", title)
                .param("id", id.value())
                .update();
    }

    /** How much of the group training the participant attended, in percent of the sessions held. */
    public void attendance(ParticipantId id, @Nullable Integer percent) {
        jdbc.sql("update glance set attendance_percent = :percent where participant_id = :id")
                .param("percent", percent)
                .param("id", id.value())
                .update();
    }

    /** A placement runs; {@code until} is the end of its term, null where it has none. */
    public void placed(ParticipantId id, String kind, LocalDate since, @Nullable LocalDate until) {
        jdbc.sql("""
                        update glance set placement_kind = :kind, placed_on = :since, placement_until = :until
                        where participant_id = :id
                        """)
                .param("kind", kind)
                .param("since", since)
                .param("until", until)
                .param("id", id.value())
                .update();
        settle(id);
    }

    /** No placement runs any more. */
    public void placementEnded(ParticipantId id) {
        jdbc.sql("""
                        update glance set placement_kind = null, placed_on = null, placement_until = null
                        where participant_id = :id
                        """).param("id", id.value()).update();
        settle(id);
    }

    /** The day on which the plan is reviewed next; null when no review is planned. */
    public void reviewDue(ParticipantId id, @Nullable LocalDate on) {
        jdbc.sql("update glance set next_review_on = :on where participant_id = :id")
                .param("on", on)
                .param("id", id.value())
                .update();
    }

    /** The rungs of the participation ladder at the start and now. */
    public void rungs(ParticipantId id, @Nullable Integer start, @Nullable Integer now) {
        jdbc.sql("update glance set rung_start = :start, rung_now = :now where participant_id = :id")
                .param("start", start)
                .param("now", now)
                .param("id", id.value())
                .update();
    }

    private void set(ParticipantId id, String assignment, LocalDate value) {
        jdbc.sql("update glance set " + assignment.replace(":value", "cast(:value as date)")
                        + " where participant_id = :id")
                .param("value", value)
                .param("id", id.value())
                .update();
        settle(id);
    }

    /** The day on which somebody is silent who was spoken with last on this day, where nobody covered for the coach. */
    public static LocalDate silentOn(LocalDate spoken) {
        LocalDate day = spoken;
        for (int counted = 0; counted < SILENT_DAYS; ) {
            day = day.plusDays(1);
            counted += PublicHoliday.on(day).isPresent() ? 0 : 1;
        }
        return day;
    }

    /** The days on which somebody covers for this coach are others now. */
    public void covered(AccountId coach) {
        jdbc.sql("""
                        update glance set silent_on =
                            silent_after(participant_id, greatest(last_contact_on, coach_on, registered_on))
                        where coach_id = :coach
                        """).param("coach", coach.value()).update();
        jdbc.sql(SETTLE.formatted("g.coach_id = :coach"))
                .param("coach", coach.value())
                .update();
    }

    /** Works out the phase and the attention date again. */
    public void settle(ParticipantId id) {
        UUID value = id.value();
        jdbc.sql(SETTLE.formatted("g.participant_id = :id")).param("id", value).update();
    }
}
