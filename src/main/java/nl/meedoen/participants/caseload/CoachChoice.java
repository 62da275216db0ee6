package nl.meedoen.participants.caseload;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.participants.Caseload;
import nl.meedoen.people.CoachProfile;
import nl.meedoen.people.Coaches;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/**
 * A coach chosen by typing a part of the name: the browser looks in the list by itself, and what was typed is understood
 * here, so that it works without JavaScript too.
 */
@Component
public class CoachChoice {

    private static final int MOST_NAMED = 5;

    private final Coaches coaches;
    private final Caseload caseload;
    private final Texts texts;

    CoachChoice(Coaches coaches, Caseload caseload, Texts texts) {
        this.coaches = coaches;
        this.caseload = caseload;
        this.texts = texts;
    }

    /** The coaches of the actor's locations, each with the number of participants; the labels all differ. */
    public List<Option> options(Actor actor, @Nullable AccountId except) {
        return labels(actor).entrySet().stream()
                .filter(each -> !each.getValue().account().equals(except))
                .map(each -> new Option(each.getValue().account().toString(), each.getKey()))
                .toList();
    }

    /**
     * The coach that was meant: an account, a label, a name or a part of one. What is none or several becomes an error at
     * the field; nothing typed is null without one.
     */
    public @Nullable AccountId find(Actor actor, @Nullable String typed, String field, Errors errors) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        Map<String, CoachProfile> labels = labels(actor);
        String said = fold(typed);
        for (Map.Entry<String, CoachProfile> each : labels.entrySet()) {
            if (each.getValue().account().toString().equals(typed.strip())
                    || fold(each.getKey()).equals(said)) {
                return each.getValue().account();
            }
        }
        // the number behind the name may have changed since the list was shown
        String name = fold(typed.replaceAll("\\s*\\(.*$", ""));
        List<Map.Entry<String, CoachProfile>> meant = labels.entrySet().stream()
                .filter(each -> fold(each.getValue().name()).equals(name))
                .toList();
        if (meant.isEmpty()) {
            meant = labels.entrySet().stream()
                    .filter(each -> fold(each.getValue().name()).contains(name))
                    .toList();
        }
        if (meant.size() == 1) {
            return meant.get(0).getValue().account();
        }
        String named = meant.stream().limit(MOST_NAMED).map(Map.Entry::getKey).collect(Collectors.joining(", "));
        errors.rejectValue(
                field,
                meant.isEmpty() ? "coach-choice.nobody" : "coach-choice.several",
                new Object[] {typed.strip(), named},
                null);
        return null;
    }

    private Map<String, CoachProfile> labels(Actor actor) {
        List<CoachProfile> all = coaches.profilesAt(actor.locations());
        Map<AccountId, Integer> counts =
                caseload.countsOf(all.stream().map(CoachProfile::account).toList());
        Map<String, CoachProfile> labels = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        for (CoachProfile coach : all) {
            String label =
                    texts.of("bulk.coach", coach.name(), counts.getOrDefault(coach.account(), 0), coach.capacity());
            long before = names.stream().filter(coach.name()::equals).count();
            labels.put(before == 0 ? label : label + " · " + (before + 1), coach);
            names.add(coach.name());
        }
        return labels;
    }

    private static String fold(String text) {
        return Normalizer.normalize(text.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("\\s+", " ");
    }
}
