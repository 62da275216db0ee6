package nl.meedoen.people.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.LanguageNames;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.people.Sectors;
import nl.meedoen.people.web.CoachRecords.CoachView;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.StaleVersion;
import nl.meedoen.webkit.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A coach's own page, and what the coordinator changes of it. */
@Controller
class CoachController {

    /** The coach in words; {@code list} leads to the coach's participants. */
    record CoachPage(
            CoachView coach, List<String> languages, List<String> sectors, int count, boolean mayEdit, String list) {}

    /** The form's choices; {@code theirs} is what somebody else saved in the meantime. */
    record CoachFormPage(
            AccountId id,
            String name,
            List<Option> locations,
            List<Option> languages,
            List<Option> sectors,
            @Nullable CoachPage theirs) {}

    private final CoachRecords records;
    private final CoachReader reader;
    private final CoachBoxes boxes;
    private final Texts texts;

    CoachController(CoachRecords records, CoachReader reader, CoachBoxes boxes, Texts texts) {
        this.records = records;
        this.reader = reader;
        this.boxes = boxes;
        this.texts = texts;
    }

    @Needs(Permission.COACHES_VIEW)
    @GetMapping("/coaches/{coach}")
    @Transactional
    public String show(Actor actor, @PathVariable AccountId coach, Model model) {
        model.addAttribute("page", page(actor, records.open(actor, coach)));
        return "people/coach";
    }

    @Needs(Permission.STAFF_INVITE)
    @GetMapping("/coaches/{coach}/edit")
    @Transactional
    public String edit(Actor actor, @PathVariable AccountId coach, Model model) {
        CoachView view = records.open(actor, coach);
        CoachBoxes.show(model, view.form());
        return formPage(actor, view, null, model);
    }

    @Needs(Permission.STAFF_INVITE)
    @PostMapping("/coaches/{coach}")
    String change(
            Actor actor,
            @PathVariable AccountId coach,
            @Valid @ModelAttribute("form") CoachForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        CoachView now = records.find(actor, coach);
        Optional<LocationId> location = boxes.location(actor, form.location(), errors);
        String municipality = boxes.municipality(form.municipality(), errors);
        if (form.vogOn() != null && form.vogUntil() != null && form.vogUntil().isBefore(form.vogOn())) {
            errors.rejectValue("vogUntil", "people.vog-order");
        }
        if (errors.hasErrors() || location.isEmpty()) {
            response.setStatus(422);
            return formPage(actor, now, null, model);
        }
        try {
            records.change(actor, coach, form, location.get(), municipality);
        } catch (StaleVersion | OptimisticLockingFailureException late) {
            CoachView theirs = records.open(actor, coach);
            response.setStatus(HttpStatus.CONFLICT.value());
            CoachBoxes.show(model, form.at(theirs.version()));
            return formPage(actor, theirs, page(actor, theirs), model);
        }
        Flash.ok(texts.of("people.coach.saved", now.name())).on(redirect);
        return "redirect:/coaches/" + coach;
    }

    private String formPage(Actor actor, CoachView coach, @Nullable CoachPage theirs, Model model) {
        model.addAttribute(
                "page",
                new CoachFormPage(
                        coach.id(), coach.name(), boxes.locations(actor), boxes.languages(), boxes.sectors(), theirs));
        return "people/coach-form";
    }

    private CoachPage page(Actor actor, CoachView coach) {
        return new CoachPage(
                coach,
                coach.languages().stream()
                        .map(code -> LanguageNames.of(code, LocaleContextHolder.getLocale()))
                        .toList(),
                coach.sectors().stream()
                        .map(code -> texts.of(Sectors.label(code)))
                        .toList(),
                reader.caseloads(List.of(coach.id())).getOrDefault(coach.id(), 0),
                actor.may(Permission.STAFF_INVITE),
                "/participants?coach=" + coach.id());
    }
}
