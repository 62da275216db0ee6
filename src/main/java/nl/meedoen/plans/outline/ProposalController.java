package nl.meedoen.plans.outline;

import static nl.meedoen.access.Permission.PLAN_EDIT;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.StaleVersion;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.form.Answer;
import nl.meedoen.webkit.form.Attempt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Begins a plan from an outline, or from the plan of an earlier enrolment. */
@Controller
class ProposalController {

    private static final String PATH = "/participants/{id}/plan";
    private static final String FORM = "plans/outline/take";

    private final Proposals proposals;
    private final Texts texts;

    ProposalController(Proposals proposals, Texts texts) {
        this.proposals = proposals;
        this.texts = texts;
    }

    /** The page with all that a plan can begin from; {@code planPath}, {@code person} and {@code subject} are for its head. */
    record OfferPage(UUID id, Proposals.Offer offer, boolean mayKeep) {

        public String planPath() {
            return "/participants/" + id + "/plan";
        }

        public String person() {
            return offer.name();
        }

        public @Nullable String subject() {
            return null;
        }
    }

    /**
     * The goals to choose from.
     *
     * @param chosen keys of the goals that are ticked
     * @param problem what is wrong with what was sent; null when nothing is
     */
    record TakePage(
            UUID id,
            String person,
            String action,
            Proposal proposal,
            Set<String> chosen,
            @Nullable String problem) {

        public String planPath() {
            return "/participants/" + id + "/plan";
        }

        public @Nullable String subject() {
            return proposal.name();
        }
    }

    @Needs(PLAN_EDIT)
    @GetMapping(PATH + "/begin")
    String offer(@PathVariable ParticipantId id, Actor actor, Model model) {
        model.addAttribute(
                "page", new OfferPage(id.value(), proposals.offer(actor, id), actor.may(Permission.OUTLINES_EDIT)));
        return "plans/outline/offer";
    }

    @Needs(PLAN_EDIT)
    @GetMapping(PATH + "/outlines/{outline}")
    String outline(@PathVariable ParticipantId id, @PathVariable OutlineId outline, Actor actor, Model model) {
        return ask(actor, id, "/outlines/" + outline, proposals.from(actor, id, outline), null, null, model);
    }

    @Needs(PLAN_EDIT)
    @PostMapping(PATH + "/outlines/{outline}")
    String takeOutline(
            @PathVariable ParticipantId id,
            @PathVariable OutlineId outline,
            @RequestParam(required = false) @Nullable List<String> goal,
            @RequestParam(required = false) @Nullable String mark,
            Actor actor,
            Answer answer) {
        return take(
                actor,
                id,
                "/outlines/" + outline,
                () -> proposals.from(actor, id, outline),
                new Sent(goal == null ? Set.of() : new HashSet<>(goal), mark),
                answer);
    }

    @Needs(PLAN_EDIT)
    @GetMapping(PATH + "/earlier/{plan}")
    String earlier(@PathVariable ParticipantId id, @PathVariable UUID plan, Actor actor, Model model) {
        return ask(actor, id, "/earlier/" + plan, proposals.from(actor, id, plan), null, null, model);
    }

    @Needs(PLAN_EDIT)
    @PostMapping(PATH + "/earlier/{plan}")
    String takeEarlier(
            @PathVariable ParticipantId id,
            @PathVariable UUID plan,
            @RequestParam(required = false) @Nullable List<String> goal,
            @RequestParam(required = false) @Nullable String mark,
            Actor actor,
            Answer answer) {
        return take(
                actor,
                id,
                "/earlier/" + plan,
                () -> proposals.from(actor, id, plan),
                new Sent(goal == null ? Set.of() : new HashSet<>(goal), mark),
                answer);
    }

    /** What came with the form. */
    private record Sent(Set<String> chosen, @Nullable String mark) {}

    private String take(
            Actor actor, ParticipantId id, String suffix, Supplier<Proposal> read, Sent sent, Answer answer) {
        try {
            int goals = proposals.take(actor, id, read.get(), sent.mark(), sent.chosen());
            return answer.go(Flash.ok(texts.of("outline.taken", goals)), "/participants/" + id + "/plan");
        } catch (StaleVersion late) {
            return answer.again(
                    Attempt.STALE,
                    ask(actor, id, suffix, read.get(), null, texts.of("outline.changed"), answer.model()));
        } catch (RuleBroken refusal) {
            return answer.again(
                    ask(actor, id, suffix, read.get(), sent.chosen(), texts.of(refusal.code()), answer.model()));
        }
    }

    private String ask(
            Actor actor,
            ParticipantId id,
            String suffix,
            Proposal proposal,
            @Nullable Set<String> chosen,
            @Nullable String problem,
            Model model) {
        Set<String> ticked = new HashSet<>();
        for (Proposal.Goal goal : proposal.goals()) {
            if (chosen == null ? goal.chosen() : chosen.contains(goal.key())) {
                ticked.add(goal.key());
            }
        }
        model.addAttribute(
                "page",
                new TakePage(
                        id.value(),
                        proposals.offer(actor, id).name(),
                        "/participants/" + id + "/plan" + suffix,
                        proposal,
                        ticked,
                        problem));
        return FORM;
    }
}
