package nl.meedoen.plans.reviews;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.DossierFrame;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the pages of reviews. */
@Component
@Transactional
class ReviewPages {

    private static final String REVIEWS = """
            select r.id, r.kind, r.state, r.due_on, coalesce(r.held_on, r.due_on) on_day, a.name,
                coalesce(r.outcome, r.reason) words
            from review r left join account a on a.id = r.decided_by
                join enrolment e on e.id = r.enrolment_id
            where r.participant_id = ? and (r.state <> 'PLANNED' or e.status in ('REGISTERED', 'INTAKE', 'ACTIVE'))
            order by on_day desc, r.id desc limit 60
            """;

    private final Dossiers dossiers;
    private final Reviews reviews;
    private final JdbcClient jdbc;
    private final Vault vault;
    private final Texts texts;
    private final Words words;

    ReviewPages(Dossiers dossiers, Reviews reviews, JdbcClient jdbc, Vault vault, Texts texts, Words words) {
        this.dossiers = dossiers;
        this.reviews = reviews;
        this.jdbc = jdbc;
        this.vault = vault;
        this.texts = texts;
        this.words = words;
    }

    private record Row(
            UUID id,
            ReviewKind kind,
            Review.State state,
            LocalDate dueOn,
            LocalDate on,
            @Nullable String by,
            @Nullable String words) {}

    ReviewsPage page(Actor actor, ParticipantId id) {
        DossierFrame frame = dossiers.open(actor, id, "plan");
        List<Row> rows = jdbc.sql(REVIEWS)
                .param(id.value())
                .query((row, n) -> new Row(
                        row.getObject("id", UUID.class),
                        ReviewKind.valueOf(row.getString("kind")),
                        Review.State.valueOf(row.getString("state")),
                        row.getObject("due_on", LocalDate.class),
                        row.getObject("on_day", LocalDate.class),
                        row.getString("name"),
                        vault.open(row.getBytes("words"))))
                .list();
        ReviewsPage.Next next = rows.stream()
                .filter(one -> one.state() == Review.State.PLANNED)
                .findFirst()
                .map(one -> new ReviewsPage.Next(one.id(), one.kind(), one.dueOn(), words.overdue(one.dueOn())))
                .orElse(null);
        List<ReviewsPage.Past> past = new ArrayList<>();
        for (Row one : rows) {
            if (one.state() != Review.State.PLANNED) {
                boolean held = one.state() == Review.State.HELD;
                past.add(new ReviewsPage.Past(
                        one.id(), one.kind(), held, one.on(), one.by(), one.words(), past.isEmpty()));
            }
        }
        boolean mayEdit = actor.may(Permission.PLAN_EDIT) && frame.open();
        return new ReviewsPage(frame, mayEdit, frame.open() ? next : null, past, way(actor, id));
    }

    /** "Elke 6 weken. Halverwege op ..., aan het eind op ...". */
    private @Nullable String way(Actor actor, ParticipantId id) {
        LocalDate planOn = jdbc.sql("select plan_on from glance where participant_id = ?")
                .param(id.value())
                .query((row, n) -> row.getObject(1, LocalDate.class))
                .list()
                .get(0);
        if (planOn == null) {
            return null;
        }
        Reviews.Rhythm rhythm = reviews.rhythm(actor, id);
        ReviewCalendar calendar = new ReviewCalendar(planOn, rhythm.everyWeeks(), rhythm.termEnds());
        String way = texts.of(
                "plans.reviews.way",
                rhythm.everyWeeks(),
                words.fullDate(calendar.halfwayOn()),
                words.fullDate(calendar.finalOn()));
        return rhythm.termEnds() == null
                ? way
                : way + " " + texts.of("plans.reviews.way.term", words.fullDate(rhythm.termEnds()));
    }

    /** A planned review, with the goals that are to be talked about. */
    ReviewsPage.One one(Actor actor, ParticipantId id, ReviewId review) {
        DossierFrame frame = dossiers.open(actor, id, "plan");
        if (!frame.open()) {
            throw new RuleBroken("plans.enrolment-closed");
        }
        List<String> goals = jdbc.sql("""
                        select title from goal where participant_id = ? and state = 'OPEN' order by position, id limit 20
                        """).param(id.value()).query(String.class).list();
        return jdbc.sql("select kind, due_on, version, state from review where id = ? and participant_id = ?")
                .params(review.value(), id.value())
                .query((row, n) -> {
                    if (!Review.State.PLANNED.name().equals(row.getString("state"))) {
                        throw new RuleBroken("plans.review-over");
                    }
                    return new ReviewsPage.One(
                            frame,
                            review.value(),
                            ReviewKind.valueOf(row.getString("kind")),
                            row.getObject("due_on", LocalDate.class),
                            row.getLong("version"),
                            goals);
                })
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** What stands above the form of the rhythm, and the rhythm now. */
    Rhythmed rhythm(Actor actor, ParticipantId id) {
        DossierFrame frame = dossiers.open(actor, id, "plan");
        if (!frame.open()) {
            throw new RuleBroken("plans.enrolment-closed");
        }
        return new Rhythmed(frame, reviews.rhythm(actor, id));
    }

    record Rhythmed(DossierFrame frame, Reviews.Rhythm rhythm) {}
}
