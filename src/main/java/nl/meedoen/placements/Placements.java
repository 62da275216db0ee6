package nl.meedoen.placements;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.participants.ParticipantScope;
import nl.meedoen.placements.domain.Opening;
import nl.meedoen.placements.domain.Placement;
import nl.meedoen.placements.domain.PlacementRepository;
import nl.meedoen.placements.market.EmployerConsent;
import nl.meedoen.placements.market.OpeningId;
import nl.meedoen.placements.market.Openings;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a participant's placement through its states; each step leaves a line of history. */
@Service
@Transactional
public class Placements {

    private final PlacementRepository placements;
    private final Openings openings;
    private final PlacementRules rules;
    private final PlacementRecords records;
    private final EmployerConsent consents;
    private final Dossiers dossiers;
    private final ParticipantScope scope;
    private final JdbcClient jdbc;
    private final Trail trail;
    private final Clock clock;

    Placements(
            PlacementRepository placements,
            Openings openings,
            PlacementRules rules,
            PlacementRecords records,
            EmployerConsent consents,
            Dossiers dossiers,
            ParticipantScope scope,
            JdbcClient jdbc,
            Trail trail,
            Clock clock) {
        this.placements = placements;
        this.openings = openings;
        this.rules = rules;
        this.records = records;
        this.consents = consents;
        this.dossiers = dossiers;
        this.scope = scope;
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    /** What employer and participant agree on. */
    public record Agreement(
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable BigDecimal hoursAWeek,
            @Nullable String supervisor) {}

    /** Proposes one of the actor's participants for an opening of the actor's regions. */
    public PlacementId propose(Actor actor, ParticipantId participant, OpeningId openingId) {
        Dossiers.Reached person = dossiers.reach(actor, participant);
        Opening opening = openings.load(actor, openingId);
        if (!person.open()) {
            throw new RuleBroken("placements.dossier-closed");
        }
        boolean already = jdbc.sql("""
                        select exists (select 1 from placement where participant_id = ? and opening_id = ?
                            and state in ('PROPOSED', 'INTERVIEW', 'AGREED', 'RUNNING'))
                        """)
                .params(participant.value(), openingId.value())
                .query(Boolean.class)
                .single();
        if (already) {
            throw new RuleBroken("placements.proposed-already");
        }
        LocalDate today = today();
        Placement placement = placements.saveAndFlush(new Placement(PlacementId.next(), participant, opening, today));
        records.changed(actor, placement, null, Move.PROPOSE, today);
        trail.dossier(
                actor,
                Trail.Action.CREATED,
                "placements.placement",
                placement.id().value(),
                participant);
        return placement.id();
    }

    /** The employer meets the participant on a day, which may lie ahead. */
    public void meet(Actor actor, PlacementId id, LocalDate on) {
        change(actor, id, Move.INTERVIEW, on, placement -> placement.meet(on));
    }

    /** Employer and participant agree; said again, it replaces what was agreed. */
    public void agree(Actor actor, PlacementId id, Agreement agreed) {
        change(
                actor,
                id,
                Move.AGREE,
                today(),
                placement -> placement.agree(
                        agreed.from(),
                        agreed.until(),
                        agreed.hoursAWeek(),
                        agreed.supervisor(),
                        rules.of(placement, agreed.from())));
    }

    /** The agreement was signed, the insurance looked at. */
    public void papers(Actor actor, PlacementId id, @Nullable LocalDate signedOn, boolean insured) {
        if (signedOn != null) {
            notLater(signedOn);
        }
        change(actor, id, Move.PAPERS, today(), placement -> placement.papers(signedOn, insured));
    }

    /** The participant began. */
    public void start(Actor actor, PlacementId id, LocalDate on) {
        notLater(on);
        change(actor, id, Move.START, on, placement -> placement.start(on, rules.of(placement, on)));
    }

    /** The term ends later. */
    public void extend(Actor actor, PlacementId id, LocalDate until) {
        change(actor, id, Move.EXTEND, today(), placement -> {
            LocalDate from = placement.startsOn();
            placement.extend(until, rules.of(placement, from == null ? until : from));
        });
    }

    /** It came to its planned end. */
    public void finish(Actor actor, PlacementId id, LocalDate on) {
        notLater(on);
        change(actor, id, Move.FINISH, on, placement -> placement.finish(on));
    }

    /** It ended early, or never came to be. */
    public void stop(Actor actor, PlacementId id, LocalDate on, StopKind why, @Nullable String reason) {
        notLater(on);
        change(actor, id, Move.STOP, on, placement -> placement.stop(on, why, reason));
    }

    /** Records whether the participant is still there. */
    public void checkIn(Actor actor, PlacementId id, UUID checkIn, boolean stillThere, @Nullable String note) {
        Placement placement = load(actor, id);
        records.checkedIn(actor, placement, checkIn, stillThere, note, today());
        trail.dossier(actor, Trail.Action.CHANGED, "placements.check-in", checkIn, placement.participant());
    }

    /** Takes the answer back; the check-in is open again. */
    public void reopenCheckIn(Actor actor, PlacementId id, UUID checkIn) {
        Placement placement = load(actor, id);
        records.reopenCheckIn(placement, checkIn);
        trail.dossier(actor, Trail.Action.UNDONE, "placements.check-in", checkIn, placement.participant());
    }

    private void change(Actor actor, PlacementId id, Move move, LocalDate on, Consumer<Placement> step) {
        Placement placement = load(actor, id);
        PlacementState before = placement.state();
        boolean tookPlace = placement.takesPlace();
        boolean introduces = move == Move.INTERVIEW || move == Move.AGREE;
        if (introduces && before == PlacementState.PROPOSED && !consents.holds(placement.participant())) {
            throw new RuleBroken("placements.consent-missing");
        }
        step.accept(placement);
        placement = placements.saveAndFlush(placement);
        if (tookPlace != placement.takesPlace()) {
            openings.takeOrRelease(actor, placement.opening(), placement.takesPlace());
        }
        records.changed(actor, placement, before, move, on);
        records.settleCheckIns(placement);
        records.tellGlance(placement, before);
        trail.dossier(actor, Trail.Action.CHANGED, "placements.placement", id.value(), placement.participant());
    }

    /** Within the actor's own participants; who is out of scope and what does not exist are both NotFound. */
    private Placement load(Actor actor, PlacementId id) {
        ParticipantScope.Condition mine = scope.ofGlance(actor);
        UUID participant = jdbc.sql(
                        "select g.participant_id from placement p join glance g on g.participant_id = p.participant_id"
                                + " where p.id = :placement and " + mine.sql())
                .param("placement", id.value())
                .params(mine.params())
                .query(UUID.class)
                .optional()
                .orElseThrow(NotFound::new);
        return placements.findByIdAndParticipantId(id.value(), participant).orElseThrow(NotFound::new);
    }

    private void notLater(LocalDate on) {
        if (on.isAfter(today())) {
            throw new RuleBroken("placements.day-in-future");
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Words.ZONE));
    }
}
