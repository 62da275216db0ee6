package nl.meedoen.participants;

import java.time.LocalDate;
import java.util.UUID;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.ParticipantId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door through which a room says who reaches whom: a coach by an assignment, a trainer by a group. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Reaches {

    /** In what capacity somebody reaches a participant. */
    public enum Capacity {
        COACH,
        TRAINER
    }

    private final JdbcClient jdbc;

    Reaches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Lets an account reach a participant from a day on; saying it again changes the days.
     *
     * @param source the assignment or group that it follows from
     */
    public void grant(
            ParticipantId participant,
            AccountId account,
            Capacity capacity,
            UUID source,
            LocalDate from,
            @Nullable LocalDate until) {
        jdbc.sql("""
                        insert into reach (participant_id, account_id, capacity, source, from_on, until_on)
                        values (:participant, :account, :capacity, :source, :from, cast(:until as date))
                        on conflict (participant_id, account_id, capacity, source)
                        do update set from_on = excluded.from_on, until_on = excluded.until_on
                        """)
                .param("participant", participant.value())
                .param("account", account.value())
                .param("capacity", capacity.name())
                .param("source", source)
                .param("from", from)
                .param("until", until)
                .update();
    }

    /**
     * Says from which day on an account that reaches a participant by an assignment also reads what was talked about; null
     * for everything. What somebody wrote themselves they always read.
     */
    void contactsFrom(ParticipantId participant, UUID source, @Nullable LocalDate day) {
        jdbc.sql(
                        "update reach set contacts_from = cast(:day as date) where participant_id = :participant and source = :source")
                .param("day", day)
                .param("participant", participant.value())
                .param("source", source)
                .update();
    }

    /** Whoever covers for a coach, now or on a day to come, covers for this participant as well. */
    void coverToo(ParticipantId participant, AccountId coach, LocalDate today) {
        jdbc.sql("""
                        insert into reach (participant_id, account_id, capacity, source, from_on, until_on, cover, contacts_from)
                        select :participant, v.cover_id, 'COACH', v.id, v.from_on, v.until_on, true, v.contacts_from
                        from coach_cover v
                        where v.coach_id = :coach and v.ended_at is null and v.until_on >= cast(:today as date)
                        on conflict (participant_id, account_id, capacity, source) do nothing
                        """)
                .param("participant", participant.value())
                .param("coach", coach.value())
                .param("today", today)
                .update();
    }

    /** Nobody covers for this coach any more, as far as this participant goes. */
    void coverEnds(ParticipantId participant, AccountId coach) {
        jdbc.sql("""
                        delete from reach where participant_id = :participant and cover
                          and source in (select v.id from coach_cover v where v.coach_id = :coach)
                        """)
                .param("participant", participant.value())
                .param("coach", coach.value())
                .update();
    }

    /** Ends everything that follows from one assignment or group for one participant, at once. */
    public void end(ParticipantId participant, UUID source) {
        jdbc.sql("delete from reach where participant_id = :participant and source = :source")
                .param("participant", participant.value())
                .param("source", source)
                .update();
    }
}
