package nl.meedoen.support;

import java.util.List;
import java.util.Locale;
import nl.meedoen.privacy.TrailWritten;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;

/** Whatever any test does with a dossier: its log has words for it, in both languages. */
class NamedTrail {

    private final MessageSource messages;

    NamedTrail(MessageSource messages) {
        this.messages = messages;
    }

    @EventListener
    void check(TrailWritten line) {
        if (!line.personal()) {
            return;
        }
        String did = "log.did." + line.action().name().toLowerCase(Locale.ROOT).replace('_', '-');
        for (Locale language : List.of(Locale.ENGLISH, Locale.forLanguageTag("nl"))) {
            boolean named = List.of("log.subject." + line.subject(), did + "." + line.subject()).stream()
                    .anyMatch(code -> messages.getMessage(code, null, null, language) != null);
            if (!named) {
                throw new AssertionError("no words in the log for " + line + " in " + language);
            }
        }
    }
}
