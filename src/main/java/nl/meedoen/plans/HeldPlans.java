package nl.meedoen.plans;

import java.util.List;
import nl.meedoen.participants.holdings.Holding;
import nl.meedoen.participants.holdings.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What plans keeps of somebody. */
@Component
@Order(10)
class HeldPlans implements PersonalData {

    @Override
    public List<Holding> holdings() {
        return List.of(
                Holding.of("plan", "t.created_at"),
                Holding.of("goal", "t.created_at, t.id")
                        .named("replaced_by", "select g.title from goal g where g.id = t.replaced_by"),
                Holding.of("step", "t.created_at, t.id")
                        .named("goal_id", "select g.title from goal g where g.id = t.goal_id"),
                Holding.of("dream", "t.chosen_at, t.id")
                        .named("goal_id", "select g.title from goal g where g.id = t.goal_id"),
                Holding.of("pitch", "t.written_at, t.id").early(),
                Holding.of("pitch_rating", "t.rated_at").early(),
                Holding.of("introduction", "t.asked_on, t.id").early(),
                Holding.of("cv", "t.written_at, t.id").early(),
                // a secret opens the paper, and a copy of it says nothing that does not stand elsewhere
                Holding.of("cv_link", "t.made_at, t.id")
                        .without("secret_hash", "secret", "content")
                        .early(),
                Holding.of("contact", "t.happened_at, t.id").early(),
                Holding.of("praise", "t.given_at").early(),
                Holding.of("appointment", "t.starts_at, t.id").early(),
                Holding.of("question", "t.asked_at, t.id").without("answerer").early(),
                Holding.of("question_message", "t.written_at, t.id").early(),
                Holding.of("review_rhythm", "t.enrolment_id"),
                Holding.of("review", "t.due_on, t.id"),
                Holding.of("agreement", "t.made_at, t.id").byFunction());
    }

    @Override
    public List<String> clearNotes() {
        return List.of(
                "update goal set why = null, measure = null, reason = null where participant_id in (:ids)",
                "update step set note = null where participant_id in (:ids)",
                "update review set outcome = null, reason = null where participant_id in (:ids)");
    }
}
