package nl.meedoen.placements.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import nl.meedoen.kernel.LanguageLevel;
import nl.meedoen.placements.OpeningKind;
import nl.meedoen.placements.OpeningState;
import nl.meedoen.placements.market.EmployerId;
import nl.meedoen.placements.market.OpeningDetails;
import nl.meedoen.placements.market.OpeningId;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.StaleVersion;
import org.jspecify.annotations.Nullable;

/** What an employer offers, for one or more participants. */
@Entity
public class Opening {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID employerId;

    @Column(updatable = false)
    private UUID regionId;

    @Enumerated(EnumType.STRING)
    private OpeningKind kind;

    private String title;
    private String folded;
    private @Nullable String description;
    private @Nullable String occupation;

    @Enumerated(EnumType.STRING)
    private @Nullable LanguageLevel languageLevel;

    private int places;
    private int taken;
    private @Nullable LocalDate fromOn;
    private @Nullable LocalDate untilOn;

    @Column(name = "hours_a_week")
    private @Nullable BigDecimal weeklyHours;

    private @Nullable String municipalityCode;

    @Enumerated(EnumType.STRING)
    private OpeningState state = OpeningState.OPEN;

    @Column(updatable = false)
    private LocalDate openedOn;

    @Version
    private long version;

    protected Opening() {}

    public Opening(OpeningId id, Employer employer, OpeningDetails details, LocalDate on) {
        this.id = id.value();
        this.employerId = employer.id().value();
        this.regionId = employer.region().value();
        this.openedOn = on;
        write(details);
    }

    /** Replaces the details, unless somebody else did so since they were read. */
    public void change(OpeningDetails details, long readAt) {
        StaleVersion.check(version, readAt);
        if (details.places() < taken) {
            throw new RuleBroken("placements.fewer-places-than-taken", taken);
        }
        write(details);
        weigh();
    }

    /** The employer takes it back; what already runs goes on. */
    public void withdraw() {
        if (state == OpeningState.WITHDRAWN) {
            throw new RuleBroken("placements.opening-withdrawn-already");
        }
        state = OpeningState.WITHDRAWN;
    }

    /** The employer offers it again. */
    public void offerAgain() {
        if (state != OpeningState.WITHDRAWN) {
            throw new RuleBroken("placements.opening-open-already");
        }
        state = OpeningState.OPEN;
        weigh();
    }

    /** Somebody takes a place; one too many is refused, also under two agreements at once. */
    public void take() {
        if (taken >= places) {
            throw new RuleBroken("placements.opening-full");
        }
        taken++;
        weigh();
    }

    /** A place comes free again. */
    public void release() {
        taken = Math.max(0, taken - 1);
        weigh();
    }

    private void weigh() {
        if (state != OpeningState.WITHDRAWN) {
            state = taken >= places ? OpeningState.FILLED : OpeningState.OPEN;
        }
    }

    /** Refuses a proposal where nobody can be placed. */
    public void takesProposals() {
        if (state != OpeningState.OPEN) {
            throw new RuleBroken("placements.opening-not-open");
        }
    }

    private void write(OpeningDetails details) {
        if (details.from() != null && details.until() != null && details.until().isBefore(details.from())) {
            throw new RuleBroken("placements.ends-before-start");
        }
        kind = details.kind();
        title = details.title().strip();
        folded = Folded.of(title + " " + (details.occupation() == null ? "" : details.occupation()));
        description = details.description();
        occupation = details.occupation();
        languageLevel = details.language();
        places = details.places();
        fromOn = details.from();
        untilOn = details.until();
        weeklyHours = details.hoursAWeek();
        municipalityCode = details.municipalityCode();
    }

    public OpeningDetails details() {
        return new OpeningDetails(
                kind,
                title,
                description,
                occupation,
                languageLevel,
                places,
                fromOn,
                untilOn,
                weeklyHours,
                municipalityCode);
    }

    public OpeningId id() {
        return new OpeningId(id);
    }

    public EmployerId employer() {
        return new EmployerId(employerId);
    }

    public OpeningKind kind() {
        return kind;
    }

    public OpeningState state() {
        return state;
    }

    public int taken() {
        return taken;
    }

    public long version() {
        return version;
    }
}
