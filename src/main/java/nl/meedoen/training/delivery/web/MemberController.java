package nl.meedoen.training.delivery.web;

import static nl.meedoen.access.Permission.COHORT_PLAN;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.training.CohortId;
import nl.meedoen.training.Memberships;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.NoCitizenNumber;
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
import org.springframework.web.bind.annotation.RequestParam;

/** Who is in a group and who waits for it. */
@Controller
class MemberController {

    record LeaveForm(
            @NotBlank(message = "{training.reason-needed}") @Size(max = 500) @NoCitizenNumber @Nullable
            String reason) {

        public String text() {
            return reason == null ? "" : reason;
        }
    }

    private final Memberships memberships;
    private final MemberPages pages;
    private final Texts texts;

    MemberController(Memberships memberships, MemberPages pages, Texts texts) {
        this.memberships = memberships;
        this.pages = pages;
        this.texts = texts;
    }

    @Needs(COHORT_PLAN)
    @GetMapping("/cohorts/{cohort}/members/add")
    String search(
            @PathVariable CohortId cohort,
            @RequestParam(name = "q", required = false) @Nullable String q,
            Actor actor,
            Model model) {
        String wanted = q == null || q.isBlank()
                ? null
                : q.strip().substring(0, Math.min(q.strip().length(), 100));
        model.addAttribute("page", pages.add(actor, cohort, wanted));
        return "training/member-add";
    }

    @Needs(COHORT_PLAN)
    @PostMapping("/cohorts/{cohort}/members")
    String add(
            @PathVariable CohortId cohort,
            @RequestParam(name = "participants", required = false) @Nullable List<String> participants,
            Actor actor,
            Answer answer) {
        if (participants == null || participants.isEmpty()) {
            return answer.with("page", pages.add(actor, cohort, null))
                    .with("nobody", true)
                    .again("training/member-add");
        }
        List<ParticipantId> chosen = new ArrayList<>();
        participants.stream().distinct().limit(30).forEach(text -> chosen.add(new ParticipantId(CohortForm.id(text))));
        List<Memberships.Seat> seats = memberships.joinAll(actor, cohort, chosen);
        long seated = seats.stream().filter(s -> s == Memberships.Seat.SEATED).count();
        long waiting = seats.stream().filter(s -> s == Memberships.Seat.WAITING).count();
        Flash flash = waiting == 0
                ? Flash.ok(texts.of("training.members-added", seated))
                : Flash.warn(texts.of("training.members-added-waiting", seated, waiting));
        return answer.go(flash, "/cohorts/" + cohort + "#members");
    }

    @Needs(COHORT_PLAN)
    @GetMapping("/cohorts/{cohort}/members/{member}/remove")
    String remove(
            @PathVariable CohortId cohort,
            @PathVariable UUID member,
            @ModelAttribute("form") LeaveForm form,
            Actor actor,
            Model model) {
        model.addAttribute("page", pages.remove(actor, cohort, member));
        return "training/member-remove";
    }

    @Needs(COHORT_PLAN)
    @PostMapping("/cohorts/{cohort}/members/{member}/remove")
    String leave(
            @PathVariable CohortId cohort,
            @PathVariable UUID member,
            @Valid @ModelAttribute("form") LeaveForm form,
            BindingResult errors,
            Actor actor,
            Answer answer) {
        MemberPages.RemovePage page = pages.remove(actor, cohort, member);
        if (errors.hasErrors()) {
            return answer.with("page", page).again("training/member-remove");
        }
        memberships.leave(actor, cohort, member, form.text());
        return answer.go(
                Flash.ok(texts.of("training.member-removed", page.name()))
                        .undo("/cohorts/" + cohort + "/members/" + member + "/restore", texts.of("webkit.undo")),
                "/cohorts/" + cohort + "#members");
    }

    @Needs(COHORT_PLAN)
    @PostMapping("/cohorts/{cohort}/members/{member}/restore")
    String restore(@PathVariable CohortId cohort, @PathVariable UUID member, Actor actor, Answer answer) {
        Memberships.Seat seat = memberships.comeBack(actor, cohort, member);
        Flash flash = seat == Memberships.Seat.SEATED
                ? Flash.ok(texts.of("training.member-back"))
                : Flash.warn(texts.of("training.member-back-waiting"));
        return answer.go(flash, "/cohorts/" + cohort + "#members");
    }

    @Needs(COHORT_PLAN)
    @PostMapping("/cohorts/{cohort}/members/{member}/seat")
    String seat(@PathVariable CohortId cohort, @PathVariable UUID member, Actor actor, Answer answer) {
        memberships.seat(actor, cohort, member);
        return answer.go(Flash.ok(texts.of("training.member-seated")), "/cohorts/" + cohort + "#members");
    }
}
