package nl.meedoen.demo.places;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.meedoen.demo.places.Place.Town;
import nl.meedoen.demo.writing.Desk;
import nl.meedoen.demo.writing.Dice;
import nl.meedoen.demo.writing.Phrases.EmployerPhrase;
import nl.meedoen.demo.writing.Table;
import nl.meedoen.placements.EventKind;
import nl.meedoen.placements.OpeningKind;
import nl.meedoen.placements.OpeningState;
import nl.meedoen.placements.SizeBand;

/** Makes employers up, and what they offer. */
public final class Employers {

    /** One employer for so many participants. */
    private static final int PARTICIPANTS_AN_EMPLOYER = 5;

    private static final int FEWEST = 8;

    private static final Map<String, String> WORK = Map.ofEntries(
            Map.entry("A", "Medewerker groen en teelt"),
            Map.entry("C", "Medewerker productie"),
            Map.entry("E", "Medewerker milieustraat"),
            Map.entry("F", "Hulp in de bouw en installatie"),
            Map.entry("G", "Medewerker winkel"),
            Map.entry("H", "Medewerker magazijn"),
            Map.entry("I", "Hulp in de keuken"),
            Map.entry("J", "Medewerker computerhulp"),
            Map.entry("K", "Medewerker administratie"),
            Map.entry("L", "Medewerker onderhoud woningen"),
            Map.entry("M", "Medewerker kantoor"),
            Map.entry("N", "Medewerker schoonmaak"),
            Map.entry("O", "Gastvrouw of gastheer balie"),
            Map.entry("P", "Hulp in de klas"),
            Map.entry("Q", "Medewerker zorg en welzijn"),
            Map.entry("R", "Medewerker sport en cultuur"),
            Map.entry("S", "Medewerker werkplaats"));

    private static final List<String> CONTACTS =
            List.of("Anja", "Peter", "Saskia", "Ron", "Marja", "Edwin", "Irma", "Leo");
    private static final List<String> LAST = List.of("Voorbeeld", "Proef", "Fictief", "Verzonnen", "Oefening");
    private static final List<String> FUNCTIONS =
            List.of("Eigenaar", "Leidinggevende", "Personeelszaken", "Praktijkbegeleider");
    private static final List<String> EVENTS = List.of(
            "Kennisgemaakt. Ze willen graag een keer een groep ontvangen.",
            "Gebeld over een proefplaats. Er is ruimte na de zomer.",
            "Bezoek gebracht aan de werkplek. Er is een vaste begeleider.",
            "Afgesproken dat we elk kwartaal bellen.",
            "Ze zoeken iemand voor drie ochtenden per week.");

    private record Employer(UUID id, String sector, Town town) {}

    /** A place with an employer that somebody can still take. */
    public static final class Offer {
        public final UUID id;
        public final UUID employer;
        public final OpeningKind kind;
        private int left;

        private Offer(UUID id, UUID employer, OpeningKind kind, int left) {
            this.id = id;
            this.employer = employer;
            this.kind = kind;
            this.left = left;
        }

        /** Somebody takes one of its places. */
        public void take() {
            left--;
        }
    }

    private final Desk desk;
    private final Dice dice;
    private final List<Employer> here = new ArrayList<>();
    private final Map<OpeningKind, List<Offer>> offers = new EnumMap<>(OpeningKind.class);
    private UUID region = new UUID(0, 0);
    private int count;

    /** None yet. */
    public Employers(Desk desk, Dice dice) {
        this.desk = desk;
        this.dice = dice;
    }

