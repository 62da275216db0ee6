package nl.meedoen.placements;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.participants.Glances;
import nl.meedoen.placements.domain.Placement;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What follows from a step: its line of history, the check-ins, and what the list shows of the participant. */
@Component
class PlacementRecords {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Glances glances;
    private final Clock clock;

    PlacementRecords(JdbcClient jdbc, Vault vault, Glances glances, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.glances = glances;
        this.clock = clock;
    }

    void changed(Actor actor, Placement placement, @Nullable PlacementState before, Move move, LocalDate on) {
        jdbc.sql("""
                        insert into placement_change
                            (id, placement_id, participant_id, from_state, to_state, what, on_day, ends_on, changed_by, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(Uuids.next())
                .param(placement.id().value())
                .param(placement.participant().value())
                .param(before == null ? null : before.name())
                .param(placement.state().name())
                .param(move.name())
                .param(on)
                .param(placement.endsOn())
                .param(actor.id().value())
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    /** Check-ins come with the start; those still open go with the end, for nobody will be there. */
    void settleCheckIns(Placement placement) {
        if (placement.state() == PlacementState.RUNNING) {
            placement
                    .checkIns()
                    .forEach((weeks, due) -> jdbc.sql("""
                            insert into check_in (id, placement_id, participant_id, weeks, due_on) values (?, ?, ?, ?, ?)
                            on conflict (placement_id, weeks) do nothing
                            """)
                            .params(
                                    Uuids.next(),
                                    placement.id().value(),
                                    placement.participant().value(),
                                    weeks,
                                    due)
                            .update());
        } else if (!placement.state().open()) {
            jdbc.sql("delete from check_in where placement_id = ? and done_on is null")
                    .param(placement.id().value())
                    .update();
        }
    }

    /** Several may run at once; the list shows the one that began last. */
    void tellGlance(Placement placement, PlacementState before) {
        boolean concerns = placement.kind().outcome()
                && (before == PlacementState.RUNNING || placement.state() == PlacementState.RUNNING);
        if (!concerns) {
            return;
        }
        showInLists(placement.participant());
    }

    /** Shows the placement that runs, or that none does. */
    void showInLists(ParticipantId participant) {
        boolean runs = jdbc.sql("""
                        select kind, began_on, ends_on from placement
                        where participant_id = ? and state = 'RUNNING' and kind not in ('MOCK_INTERVIEW', 'WORK_VISIT')
                        order by began_on desc, id desc limit 1
                        """)
                .param(participant.value())
                .query((row, n) -> {
                    glances.placed(
                            participant,
                            String.valueOf(row.getString(1)),
                            row.getObject(2, LocalDate.class),
                            row.getObject(3, LocalDate.class));
                    return true;
                })
                .optional()
                .isPresent();
        if (!runs) {
            glances.placementEnded(participant);
        }
    }

    void checkedIn(
            Actor actor,
            Placement placement,
            UUID checkIn,
            boolean stillThere,
            @Nullable String note,
            LocalDate today) {
        LocalDate due = dueOf(placement, checkIn);
        if (due.isAfter(today)) {
            throw new RuleBroken("placements.check-in-too-early");
        }
        int written = jdbc.sql("""
                        update check_in set done_on = ?, still_there = ?, note = ?, done_by = ?
                        where id = ? and placement_id = ? and done_on is null
                        """)
                .param(today)
                .param(stillThere)
                .param(vault.sealOptional(note))
                .param(actor.id().value())
                .param(checkIn)
                .param(placement.id().value())
                .update();
        if (written == 0) {
            throw new RuleBroken("placements.check-in-done");
        }
        changed(actor, placement, placement.state(), Move.CHECK_IN, today);
    }

    void reopenCheckIn(Placement placement, UUID checkIn) {
        dueOf(placement, checkIn);
        jdbc.sql("""
                        update check_in set done_on = null, still_there = null, note = null, done_by = null
                        where id = ? and placement_id = ?
                        """).params(checkIn, placement.id().value()).update();
    }

    private LocalDate dueOf(Placement placement, UUID checkIn) {
        return jdbc.sql("select due_on from check_in where id = ? and placement_id = ?")
                .params(checkIn, placement.id().value())
                .query(LocalDate.class)
                .optional()
                .orElseThrow(NotFound::new);
    }
}
