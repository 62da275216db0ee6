package nl.meedoen.participants.subject;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.meedoen.kernel.LanguageNames;
import nl.meedoen.participants.occupations.Occupation;
import nl.meedoen.participants.occupations.Occupations;
import nl.meedoen.participants.reference.CountryAndLanguage;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Says a value as a person reads it: fixed words, days, languages and occupations by their names. */
@Component
class SubjectValues {

    private final MessageSource messages;
    private final Occupations occupations;
    private final JsonMapper json;
    private final Texts texts;
    private final Words words;

    SubjectValues(MessageSource messages, Occupations occupations, JsonMapper json, Texts texts, Words words) {
        this.messages = messages;
        this.occupations = occupations;
        this.json = json;
        this.texts = texts;
        this.words = words;
    }

    /** What stands before the value. */
    String label(String column) {
        return texts.of("holdings.column." + column.replace('_', '-'));
    }

    String say(String column, Object value) {
        if (value instanceof Boolean yes) {
            return texts.of(yes ? "subject.yes" : "subject.no");
        }
        if (value instanceof LocalDate day) {
            return words.fullDate(day);
        }
        if (value instanceof Instant moment) {
            return words.fullDate(LocalDate.ofInstant(moment, Words.ZONE)) + ", "
                    + words.time(moment.atZone(Words.ZONE).toLocalTime());
        }
        if (value instanceof List<?> list) {
            return list.stream().map(one -> word(String.valueOf(one))).collect(Collectors.joining(", "));
        }
        return value instanceof String text ? text(column, text) : value.toString();
    }

    private String text(String column, String text) {
        Locale reader = LocaleContextHolder.getLocale();
        return switch (column) {
            case "preferred_language", "language" -> LanguageNames.of(text, reader);
            case "country" -> CountryAndLanguage.lists().countryName(text, reader);
            case "occupation", "bridge" ->
                occupations.find(text).map(Occupation::label).orElse(text);
            case "subject" -> find("log.subject." + text, text);
            case "words" ->
                Arrays.stream(text.split("[,|]"))
                        .filter(one -> !one.isBlank())
                        .map(this::word)
                        .collect(Collectors.joining(", "));
            case "content" -> {
                List<String> lines = new ArrayList<>();
                unfold(json.readValue(text, Map.class), "", lines);
                yield String.join("\n", lines);
            }
            default -> word(text);
        };
    }

    /** The plan of an agreement: a line for each thing that it says, goals and steps under each other. */
    private void unfold(Map<?, ?> level, String indent, List<String> lines) {
        level.forEach((key, value) -> {
            String column =
                    String.valueOf(key).replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
            if (value == null || column.equals("id")) {
                return;
            }
            // an old agreement may say something that no column is called by any more
            String label = find("holdings.column." + column, column);
            if (value instanceof List<?> list) {
                for (Object one : list) {
                    lines.add(indent + label + ":");
                    unfold((Map<?, ?>) one, indent + "– ", lines);
                }
            } else {
                lines.add(indent + label + ": " + word(value.toString()));
            }
        });
    }

    /** A fixed word in the reader's language; text that somebody wrote stays as it is. */
    private String word(String text) {
        if (!text.matches("[A-Z][A-Z0-9_]{1,40}")) {
            return text;
        }
        return find("holdings.value." + text.toLowerCase(Locale.ROOT).replace('_', '-'), text);
    }

    private String find(String code, String otherwise) {
        String found = messages.getMessage(code, null, otherwise, LocaleContextHolder.getLocale());
        return found == null ? otherwise : found;
    }
}
