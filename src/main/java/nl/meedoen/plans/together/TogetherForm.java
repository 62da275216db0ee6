package nl.meedoen.plans.together;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.plans.ContactChannel;
import nl.meedoen.plans.ContactDrafts;
import nl.meedoen.plans.GoalId;
import nl.meedoen.plans.StepOwner;
import nl.meedoen.plans.text.ContactText;
import nl.meedoen.plans.text.DraftText;
import nl.meedoen.plans.text.StepText;
import nl.meedoen.webkit.NoCitizenNumber;
import nl.meedoen.webkit.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * A conversation with several participants.
 *
 * @param who the chosen participants
 * @param goal the goals to which the next step belongs, at most one of each chosen participant
 * @param q a part of a name, to find more people
 */
record TogetherForm(
        @Nullable List<String> who,

        @Nullable ContactChannel channel,

        @NotBlank(message = "{plans.note-needed}")
        @Size(max = 5000, message = "{plans.note-long}")
        @NoCitizenNumber
        @Nullable
        String note,

        @Nullable LocalDate heldOn,

        @Min(value = 1, message = "{plans.minutes-wrong}")
        @Max(value = 600, message = "{plans.minutes-wrong}")
        @Nullable
        Integer minutes,

        @Size(max = 200, message = "{plans.title-long}") @NoCitizenNumber @Nullable
        String nextTitle,

        @Nullable StepOwner nextOwner,
        @Nullable LocalDate nextDue,
        @Nullable List<String> goal,

        @Size(max = 100, message = "{plans.title-long}") @Nullable
        String q) {

    /** A form with whom the link named, and with what was kept before. */
    static TogetherForm begin(@Nullable List<String> who, ContactDrafts.@Nullable Together draft, @Nullable String q) {
        Set<ParticipantId> chosen = chosen(who);
        DraftText kept = DraftText.EMPTY;
        if (draft != null) {
            chosen.addAll(draft.people());
            kept = draft.text();
        }
        return new TogetherForm(
                chosen.stream().map(ParticipantId::toString).toList(),
                kept.kind(),
                kept.note(),
                null,
                null,
                kept.nextTitle(),
                StepOwner.PARTICIPANT,
                null,
                null,
                q);
    }

    /** The chosen ones, each once, in the order in which they were chosen. */
    Set<ParticipantId> chosen() {
        return chosen(who);
    }

    /** The same of what was sent without the rest of the form. */
    static Set<ParticipantId> chosen(@Nullable List<String> who) {
        Set<ParticipantId> chosen = new LinkedHashSet<>();
        for (String text : who == null ? List.<String>of() : who) {
            try {
                chosen.add(ParticipantId.of(text));
            } catch (IllegalArgumentException notAnId) {
                // typed by hand into the address: nobody is called that
            }
        }
        return chosen;
    }

    Set<GoalId> goals() {
        Set<GoalId> goals = new LinkedHashSet<>();
        for (String text : goal == null ? List.<String>of() : goal) {
            try {
                goals.add(GoalId.of(text));
            } catch (IllegalArgumentException noGoal) {
                // the choice of no step for this person
            }
        }
        return goals;
    }

    public boolean isChosen(String id) {
        return who != null && who.contains(id);
    }

    /** Whether this goal is the one for the next step; before anything was sent, the first one is. */
    public boolean takes(String id, boolean first) {
        return goal == null ? first : goal.contains(id);
    }

    /** Whether it was chosen that somebody with these goals gets no step. */
    public boolean takesNone(List<Option> goals) {
        return goal != null && goals.stream().noneMatch(one -> goal.contains(one.value()));
    }

    /** Whether something beside the text was filled in, so that its fields must be seen. */
    public boolean more() {
        return heldOn != null || minutes != null || nextTitle != null || nextDue != null;
    }

    /** What depends on today and on other fields. */
    void check(Errors errors, LocalDate today) {
        if (chosen().isEmpty()) {
            errors.rejectValue("who", "together.who-needed");
        }
        if (heldOn != null && heldOn.isAfter(today)) {
            errors.rejectValue("heldOn", "plans.contact-in-future");
        }
        if (nextTitle == null && nextDue != null) {
            errors.rejectValue("nextTitle", "plans.step-title-needed");
        }
    }

    ContactText text(LocalDate today) {
        return new ContactText(
                channel == null ? ContactChannel.OTHER : channel,
                heldOn == null ? today : heldOn,
                minutes,
                Objects.requireNonNull(note));
    }

    @Nullable
    StepText next() {
        return nextTitle == null
                ? null
                : new StepText(nextTitle, nextOwner == null ? StepOwner.PARTICIPANT : nextOwner, nextDue, null);
    }
}
