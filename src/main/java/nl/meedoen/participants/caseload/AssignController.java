package nl.meedoen.participants.caseload;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Caseload;
import nl.meedoen.participants.CoachProposals;
import nl.meedoen.participants.DossierFrame;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.participants.Handover;
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

/** A coach for one participant: proposals with reasons, the choice, and what is handed over. */
@Controller
class AssignController {

    private final Dossiers dossiers;
    private final Caseload caseload;
    private final CoachProposals proposals;
    private final Texts texts;
    private final Words words;

    AssignController(Dossiers dossiers, Caseload caseload, CoachProposals proposals, Texts texts, Words words) {
        this.dossiers = dossiers;
        this.caseload = caseload;
        this.proposals = proposals;
        this.texts = texts;
        this.words = words;
    }

    record CoachForm(
            @NotNull(message = "{participants.coach-needed}") @Nullable
            AccountId coach,

            @Nullable String from,

            @NoCitizenNumber @Size(max = 300) @Nullable String reason,

            @Nullable Handover contacts,
            @Nullable String contactsFrom) {}

    /** The choices of a coach; whoever works with the participant first has nothing to take over. */
    record CoachPage(
            DossierFrame frame,
            List<CoachProposals.Proposal> best,
            List<CoachProposals.Proposal> others,
            List<Option> handovers) {}

    @Needs(Permission.COACH_ASSIGN)
    @GetMapping("/participants/{id}/coach")
    @Transactional
    public String proposeCoach(Actor actor, @PathVariable ParticipantId id, Model model) {
        model.addAttribute("form", new CoachForm(null, words.today().toString(), null, Handover.ALL, null));
        return coachPage(actor, id, model);
    }

    @Needs(Permission.COACH_ASSIGN)
    @PostMapping("/participants/{id}/coach")
    @Transactional
    public String assignCoach(
            Actor actor,
            @PathVariable ParticipantId id,
            @Valid @ModelAttribute("form") CoachForm form,
            BindingResult errors,
            Answer answer) {
        AccountId coach = form.coach();
        LocalDate from = PastDay.read(form.from(), "from", errors, words.today());
        LocalDate read = form.contacts() == Handover.FROM
                ? PastDay.read(form.contactsFrom(), "contactsFrom", errors, words.today())
                : null;
        if (errors.hasErrors() || coach == null || from == null) {
            return answer.again(coachPage(actor, id, answer.model()));
        }
        Handover handover = form.contacts() == null ? Handover.ALL : form.contacts();
        caseload.assign(actor, id, coach, from, form.reason(), handover.contactsFrom(from, read));
        return answer.go(
                Flash.ok(texts.of(
                                "participants.coach-assigned",
                                String.valueOf(dossiers.reach(actor, id).coachName())))
                        .undo("/participants/" + id + "/coach/release", texts.of("webkit.undo")),
                "/participants/" + id);
    }

    @Needs(Permission.COACH_ASSIGN)
    @PostMapping("/participants/{id}/coach/release")
    String releaseCoach(Actor actor, @PathVariable ParticipantId id, Answer answer) {
        caseload.release(actor, id);
        return answer.go(Flash.ok(texts.of("participants.coach-released")), "/participants/" + id);
    }

    private String coachPage(Actor actor, ParticipantId id, Model model) {
        List<CoachProposals.Proposal> all = proposals.of(actor, id);
        int best = Math.min(5, all.size());
        model.addAttribute(
                "page",
                new CoachPage(
                        dossiers.open(actor, id, "data"),
                        all.subList(0, best),
                        all.subList(best, all.size()),
                        Arrays.stream(Handover.values())
                                .map(choice -> new Option(choice.name(), texts.of(choice)))
                                .toList()));
        return "participants/coach";
    }
}
