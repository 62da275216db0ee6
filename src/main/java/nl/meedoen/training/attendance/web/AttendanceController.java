package nl.meedoen.training.attendance.web;

import static nl.meedoen.access.Permission.ATTENDANCE_EDIT;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.training.AttendanceMark;
import nl.meedoen.training.Attendances;
import nl.meedoen.training.SessionId;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.form.Answer;
import nl.meedoen.webkit.form.Attempt;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Attendance for a whole group on one screen, and the list to sign. */
@Controller
class AttendanceController {

    private final Attendances attendances;
    private final AttendancePages pages;
    private final Texts texts;

    AttendanceController(Attendances attendances, AttendancePages pages, Texts texts) {
        this.attendances = attendances;
        this.pages = pages;
        this.texts = texts;
    }

    @Needs(ATTENDANCE_EDIT)
    @GetMapping("/sessions/{session}/attendance")
    String show(@PathVariable SessionId session, Actor actor, Model model) {
        model.addAttribute("page", pages.show(actor, session));
        return "training/attendance";
    }

    @Needs(ATTENDANCE_EDIT)
    @GetMapping("/sessions/{session}/attendance/list")
    String list(@PathVariable SessionId session, Actor actor, Model model) {
        model.addAttribute("page", pages.show(actor, session));
        return "training/attendance-list";
    }

    @Needs(ATTENDANCE_EDIT)
    @PostMapping("/sessions/{session}/attendance")
    String save(
            @PathVariable SessionId session,
            @ModelAttribute("form") AttendanceForm form,
            BindingResult errors,
            Actor actor,
            Answer answer) {
        AttendancePage page = pages.read(actor, session).page();
        AttendancePage typed = typed(page, form);
        if (typed.wrong()) {
            return answer.with("page", typed).again("training/attendance");
        }
        Map<ParticipantId, Attendances.Entry> wanted = new HashMap<>();
        Map<ParticipantId, String> seen = new HashMap<>();
        for (AttendancePage.Row row : page.rows()) {
            ParticipantId participant = new ParticipantId(row.participant());
            AttendanceMark mark = form.mark(row.participant());
            String token = form.seen(row.participant());
            if (mark != null) {
                wanted.put(
                        participant,
                        new Attendances.Entry(mark, form.late(row.participant()), form.reason(row.participant())));
            }
            if (token != null) {
                seen.put(participant, token);
            }
        }
        Attendances.Outcome outcome = attendances.record(actor, session, wanted, seen);
        if (!outcome.disputed().isEmpty()) {
            return answer.with("page", disputed(pages.read(actor, session), form, outcome))
                    .again(Attempt.STALE, "training/attendance");
        }
        return answer.go(
                Flash.ok(
                        outcome.changed() == 0
                                ? texts.of("training.attendance-same")
                                : texts.of("training.attendance-saved", outcome.changed())),
                "/sessions/" + session + "/attendance");
    }

    /** The screen with what was typed in it. */
    private AttendancePage typed(AttendancePage page, AttendanceForm form) {
        return with(
                page,
                page.rows().stream()
                        .map(row -> {
                            UUID person = row.participant();
                            AttendancePage.Row filled =
                                    row.typed(form.mark(person), form.minutes(person), form.reason(person));
                            String token = form.seen(person);
                            String objection = form.objection(person);
                            if (token != null) {
                                filled = filled.at(token);
                            }
                            return objection == null ? filled : filled.refused(texts.of(objection));
                        })
                        .toList());
    }

    /** My marks in the fields, and beside them what a colleague saved; a next save replaces what stands there now. */
    private AttendancePage disputed(AttendancePages.Saved saved, AttendanceForm form, Attendances.Outcome outcome) {
        return with(
                saved.page(),
                saved.page().rows().stream()
                        .map(row -> {
                            UUID person = row.participant();
                            AttendanceMark mine = form.mark(person);
                            if (!outcome.disputed().contains(new ParticipantId(person))) {
                                boolean untouched = mine == null
                                        || Attendances.Entry.token(new Attendances.Entry(
                                                        mine, form.late(person), form.reason(person)))
                                                .equals(form.seen(person));
                                return untouched ? row : row.typed(mine, form.minutes(person), form.reason(person));
                            }
                            AttendanceMark theirs = row.mark();
                            Attendances.Entry entry = theirs == null
                                    ? null
                                    : new Attendances.Entry(
                                            theirs,
                                            row.minutes() == null ? null : Integer.valueOf(row.minutes()),
                                            row.reason());
                            return row.typed(mine, form.minutes(person), form.reason(person))
                                    .against(new AttendancePage.Theirs(
                                            entry, saved.by().get(person)));
                        })
                        .toList());
    }

    private static AttendancePage with(AttendancePage page, List<AttendancePage.Row> rows) {
        return new AttendancePage(
                page.id(),
                page.cohortId(),
                page.cohort(),
                page.location(),
                page.trainers(),
                page.number(),
                page.title(),
                page.heldOn(),
                page.startsAt(),
                page.endsAt(),
                page.place(),
                page.cancelled(),
                page.toCome(),
                rows);
    }
}
