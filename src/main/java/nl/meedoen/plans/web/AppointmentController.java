package nl.meedoen.plans.web;

import static nl.meedoen.access.Permission.PLAN_EDIT;
import static nl.meedoen.access.Permission.PLAN_VIEW;

import jakarta.validation.Valid;
import java.util.concurrent.atomic.AtomicReference;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.plans.AppointmentId;
import nl.meedoen.plans.Appointments;
import nl.meedoen.plans.text.AppointmentText;
import nl.meedoen.plans.today.AppointmentFile;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.form.Answer;
import nl.meedoen.webkit.form.Attempt;
import nl.meedoen.webkit.form.SentForm;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Makes, moves and cancels appointments, and hands one over to the reader's own calendar. */
@Controller
class AppointmentController {

    private static final String FORM = "plans/appointment-form";

    private final PlanForms forms;
    private final Appointments appointments;
    private final AppointmentFile calendar;
    private final Texts texts;

    AppointmentController(PlanForms forms, Appointments appointments, AppointmentFile calendar, Texts texts) {
        this.forms = forms;
        this.appointments = appointments;
        this.calendar = calendar;
        this.texts = texts;
    }

    @Needs(PLAN_EDIT)
    @GetMapping("/participants/{id}/appointments/new")
    String begin(@PathVariable ParticipantId id, Actor actor, Model model) {
        model.addAttribute("page", forms.newAppointment(actor, id));
        model.addAttribute("form", AppointmentForm.empty());
        return FORM;
    }

    @Needs(PLAN_EDIT)
    @PostMapping("/participants/{id}/appointments")
    String make(
            @PathVariable ParticipantId id,
            @Valid @ModelAttribute("form") AppointmentForm form,
            BindingResult errors,
            Actor actor,
            Answer answer) {
        form.check(errors, forms.now());
        AtomicReference<AppointmentId> made = new AtomicReference<>();
        Attempt attempt = Attempt.of(errors, () -> made.set(appointments.make(actor, id, form.text())));
        if (!attempt.isDone()) {
            return answer.with("page", forms.newAppointment(actor, id)).again(attempt, FORM);
        }
        return answer.go(
                Flash.ok(texts.of("plans.appointment.made"))
                        .undo(path(id, made.get()) + "/cancel", texts.of("webkit.undo")),
                FormPage.toPlan(id));
    }

    @Needs(PLAN_EDIT)
    @GetMapping("/participants/{id}/appointments/{appointment}")
    String edit(@PathVariable ParticipantId id, @PathVariable AppointmentId appointment, Actor actor, Model model) {
        PlanForms.Loaded<AppointmentText> now = forms.appointment(actor, id, appointment);
        model.addAttribute("page", now.page());
        model.addAttribute("form", AppointmentForm.of(now.text(), now.version()));
        return FORM;
    }

    @Needs(PLAN_EDIT)
    @PostMapping("/participants/{id}/appointments/{appointment}")
    String move(
            @PathVariable ParticipantId id,
            @PathVariable AppointmentId appointment,
            @Valid @ModelAttribute("form") AppointmentForm form,
            BindingResult errors,
            Actor actor,
            Answer answer) {
        form.check(errors, forms.now());
        Attempt attempt = Attempt.of(
                errors, () -> appointments.move(actor, id, appointment, SentForm.version(form.version()), form.text()));
        if (!attempt.isDone()) {
            return FormPage.again(
                    attempt, () -> forms.appointment(actor, id, appointment), forms::say, form::at, answer, FORM);
        }
        return answer.go(Flash.ok(texts.of("plans.appointment.moved")), FormPage.toPlan(id));
    }

    @Needs(PLAN_EDIT)
    @PostMapping("/participants/{id}/appointments/{appointment}/cancel")
    String cancel(@PathVariable ParticipantId id, @PathVariable AppointmentId appointment, Actor actor, Answer answer) {
        appointments.cancel(actor, id, appointment);
        return answer.go(
                Flash.ok(texts.of("plans.appointment.cancelled"))
                        .undo(path(id, appointment) + "/restore", texts.of("webkit.undo")),
                FormPage.toPlan(id));
    }

    @Needs(PLAN_EDIT)
    @PostMapping("/participants/{id}/appointments/{appointment}/restore")
    String restore(
            @PathVariable ParticipantId id, @PathVariable AppointmentId appointment, Actor actor, Answer answer) {
        appointments.restore(actor, id, appointment);
        return answer.go(Flash.ok(texts.of("plans.appointment.restored")), FormPage.toPlan(id));
    }

    @Needs(PLAN_VIEW)
    @GetMapping("/participants/{id}/appointments/{appointment}/ics")
    ResponseEntity<String> file(@PathVariable ParticipantId id, @PathVariable AppointmentId appointment, Actor actor) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/calendar; charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + texts.of("plans.ics") + ".ics\"")
                .body(calendar.of(actor, id, appointment));
    }

    private static String path(ParticipantId id, AppointmentId appointment) {
        return "/participants/" + id + "/appointments/" + appointment;
    }
}
