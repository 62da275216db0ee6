package nl.meedoen.plans.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A label with what it says: above a plan, and in what somebody else saved meanwhile. */
public record Fact(String labelKey, String text) {

    /** What is not there is shown as a dash. */
    public static Fact of(String labelKey, @Nullable String text) {
        return new Fact(labelKey, text == null || text.isEmpty() ? "–" : text);
    }

    /** Labels and texts by turns. */
    public static List<Fact> list(@Nullable String... labelsAndTexts) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < labelsAndTexts.length; i += 2) {
            facts.add(of(String.valueOf(labelsAndTexts[i]), labelsAndTexts[i + 1]));
        }
        return facts;
    }
}
