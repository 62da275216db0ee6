package nl.meedoen.plans.reviews;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.participants.Glances;
import nl.meedoen.plans.PlanNews;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.StaleVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plans the reviews of an enrolment, one at a time from the day its plan was made, and records what came of them. The
 * list shows when the next one is due.
 */
@Service
@Transactional
public class Reviews {

    private static final String REVIEW = "plans.review";

    /** The enrolment that runs and has a plan, with its rhythm. */
    private static final String RUNNING = """
            select e.id, g.plan_on, coalesce(r.every_weeks, :usual) every_weeks, r.term_ends_on, coalesce(r.version, 0) version
            from enrolment e join glance g on g.participant_id = e.participant_id
                left join review_rhythm r on r.enrolment_id = e.id
            where e.participant_id = :participant and e.status in ('REGISTERED', 'INTAKE', 'ACTIVE')
            """;

    /**
     * How often the reviews of an enrolment are.
     *
     * @param version 0 where nobody chose it
     */
    public record Rhythm(int everyWeeks, @Nullable LocalDate termEnds, long version) {}

    private record Running(UUID enrolment, @Nullable LocalDate planOn, Rhythm rhythm) {}

    private final ReviewRepository reviews;
    private final Dossiers dossiers;
    private final Glances glances;
    private final Trail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    Reviews(ReviewRepository reviews, Dossiers dossiers, Glances glances, Trail trail, JdbcClient jdbc, Clock clock) {
        this.reviews = reviews;
        this.dossiers = dossiers;
        this.glances = glances;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void on(PlanNews.PlanMade news) {
        plan(news.participant());
    }

    /** Sees to it that the next review is planned and shown; doing it twice changes nothing. */
    public void plan(ParticipantId participant) {
        Optional<Running> running = running(participant);
        if (running.isEmpty() || running.get().planOn() == null) {
            return;
        }
        settle(participant, running.get());
    }

    /** How often reviews are; the usual where nobody chose, or where no enrolment runs. */
    @Transactional(readOnly = true)
    public Rhythm rhythm(Actor actor, ParticipantId participant) {
        dossiers.reach(actor, participant);
        return running(participant)
                .map(Running::rhythm)
                .orElseGet(() -> new Rhythm(ReviewCalendar.USUAL_WEEKS, null, 0));
    }

    /** Chooses how often reviews are and, where it is known, when the integration term ends. */
    public void setRhythm(Actor actor, ParticipantId participant, Rhythm wanted) {
        begin(actor, participant);
        Running now = running(participant).orElseThrow(() -> new RuleBroken("plans.enrolment-closed"));
        StaleVersion.check(now.rhythm().version(), wanted.version());
        jdbc.sql("""
                        insert into review_rhythm (enrolment_id, participant_id, every_weeks, term_ends_on, version)
                        values (:enrolment, :participant, :weeks, cast(:term as date), 1)
                        on conflict (enrolment_id) do update set every_weeks = excluded.every_weeks,
                            term_ends_on = excluded.term_ends_on, version = review_rhythm.version + 1
                        """)
                .param("enrolment", now.enrolment())
                .param("participant", participant.value())
                .param("weeks", wanted.everyWeeks())
                .param("term", wanted.termEnds())
                .update();
        plan(participant);
        trail.dossier(actor, Trail.Action.CHANGED, "plans.rhythm", now.enrolment(), participant);
    }

    /** A review was held; the next one is planned. */
    public void hold(Actor actor, ParticipantId participant, ReviewId id, long version, LocalDate on, String outcome) {
        begin(actor, participant);
        Review review = load(participant, id);
        StaleVersion.check(review.version(), version);
        review.hold(on, outcome, actor.id(), clock.instant());
        decided(actor, participant, review, Trail.Action.CHANGED);
        glances.contacted(participant, on);
    }

    /** A review does not take place; the next one is planned. */
    public void skip(Actor actor, ParticipantId participant, ReviewId id, long version, String reason) {
        begin(actor, participant);
        Review review = load(participant, id);
        StaleVersion.check(review.version(), version);
        review.skip(reason, actor.id(), clock.instant());
        decided(actor, participant, review, Trail.Action.CHANGED);
    }

    /**
     * Takes back that the last review was held or skipped.
     *
     * @throws RuleBroken when another one was held or skipped after it
     */
    public void reopen(Actor actor, ParticipantId participant, ReviewId id) {
        begin(actor, participant);
        Review review = load(participant, id);
        for (Review other : reviews.ofEnrolment(review.enrolment())) {
            if (other.state() == Review.State.PLANNED) {
                reviews.delete(other);
            } else if (!other.id().equals(id) && !other.on().isBefore(review.on())) {
                throw new RuleBroken("plans.review-not-last");
            }
        }
        reviews.flush();
        review.reopen();
        reviews.saveAndFlush(review);
        glances.reviewDue(participant, review.dueOn());
        trail.dossier(actor, Trail.Action.UNDONE, REVIEW, id.value(), participant);
    }

    private void decided(Actor actor, ParticipantId participant, Review review, Trail.Action action) {
        reviews.saveAndFlush(review);
        plan(participant);
        trail.dossier(actor, action, REVIEW, review.id().value(), participant);
    }

    private void settle(ParticipantId participant, Running running) {
        LocalDate begins = java.util.Objects.requireNonNull(running.planOn());
        Rhythm rhythm = running.rhythm();
        List<Review> all = reviews.ofEnrolment(running.enrolment());
        List<ReviewCalendar.Past> past = all.stream()
                .filter(one -> one.state() != Review.State.PLANNED)
                .map(one -> new ReviewCalendar.Past(one.kind(), one.on()))
                .toList();
        ReviewCalendar.Due due = new ReviewCalendar(begins, rhythm.everyWeeks(), rhythm.termEnds()).next(past);
        Optional<Review> planned =
                all.stream().filter(one -> one.state() == Review.State.PLANNED).findFirst();
        if (due != null) {
            planned.ifPresentOrElse(
                    one -> one.plan(due),
                    () -> reviews.saveAndFlush(new Review(ReviewId.next(), running.enrolment(), participant, due)));
        }
        glances.reviewDue(participant, due == null ? null : due.on());
    }

    private void begin(Actor actor, ParticipantId participant) {
        if (!dossiers.reach(actor, participant).open()) {
            throw new RuleBroken("plans.enrolment-closed");
        }
    }

    private Review load(ParticipantId participant, ReviewId id) {
        return reviews.findByIdAndParticipantId(id.value(), participant.value()).orElseThrow(NotFound::new);
    }

    private Optional<Running> running(ParticipantId participant) {
        return jdbc.sql(RUNNING)
                .param("usual", ReviewCalendar.USUAL_WEEKS)
                .param("participant", participant.value())
                .query((row, n) -> new Running(
                        row.getObject("id", UUID.class),
                        row.getObject("plan_on", LocalDate.class),
                        new Rhythm(
                                row.getInt("every_weeks"),
                                row.getObject("term_ends_on", LocalDate.class),
                                row.getLong("version"))))
                .optional();
    }
}