    /** Settles employers around a place; those of the place before are forgotten. */
    public void settle(Place place) {
        here.clear();
        offers.clear();
        region = place.region();
        List<EmployerPhrase> names = desk.phrases().employerNames();
        int number = Math.max(FEWEST, place.participants() / PARTICIPANTS_AN_EMPLOYER);
        for (int i = 0; i < number; i++) {
            EmployerPhrase phrase = names.get(count % names.size());
            int round = count / names.size();
            Town town = dice.one(place.towns());
            // From the second round on each name is used again, in another town.
            String name = round == 0 ? phrase.name() : phrase.name() + " " + town.name() + " " + (round + 1);
            UUID id = desk.id();
            LocalDate since = desk.today().minusDays(dice.between(100, 700));
            desk.add(
                    Table.EMPLOYER,
                    id,
                    place.region(),
                    name,
                    folded(name),
                    "99%06d".formatted(count),
                    phrase.sbi(),
                    SizeBand.values()[dice.weighted(35, 40, 18, 7)],
                    "Bedrijfsweg " + dice.between(1, 90),
                    town.name(),
                    town.code(),
                    null,
                    desk.at(since, 10, 0));
            relation(place, id, since);
            here.add(new Employer(id, phrase.sbi(), town));
            count++;
        }
    }

    private void relation(Place place, UUID employer, LocalDate since) {
        desk.add(
                Table.CONTACT_PERSON,
                desk.id(),
                employer,
                dice.one(CONTACTS) + " " + dice.one(LAST),
                dice.one(FUNCTIONS),
                "+3160000%04d".formatted((count * 53) % 10_000),
                "contact@bedrijf" + (count + 1) + ".example");
        for (int i = 0; i < dice.between(1, 2); i++) {
            LocalDate on = Desk.workday(since.plusDays(dice.between(0, 95)));
            desk.add(
                    Table.EMPLOYER_EVENT,
                    desk.id(),
                    employer,
                    on,
                    EventKind.values()[dice.weighted(40, 30, 15, 10, 5)],
                    desk.seal(dice.one(EVENTS)),
                    dice.one(place.coordinators()).id(),
                    desk.at(on, 15, 0));
        }
    }

    /** An offer of this kind with a place left; where there is none, an employer makes one. */
    public Offer offer(OpeningKind kind, LocalDate on) {
        List<Offer> known = offers.computeIfAbsent(kind, k -> new ArrayList<>());
        known.removeIf(offer -> offer.left <= 0);
        if (!known.isEmpty() && dice.chance(0.7)) {
            return dice.one(known);
        }
        Offer offer = open(kind, Desk.workday(on.minusDays(dice.between(3, 30))));
        known.add(offer);
        return offer;
    }

    /** Some more that nobody took yet. */
    public void offerMore(Place place) {
        for (int i = 0; i < 4 + place.participants() / 20; i++) {
            OpeningKind kind = OpeningKind.values()[dice.weighted(6, 8, 22, 14, 10, 20, 10, 6, 4, 4)];
            open(kind, Desk.workday(desk.today().minusDays(dice.between(3, 60))));
        }
    }

    private Offer open(OpeningKind kind, LocalDate on) {
        Employer employer = dice.one(here);
        int places = kind.outcome() ? dice.between(1, 4) : dice.between(6, 20);
        String title = title(kind, employer.sector());
        UUID id = desk.id();
        LocalDate from = dice.chance(0.4) ? Desk.workday(on.plusDays(dice.between(10, 40))) : null;
        desk.add(
                Table.OPENING,
                id,
                employer.id(),
                region,
                kind,
                title,
                folded(title),
                "Begeleiding door een vaste collega. Kom gerust eerst kijken.",
                places,
                from,
                kind.outcome() ? dice.between(4, 9) * 4 : null,
                employer.town().code(),
                OpeningState.OPEN,
                on.isAfter(desk.today()) ? desk.today() : on);
        return new Offer(id, employer.id(), kind, places);
    }

    private static String title(OpeningKind kind, String sector) {
        String work = WORK.getOrDefault(sector, "Medewerker");
        return switch (kind) {
            case MOCK_INTERVIEW -> "Proefgesprek: " + work.toLowerCase(Locale.ROOT);
            case WORK_VISIT -> "Een ochtend kijken: " + work.toLowerCase(Locale.ROOT);
            case EDUCATION -> "Korte opleiding: " + work.toLowerCase(Locale.ROOT);
            case OTHER_ACTIVITY -> "Meedoen in een vaste groep";
            default -> work;
        };
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
