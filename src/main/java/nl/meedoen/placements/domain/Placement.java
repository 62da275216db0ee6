package nl.meedoen.placements.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.placements.OpeningKind;
import nl.meedoen.placements.PlacementId;
import nl.meedoen.placements.PlacementRule;
import nl.meedoen.placements.PlacementState;
import nl.meedoen.placements.StopKind;
import nl.meedoen.placements.market.OpeningId;
import nl.meedoen.privacy.SealedText;
import nl.meedoen.webkit.RuleBroken;
import org.jspecify.annotations.Nullable;

/** One participant in one opening, from the proposal to the end. */
@Entity
public class Placement {

    /** So many days before the end of its term a placement asks for attention. */
    public static final int TERM_WARNING_DAYS = 14;

    /** Weeks after the start at which somebody asks whether the participant is still there. */
    public static final List<Integer> CHECK_IN_WEEKS = List.of(13, 26);

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID participantId;

    @Column(updatable = false)
    private UUID openingId;

    @Column(updatable = false)
    private UUID employerId;

    @Enumerated(EnumType.STRING)
    private OpeningKind kind;

    @Enumerated(EnumType.STRING)
    private PlacementState state = PlacementState.PROPOSED;

    @Column(updatable = false)
    private LocalDate proposedOn;

    private @Nullable LocalDate interviewOn;
    private @Nullable LocalDate startsOn;
    private @Nullable LocalDate endsOn;
    private @Nullable LocalDate beganOn;
    private @Nullable LocalDate endedOn;

    @Column(name = "hours_a_week")
    private @Nullable BigDecimal weeklyHours;

    private @Nullable String supervisor;
    private @Nullable LocalDate agreementSignedOn;
    private boolean insuranceChecked;

    @Enumerated(EnumType.STRING)
    private @Nullable StopKind stopKind;

    @Convert(converter = SealedText.class)
    private @Nullable String stopReason;

    @Version
    private long version;

    protected Placement() {}

    /** Proposes a participant for an opening, which must take proposals. */
    public Placement(PlacementId id, ParticipantId participant, Opening opening, LocalDate on) {
        opening.takesProposals();
        this.id = id.value();
        this.participantId = participant.value();
        this.openingId = opening.id().value();
        this.employerId = opening.employer().value();
        this.kind = opening.kind();
        this.weeklyHours = opening.details().hoursAWeek();
        this.proposedOn = on;
    }

    /** The employer meets the participant on this day. */
    public void meet(LocalDate on) {
        only(PlacementState.PROPOSED, PlacementState.INTERVIEW);
        interviewOn = on;
        state = PlacementState.INTERVIEW;
    }

    /** Employer and participant agree on a term and hours. */
    public void agree(
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable BigDecimal hours,
            @Nullable String guide,
            PlacementRule rule) {
        only(PlacementState.PROPOSED, PlacementState.INTERVIEW, PlacementState.AGREED);
        rule.checkTerm(from, until);
        startsOn = from;
        endsOn = until;
        weeklyHours = hours;
        supervisor = guide;
        state = PlacementState.AGREED;
    }

    /** The agreement was signed on this day, and the employer's insurance was looked at. */
    public void papers(@Nullable LocalDate signedOn, boolean insured) {
        only(PlacementState.INTERVIEW, PlacementState.AGREED, PlacementState.RUNNING);
        if (state == PlacementState.RUNNING && agreementSignedOn != null && signedOn == null) {
            throw new RuleBroken("placements.agreement-stays");
        }
        agreementSignedOn = signedOn;
        insuranceChecked = insured;
    }

    /** The participant began on this day. */
    public void start(LocalDate on, PlacementRule rule) {
        only(PlacementState.AGREED);
        rule.checkPapers(agreementSignedOn, insuranceChecked);
        rule.checkTerm(on, endsOn);
        startsOn = on;
        beganOn = on;
        state = PlacementState.RUNNING;
    }

    /** Another end of the term, later than before. */
    public void extend(LocalDate until, PlacementRule rule) {
        only(PlacementState.RUNNING);
        if (endsOn == null || !until.isAfter(endsOn)) {
            throw new RuleBroken("placements.extension-not-later");
        }
        rule.checkExtended(began(), until);
        endsOn = until;
    }

    /** It came to its planned end. */
    public void finish(LocalDate on) {
        only(PlacementState.RUNNING);
        if (on.isBefore(began())) {
            throw new RuleBroken("placements.ends-before-start");
        }
        endedOn = on;
        state = PlacementState.FINISHED;
    }

    /** It ended early, or never came to be. */
    public void stop(LocalDate on, StopKind why, @Nullable String reason) {
        if (!state.open()) {
            throw new RuleBroken("placements.ended-already");
        }
        if (beganOn != null && on.isBefore(beganOn)) {
            throw new RuleBroken("placements.ends-before-start");
        }
        endedOn = on;
        stopKind = why;
        stopReason = reason;
        state = PlacementState.STOPPED;
    }

    /** Whether the end of the term is so near that somebody must look at it. */
    public boolean nearTerm(LocalDate today) {
        return state == PlacementState.RUNNING
                && endsOn != null
                && !today.isBefore(endsOn.minusDays(TERM_WARNING_DAYS));
    }

    /** The days on which somebody asks whether the participant is still there, by weeks; none before it runs. */
    public Map<Integer, LocalDate> checkIns() {
        Map<Integer, LocalDate> days = new TreeMap<>();
        if (kind.outcome() && beganOn != null) {
            for (int weeks : CHECK_IN_WEEKS) {
                days.put(weeks, beganOn.plusWeeks(weeks));
            }
        }
        return days;
    }

    /** Whether it takes one of the opening's places. */
    public boolean takesPlace() {
        return state == PlacementState.AGREED || state == PlacementState.RUNNING || state == PlacementState.FINISHED;
    }

    private void only(PlacementState... allowed) {
        if (!List.of(allowed).contains(state)) {
            throw new RuleBroken("placements.step-not-now");
        }
    }

    private LocalDate began() {
        if (beganOn == null) {
            throw new RuleBroken("placements.step-not-now");
        }
        return beganOn;
    }

    public PlacementId id() {
        return new PlacementId(id);
    }

    public ParticipantId participant() {
        return new ParticipantId(participantId);
    }

    public OpeningId opening() {
        return new OpeningId(openingId);
    }

    public OpeningKind kind() {
        return kind;
    }

    public PlacementState state() {
        return state;
    }

    public @Nullable LocalDate startsOn() {
        return startsOn;
    }

    public @Nullable LocalDate endsOn() {
        return endsOn;
    }

    public long version() {
        return version;
    }
}
