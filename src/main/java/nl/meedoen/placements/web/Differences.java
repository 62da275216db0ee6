package nl.meedoen.placements.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Texts;
import org.jspecify.annotations.Nullable;

/** What somebody else saved while a form was open, field by field, where it is not what was typed. */
final class Differences {

    private final Texts texts;
    private final List<Option> found = new ArrayList<>();

    Differences(Texts texts) {
        this.texts = texts;
    }

    void add(String labelKey, @Nullable Object mine, @Nullable Object theirs) {
        if (!Objects.equals(mine, theirs)) {
            found.add(new Option(theirs == null ? "–" : theirs.toString(), texts.of(labelKey)));
        }
    }

    /** Each with the other's text as its value. */
    List<Option> list() {
        return List.copyOf(found);
    }
}
