package nl.meedoen.placements.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.Phone;
import nl.meedoen.placements.EventKind;
import nl.meedoen.placements.market.EmployerId;
import nl.meedoen.placements.market.Employers;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.NoCitizenNumber;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import nl.meedoen.webkit.form.Answer;
import nl.meedoen.webkit.form.Attempt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One employer: whom to talk to, and what was said. */
@Controller
class RelationController {

    private final EmployerPages pages;
    private final Employers employers;
    private final Texts texts;
    private final Words words;

    RelationController(EmployerPages pages, Employers employers, Texts texts, Words words) {
        this.pages = pages;
        this.employers = employers;
        this.texts = texts;
        this.words = words;
    }

    record EventForm(
            @NotNull(message = "{placements.day-needed}") @Nullable
            LocalDate on,

            @NotNull(message = "{placements.event-kind-needed}") @Nullable
            EventKind kind,

            @NotBlank(message = "{placements.note-needed}")
            @Size(max = 4000, message = "{placements.too-long}")
            @NoCitizenNumber
            @Nullable
            String note) {}

    record PersonForm(
            @NotBlank(message = "{placements.name-needed}")
            @Size(max = 120, message = "{placements.too-long}")
            @NoCitizenNumber
            @Nullable
            String name,

            @Size(max = 120, message = "{placements.too-long}") @NoCitizenNumber @Nullable
            String function,

            @Size(max = 30, message = "{placements.too-long}") @NoCitizenNumber @Nullable
            String phone,

            @Size(max = 200, message = "{placements.too-long}")
            @Email(message = "{placements.email-wrong}")
            @NoCitizenNumber
            @Nullable
            String email) {}

    /** The form of a contact person stands under the employer's name. */
    record PersonPage(EmployerId id, String name) {}

    @Needs(Permission.EMPLOYERS_EDIT)
    @GetMapping("/employers/{employer}")
    String show(Actor actor, @PathVariable EmployerId employer, Model model) {
        model.addAttribute("page", pages.page(actor, employer));
        model.addAttribute("form", new EventForm(words.today(), EventKind.CALL, null));
        return "placements/employer";
    }

    @Needs(Permission.EMPLOYERS_EDIT)
    @PostMapping("/employers/{employer}/events")
    String note(
            Actor actor,
            @PathVariable EmployerId employer,
            @Valid @ModelAttribute("form") EventForm form,
            BindingResult errors,
            Answer answer) {
        employers.read(actor, employer);
        Attempt attempt = Attempt.of(
                errors,
                () -> employers.note(
                        actor,
                        employer,
                        Objects.requireNonNull(form.on()),
                        Objects.requireNonNull(form.kind()),
                        Objects.requireNonNull(form.note())));
        if (!attempt.isDone()) {
            return answer.with("page", pages.page(actor, employer)).again(attempt, "placements/employer");
        }
        return answer.go(Flash.ok(texts.of("placements.event.added")), "/employers/{employer}");
    }

    @Needs(Permission.EMPLOYERS_EDIT)
    @GetMapping("/employers/{employer}/persons/new")
    String beginPerson(Actor actor, @PathVariable EmployerId employer, Model model) {
        model.addAttribute("form", new PersonForm(null, null, null, null));
        return personForm(actor, employer, model);
    }

    @Needs(Permission.EMPLOYERS_EDIT)
    @PostMapping("/employers/{employer}/persons")
    String addPerson(
            Actor actor,
            @PathVariable EmployerId employer,
            @Valid @ModelAttribute("form") PersonForm form,
            BindingResult errors,
            Answer answer) {
        String view = personForm(actor, employer, answer.model());
        Phone phone = Phone.parse(form.phone()).orElse(null);
        if (form.phone() != null && phone == null) {
            errors.rejectValue("phone", "placements.phone-wrong");
        }
        Attempt attempt = Attempt.of(
                errors,
                () -> employers.addPerson(
                        actor, employer, Objects.requireNonNull(form.name()), form.function(), phone, form.email()));
        if (!attempt.isDone()) {
            return answer.again(attempt, view);
        }
        return answer.go(Flash.ok(texts.of("placements.person.added")), "/employers/{employer}");
    }

    @Needs(Permission.EMPLOYERS_EDIT)
    @PostMapping("/employers/{employer}/persons/{person}/leave")
    String personLeaves(Actor actor, @PathVariable EmployerId employer, @PathVariable UUID person, Answer answer) {
        employers.personWorksThere(actor, employer, person, false);
        return answer.go(
                Flash.ok(texts.of("placements.person.left"))
                        .undo("/employers/" + employer + "/persons/" + person + "/stay", texts.of("webkit.undo")),
                "/employers/{employer}");
    }

    @Needs(Permission.EMPLOYERS_EDIT)
    @PostMapping("/employers/{employer}/persons/{person}/stay")
    String personStays(Actor actor, @PathVariable EmployerId employer, @PathVariable UUID person, Answer answer) {
        employers.personWorksThere(actor, employer, person, true);
        return answer.go(Flash.ok(texts.of("placements.person.stays")), "/employers/{employer}");
    }

    private String personForm(Actor actor, EmployerId employer, Model model) {
        model.addAttribute(
                "page",
                new PersonPage(
                        employer, employers.read(actor, employer).details().name()));
        return "placements/person-form";
    }
}
