package nl.meedoen.training.dossier;

import static nl.meedoen.access.Permission.COHORT_PLAN;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.training.CohortId;
import nl.meedoen.training.Memberships;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.NoCitizenNumber;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.form.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Puts somebody in a group from their dossier, and takes them out again. */
@Controller
class GroupChoiceController {

    record GroupForm(
            @NotNull(message = "{training.group-choice-needed}") @Nullable
            UUID group) {}

    record LeaveForm(
            @NotBlank(message = "{training.reason-needed}")
            @Size(max = 500, message = "{training.reason-long}")
            @NoCitizenNumber
            @Nullable
            String reason) {}

    private final GroupChoices choices;
    private final Texts texts;

    GroupChoiceController(GroupChoices choices, Texts texts) {
        this.choices = choices;
        this.texts = texts;
    }

    @Needs(COHORT_PLAN)
    @GetMapping("/participants/{id}/groups")
    String choose(@PathVariable ParticipantId id, Actor actor, Model model) {
        model.addAttribute("page", choices.page(actor, id));
        model.addAttribute("form", new GroupForm(null));
        return "training/group-choice";
    }

    @Needs(COHORT_PLAN)
    @PostMapping("/participants/{id}/groups")
    String join(
            @PathVariable ParticipantId id,
            @Valid @ModelAttribute("form") GroupForm form,
            BindingResult errors,
            Actor actor,
            Answer answer) {
        if (errors.hasErrors()) {
            GroupChoicePage page = choices.page(actor, id);
            if (page.none()) throw new RuleBroken("training.group-choice-none"); // no form to say it at
            return answer.with("page", page).showing(form, errors).again("training/group-choice");
        }
        GroupChoices.Joined joined = choices.join(actor, id, new CohortId(Objects.requireNonNull(form.group())));
        if (joined.seat() == Memberships.Seat.ALREADY_THERE) {
            return answer.go(Flash.ok(texts.of("training.group-there", joined.group())), toTab(id));
        }
        boolean seated = joined.seat() == Memberships.Seat.SEATED;
        String said = texts.of(seated ? "training.group-joined" : "training.group-joined-waiting", joined.group());
        Flash flash = (seated ? Flash.ok(said) : Flash.warn(said))
                .undo(path(id) + "/groups/" + joined.member() + "/undo", texts.of("webkit.undo"));
        return answer.go(flash, toTab(id));
    }

    /** Takes the joining back; that it was a mistake is reason enough. */
    @Needs(COHORT_PLAN)
    @PostMapping("/participants/{id}/groups/{member}/undo")
    String undo(@PathVariable ParticipantId id, @PathVariable UUID member, Actor actor, Answer answer) {
        GroupChoices.Moved moved = choices.leave(actor, id, member, texts.of("training.group-undone-reason"));
        return answer.go(Flash.ok(texts.of("training.group-left", moved.person(), moved.group())), toTab(id));
    }

    @Needs(COHORT_PLAN)
    @GetMapping("/participants/{id}/groups/{member}/remove")
    String leaving(@PathVariable ParticipantId id, @PathVariable UUID member, Actor actor, Model model) {
        model.addAttribute("page", choices.leaving(actor, id, member));
        model.addAttribute("form", new LeaveForm(null));
        return "training/group-leave";
    }

    @Needs(COHORT_PLAN)
    @PostMapping("/participants/{id}/groups/{member}/remove")
    String leave(
            @PathVariable ParticipantId id,
            @PathVariable UUID member,
            @Valid @ModelAttribute("form") LeaveForm form,
            BindingResult errors,
            Actor actor,
            Answer answer) {
        if (errors.hasErrors()) {
            return answer.with("page", choices.leaving(actor, id, member)).again("training/group-leave");
        }
        GroupChoices.Moved moved = choices.leave(actor, id, member, Objects.requireNonNull(form.reason()));
        return answer.go(
                Flash.ok(texts.of("training.group-left", moved.person(), moved.group()))
                        .undo(path(id) + "/groups/" + member + "/restore", texts.of("webkit.undo")),
                toTab(id));
    }

    @Needs(COHORT_PLAN)
    @PostMapping("/participants/{id}/groups/{member}/restore")
    String restore(@PathVariable ParticipantId id, @PathVariable UUID member, Actor actor, Answer answer) {
        GroupChoices.Moved moved = choices.comeBack(actor, id, member);
        boolean seated = moved.seat() == Memberships.Seat.SEATED;
        return answer.go(
                seated
                        ? Flash.ok(texts.of("training.member-back"))
                        : Flash.warn(texts.of("training.member-back-waiting")),
                toTab(id));
    }

    private static String path(ParticipantId id) {
        return "/participants/" + id;
    }

    private static String toTab(ParticipantId id) {
        return path(id) + "/training";
    }
}
