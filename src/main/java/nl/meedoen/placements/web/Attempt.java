package nl.meedoen.placements.web;

import nl.meedoen.webkit.RuleBroken;
import org.springframework.validation.Errors;

/** Tries what a form asks for; a rule that says no becomes an error on the form, so that nothing typed is lost. */
final class Attempt {

    private Attempt() {}

    /** Whether it was done. */
    static boolean of(Errors errors, Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuleBroken refusal) {
            errors.reject(refusal.code(), refusal.args(), null);
            return false;
        }
    }
}
