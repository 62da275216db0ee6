package nl.meedoen.plans.agreement;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import nl.meedoen.plans.StepStatus;
import org.springframework.context.MessageSource;

/** The fixed words of an agreement in a language that the participant reads, printed beside the Dutch ones. */
public final class Beside {

    private final MessageSource messages;
    private final Locale locale;

    private Beside(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
    }

    static Beside in(String language, MessageSource messages) {
        return new Beside(messages, Locale.forLanguageTag(language));
    }

    public String language() {
        return locale.getLanguage();
    }

    /** As an HTML page has it. */
    public String direction() {
        return language().equals("ar") ? "rtl" : "ltr";
    }

    /** The words behind {@code beside.<code>}. */
    public String say(String code) {
        return say(code, new Object[0]);
    }

    private String say(String code, Object... details) {
        return messages.getMessage("beside." + code, details, locale);
    }

    /** What a goal is about, and by when. */
    String about(PlanSnapshot.Goal goal) {
        String domain = say("domain." + name(goal.domain()));
        return goal.targetOn() == null ? domain : domain + " · " + say("by", day(goal.targetOn()));
    }

    /** Who does a step, by when, and whether it was done. */
    String about(PlanSnapshot.Step step) {
        String about = (step.dueOn() == null ? say("no-date") : say("before", day(step.dueOn()))) + " · "
                + say("owner." + name(step.owner()));
        return step.status() == StepStatus.DONE ? about + " · " + say("done") : about;
    }

    private static String name(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", locale).format(day);
    }
}
