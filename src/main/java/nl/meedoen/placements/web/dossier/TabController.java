package nl.meedoen.placements.web.dossier;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.DossierFrame;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.placements.OpeningKind;
import nl.meedoen.placements.PlacementState;
import nl.meedoen.placements.market.EmployerConsent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The tab of the dossier: one person's placements. */
@Controller
class TabController {

    private final JdbcClient jdbc;
    private final Dossiers dossiers;
    private final EmployerConsent consents;

    TabController(JdbcClient jdbc, Dossiers dossiers, EmployerConsent consents) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.consents = consents;
    }

    /** A placement; a client manager reads neither the employer nor the title nor the hours. */
    record Row(
            UUID id,
            OpeningKind kind,
            PlacementState state,
            @Nullable String title,
            @Nullable String employer,
            LocalDate proposedOn,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable BigDecimal hours,
            @Nullable LocalDate checkInOn) {}

    record TabPage(DossierFrame frame, boolean shared, boolean mayPropose, boolean consent, List<Row> rows) {}

    @Needs({Permission.PLACEMENT_VIEW, Permission.PROGRESS_VIEW})
    @GetMapping("/participants/{id}/placements")
    @Transactional
    public String show(Actor actor, @PathVariable ParticipantId id, Model model) {
        boolean shared = !actor.may(Permission.PLACEMENT_VIEW);
        DossierFrame frame = dossiers.open(actor, id, shared ? PlacementsRoom.SHARED_TAB : PlacementsRoom.TAB);
        model.addAttribute(
                "page",
                new TabPage(
                        frame,
                        shared,
                        actor.may(Permission.PLACEMENT_EDIT) && frame.open(),
                        shared || consents.holds(id),
                        shared ? sharedRows(id) : rows(id)));
        return "placements/tab";
    }

    private List<Row> rows(ParticipantId id) {
        return jdbc.sql("""
                        select p.id, p.kind, p.state, o.title, e.name, p.proposed_on, p.starts_on, p.ends_on, p.hours_a_week,
                            (select min(c.due_on) from check_in c where c.placement_id = p.id and c.done_on is null)
                        from placement p join opening o on o.id = p.opening_id join employer e on e.id = p.employer_id
                        where p.participant_id = ?
                        order by p.state in ('FINISHED', 'STOPPED'), p.proposed_on desc, p.id desc limit 100
                        """)
                .param(id.value())
                .query((row, n) -> new Row(
                        row.getObject(1, UUID.class),
                        OpeningKind.valueOf(row.getString(2)),
                        PlacementState.valueOf(row.getString(3)),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, LocalDate.class),
                        row.getObject(7, LocalDate.class),
                        row.getObject(8, LocalDate.class),
                        row.getBigDecimal(9),
                        row.getObject(10, LocalDate.class)))
                .list();
    }

    private List<Row> sharedRows(ParticipantId id) {
        return jdbc.sql("""
                        select id, kind, state, proposed_on, starts_on, ends_on from placement where participant_id = ?
                        order by state in ('FINISHED', 'STOPPED'), proposed_on desc, id desc limit 100
                        """)
                .param(id.value())
                .query((row, n) -> new Row(
                        row.getObject(1, UUID.class),
                        OpeningKind.valueOf(row.getString(2)),
                        PlacementState.valueOf(row.getString(3)),
                        null,
                        null,
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class),
                        row.getObject(6, LocalDate.class),
                        null,
                        null))
                .list();
    }
}
