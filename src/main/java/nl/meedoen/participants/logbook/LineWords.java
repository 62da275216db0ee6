package nl.meedoen.participants.logbook;

import java.util.Locale;
import nl.meedoen.privacy.Trail;
import nl.meedoen.privacy.TrailReading;
import nl.meedoen.webkit.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says what a line of the trail means: "Plan opened", "Coach of the participant ended". */
@Component
class LineWords {

    private final MessageSource messages;
    private final Texts texts;

    LineWords(MessageSource messages, Texts texts) {
        this.messages = messages;
        this.texts = texts;
    }

    /** The code of what the line is about. */
    static String subject(String subject) {
        return "log.subject." + subject;
    }

    /** What was done; a subject with a sentence of its own for the action says that. */
    String what(Trail.Action action, String subject) {
        String verb = "log.did." + action.name().toLowerCase(Locale.ROOT).replace('_', '-');
        String own = find(verb + "." + subject);
        if (own != null) {
            return own;
        }
        String about = find(subject(subject));
        return texts.of(verb, about == null ? texts.of("log.subject") : about);
    }

    /** The role of whoever did it; null where it is not known any more. */
    @Nullable
    String role(TrailReading.Line line) {
        return line.role() == null
                ? null
                : find("role." + line.role().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** Who did it. */
    String who(TrailReading.Line line) {
        if ("SERVICE".equals(line.role())) {
            return texts.of("log.by-itself");
        }
        return line.who() == null ? texts.of("log.somebody") : line.who();
    }

    private @Nullable String find(String code) {
        return messages.getMessage(code, null, null, LocaleContextHolder.getLocale());
    }
}
