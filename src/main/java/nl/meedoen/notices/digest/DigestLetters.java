package nl.meedoen.notices.digest;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.meedoen.access.Role;
import nl.meedoen.notices.Waiting;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What stands in a digest: how many things of each kind wait, and the reader's first name. Nothing of a participant: a
 * mail lies on servers and telephones that are not ours.
 */
@Component
class DigestLetters {

    /** Whom the letter goes to. */
    record Reader(String email, String name, String language) {}

    /** A letter in the reader's language. */
    record Letter(String subject, String text) {}

    private final MessageSource messages;
    private final String address;

    DigestLetters(MessageSource messages, @Value("${meedoen.address:http://localhost:8080}") String address) {
        this.messages = messages;
        this.address = address.replaceAll("/+$", "");
    }

    /**
     * Writes the letter.
     *
     * @param found what waits in each of the reader's roles; something must
     * @param stop the address that stops it
     */
    Letter write(Reader reader, DigestRhythm rhythm, LocalDate day, Map<Role, Waiting.Now> found, String stop) {
        Locale language = Locale.forLanguageTag(reader.language());
        int all = found.values().stream().mapToInt(Waiting.Now::count).sum();
        int late = found.values().stream().mapToInt(now -> now.late(day)).sum();
        StringBuilder text = new StringBuilder();
        String first = reader.name().strip().split("\\s+")[0];
        text.append(say(language, "notices.digest.greeting", first)).append("\n\n");
        text.append(say(
                language,
                "notices.digest.begin",
                all,
                DateTimeFormatter.ofPattern("EEEE d MMMM", language).format(day)));
        if (late > 0) {
            text.append(' ').append(say(language, "notices.digest.late", late));
        }
        text.append('\n');
        found.forEach((role, now) -> {
            if (found.size() > 1 && now.count() > 0) {
                text.append('\n').append(say(language, role.labelKey())).append('\n');
            } else if (now.count() > 0) {
                text.append('\n');
            }
            kinds(now)
                    .forEach(kind -> text.append("- ")
                            .append(say(language, kind))
                            .append(": ")
                            .append(now.count(kind))
                            .append('\n'));
        });
        text.append('\n').append(say(language, "notices.digest.open", address + "/today"));
        text.append("\n\n-- \n")
                .append(say(
                        language,
                        "notices.digest.why." + rhythm.name().toLowerCase(Locale.ROOT),
                        address + "/account/notices"))
                .append('\n')
                .append(say(language, "notices.digest.stop", stop))
                .append('\n');
        return new Letter(say(language, "notices.digest.subject", all), text.toString());
    }

    private static Set<String> kinds(Waiting.Now now) {
        List<String> all =
                now.waiting().stream().map(item -> item.attention().kindKey()).toList();
        return new LinkedHashSet<>(all);
    }

    private String say(Locale language, String code, Object... args) {
        return messages.getMessage(code, args, language);
    }
}
