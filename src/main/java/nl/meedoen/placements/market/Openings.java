package nl.meedoen.placements.market;

import java.time.Clock;
import java.time.LocalDate;
import nl.meedoen.access.Actor;
import nl.meedoen.placements.OpeningState;
import nl.meedoen.placements.domain.Opening;
import nl.meedoen.placements.domain.OpeningRepository;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What employers of the actor's own regions offer. */
@Service
@Transactional
public class Openings {

    private final OpeningRepository openings;
    private final Employers employers;
    private final OwnRegions regions;
    private final Trail trail;
    private final Clock clock;

    Openings(OpeningRepository openings, Employers employers, OwnRegions regions, Trail trail, Clock clock) {
        this.openings = openings;
        this.employers = employers;
        this.regions = regions;
        this.trail = trail;
        this.clock = clock;
    }

    /** What is recorded of an opening, and the version that it stands at. */
    public record Read(
            OpeningId id, EmployerId employer, OpeningDetails details, OpeningState state, int taken, long version) {}

    /** Records that an employer offers something. */
    public OpeningId add(Actor actor, EmployerId employer, OpeningDetails details) {
        OpeningId id = OpeningId.next();
        openings.saveAndFlush(
                new Opening(id, employers.load(actor, employer), details, LocalDate.now(clock.withZone(Words.ZONE))));
        trail.note(actor, Trail.Action.CREATED, "placements.opening", id.value());
        return id;
    }

    /** Changes the details; a version that is no longer the newest is refused. */
    public void change(Actor actor, OpeningId id, long version, OpeningDetails details) {
        load(actor, id).change(details, version);
        trail.note(actor, Trail.Action.CHANGED, "placements.opening", id.value());
    }

    /** The employer takes it back. */
    public void withdraw(Actor actor, OpeningId id) {
        load(actor, id).withdraw();
        trail.note(actor, Trail.Action.CHANGED, "placements.opening", id.value());
    }

    /** The employer offers it again. */
    public void offerAgain(Actor actor, OpeningId id) {
        load(actor, id).offerAgain();
        trail.note(actor, Trail.Action.UNDONE, "placements.opening", id.value());
    }

    /** @throws NotFound for an opening of another region */
    @Transactional(readOnly = true)
    public Read read(Actor actor, OpeningId id) {
        Opening opening = load(actor, id);
        return new Read(id, opening.employer(), opening.details(), opening.state(), opening.taken(), opening.version());
    }

    /** @throws NotFound for an opening of another region */
    public Opening load(Actor actor, OpeningId id) {
        return openings.findByIdAndRegionIdIn(id.value(), regions.ids(actor)).orElseThrow(NotFound::new);
    }

    /** Somebody takes a place, or gives one back; an opening of a region that the actor has left stays as it is. */
    public void takeOrRelease(Actor actor, OpeningId id, boolean take) {
        openings.findByIdAndRegionIdIn(id.value(), regions.ids(actor)).ifPresent(opening -> {
            if (take) {
                opening.take();
            } else {
                opening.release();
            }
        });
    }
}
