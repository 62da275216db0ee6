package nl.meedoen.placements.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.ParticipantScope;
import nl.meedoen.placements.Move;
import nl.meedoen.placements.OpeningKind;
import nl.meedoen.placements.PlacementId;
import nl.meedoen.placements.PlacementRule;
import nl.meedoen.placements.PlacementRules;
import nl.meedoen.placements.PlacementState;
import nl.meedoen.placements.StopKind;
import nl.meedoen.placements.domain.Placement;
import nl.meedoen.placements.market.EmployerConsent;
import nl.meedoen.privacy.Trail;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads one placement: facts, rule, check-ins and history. */
@Component
class PlacementPages {

    private final JdbcClient jdbc;
    private final ParticipantScope scope;
    private final PlacementRules rules;
    private final EmployerConsent consents;
    private final Vault vault;
    private final Trail trail;
    private final Texts texts;
    private final Words words;

    PlacementPages(
            JdbcClient jdbc,
            ParticipantScope scope,
            PlacementRules rules,
            EmployerConsent consents,
            Vault vault,
            Trail trail,
            Texts texts,
            Words words) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.rules = rules;
        this.consents = consents;
        this.vault = vault;
        this.trail = trail;
        this.texts = texts;
        this.words = words;
    }

    /** @throws NotFound for a placement of somebody whom the actor does not reach */
    @Transactional
    public PlacementPage page(Actor actor, PlacementId id) {
        PlacementPage.Facts facts = facts(actor, id);
        trail.dossier(actor, Trail.Action.OPENED, "placements.placement", id.value(), facts.participant());
        LocalDate ruleDay = facts.startsOn() == null ? words.today() : facts.startsOn();
        PlacementRule rule = rules.of(facts.kind(), facts.municipality(), ruleDay);
        boolean mayEdit = actor.may(Permission.PLACEMENT_EDIT);
        return new PlacementPage(
                facts,
                rule,
                nearTerm(facts),
                consents.holds(facts.participant()),
                mayEdit,
                actor.may(Permission.EMPLOYERS_EDIT),
                steps(facts),
                mayEdit ? facts.moves(rule) : List.of(),
                checkIns(id),
                history(id));
    }

    /** The facts alone, for a form. */
    @Transactional(readOnly = true)
    public PlacementPage.Facts facts(Actor actor, PlacementId id) {
        ParticipantScope.Condition mine = scope.ofGlance(actor);
        return jdbc.sql("""
                        select p.*, g.name, g.number, g.municipality_code, e.name employer_name, o.title
                        from placement p join glance g on g.participant_id = p.participant_id
                            join employer e on e.id = p.employer_id join opening o on o.id = p.opening_id
                        where p.id = :placement and %s
                        """.formatted(mine.sql()))
                .param("placement", id.value())
                .params(mine.params())
                .query((row, n) -> facts(id, row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    public PlacementRule ruleOf(PlacementPage.Facts facts) {
        return rules.of(
                facts.kind(), facts.municipality(), facts.startsOn() == null ? words.today() : facts.startsOn());
    }

    /** One check-in of a placement that the actor reaches. */
    @Transactional(readOnly = true)
    public PlacementPage.CheckIn checkIn(PlacementId id, UUID checkIn) {
        return checkIns(id).stream()
                .filter(one -> one.id().equals(checkIn))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private PlacementPage.Facts facts(PlacementId id, ResultSet row) throws SQLException {
        String stopKind = row.getString("stop_kind");
        return new PlacementPage.Facts(
                id,
                new ParticipantId(row.getObject("participant_id", UUID.class)),
                row.getString("name"),
                row.getString("number"),
                row.getString("municipality_code"),
                row.getObject("employer_id", UUID.class),
                row.getString("employer_name"),
                row.getObject("opening_id", UUID.class),
                row.getString("title"),
                OpeningKind.valueOf(row.getString("kind")),
                PlacementState.valueOf(row.getString("state")),
                row.getObject("proposed_on", LocalDate.class),
                row.getObject("interview_on", LocalDate.class),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getObject("began_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                row.getBigDecimal("hours_a_week"),
                row.getString("supervisor"),
                row.getObject("agreement_signed_on", LocalDate.class),
                row.getBoolean("insurance_checked"),
                stopKind == null ? null : StopKind.valueOf(stopKind),
                vault.open(row.getBytes("stop_reason")));
    }

    private boolean nearTerm(PlacementPage.Facts facts) {
        return facts.state() == PlacementState.RUNNING
                && facts.endsOn() != null
                && !words.today().isBefore(facts.endsOn().minusDays(Placement.TERM_WARNING_DAYS));
    }

    private List<PlacementPage.Step> steps(PlacementPage.Facts facts) {
        List<PlacementPage.Step> steps = new ArrayList<>();
        int now = facts.state() == PlacementState.STOPPED
                ? (facts.beganOn() != null ? 3 : facts.startsOn() != null ? 2 : facts.interviewOn() != null ? 1 : 0)
                : facts.state().ordinal();
        boolean ended = !facts.state().open();
        @Nullable
        LocalDate[] days = {facts.proposedOn(), facts.interviewOn(), facts.startsOn(), facts.beganOn(), facts.endedOn()
        };
        for (int i = 0; i <= PlacementState.FINISHED.ordinal(); i++) {
            boolean last = i == PlacementState.FINISHED.ordinal();
            String state = i < now || (ended && i == now)
                    ? "done"
                    : i == now ? "current" : i == now + 1 && !ended ? "next" : "later";
            LocalDate day = days[i];
            boolean shown = day != null && i <= now;
            String sub = !shown
                    ? (last && facts.endsOn() != null && !ended
                            ? texts.of("placements.planned", words.date(facts.endsOn()))
                            : "")
                    : i == PlacementState.AGREED.ordinal()
                            ? texts.of("placements.from", words.date(day))
                            : words.date(day);
            steps.add(new PlacementPage.Step(Texts.code(PlacementState.values()[i]), sub, state));
        }
        return steps;
    }

    private List<PlacementPage.CheckIn> checkIns(PlacementId id) {
        LocalDate today = words.today();
        return jdbc.sql("""
                        select id, weeks, due_on, done_on, still_there, note from check_in
                        where placement_id = ? order by weeks
                        """)
                .param(id.value())
                .query((row, n) -> {
                    LocalDate due = row.getObject("due_on", LocalDate.class);
                    LocalDate done = row.getObject("done_on", LocalDate.class);
                    return new PlacementPage.CheckIn(
                            row.getObject("id", UUID.class),
                            row.getInt("weeks"),
                            due,
                            done,
                            (Boolean) row.getObject("still_there"),
                            vault.open(row.getBytes("note")),
                            done == null && !due.isAfter(today));
                })
                .list();
    }

    private List<PlacementPage.Change> history(PlacementId id) {
        return jdbc.sql("""
                        select c.what, c.to_state, c.on_day, c.ends_on, coalesce(a.name, '–'), c.changed_at
                        from placement_change c left join account a on a.id = c.changed_by
                        where c.placement_id = ? order by c.changed_at desc, c.id desc limit 100
                        """)
                .param(id.value())
                .query((row, n) -> new PlacementPage.Change(
                        Move.valueOf(row.getString(1)),
                        PlacementState.valueOf(row.getString(2)),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class),
                        row.getString(5),
                        row.getTimestamp(6).toInstant()))
                .list();
    }
}
