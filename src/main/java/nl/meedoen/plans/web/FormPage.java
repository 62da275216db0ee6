package nl.meedoen.plans.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.webkit.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/**
 * A form about one thing in a plan.
 *
 * @param person the participant's name
 * @param action where the form goes; null when it is only to be read
 * @param subject what the form is about, such as the goal's title; null for something new
 * @param others what somebody else made of it in the meantime; null when nobody did
 */
record FormPage(
        UUID id,
        String person,
        @Nullable String action,
        @Nullable String subject,
        List<Option> owners,
        List<Option> choices,
        @Nullable List<PlanRows.Fact> others) {

    public String planPath() {
        return "/participants/" + id + "/plan";
    }

    public FormPage with(List<PlanRows.Fact> theirs) {
        return new FormPage(id, person, action, subject, owners, choices, theirs);
    }

    static String toPlan(ParticipantId id) {
        return "redirect:/participants/" + id + "/plan";
    }

    /** The version that a form carries; a form without one is as old as can be. */
    static long version(@Nullable Long version) {
        return version == null ? -1 : version;
    }

    /**
     * Shows a form again with what was typed. Where a box of a record could not be read, Spring leaves the form itself out
     * of the model, and takes the errors along when it is put back.
     */
    static void again(Model model, Object form, BindingResult errors, HttpServletResponse response) {
        model.addAttribute("form", form);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", errors);
        response.setStatus(422);
    }
}
