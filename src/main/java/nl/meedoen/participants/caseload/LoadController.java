package nl.meedoen.participants.caseload;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.participants.Handover;
import nl.meedoen.people.CoachProfile;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.NoCitizenNumber;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import nl.meedoen.webkit.form.Answer;
import nl.meedoen.webkit.form.Attempt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** How much a coach has to do, and who covers for a coach who is away. */
@Controller
class LoadController {

    record CoverForm(
            @Size(max = 200) @Nullable String cover,

            @Nullable String from,
            @Nullable String until,
            @Nullable Handover contacts,

            @NoCitizenNumber @Size(max = 300) @Nullable String reason) {}

    private final LoadPages pages;
    private final Covers covers;
    private final CoachChoice choice;
    private final Trail trail;
    private final Texts texts;
    private final Words words;

    LoadController(LoadPages pages, Covers covers, CoachChoice choice, Trail trail, Texts texts, Words words) {
        this.pages = pages;
        this.covers = covers;
        this.choice = choice;
        this.trail = trail;
        this.texts = texts;
        this.words = words;
    }

    @Needs(Permission.COACH_ASSIGN)
    @GetMapping("/coaches/{coach}/load")
    @Transactional
    public String load(Actor actor, @PathVariable AccountId coach, Model model) {
        model.addAttribute("page", pages.load(actor, coach));
        trail.note(actor, Trail.Action.LISTED, "participants", null);
        return "participants/caseload/load";
    }

    @Needs(Permission.COACH_ASSIGN)
    @GetMapping("/coaches/{coach}/cover")
    @Transactional
    public String askCover(Actor actor, @PathVariable AccountId coach, Model model) {
        model.addAttribute("page", pages.cover(actor, coach));
        model.addAttribute("form", new CoverForm(null, words.today().toString(), null, Handover.ALL, null));
        return "participants/caseload/cover";
    }

    @Needs(Permission.COACH_ASSIGN)
    @PostMapping("/coaches/{coach}/cover")
    String cover(
            Actor actor,
            @PathVariable AccountId coach,
            @Valid @ModelAttribute("form") CoverForm form,
            BindingResult errors,
            Answer answer) {
        CoachProfile absent = pages.coach(actor, coach);
        LocalDate from = PastDay.any(form.from(), "from", errors);
        LocalDate until = PastDay.any(form.until(), "until", errors);
        AccountId present = choice.find(actor, form.cover(), "cover", errors);
        if (present == null && !errors.hasFieldErrors("cover")) {
            errors.rejectValue("cover", "cover.who-needed");
        }
        CoverId[] made = new CoverId[1];
        Attempt attempt = Attempt.of(
                errors,
                "until",
                () -> made[0] = covers.arrange(
                        actor,
                        coach,
                        Objects.requireNonNull(present),
                        Objects.requireNonNull(from),
                        Objects.requireNonNull(until),
                        form.contacts() == null ? Handover.NONE : form.contacts(),
                        form.reason()));
        if (!attempt.isDone()) {
            return answer.with("page", pages.cover(actor, coach)).again(attempt, "participants/caseload/cover");
        }
        return answer.go(
                Flash.ok(texts.of("cover.arranged", absent.name(), words.fullDate(until)))
                        .undo("/coaches/" + coach + "/cover/" + made[0] + "/end", texts.of("webkit.undo")),
                "/coaches/" + coach + "/load");
    }

    @Needs(Permission.COACH_ASSIGN)
    @PostMapping("/coaches/{coach}/cover/{cover}/end")
    String end(Actor actor, @PathVariable AccountId coach, @PathVariable("cover") CoverId cover, Answer answer) {
        Covers.Cover ended = covers.end(actor, coach, cover);
        return answer.go(
                Flash.ok(texts.of("cover.ended", ended.coverName(), ended.coachName())), "/coaches/" + coach + "/load");
    }
}
