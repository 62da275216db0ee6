package nl.meedoen.placements.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.placements.Move;
import nl.meedoen.placements.PlacementId;
import nl.meedoen.placements.PlacementRule;
import nl.meedoen.placements.Placements;
import nl.meedoen.placements.StopKind;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.NoCitizenNumber;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.Option;
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

/** Placements: the list, one placement with its steps, and its check-ins. */
@Controller
class PlacementController {

    private final PlacementList list;
    private final PlacementPages pages;
    private final Placements placements;
    private final Choices choices;
    private final Texts texts;
    private final Words words;

    PlacementController(
            PlacementList list,
            PlacementPages pages,
            Placements placements,
            Choices choices,
            Texts texts,
            Words words) {
        this.list = list;
        this.pages = pages;
        this.placements = placements;
        this.choices = choices;
        this.texts = texts;
        this.words = words;
    }

    /** The form of one step. */
    record MovePage(
            PlacementPage.Facts facts,
            String move,
            PlacementRule rule,
            @Nullable LocalDate latestEnd,
            List<Option> reasons) {}

    /** The form of one check-in. */
    record CheckInPage(PlacementPage.Facts facts, PlacementPage.CheckIn checkIn, List<Option> answers) {}

    record CheckInForm(
            @NotNull(message = "{placements.answer-needed}") @Nullable
            Boolean stillThere,

            @Size(max = 2000, message = "{placements.too-long}") @NoCitizenNumber @Nullable
            String note) {}

    @Needs(Permission.PLACEMENT_VIEW)
    @GetMapping("/placements")
    String list(Actor actor, PlacementList.PlacementQuery query, Model model) {
        model.addAttribute("page", list.page(actor, query));
        return "placements/placements";
    }

    @Needs(Permission.PLACEMENT_VIEW)
    @GetMapping("/placements/{placement}")
    String show(Actor actor, @PathVariable PlacementId placement, Model model) {
        model.addAttribute("page", pages.page(actor, placement));
        return "placements/placement";
    }

    @Needs(Permission.PLACEMENT_EDIT)
    @GetMapping("/placements/{placement}/{move}")
    String begin(Actor actor, @PathVariable PlacementId placement, @PathVariable String move, Model model) {
        Move step = step(move);
        PlacementPage.Facts facts = pages.facts(actor, placement);
        model.addAttribute("form", proposal(step, facts));
        return moveForm(step, facts, model);
    }

    @Needs(Permission.PLACEMENT_EDIT)
    @PostMapping("/placements/{placement}/{move}")
    String take(
            Actor actor,
            @PathVariable PlacementId placement,
            @PathVariable String move,
            @Valid @ModelAttribute("form") MoveForm form,
            BindingResult errors,
            Answer answer) {
        Move step = step(move);
        PlacementPage.Facts facts = pages.facts(actor, placement);
        form.check(step, errors);
        Attempt attempt = Attempt.of(errors, () -> take(actor, placement, step, form));
        if (!attempt.isDone()) {
            return answer.again(attempt, moveForm(step, facts, answer.model()));
        }
        return answer.go(Flash.ok(texts.of("placements.done." + move, facts.name())), "/placements/{placement}");
    }

    @Needs(Permission.PLACEMENT_EDIT)
    @GetMapping("/placements/{placement}/check-ins/{checkIn}")
    String beginCheckIn(Actor actor, @PathVariable PlacementId placement, @PathVariable UUID checkIn, Model model) {
        model.addAttribute("form", new CheckInForm(null, null));
        return checkInForm(actor, placement, checkIn, model);
    }

    @Needs(Permission.PLACEMENT_EDIT)
    @PostMapping("/placements/{placement}/check-ins/{checkIn}")
    String checkIn(
            Actor actor,
            @PathVariable PlacementId placement,
            @PathVariable UUID checkIn,
            @Valid @ModelAttribute("form") CheckInForm form,
            BindingResult errors,
            Answer answer) {
        String view = checkInForm(actor, placement, checkIn, answer.model());
        boolean there = Boolean.TRUE.equals(form.stillThere());
        Attempt attempt = Attempt.of(errors, () -> placements.checkIn(actor, placement, checkIn, there, form.note()));
        if (!attempt.isDone()) {
            return answer.again(attempt, view);
        }
        return answer.go(
                Flash.ok(texts.of(there ? "placements.check-in.there" : "placements.check-in.gone"))
                        .undo(
                                "/placements/" + placement + "/check-ins/" + checkIn + "/reopen",
                                texts.of("webkit.undo")),
                "/placements/{placement}");
    }

    @Needs(Permission.PLACEMENT_EDIT)
    @PostMapping("/placements/{placement}/check-ins/{checkIn}/reopen")
    String reopenCheckIn(Actor actor, @PathVariable PlacementId placement, @PathVariable UUID checkIn, Answer answer) {
        placements.reopenCheckIn(actor, placement, checkIn);
        return answer.go(Flash.ok(texts.of("placements.check-in.open-again")), "/placements/{placement}");
    }

    private static Move step(String move) {
        for (Move one : Move.values()) {
            boolean ownForm = one != Move.PROPOSE && one != Move.CHECK_IN;
            if (ownForm && one.name().toLowerCase(Locale.ROOT).equals(move)) {
                return one;
            }
        }
        throw new NotFound();
    }

    private void take(Actor actor, PlacementId id, Move step, MoveForm form) {
        switch (step) {
            case INTERVIEW -> placements.meet(actor, id, form.day());
            case AGREE -> placements.agree(actor, id, form.agreement());
            case PAPERS -> placements.papers(actor, id, form.signedOn(), Boolean.TRUE.equals(form.insured()));
            case START -> placements.start(actor, id, form.day());
            case EXTEND -> placements.extend(actor, id, form.end());
            case FINISH -> placements.finish(actor, id, form.day());
            case STOP -> placements.stop(actor, id, form.day(), form.stopKind(), form.reason());
            default -> throw new NotFound();
        }
    }

    /** The form as it is offered: what is known, and the day that is most likely meant. */
    private MoveForm proposal(Move step, PlacementPage.Facts facts) {
        LocalDate today = words.today();
        LocalDate day = switch (step) {
            case INTERVIEW -> facts.interviewOn();
            case START -> earliest(facts.startsOn(), today);
            case FINISH -> earliest(facts.endsOn(), today);
            default -> today;
        };
        return new MoveForm(
                day,
                facts.startsOn(),
                step == Move.EXTEND ? null : facts.endsOn(),
                facts.hours(),
                facts.supervisor(),
                facts.signedOn(),
                facts.insured(),
                null,
                null);
    }

    private static LocalDate earliest(@Nullable LocalDate planned, LocalDate today) {
        return planned != null && planned.isBefore(today) ? planned : today;
    }

    private String moveForm(Move step, PlacementPage.Facts facts, Model model) {
        PlacementRule rule = pages.ruleOf(facts);
        model.addAttribute(
                "page",
                new MovePage(
                        facts,
                        step.name().toLowerCase(Locale.ROOT),
                        rule,
                        facts.latestEnd(rule),
                        choices.of(StopKind.class)));
        return "placements/move";
    }

    private String checkInForm(Actor actor, PlacementId placement, UUID checkIn, Model model) {
        PlacementPage.Facts facts = pages.facts(actor, placement);
        model.addAttribute(
                "page",
                new CheckInPage(
                        facts,
                        pages.checkIn(placement, checkIn),
                        List.of(
                                new Option("true", texts.of("placements.check-in.yes")),
                                new Option("false", texts.of("placements.check-in.no")))));
        return "placements/check-in";
    }
}
