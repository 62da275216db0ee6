package nl.meedoen.participants.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.people.CoachProfile;
import nl.meedoen.people.Coaches;
import nl.meedoen.people.Municipality;
import nl.meedoen.people.Organisation;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.springframework.stereotype.Component;

/** What the list of participants can be narrowed by and ordered on, and what it is narrowed by now. */
@Component
class ListChoices {

    /** More than this, and a name is typed instead. */
    private static final int MOST_COACHES = 40;

    private final Organisation organisation;
    private final Coaches coaches;
    private final Texts texts;
    private final Words words;

    ListChoices(Organisation organisation, Coaches coaches, Texts texts, Words words) {
        this.organisation = organisation;
        this.coaches = coaches;
        this.texts = texts;
        this.words = words;
    }

    /** A filter that can be taken away. */
    record Chip(String label, String href) {}

    /** Having no coach, and the coaches of the asker's locations unless there are too many to choose from. */
    List<Option> coaches(Actor actor) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("none", texts.of("participants.no-coach")));
        List<Coaches.Named> named = coaches.named(actor.locations(), MOST_COACHES + 1);
        if (named.size() <= MOST_COACHES) {
            named.forEach(coach -> options.add(new Option(coach.account().toString(), coach.name())));
        }
        return options;
    }

    /** The municipalities that the asker may choose from, by code, in the order of their names. */
    Map<String, String> municipalities(Actor actor) {
        Map<String, String> names = new TreeMap<>();
        if (actor.role() == Role.COORDINATOR) {
            actor.locations()
                    .forEach(location -> organisation
                            .servedBy(location, words.today())
                            .forEach(code ->
                                    organisation.municipality(code).ifPresent(m -> names.put(m.name(), m.code()))));
        } else if (actor.role() == Role.CLIENT_MANAGER) {
            actor.municipalities()
                    .forEach(code -> organisation.municipality(code).ifPresent(m -> names.put(m.name(), m.code())));
        }
        Map<String, String> byCode = new LinkedHashMap<>();
        names.forEach((name, code) -> byCode.put(code, name));
        return byCode;
    }

    /** What to choose from; nothing where there is no choice. */
    static List<Option> options(Map<String, String> names) {
        return names.size() < 2
                ? List.of()
                : names.entrySet().stream()
                        .map(e -> new Option(e.getKey(), e.getValue()))
                        .toList();
    }

    List<Option> rungs() {
        List<Option> options = new ArrayList<>();
        for (int rung = 1; rung <= 6; rung++) {
            options.add(new Option(String.valueOf(rung), rung + ". " + texts.of("webkit.rung." + rung)));
        }
        options.add(new Option("none", texts.of("webkit.ladder.none")));
        return options;
    }

    /** The orders; a client manager does not see contacts. */
    List<Option> sorts(boolean shared) {
        List<Option> options = new ArrayList<>();
        for (ListQuery.Sort sort : ListQuery.Sort.values()) {
            if (!shared || sort != ListQuery.Sort.CONTACT) {
                String code = sort.name().toLowerCase(Locale.ROOT);
                options.add(new Option(code, texts.of("participants.sort." + code)));
            }
        }
        return options;
    }

    /** A chip for each filter that narrows the list. */
    List<Chip> chips(ListQuery query, Map<String, String> municipalities) {
        List<Chip> chips = new ArrayList<>();
        if (query.q() != null) {
            chips.add(new Chip(texts.of("participants.chip.q", query.q()), query.with("q", null)));
        }
        if (query.coach() != null) {
            String name = "none".equals(query.coach()) ? texts.of("participants.no-coach") : coachName(query.coach());
            chips.add(new Chip(texts.of("participants.chip.coach", name), query.with("coach", null)));
        }
        if (query.municipality() != null) {
            String name = municipalities.getOrDefault(
                    query.municipality(),
                    organisation
                            .municipality(query.municipality())
                            .map(Municipality::name)
                            .orElse("?"));
            chips.add(new Chip(texts.of("participants.chip.municipality", name), query.with("municipality", null)));
        }
        if (query.rung() != null) {
            chips.add(new Chip(
                    texts.of("participants.chip.rung", "none".equals(query.rung()) ? "–" : query.rung()),
                    query.with("rung", null)));
        }
        String attention = query.chosenAttention();
        if (attention != null) {
            chips.add(new Chip(texts.of("participants.chip." + attention), query.with("attention", null)));
        }
        return chips;
    }

    private String coachName(String id) {
        try {
            return coaches.profile(AccountId.of(id)).map(CoachProfile::name).orElse("?");
        } catch (IllegalArgumentException notAnId) {
            return id; // a part of a name
        }
    }
}
