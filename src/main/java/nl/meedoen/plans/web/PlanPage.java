package nl.meedoen.plans.web;

import java.util.List;
import java.util.UUID;
import nl.meedoen.participants.DossierFrame;
import nl.meedoen.plans.ContactChannel;
import nl.meedoen.plans.StepStatus;
import nl.meedoen.plans.text.Fact;
import nl.meedoen.plans.text.WishText;
import nl.meedoen.webkit.Option;
import org.jspecify.annotations.Nullable;

/**
 * The plan tab of a dossier.
 *
 * @param given the name by which sentences call the participant
 * @param ladder one sentence on the participation ladder; null when it was not measured
 * @param savedAt when the draft was kept; null when there is none
 * @param openGoals the goals that a next step can belong to
 * @param firstPart whether the timeline begins at now
 */
record PlanPage(
        DossierFrame frame,
        boolean mayEdit,
        String given,
        @Nullable WishText wish,
        PlanRows.Goals goals,
        PlanRows.@Nullable AppointmentRow appointment,
        @Nullable String ladder,
        List<Fact> facts,
        PlanRows.Following following,
        String whoSees,
        PlanRows.Timeline timeline,
        boolean firstPart,
        @Nullable String savedAt,
        List<Option> openGoals,
        List<Option> owners) {

    public UUID id() {
        return frame.id().value();
    }

    public List<ContactChannel> channels() {
        return List.of(ContactChannel.values());
    }

    public List<StepStatus> statuses() {
        return List.of(StepStatus.values());
    }

    /** The whole page says what was done in its banner. */
    public @Nullable String said() {
        return null;
    }

    public @Nullable String undoPath() {
        return null;
    }

    /** One goal of the plan page, drawn again after a tick, with the sentence that says what happened. */
    record GoalPart(
            UUID id,
            boolean mayEdit,
            PlanRows.Goals goals,
            PlanRows.GoalRow goal,
            List<Option> owners,
            String said,
            @Nullable String undoPath) {

        public List<StepStatus> statuses() {
            return List.of(StepStatus.values());
        }
    }
}
