package nl.meedoen.participants.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.DossierFrame;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.participants.Ladder;
import nl.meedoen.participants.caseload.PastDay;
import nl.meedoen.participants.registration.EndKind;
import nl.meedoen.participants.registration.EnrolmentCorrections;
import nl.meedoen.participants.registration.Enrolments;
import nl.meedoen.participants.registration.Outcome;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.NoCitizenNumber;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import nl.meedoen.webkit.form.Answer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What a coordinator does with an enrolment: a measurement, an end. */
@Controller
class CaseController {

    private final Dossiers dossiers;
    private final Enrolments enrolments;
    private final EnrolmentCorrections corrections;
    private final Ladder ladder;
    private final Texts texts;
    private final Words words;

    CaseController(
            Dossiers dossiers,
            Enrolments enrolments,
            EnrolmentCorrections corrections,
            Ladder ladder,
            Texts texts,
            Words words) {
        this.dossiers = dossiers;
        this.enrolments = enrolments;
        this.corrections = corrections;
        this.ladder = ladder;
        this.texts = texts;
        this.words = words;
    }

    record EndForm(
            @NotNull(message = "{participants.end-kind-needed}") @Nullable
            EndKind kind,

            @Nullable Outcome outcome,

            @NoCitizenNumber @Size(max = 1000) @Nullable String reason,

            @Nullable String on) {}

    record LadderForm(
            Ladder.@NotNull(message = "{participants.moment-needed}") @Nullable Moment moment,

            @NotNull(message = "{participants.rung-needed}") @Nullable
            Integer rung,

            @Nullable String on) {}

    record ChoicePage(DossierFrame frame, List<Option> first, List<Option> second) {}

    @Needs(Permission.DOSSIER_EDIT)
    @GetMapping("/participants/{id}/end")
    @Transactional
    public String askEnd(Actor actor, @PathVariable ParticipantId id, Model model) {
        model.addAttribute("form", new EndForm(null, null, null, words.today().toString()));
        return endPage(actor, id, model);
    }

    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping("/participants/{id}/end")
    @Transactional
    public String end(
            Actor actor,
            @PathVariable ParticipantId id,
            @Valid @ModelAttribute("form") EndForm form,
            BindingResult errors,
            Answer answer) {
        EndKind kind = form.kind();
        LocalDate on = PastDay.read(form.on(), "on", errors, words.today());
        if (kind == EndKind.OTHER && form.reason() == null) {
            errors.rejectValue("reason", "participants.reason-needed");
        }
        Outcome outcome = form.outcome();
        if (kind == EndKind.COMPLETED && outcome == null) {
            errors.rejectValue("outcome", "participants.outcome-needed");
        }
        if (errors.hasErrors() || kind == null || on == null) {
            return answer.again(endPage(actor, id, answer.model()));
        }
        if (kind == EndKind.COMPLETED && outcome != null) {
            enrolments.complete(actor, id, outcome, on);
        } else {
            enrolments.withdraw(actor, id, kind, form.reason(), on);
        }
        return answer.go(
                Flash.ok(texts.of("participants.ended"))
                        .undo("/participants/" + id + "/reopen", texts.of("webkit.undo")),
                "/participants/" + id);
    }

    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping("/participants/{id}/reopen")
    String reopen(Actor actor, @PathVariable ParticipantId id, Answer answer) {
        corrections.undoEnd(actor, id);
        return answer.go(Flash.ok(texts.of("participants.reopened")), "/participants/" + id);
    }

    private String endPage(Actor actor, ParticipantId id, Model model) {
        List<Option> kinds = Arrays.stream(EndKind.values())
                .map(k -> new Option(k.name(), texts.of(k)))
                .toList();
        List<Option> outcomes = Arrays.stream(Outcome.values())
                .map(o -> new Option(o.name(), texts.of(o)))
                .toList();
        model.addAttribute("page", new ChoicePage(dossiers.open(actor, id, "data"), kinds, outcomes));
        return "participants/end";
    }

    @Needs(Permission.REACHABILITY_EDIT)
    @GetMapping("/participants/{id}/ladder")
    @Transactional
    public String askRung(Actor actor, @PathVariable ParticipantId id, Model model) {
        model.addAttribute("form", new LadderForm(null, null, words.today().toString()));
        return ladderPage(actor, id, model);
    }

    @Needs(Permission.REACHABILITY_EDIT)
    @PostMapping("/participants/{id}/ladder")
    @Transactional
    public String measure(
            Actor actor,
            @PathVariable ParticipantId id,
            @Valid @ModelAttribute("form") LadderForm form,
            BindingResult errors,
            Answer answer) {
        Ladder.Moment moment = form.moment();
        Integer rung = form.rung();
        LocalDate on = PastDay.read(form.on(), "on", errors, words.today());
        if (rung != null && (rung < 1 || rung > 6)) {
            errors.rejectValue("rung", "participants.rung-needed");
        }
        if (errors.hasErrors() || moment == null || rung == null || on == null) {
            return answer.again(ladderPage(actor, id, answer.model()));
        }
        ladder.measure(actor, id, moment, rung, on);
        return answer.go(Flash.ok(texts.of("participants.measured", rung)), "/participants/" + id);
    }

    private String ladderPage(Actor actor, ParticipantId id, Model model) {
        List<Option> moments = Arrays.stream(Ladder.Moment.values())
                .map(m -> new Option(m.name(), texts.of(m)))
                .toList();
        List<Option> rungs = java.util.stream.IntStream.rangeClosed(1, 6)
                .mapToObj(r -> new Option(
                        String.valueOf(r),
                        r + ". " + texts.of("webkit.rung." + r) + ": " + texts.of("participants.rung." + r)))
                .toList();
        model.addAttribute("page", new ChoicePage(dossiers.open(actor, id, "data"), moments, rungs));
        return "participants/ladder";
    }
}
