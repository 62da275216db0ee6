package nl.meedoen.participants.merging;

import java.util.List;
import java.util.UUID;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.participants.Merging;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What participants itself keeps of somebody, and the two things of which there can be only one: a run and a coach. */
@Component
@Order(0)
class OwnRows implements Merging.Party {

    private static final String OPEN = "t.status in ('REGISTERED', 'INTAKE', 'ACTIVE')";

    private static final List<String> ONE_EACH =
            List.of("background", "benefit", "household", "functional_limits", "integration", "work_profile");

    private final JdbcClient jdbc;

    OwnRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Closes the run that was not chosen; whoever has only one keeps it. */
    void oneEnrolment(Merging.Moves moves, boolean keepFrom) {
        boolean both = moves.ask("select count(distinct participant_id) = 2 from enrolment t "
                        + "where t.participant_id in (:from, :into) and " + OPEN)
                .query(Boolean.class)
                .single();
        if (!both) return;
        ParticipantId loser = keepFrom ? moves.into() : moves.from();
        UUID change = Uuids.next();
        jdbc.sql("""
                        insert into enrolment_change (id, enrolment_id, participant_id, from_status, to_status, changed_on,
                            changed_by, changed_at)
                        select :id, t.id, t.participant_id, t.status, 'CLOSED', app_today(), app_actor(), now()
                        from enrolment t where t.participant_id = :loser and
                        """ + OPEN).param("id", change).param("loser", loser.value()).update();
        moves.added("enrolment_change", change);
        moves.change(
                "enrolment",
                "status = 'CLOSED', ended_on = app_today(), version = t.version + 1",
                "t.participant_id = " + (keepFrom ? ":into" : ":from") + " and " + OPEN,
                "id");
    }

    /** Ends the assignment that was not chosen, and lets assignments of the two stand beside each other. */
    void oneCoach(Merging.Moves moves, boolean keepFrom) {
        boolean both = moves.ask("select count(*) = 2 from coach_assignment t "
                        + "where t.participant_id in (:from, :into) and t.until_on is null")
                .query(Boolean.class)
                .single();
        if (both) {
            String whose = "t.participant_id = " + (keepFrom ? ":into" : ":from");
            moves.remove(
                    "reach",
                    // with whoever covers for that coach
                    whose + " and t.capacity = 'COACH' and t.source in (select x.source from coach_assignment c"
                            + " cross join lateral (select c.id source union all"
                            + " select v.id from coach_cover v where v.coach_id = c.coach_id) x"
                            + " where c.participant_id = t.participant_id and c.until_on is null)",
                    "account_id",
                    "capacity",
                    "source");
            moves.change(
                    "coach_assignment",
                    "until_on = greatest(t.from_on, app_today() - 1), ended_by = app_actor()",
                    whose + " and t.until_on is null",
                    "id");
        }
        moves.change("coach_assignment", "merged_in = true", "t.participant_id = :from", "id");
    }

    /**
     * What somebody said last counts: a consent that was given before the other dossier's withdrawal ends, and the
     * municipality that was not chosen gets nothing to see by way of the one that was.
     */
    void lastWord(Merging.Moves moves, boolean otherMunicipality, boolean chosenFrom) {
        String set = "withdrawn_on = app_today(), withdrawn_by = app_actor()";
        if (otherMunicipality) {
            moves.change(
                    "consent",
                    set,
                    "t.purpose = 'MUNICIPALITY' and t.withdrawn_on is null and t.participant_id = "
                            + (chosenFrom ? ":into" : ":from"),
                    "id");
        }
        moves.change("consent", set, """
                t.participant_id in (:from, :into) and t.withdrawn_on is null and exists (
                    select 1 from consent w where w.participant_id in (:from, :into)
                      and w.participant_id <> t.participant_id and w.purpose = t.purpose and w.withdrawn_on >= t.given_on
                      and not exists (select 1 from consent g where g.participant_id = w.participant_id
                          and g.purpose = w.purpose and g.withdrawn_on is null and g.given_on >= w.withdrawn_on))""", "id");
    }

