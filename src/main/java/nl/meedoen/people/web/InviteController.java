package nl.meedoen.people.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.people.Staff;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.form.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A coordinator invites coaches and trainers for the own locations. */
@Controller
class InviteController {

    /** The form's choices. */
    record InvitePage(List<Option> roles, List<Option> locations, List<Option> languages) {}

    private final Staff staff;
    private final CoachRecords records;
    private final CoachBoxes boxes;
    private final TransactionTemplate transactions;
    private final Texts texts;

    InviteController(
            Staff staff, CoachRecords records, CoachBoxes boxes, TransactionTemplate transactions, Texts texts) {
        this.staff = staff;
        this.records = records;
        this.boxes = boxes;
        this.transactions = transactions;
        this.texts = texts;
    }

    @Needs(Permission.STAFF_INVITE)
    @GetMapping("/coaches/invite")
    String ask(Actor actor, Model model) {
        String only = actor.locations().size() == 1
                ? actor.locations().iterator().next().toString()
                : null;
        CoachBoxes.show(model, new InviteForm(null, null, Role.COACH, only, null, Set.of(), 3));
        return page(actor, model);
    }

    @Needs(Permission.STAFF_INVITE)
    @PostMapping("/coaches/invite")
    String invite(Actor actor, @Valid @ModelAttribute("form") InviteForm form, BindingResult errors, Answer answer) {
        Optional<LocationId> location = boxes.location(actor, form.location(), errors);
        String municipality = boxes.municipality(form.municipality(), errors);
        Role role = form.role();
        if (role != null && role != Role.COACH && role != Role.TRAINER) {
            errors.rejectValue("role", "people.role-needed");
        }
        String name = form.name();
        String email = form.email();
        if (errors.hasErrors() || location.isEmpty() || role == null || name == null || email == null) {
            return answer.again(page(actor, answer.model()));
        }
        transactions.executeWithoutResult(tx -> staff.inviteTo(location.get(), actor, role, name, email)
                .filter(account -> role == Role.COACH)
                .ifPresent(account -> records.begin(account, municipality, languages(form), form.capacity())));
        return answer.go(Flash.ok(texts.of("people.invite.sent", email)), "/coaches?view=invited");
    }

    @Needs(Permission.STAFF_INVITE)
    @PostMapping("/coaches/invited/{invitation}/again")
    String again(Actor actor, @PathVariable UUID invitation, Answer answer) {
        staff.inviteAgain(actor, invitation);
        return answer.go(Flash.ok(texts.of("people.invite.again-sent")), "/coaches?view=invited");
    }

    @Needs(Permission.STAFF_INVITE)
    @PostMapping("/coaches/invited/{invitation}/withdraw")
    String withdraw(Actor actor, @PathVariable UUID invitation, Answer answer) {
        staff.withdraw(actor, invitation);
        return answer.go(Flash.ok(texts.of("people.invite.withdrawn")), "/coaches?view=invited");
    }

    private static Set<String> languages(InviteForm form) {
        @Nullable Set<String> chosen = form.languages();
        return chosen == null ? Set.of() : chosen;
    }

    private String page(Actor actor, Model model) {
        List<Option> roles = List.of(
                new Option(Role.COACH.name(), texts.of(Role.COACH)),
                new Option(Role.TRAINER.name(), texts.of(Role.TRAINER)));
        model.addAttribute("page", new InvitePage(roles, boxes.locations(actor), boxes.languages()));
        return "people/invite";
    }
}
