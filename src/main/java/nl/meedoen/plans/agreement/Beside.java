package nl.meedoen.plans.agreement;

import java.util.Locale;
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
        return messages.getMessage("beside." + code, new Object[0], locale);
    }
}
