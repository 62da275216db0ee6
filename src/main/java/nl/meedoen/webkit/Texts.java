package nl.meedoen.webkit;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The sentence of a message code in the reader's language. */
@Component("texts")
public class Texts {

    private final MessageSource messages;

    Texts(MessageSource messages) {
        this.messages = messages;
    }

    /** A sentence without blanks to fill in; apart, so that templates find it without converting anything. */
    public String of(String code) {
        return of(code, new Object[0]);
    }

    /** @throws org.springframework.context.NoSuchMessageException when no file has the code */
    public String of(String code, Object... args) {
        return messages.getMessage(code, args, LocaleContextHolder.getLocale());
    }

    /**
     * The sentence of a constant of an enumeration: {@code Phase.IN_ACTION} has the code {@code phase.in-action}.
     *
     * @param constant not declared as an Enum, for a template that passes a text would then try to convert it to one
     */
    public String of(Comparable<?> constant) {
        return of(code((Enum<?>) constant));
    }

    /** The message code of a constant. */
    public static String code(Enum<?> constant) {
        String type = constant.getDeclaringClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
        return (type + "." + constant.name().replace('_', '-')).toLowerCase(java.util.Locale.ROOT);
    }
}
