package nl.meedoen.participants.sections.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.DossierFrame;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.participants.Phase;
import nl.meedoen.participants.registration.Enrolments;
import nl.meedoen.participants.sections.Intake;
import nl.meedoen.participants.sections.Section;
import nl.meedoen.participants.sections.SectionFacts;
import nl.meedoen.participants.sections.Sheet;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The intake as a whole: how far one is, the sheet to print, drafts, and the day on which it was held. */
@Controller
class IntakeController {

    private static final String PATH = "/participants/{id}/intake";

    private final Dossiers dossiers;
    private final Enrolments enrolments;
    private final Intake intake;
    private final SectionPages pages;
    private final SectionDrafts drafts;
    private final List<SectionFacts> sections;
    private final Trail trail;
    private final Texts texts;
    private final Words words;

    IntakeController(
            Dossiers dossiers,
            Enrolments enrolments,
            Intake intake,
            SectionPages pages,
            SectionDrafts drafts,
            List<SectionFacts> sections,
            Trail trail,
            Texts texts,
            Words words) {
        this.dossiers = dossiers;
        this.enrolments = enrolments;
        this.intake = intake;
        this.pages = pages;
        this.drafts = drafts;
        this.sections = sections.stream()
                .sorted(Comparator.comparing(SectionFacts::section))
                .toList();
        this.trail = trail;
        this.texts = texts;
        this.words = words;
    }

    /**
     * How far one is.
     *
     * @param held whether the intake is marked as held
     * @param next the section to go on with; null when all are done or none may be edited
     */
    record OverviewPage(
            DossierFrame frame,
            List<SectionPage.Step> steps,
            long done,
            boolean mayFinish,
            boolean held,
            @Nullable Section next,
            LocalDate today) {}

    /** All that was learnt, on paper. */
    record PrintPage(DossierFrame frame, List<Sheet> sheets, String whoSees, LocalDate today) {}

    @Needs(Permission.DOSSIER_VIEW)
    @GetMapping(PATH)
    @Transactional
    public String overview(Actor actor, @PathVariable ParticipantId id, Model model) {
        DossierFrame frame = dossiers.open(actor, id, "data");
        List<SectionPage.Step> steps = pages.steps(actor, id, null);
        Section next = steps.stream()
                .filter(step -> step.open() && step.state().equals("draft"))
                .findFirst()
                .or(() -> steps.stream()
                        .filter(step -> step.open() && step.state().equals("open"))
                        .findFirst())
                .map(SectionPage.Step::section)
                .orElse(null);
        model.addAttribute(
                "page",
                new OverviewPage(
                        frame,
                        steps,
                        steps.stream()
                                .filter(step -> step.state().equals("done"))
                                .count(),
                        actor.may(Permission.DOSSIER_EDIT) && frame.phase() == Phase.REGISTERED,
                        frame.phase() != Phase.REGISTERED,
                        next,
                        words.today()));
        return "participants/sections/overview";
    }

    /** The intake was held on this day, today where none is given; what is missing can follow later. */
    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping(PATH)
    String held(
            Actor actor,
            @PathVariable ParticipantId id,
            @RequestParam(required = false) @Nullable String on,
            RedirectAttributes redirect) {
        enrolments.intakeHeld(actor, id, day(on));
        Flash.ok(texts.of("participants.intake-held")).on(redirect);
        return "redirect:/participants/" + id;
    }

    private LocalDate day(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? words.today() : LocalDate.parse(typed);
        } catch (DateTimeParseException unreadable) {
            throw new RuleBroken("participants.day-needed");
        }
    }

    @Needs(Permission.DOSSIER_VIEW)
    @GetMapping(PATH + "/print")
    @Transactional
    public String print(Actor actor, @PathVariable ParticipantId id, Model model) {
        DossierFrame frame = dossiers.open(actor, id, "data");
        var progress = intake.progress(actor, id);
        List<Sheet> sheets = Sheet.of(actor, id, sections, progress);
        trail.dossier(actor, Trail.Action.EXPORTED, "intake", null, id);
        model.addAttribute("page", new PrintPage(frame, sheets, texts.of("sections.print.who"), words.today()));
        return "participants/sections/print";
    }

    /** Keeps what was typed so far; the form itself may still be incomplete. */
    @Needs(Permission.REACHABILITY_EDIT)
    @PostMapping(PATH + "/drafts/{section}")
    String keep(
            Actor actor,
            @PathVariable ParticipantId id,
            @PathVariable String section,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        SectionDrafts.Kept kept = drafts.keep(actor, id, Section.of(section), request.getParameterMap());
        String said = kept.at() != null
                ? texts.of("sections.draft.kept", words.moment(kept.at()))
                : kept.citizenNumber() ? texts.of("webkit.no-citizen-number") : "";
        if (htmx != null) {
            model.addAttribute("said", said);
            model.addAttribute("refused", kept.citizenNumber());
            return "participants/sections/page :: kept";
        }
        if (!said.isEmpty()) {
            (kept.citizenNumber() ? Flash.warn(said) : Flash.ok(said)).on(redirect);
        }
        return "redirect:/participants/" + id + "/intake";
    }

    @Needs(Permission.REACHABILITY_EDIT)
    @PostMapping(PATH + "/drafts/{section}/drop")
    String drop(
            Actor actor, @PathVariable ParticipantId id, @PathVariable String section, RedirectAttributes redirect) {
        Section which = Section.of(section);
        drafts.drop(actor, id, which);
        Flash.ok(texts.of("sections.draft.dropped")).on(redirect);
        return "redirect:/participants/" + id + "/intake/" + which.code();
    }

    /** There is nothing to write down in this section: it was asked, and that counts. */
    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping(PATH + "/nothing/{section}")
    @Transactional
    public String nothing(
            Actor actor, @PathVariable ParticipantId id, @PathVariable String section, RedirectAttributes redirect) {
        Section which = Section.of(section);
        intake.hold(actor, id, which);
        intake.done(actor, id, which, null);
        Flash.ok(texts.of("sections.saved", texts.of(which))).on(redirect);
        return "redirect:/participants/" + id + "/intake";
    }
}
