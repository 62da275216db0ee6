package nl.meedoen.plans.dream;

import java.util.List;
import nl.meedoen.kernel.LanguageLevel;
import nl.meedoen.participants.brought.Brought;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in the reader's language what an occupation takes, what somebody has of it, and what there is to do. */
@Component
class GapWords {

    private static final int LONGEST_TITLE = 200;

    private final Texts texts;
    private final Words words;

    GapWords(Texts texts, Words words) {
        this.texts = texts;
        this.words = words;
    }

    /** The goal that leads to this occupation. */
    String goal(String occupation) {
        return cut(texts.of("dream.goal", occupation));
    }

    /** The step that closes a gap. */
    String step(Gap gap, Demand takes) {
        return cut(
                switch (gap.kind()) {
                    case LANGUAGE -> texts.of("dream.step.language", display(takes.language()));
                    case DIPLOMA -> texts.of("dream.step.diploma", diploma(takes));
                    case VALUATION -> texts.of("dream.step.valuation");
                    case LICENCE -> texts.of("dream.step.licence", gap.detail());
                    case REGISTRATION ->
                        takes.register() == null
                                ? texts.of("dream.step.registration")
                                : texts.of("dream.step.registration-at", takes.register());
                });
    }

    /** What the occupation takes. */
    String takes(Gap gap, Demand takes) {
        return switch (gap.kind()) {
            case LANGUAGE -> display(takes.language());
            case DIPLOMA -> diploma(takes);
            case VALUATION -> texts.of("dream.takes.valuation");
            case LICENCE -> texts.of("dream.licence", gap.detail());
            case REGISTRATION -> takes.register() == null ? texts.of("dream.takes.registration") : takes.register();
        };
    }

    /** What is there of it. */
    String has(Gap gap, Demand takes, Brought has) {
        return switch (gap.kind()) {
            case LANGUAGE ->
                has.dutch() == null
                        ? texts.of("dream.has.nothing")
                        : texts.of("dream.has.language", display(has.dutch()), words.fullDate(has.measuredOn()));
            case DIPLOMA -> school(takes, has);
            case VALUATION -> valuation(takes, has);
            case LICENCE ->
                has.licences().isEmpty()
                        ? texts.of("dream.has.no-licence")
                        : texts.of("dream.has.licences", String.join(", ", has.licences()));
            case REGISTRATION -> texts.of("dream.has.registration");
        };
    }

    private String school(Demand takes, Brought has) {
        List<Brought.School> all = has.schools();
        if (all.isEmpty()) {
            return texts.of("dream.has.nothing");
        }
        Brought.School best = counted(takes, has);
        Brought.School shown = best == null ? all.get(0) : best;
        String level = texts.of("sections.isced." + shown.level());
        String said = shown.title() == null ? level : shown.title() + " – " + level;
        return shown.diploma() ? said : texts.of("dream.has.no-diploma", said);
    }

    private String valuation(Demand takes, Brought has) {
        Brought.School best = counted(takes, has);
        if (best == null || !best.valued()) {
            return texts.of(
                    best != null && best.requested() ? "dream.has.valuation-requested" : "dream.has.no-valuation");
        }
        return best.valuedAs() == null ? texts.of("dream.has.valued") : best.valuedAs();
    }

    private static Brought.@Nullable School counted(Demand takes, Brought has) {
        return takes.diplomaLevel() == null ? null : Gap.best(takes.diplomaLevel(), has.schools());
    }

    private String diploma(Demand takes) {
        String level = texts.of("sections.isced." + takes.diplomaLevel());
        return takes.diploma() == null ? level : takes.diploma() + " – " + level;
    }

    private static String display(@Nullable LanguageLevel level) {
        return level == null ? "" : level.display();
    }

    private static String cut(String title) {
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE);
    }
}
