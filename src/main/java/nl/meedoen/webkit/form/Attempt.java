package nl.meedoen.webkit.form;

import jakarta.servlet.http.HttpServletResponse;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.StaleVersion;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.validation.Errors;

/** What came of a form that was sent: it was done, or it is shown again and nothing that was typed is lost. */
public enum Attempt {
    DONE(HttpServletResponse.SC_OK),
    /** Something is wrong with it; the form says what. */
    REFUSED(422),
    /** Somebody else saved the same thing first; both texts are shown. */
    STALE(HttpServletResponse.SC_CONFLICT);

    private final int status;

    Attempt(int status) {
        this.status = status;
    }

    /**
     * Does what the form asks for, unless it has errors already. A rule that says no becomes an error of the form.
     *
     * @param work what is to be done, in a transaction of its own
     */
    public static Attempt of(Errors errors, Runnable work) {
        return of(errors, "", work);
    }

    /** As {@link #of(Errors, Runnable)}; a rule that says no becomes an error at this field of the form. */
    public static Attempt of(Errors errors, String field, Runnable work) {
        if (errors.hasErrors()) {
            return REFUSED;
        }
        try {
            work.run();
            return DONE;
        } catch (RuleBroken refusal) {
            // Spring takes no field to mean the form as a whole.
            errors.rejectValue(field, refusal.code(), refusal.args(), null);
            return REFUSED;
        } catch (StaleVersion | OptimisticLockingFailureException late) {
            return STALE;
        }
    }

    public boolean isDone() {
        return this == DONE;
    }

    public boolean isStale() {
        return this == STALE;
    }

    /** Gives the answer the status that belongs to a form that is shown again. */
    public void answer(HttpServletResponse response) {
        response.setStatus(status);
    }
}
