package nl.meedoen.enrolment.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.enrolment.Transfers;
import nl.meedoen.enrolment.WaitingList;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.webkit.Cursor;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.NoCitizenNumber;
import nl.meedoen.webkit.Texts;
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
import org.springframework.web.bind.annotation.RequestParam;

/** The line for a coach, going before others in it, and going to another location. */
@Controller
class LineController {

    static final int SIZE = 25;

    record MoveForm(
            @NotBlank(message = "{participants.reason-needed}")
            @Size(max = 500, message = "{enrolment.reason-long}")
            @NoCitizenNumber
            @Nullable
            String reason) {}

    record TransferForm(
            @NotNull(message = "{enrolment.location-needed}") @Nullable
            LocationId to,

            @NotBlank(message = "{participants.reason-needed}")
            @Size(max = 1000, message = "{enrolment.reason-long}")
            @NoCitizenNumber
            @Nullable
            String reason,

            @Nullable Boolean keepCoach) {}

    /** What the pager draws. */
    record Pager(
            @Nullable String previous,
            @Nullable String next,
            @Nullable String label) {}

    /** The line from the place {@code first} on. */
    record LinePage(List<WaitingList.Waiting> line, int first, Pager pager) {}

    private final WaitingList waiting;
    private final Transfers transfers;
    private final RunPages pages;
    private final Texts texts;

    LineController(WaitingList waiting, Transfers transfers, RunPages pages, Texts texts) {
        this.waiting = waiting;
        this.transfers = transfers;
        this.pages = pages;
        this.texts = texts;
    }

    @Needs(Permission.COACH_ASSIGN)
    @GetMapping("/waiting-list")
    String line(Actor actor, @RequestParam @Nullable String after, Model model) {
        Cursor cursor = Cursor.parse(after, 3);
        WaitingList.After from = from(cursor);
        int first = from == null || cursor == null ? 1 : place(cursor.values().get(2));
        List<WaitingList.Waiting> found = waiting.of(actor, from, SIZE + 1);
        long unmoved = found.stream().filter(one -> one.reason() == null).count();
        boolean more = unmoved > SIZE;
        List<WaitingList.Waiting> line = more ? found.subList(0, found.size() - 1) : found;
        WaitingList.Waiting last = more ? line.get(line.size() - 1) : null;
        String next = last == null
                ? null
                : "/waiting-list?after="
                        + Cursor.of(last.registeredOn().toString(), last.number(), String.valueOf(first + line.size()));
        model.addAttribute(
                "page", new LinePage(line, first, new Pager(from == null ? null : "/waiting-list", next, null)));
        return "enrolment/line";
    }

    private static WaitingList.@Nullable After from(@Nullable Cursor cursor) {
        try {
            return cursor == null
                    ? null
                    : new WaitingList.After(
                            LocalDate.parse(cursor.values().get(0)),
                            cursor.values().get(1));
        } catch (DateTimeException notOurs) {
            return null;
        }
    }

    private static int place(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 1;
    }

    @Needs(Permission.COACH_ASSIGN)
    @GetMapping("/participants/{id}/enrolment/move-up")
    String moving(Actor actor, @PathVariable ParticipantId id, Model model) {
        model.addAttribute("page", pages.form(actor, id)).addAttribute("form", new MoveForm(null));
        return "enrolment/move-up";
    }

    @Needs(Permission.COACH_ASSIGN)
    @PostMapping("/participants/{id}/enrolment/move-up")
    String moveUp(
            Actor actor,
            @PathVariable ParticipantId id,
            @Valid @ModelAttribute("form") MoveForm form,
            BindingResult errors,
            Answer answer) {
        RunPages.FormPage page = pages.form(actor, id);
        Attempt attempt = Attempt.of(errors, () -> waiting.moveUp(actor, id, Objects.requireNonNull(form.reason())));
        if (!attempt.isDone()) {
            return answer.with("page", page).again(attempt, "enrolment/move-up");
        }
        return answer.go(
                Flash.ok(texts.of("enrolment.moved-up", page.person()))
                        .undo("/participants/" + id + "/enrolment/move-back", texts.of("webkit.undo")),
                "/waiting-list");
    }

    @Needs(Permission.COACH_ASSIGN)
    @PostMapping("/participants/{id}/enrolment/move-back")
    String moveBack(Actor actor, @PathVariable ParticipantId id, Answer answer) {
        waiting.moveBack(actor, id);
        return answer.go(Flash.ok(texts.of("enrolment.moved-back")), "/waiting-list");
    }

    @Needs(Permission.DOSSIER_EDIT)
    @GetMapping("/participants/{id}/enrolment/transfer")
    String transferring(Actor actor, @PathVariable ParticipantId id, Model model) {
        model.addAttribute("page", pages.transfer(actor, id)).addAttribute("form", new TransferForm(null, null, null));
        return "enrolment/transfer";
    }

    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping("/participants/{id}/enrolment/transfer")
    String transfer(
            Actor actor,
            @PathVariable ParticipantId id,
            @Valid @ModelAttribute("form") TransferForm form,
            BindingResult errors,
            Answer answer) {
        RunPages.FormPage page = pages.transfer(actor, id);
        Attempt attempt = Attempt.of(
                errors,
                () -> transfers.transfer(
                        actor,
                        id,
                        Objects.requireNonNull(form.to()),
                        Objects.requireNonNull(form.reason()),
                        Boolean.TRUE.equals(form.keepCoach())));
        if (!attempt.isDone()) {
            return answer.with("page", page).again(attempt, "enrolment/transfer");
        }
        return answer.go(Flash.ok(texts.of("enrolment.transferred", page.person())), "/participants");
    }

    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping("/participants/{id}/enrolment/transfers/{transfer}/received")
    String receive(Actor actor, @PathVariable ParticipantId id, @PathVariable UUID transfer, Answer answer) {
        transfers.receive(actor, id, transfer);
        return answer.go(Flash.ok(texts.of("enrolment.received")), "/participants/{id}/enrolment");
    }
}
