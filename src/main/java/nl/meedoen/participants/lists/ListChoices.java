package nl.meedoen.participants.lists;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Permission;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.LanguageNames;
import nl.meedoen.participants.Phase;
import nl.meedoen.people.CoachProfile;
import nl.meedoen.people.Coaches;
import nl.meedoen.people.Municipality;
import nl.meedoen.people.Organisation;
import nl.meedoen.people.SpokenLanguages;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import nl.meedoen.webkit.view.Chip;
import org.springframework.context.i18n.LocaleContextHolder;
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

    /**
     * What a reader may choose from; a list is empty where there is no choice.
     *
     * @param columns those that the role may see, with the slug as the value
     */
    public record Offer(
            List<Option> coaches,
            List<Option> municipalities,
            List<Option> rungs,
            List<Option> languages,
            List<Option> contacts,
            List<Option> sharing,
            List<Option> phases,
            List<Option> columns,
            List<Option> sorts) {}

    Offer offer(Actor actor, Map<String, String> municipalities) {
        Role role = actor.role();
        boolean contacts = ListColumn.open(role).contains(ListColumn.LAST_CONTACT);
        return new Offer(
                actor.may(Permission.COACHES_VIEW) ? coaches(actor) : List.of(),
                options(municipalities),
                rungs(),
                role == Role.CLIENT_MANAGER ? List.of() : languages(),
                contacts ? contacts() : List.of(),
                contacts
                        ? List.of(
                                new Option("yes", texts.of("participants.sharing.yes")),
                                new Option("no", texts.of("participants.sharing.no")))
                        : List.of(),
                Arrays.stream(Phase.values())
                        .map(phase -> new Option(ListQuery.slug(phase), texts.of(phase)))
                        .toList(),
                ListColumn.open(role).stream()
                        .map(column -> new Option(column.slug(), heading(role, column)))
                        .toList(),
                sorts(contacts));
    }

    /** The heading of a column, as this role reads it. */
    String heading(Role role, ListColumn column) {
        return texts.of(
                role == Role.CLIENT_MANAGER && column == ListColumn.PLACEMENT
                        ? "participants.column.progress"
                        : "participants.column." + column.slug());
    }

    private static List<Option> languages() {
        Locale reader = LocaleContextHolder.getLocale();
        Collator order = Collator.getInstance(reader);
        return Stream.concat(SpokenLanguages.CODES.stream(), Stream.of("ku"))
                .filter(code -> !"nl".equals(code))
                .map(code -> new Option(code, LanguageNames.of(code, reader)))
                .sorted(Comparator.comparing(Option::label, order))
                .toList();
    }

    private List<Option> contacts() {
        List<Option> options = new ArrayList<>();
        ListQuery.SILENCES.forEach(
                days -> options.add(new Option(days, texts.of("participants.contact.longer", Integer.valueOf(days)))));
        options.add(new Option(ListQuery.NEVER, texts.of("participants.contact.never")));
        return options;
    }

    /** Having no coach, and the coaches of the asker's locations unless there are too many to choose from. */
    private List<Option> coaches(Actor actor) {
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
                            .reachedBy(location, words.today())
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
    private static List<Option> options(Map<String, String> names) {
        return names.size() < 2
                ? List.of()
                : names.entrySet().stream()
                        .map(e -> new Option(e.getKey(), e.getValue()))
                        .toList();
    }

    private List<Option> rungs() {
        List<Option> options = new ArrayList<>();
        for (int rung = 1; rung <= 6; rung++) {
            options.add(new Option(String.valueOf(rung), rung + ". " + texts.of("webkit.rung." + rung)));
        }
        options.add(new Option("none", texts.of("webkit.ladder.none")));
        return options;
    }

    /** The orders; not everybody knows of contacts. */
    private List<Option> sorts(boolean contacts) {
        List<Option> options = new ArrayList<>();
        for (ListQuery.Sort sort : ListQuery.Sort.values()) {
            if (contacts || sort != ListQuery.Sort.CONTACT) {
                String code = sort.name().toLowerCase(Locale.ROOT);
                options.add(new Option(code, texts.of("participants.sort." + code)));
            }
        }
        return options;
    }

    /** A chip for each filter that narrows the list. */
    List<Chip> chips(ListQuery query, Map<String, String> municipalities) {
        List<Chip> chips = new ArrayList<>();
        Phase phase = query.phase();
        if (phase != null) {
            chips.add(new Chip(texts.of("participants.chip.phase", texts.of(phase)), query.with("status", null)));
        }
        if (query.q() != null) {
            chips.add(new Chip(texts.of("participants.chip.q", query.q()), query.with("q", null)));
        }
        if (query.coach() != null) {
            String name =
                    ListQuery.NONE.equals(query.coach()) ? texts.of("participants.no-coach") : coachName(query.coach());
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
        String rung = query.chosenRung();
        if (rung != null) {
            chips.add(new Chip(
                    texts.of("participants.chip.rung", ListQuery.NONE.equals(rung) ? "–" : rung),
                    query.with("rung", null)));
        }
        if (query.language() != null) {
            String name = LanguageNames.of(query.language(), LocaleContextHolder.getLocale());
            chips.add(new Chip(texts.of("participants.chip.language", name), query.with("language", null)));
        }
        String contact = query.chosenContact();
        if (contact != null) {
            String words = ListQuery.NEVER.equals(contact)
                    ? texts.of("participants.chip.never")
                    : texts.of("participants.chip.contact", Integer.valueOf(contact));
            chips.add(new Chip(words, query.with("contact", null)));
        }
        String sharing = query.chosenSharing();
        if (sharing != null) {
            chips.add(new Chip(texts.of("participants.chip.sharing-" + sharing), query.with("sharing", null)));
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
