package nl.meedoen.plans.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Objects;
import nl.meedoen.plans.ContactChannel;
import nl.meedoen.plans.Contacts;
import nl.meedoen.plans.GoalId;
import nl.meedoen.plans.StepOwner;
import nl.meedoen.plans.text.AppointmentText;
import nl.meedoen.plans.text.ContactText;
import nl.meedoen.plans.text.DraftText;
import nl.meedoen.plans.text.StepText;
import nl.meedoen.webkit.NoCitizenNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** The composer: a contact and, when something was agreed, a next step and an appointment. */
record ContactForm(
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

        @Nullable LocalDate nextDue,
        @Nullable StepOwner nextOwner,
        @Nullable GoalId nextGoal,
        @Nullable LocalDate meetOn,
        @Nullable LocalTime meetAt,

        @Size(max = 200, message = "{plans.title-long}") @NoCitizenNumber @Nullable
        String meetTitle,

        @Size(max = 200, message = "{plans.title-long}") @NoCitizenNumber @Nullable
        String meetPlace,

        @Nullable Long version) {

    /** An empty form, or what was kept of it. */
    static ContactForm begin(@Nullable DraftText draft) {
        DraftText kept = draft == null ? DraftText.EMPTY : draft;
        return new ContactForm(
                kept.kind(),
                kept.note(),
                null,
                null,
                kept.nextTitle(),
                null,
                StepOwner.PARTICIPANT,
                null,
                null,
                null,
                kept.meetTitle(),
                kept.meetPlace(),
                null);
    }

    static ContactForm of(ContactText text, long version) {
        return new ContactForm(
                text.channel(),
                text.note(),
                text.heldOn(),
                text.minutes(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                version);
    }

    public ContactForm at(long now) {
        return new ContactForm(
                channel, note, heldOn, minutes, nextTitle, nextDue, nextOwner, nextGoal, meetOn, meetAt, meetTitle,
                meetPlace, now);
    }

    /** Whether something beside the text was filled in, so that its fields must be seen. */
    public boolean more() {
        return heldOn != null || minutes != null || nextTitle != null || nextDue != null || meets();
    }

    /** What depends on today and on other fields. */
    void check(Errors errors, LocalDateTime now) {
        if (heldOn != null && heldOn.isAfter(now.toLocalDate())) {
            errors.rejectValue("heldOn", "plans.contact-in-future");
        }
        if (nextTitle != null && nextGoal == null) {
            errors.rejectValue("nextGoal", "plans.next-goal-needed");
        }
        if (nextTitle == null && nextDue != null) {
            errors.rejectValue("nextTitle", "plans.step-title-needed");
        }
        if (!meets()) {
            return;
        }
        if (meetOn == null) {
            errors.rejectValue("meetOn", "plans.day-needed");
        } else if (meetAt == null) {
            errors.rejectValue("meetAt", "plans.time-needed");
        } else if (!meetOn.atTime(meetAt).isAfter(now)) {
            errors.rejectValue("meetOn", "plans.appointment-in-past");
        }
    }

    public ContactText text(LocalDate today) {
        return new ContactText(
                channel == null ? ContactChannel.OTHER : channel,
                heldOn == null ? today : heldOn,
                minutes,
                Objects.requireNonNull(note));
    }

    Contacts.@Nullable NextStep next() {
        if (nextTitle == null || nextGoal == null) {
            return null;
        }
        StepOwner owner = nextOwner == null ? StepOwner.PARTICIPANT : nextOwner;
        return new Contacts.NextStep(nextGoal, new StepText(nextTitle, owner, nextDue, null));
    }

    @Nullable
    public AppointmentText appointment(String usualTitle) {
        if (meetOn == null || meetAt == null) {
            return null;
        }
        return new AppointmentText(
                meetOn.atTime(meetAt),
                AppointmentText.USUAL_MINUTES,
                meetTitle == null ? usualTitle : meetTitle,
                meetPlace);
    }

    private boolean meets() {
        return meetOn != null || meetAt != null || meetTitle != null || meetPlace != null;
    }
}