    @Override
    public void take(Merging.Moves moves) {
        moves.all("enrolment", "doubles.moves.enrolment", "id");
        moves.all("enrolment_change", "", "id");
        moves.all("consent", "doubles.moves.consent", "id");
        moves.all("coach_assignment", "doubles.moves.coach", "id");
        moves.all("ladder_measurement", "doubles.moves.ladder", "id");
        moves.all("participant_history", "doubles.moves.history", "id");
        moves.all("emergency_access", "", "id");
        // one hold is enough to keep everything
        moves.allBut(
                "t.lifted_at is null and exists (select 1 from legal_hold x where x.participant_id = :into and x.lifted_at is null)",
                "legal_hold",
                "",
                "id");
        // Both in one group: whoever reaches the one that stays needs no second row for it.
        moves.remove("reach", """
                t.participant_id = :from and exists (select 1 from reach x where x.participant_id = :into
                    and x.account_id = t.account_id and x.capacity = t.capacity and x.source = t.source)""", "account_id", "capacity", "source");
        moves.all("reach", "", "account_id", "capacity", "source");
        moves.all("import_row", "", "batch_id", "number");
        takeIntake(moves);
    }

    /**
     * The sections of the intake: a section that both have counts as it is in the dossier that stays, since half of one and
     * half of the other would be true of nobody; the other stays in the dossier that goes.
     */
    private static void takeIntake(Merging.Moves moves) {
        for (String table : ONE_EACH) {
            moves.allBut(
                    "exists (select 1 from " + table + " x where x.participant_id = :into)",
                    table,
                    "doubles.moves.section",
                    "participant_id");
        }
        moves.allBut(
                "exists (select 1 from intake_section x where x.participant_id = :into and x.section = t.section)",
                "intake_section",
                "",
                "section");
        moves.allBut(
                "exists (select 1 from work_wish x where x.participant_id = :into and x.occupation = t.occupation)",
                "work_wish",
                "doubles.moves.wish",
                "id");
        moves.all("language_measurement", "doubles.moves.language", "id");
        moves.all("ladder_answers", "", "measurement_id");
        moves.all("education", "doubles.moves.education", "id");
        moves.all("work_experience", "doubles.moves.work", "id");
    }

    /** The lists take from two dossiers what came first or last of each. */
    void join(ParticipantId from, ParticipantId into) {
        jdbc.sql("""
                        update glance g set registered_on = least(g.registered_on, f.registered_on),
                            coach_on = least(g.coach_on, f.coach_on), plan_on = least(g.plan_on, f.plan_on),
                            acting_on = least(g.acting_on, f.acting_on),
                            last_contact_on = greatest(g.last_contact_on, f.last_contact_on),
                            next_review_on = least(g.next_review_on, f.next_review_on)
                        from glance f where g.participant_id = :into and f.participant_id = :from
                        """).param("into", into.value()).param("from", from.value()).update();
    }

    @Override
    public void settle(ParticipantId id) {
        jdbc.sql("""
                        delete from reach r using coach_assignment c
                        where r.participant_id = :id and r.source = c.id and c.until_on < app_today()
                        """).param("id", id.value()).update();
        jdbc.sql("""
                        update glance g set status = e.status, intake_on = e.intake_on, ended_on = e.ended_on
                        from (select t.* from enrolment t where t.participant_id = :id
                              order by %s desc, t.registered_on desc, t.id desc limit 1) e
                        where g.participant_id = e.participant_id
                        """.formatted(OPEN)).param("id", id.value()).update();
        jdbc.sql("""
                        update glance g set coach_id = c.coach_id, coach_name = c.name
                        from (select 1) one left join lateral (
                            select t.coach_id, a.name from coach_assignment t join account a on a.id = t.coach_id
                            where t.participant_id = :id and t.until_on is null) c on true
                        where g.participant_id = :id
                        """).param("id", id.value()).update();
        jdbc.sql("""
                        update glance g set
                            rung_start = (select l.rung from ladder_measurement l where l.participant_id = :id
                                          order by l.measured_on, l.id limit 1),
                            rung_now = (select l.rung from ladder_measurement l where l.participant_id = :id
                                        order by l.measured_on desc, l.id desc limit 1)
                        where g.participant_id = :id
                        """).param("id", id.value()).update();
    }
}
