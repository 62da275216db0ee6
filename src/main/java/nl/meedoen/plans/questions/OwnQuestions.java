package nl.meedoen.plans.questions;

import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;

/**
 * Which questions of a participant somebody may read. A municipality reads the ones that itself took part in, also after
 * the resident moved or two dossiers became one.
 */
final class OwnQuestions {

    private OwnQuestions() {}

    /** Condition for a query in which the question is {@code q}; takes the parameter {@code own_municipalities}. */
    static String condition(Actor actor) {
        return municipal(actor) ? "q.municipality_code = any(cast(:own_municipalities as text[]))" : "true";
    }

    /** The value of that parameter. */
    static String municipalities(Actor actor) {
        return "{" + String.join(",", actor.municipalities()) + "}";
    }

    /** Whether this one may be read. */
    static boolean has(Actor actor, Question question) {
        return !municipal(actor) || actor.municipalities().contains(question.municipalityCode());
    }

    private static boolean municipal(Actor actor) {
        return actor.role() == Role.CLIENT_MANAGER;
    }
}
