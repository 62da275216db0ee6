package nl.meedoen.plans.outline;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.meedoen.plans.StepOwner;
import org.jspecify.annotations.Nullable;

/**
 * Steps as lines of text: "Coach: een taalmaatje zoeken (3)" is a step for the coach, due three weeks after the beginning.
 * Whoever writes ten steps types ten lines and nothing else.
 */
final class StepLines {

    static final int LONGEST = 200;
    private static final int MOST_WEEKS = 156;
    private static final Pattern WEEKS = Pattern.compile("^(.*\\S)\\s*\\((\\d{1,3})\\)$");
    private static final Pattern OWNER =
            Pattern.compile("^(coach|gemeente|municipality)\\s*:\\s*(.*\\S)$", Pattern.CASE_INSENSITIVE);

    private StepLines() {}

    static List<OutlineGoal.Step> read(@Nullable String text) {
        return text == null
                ? List.of()
                : text.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .map(StepLines::step)
                        .toList();
    }

    private static OutlineGoal.Step step(String line) {
        String title = line;
        Integer weeks = null;
        Matcher when = WEEKS.matcher(title);
        if (when.matches() && inReach(Integer.parseInt(when.group(2)))) {
            title = when.group(1);
            weeks = Integer.valueOf(when.group(2));
        }
        StepOwner owner = StepOwner.PARTICIPANT;
        Matcher who = OWNER.matcher(title);
        if (who.matches()) {
            title = who.group(2);
            owner = who.group(1).toLowerCase(Locale.ROOT).equals("coach") ? StepOwner.COACH : StepOwner.MUNICIPALITY;
        }
        return new OutlineGoal.Step(title, owner, weeks);
    }

    private static boolean inReach(int weeks) {
        return weeks > 0 && weeks <= MOST_WEEKS;
    }

    static boolean tooLong(@Nullable String text) {
        return read(text).stream().anyMatch(step -> step.title().length() > LONGEST);
    }

    static String write(List<OutlineGoal.Step> steps) {
        return steps.stream().map(StepLines::line).collect(Collectors.joining("\n"));
    }

    private static String line(OutlineGoal.Step step) {
        String who = switch (step.owner()) {
            case PARTICIPANT -> "";
            case COACH -> "Coach: ";
            case MUNICIPALITY -> "Gemeente: ";
        };
        return who + step.title() + (step.weeks() == null ? "" : " (" + step.weeks() + ")");
    }
}
