package nl.meedoen.participants.sections.records;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meedoen.participants.reference.CountryAndLanguage;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says what is known in the reader's language; nothing for what is not known. */
@Component
public class Say {

    private static final int MONTHS_IN_DAYS = 60;

    private final Texts texts;
    private final Words words;

    Say(Texts texts, Words words) {
        this.texts = texts;
        this.words = words;
    }

    public String text(String code, Object... args) {
        return texts.of(code, args);
    }

    public @Nullable String word(@Nullable Enum<?> constant) {
        return constant == null ? null : texts.of(Texts.code(constant));
    }

    public @Nullable String list(List<? extends Enum<?>> constants) {
        return constants.isEmpty()
                ? null
                : constants.stream().map(c -> texts.of(Texts.code(c))).collect(Collectors.joining(", "));
    }

    public @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : words.fullDate(day);
    }

    public @Nullable String yesNo(@Nullable Boolean yes) {
        return yes == null ? null : texts.of(yes ? "participants.yes" : "participants.no");
    }

    public @Nullable String country(@Nullable String code) {
        return code == null ? null : CountryAndLanguage.lists().countryName(code, LocaleContextHolder.getLocale());
    }

    /** "from 1 May 2024 until 1 May 2027", or what is known of it. */
    public @Nullable String period(@Nullable LocalDate from, @Nullable LocalDate until) {
        if (from == null) {
            return until == null ? null : texts.of("sections.until", words.fullDate(until));
        }
        return until == null
                ? texts.of("participants.since", words.fullDate(from))
                : texts.of("participants.from-until", words.fullDate(from), words.fullDate(until));
    }

    /** The day, and how far it still is: "15 May 2027 (5 months left)". */
    public @Nullable String countdown(@Nullable LocalDate end) {
        if (end == null) {
            return null;
        }
        long days = ChronoUnit.DAYS.between(words.today(), end);
        long months = ChronoUnit.MONTHS.between(words.today(), end);
        String left = days < 0
                ? texts.of("sections.term-over")
                : days < MONTHS_IN_DAYS
                        ? texts.of("sections.days-left", days)
                        : texts.of("sections.months-left", months);
        return texts.of("sections.with-note", words.fullDate(end), left);
    }

    /** What is known of several things, behind each other; null when nothing is. */
    public @Nullable String joined(@Nullable String... parts) {
        String text = Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(" · "));
        return text.isEmpty() ? null : text;
    }

    public LocalDate today() {
        return words.today();
    }
}
