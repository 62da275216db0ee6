package nl.meedoen.plans.agreement;

import java.time.LocalDate;
import java.util.List;
import nl.meedoen.participants.DossierFrame;
import nl.meedoen.plans.GoalState;
import org.jspecify.annotations.Nullable;

/**
 * A version of the plan that was agreed, to read and to print.
 *
 * @param others all versions of this plan, the newest first
 * @param beside the fixed words in a language that the participant reads; null where Dutch is enough
 * @param since what the differences are with: the next version's number, or null for the plan of today
 */
record AgreementPage(
        DossierFrame frame,
        int number,
        LocalDate on,
        String howKey,
        @Nullable String by,
        @Nullable String objection,
        View plan,
        List<Version> others,
        @Nullable Integer since,
        List<PlanComparison.Difference> differences,
        @Nullable Beside beside) {

    /** A version as a link. */
    record Version(int number, LocalDate on, boolean current, boolean objected) {}

    /** The plan in sentences. */
    record View(@Nullable String wish, List<GoalView> open, List<GoalView> ended) {}

    record GoalView(
            String title,
            String about,
            @Nullable String aboutBeside,
            @Nullable String why,
            @Nullable String measure,
            GoalState state,
            @Nullable String reason,
            List<StepView> steps) {}

    record StepView(String title, String about, @Nullable String aboutBeside, boolean done) {}

    /**
     * The plan as it is about to be agreed.
     *
     * @param mark by which the form says which plan was seen
     * @param next the number that this version gets
     * @param changed whether the plan changed while the form was open
     */
    record NewPage(
            DossierFrame frame,
            View plan,
            String mark,
            int next,
            boolean changed,
            @Nullable Beside beside) {

        public NewPage again() {
            return new NewPage(frame, plan, mark, next, true, beside);
        }
    }
}
