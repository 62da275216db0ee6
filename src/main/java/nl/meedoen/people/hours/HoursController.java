package nl.meedoen.people.hours;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.OptionalInt;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.form.Answer;
import nl.meedoen.webkit.form.Attempt;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A coach's own hours. */
@Controller
class HoursController {

    /** Hours as they were typed, for one month such as 2026-11. */
    record HoursForm(
            @Nullable String month,

            @Size(max = 10, message = "{people.hours.unreadable}") @Nullable
            String hours,

            @Nullable Long version) {}

    /** A month in words. */
    public record Line(String month, String name, String hours, boolean written, boolean chosen) {}

    /** The months, and the one that the form is for. */
    public record HoursPage(List<Line> lines, String chosen, String total, boolean stale) {}

    private final VolunteerHours hours;
    private final Texts texts;

    HoursController(VolunteerHours hours, Texts texts) {
        this.hours = hours;
        this.texts = texts;
    }

    @Needs(Permission.HOURS_WRITE)
    @GetMapping("/hours")
    String own(Actor actor, @RequestParam(required = false) @Nullable String month, Model model) {
        List<VolunteerHours.Month> months = hours.own(actor);
        VolunteerHours.Month chosen = chosen(months, month);
        model.addAttribute("form", form(chosen));
        return page(months, chosen, false, model);
    }

    @Needs(Permission.HOURS_WRITE)
    @PostMapping("/hours")
    String write(Actor actor, @Valid @ModelAttribute("form") HoursForm form, BindingResult errors, Answer answer) {
        OptionalInt minutes = form.hours() == null ? OptionalInt.empty() : HoursText.minutes(form.hours());
        if (minutes.isEmpty() && !errors.hasErrors()) {
            errors.rejectValue("hours", "people.hours.unreadable");
        }
        long version = form.version() == null ? -1 : form.version();
        Attempt attempt =
                Attempt.of(errors, "hours", () -> hours.write(actor, month(form.month()), minutes.orElse(0), version));
        if (!attempt.isDone()) {
            List<VolunteerHours.Month> months = hours.own(actor);
            VolunteerHours.Month chosen = chosen(months, form.month());
            if (attempt.isStale()) {
                answer.anew(new HoursForm(form.month(), form.hours(), chosen.version()));
            }
            return answer.again(attempt, page(months, chosen, attempt.isStale(), answer.model()));
        }
        return answer.go(Flash.ok(texts.of("people.hours.saved", name(month(form.month())))), "/hours");
    }

    private String page(List<VolunteerHours.Month> months, VolunteerHours.Month chosen, boolean stale, Model model) {
        int year = hours.now().getYear();
        int total = months.stream()
                .filter(month -> month.month().getYear() == year)
                .mapToInt(VolunteerHours.Month::minutes)
                .sum();
        model.addAttribute(
                "page",
                new HoursPage(
                        months.stream()
                                .map(month -> new Line(
                                        month.month().toString(),
                                        name(month.month()),
                                        text(month.minutes()),
                                        month.written(),
                                        month.equals(chosen)))
                                .toList(),
                        name(chosen.month()),
                        texts.of("people.hours.total", String.valueOf(year), text(total)),
                        stale));
        return "people/hours";
    }

    private HoursForm form(VolunteerHours.Month month) {
        return new HoursForm(month.month().toString(), month.written() ? text(month.minutes()) : null, month.version());
    }

    private VolunteerHours.Month chosen(List<VolunteerHours.Month> months, @Nullable String typed) {
        YearMonth wanted = month(typed);
        return months.stream()
                .filter(month -> month.month().equals(wanted))
                .findFirst()
                .orElse(months.get(0));
    }

    private YearMonth month(@Nullable String typed) {
        try {
            return typed == null ? hours.now() : YearMonth.parse(typed);
        } catch (DateTimeException unreadable) {
            return hours.now();
        }
    }

    private static String name(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, LocaleContextHolder.getLocale()) + " "
                + month.getYear();
    }

    private static String text(int minutes) {
        String plain = HoursText.hours(minutes).toPlainString();
        return "nl".equals(LocaleContextHolder.getLocale().getLanguage()) ? plain.replace('.', ',') : plain;
    }
}
