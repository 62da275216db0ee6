package nl.meedoen.demo.places;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.meedoen.demo.writing.Desk;
import nl.meedoen.demo.writing.Table;

/** Regions, locations and the municipalities that they serve. */
public final class Places {

    /** From here on all municipalities of the country take part, from more locations. */
    private static final int COUNTRYWIDE = 5_000;

    private static final int PEOPLE_A_LOCATION = 2_400;
    private static final int FEWEST_FURTHER_LOCATIONS = 12;

    /** The location of the accounts on the sign-in page; the order of the codes says which town is how large. */
    private static final Draft HOME = new Draft(
            "Groningen en Noord-Drenthe",
            "Groningen",
            List.of(
                    "GM0014", "GM0014", "GM0014", "GM0014", "GM0014", "GM1952", "GM1952", "GM0106", "GM0106", "GM0106",
                    "GM1969", "GM1969", "GM1730", "GM1699"));

    /** The location of the second accounts. */
    private static final Draft ELSEWHERE = new Draft(
            "Arnhem en Nijmegen", "Gelderland", List.of("GM0202", "GM0202", "GM0268", "GM0268", "GM1734", "GM0228"));

    private static final List<Draft> OTHERS = List.of(
            new Draft("Friesland", "Fryslân", List.of("GM0080", "GM0080", "GM0090", "GM0074")),
            new Draft("Zuidoost-Drenthe", "Drenthe", List.of("GM0114", "GM0114", "GM0118", "GM0109")),
            new Draft("Zwolle", "Overijssel", List.of("GM0193", "GM0193", "GM0150", "GM0166", "GM0148")),
            new Draft("Twente", "Overijssel", List.of("GM0153", "GM0153", "GM0164", "GM0141")),
            new Draft("Utrecht", "Utrecht", List.of("GM0344", "GM0344", "GM0307", "GM0355")),
            new Draft("Midden-Brabant", "Noord-Brabant", List.of("GM0855", "GM0855", "GM0758", "GM0826")));

    private static final Map<String, Set<String>> REGIONS = regions();

    private record Draft(String name, String province, List<String> codes) {}

    /** A municipality as the reference list has it. */
    public record Municipality(String code, String name, String province) {}

    private final Desk desk;
    private final Map<String, Municipality> municipalities = new LinkedHashMap<>();
    private final Map<String, UUID> regionIds = new LinkedHashMap<>();

    /** Knows all municipalities of the country. */
    public Places(Desk desk, List<Municipality> all) {
        this.desk = desk;
        all.forEach(municipality -> municipalities.put(municipality.code(), municipality));
    }

    /** Lays out locations for so many participants; the first is the home of the demo accounts, the second elsewhere. */
    public List<Place> layOut(int participants) {
        REGIONS.keySet().forEach(name -> {
            UUID id = desk.id();
            regionIds.put(name, id);
            desk.add(Table.REGION, id, name, Math.max(10, participants * 9 / 20));
        });
        List<Draft> drafts = new ArrayList<>(List.of(HOME, ELSEWHERE));
        drafts.addAll(OTHERS);
        if (participants >= COUNTRYWIDE) {
            drafts.addAll(further(participants));
        }
        int atHome = participants <= 2_000 ? participants * 2 / 5 : Math.max(800, participants / 20);
        int elsewhere = participants - atHome;
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            int others = drafts.size() - 1;
            int here = i == 0 ? atHome : elsewhere / others + (i <= elsewhere % others ? 1 : 0);
            places.add(place(drafts.get(i), here));
        }
        return places;
    }

    /** The social service that works for the municipalities of a location. */
    public static UUID serviceOf(UUID location) {
        return UUID.nameUUIDFromBytes(("social service of " + location).getBytes(StandardCharsets.UTF_8));
    }

    private Place place(Draft draft, int participants) {
        UUID id = desk.id();
        UUID region = region(draft.province());
        UUID service = serviceOf(id);
        desk.add(Table.LOCATION, id, region, draft.name());
        desk.add(Table.SOCIAL_SERVICE, service, "Sociale dienst " + draft.name() + " (demo)");
        for (String code : new LinkedHashSet<>(draft.codes())) {
            desk.add(Table.LOCATION_MUNICIPALITY, id, code, desk.today().minusYears(2));
            desk.add(
                    Table.SOCIAL_SERVICE_MUNICIPALITY,
                    service,
                    code,
                    desk.today().minusYears(2));
        }
        List<Place.Town> towns = draft.codes().stream()
                .map(code -> new Place.Town(code, municipality(code).name()))
                .toList();
        return new Place(
                id,
                region,
                draft.name(),
                participants,
                towns,
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new java.util.HashMap<>());
    }

    /** Locations for the municipalities that the first eight do not serve, neighbours in the list together. */
    private List<Draft> further(int participants) {
        Set<String> served = new LinkedHashSet<>(HOME.codes());
        served.addAll(ELSEWHERE.codes());
        OTHERS.forEach(draft -> served.addAll(draft.codes()));
        List<Municipality> rest = municipalities.values().stream()
                .filter(municipality -> !served.contains(municipality.code()))
                .sorted(java.util.Comparator.comparing(Municipality::province).thenComparing(Municipality::code))
                .toList();
        int locations = Math.max(FEWEST_FURTHER_LOCATIONS, participants / PEOPLE_A_LOCATION);
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < locations; i++) {
            List<Municipality> here = rest.subList(rest.size() * i / locations, rest.size() * (i + 1) / locations);
            drafts.add(new Draft(
                    here.get(0).name() + " en omgeving",
                    here.get(0).province(),
                    here.stream().map(Municipality::code).toList()));
        }
        return drafts;
    }

    private Municipality municipality(String code) {
        Municipality known = municipalities.get(code);
        if (known == null) {
            throw new IllegalStateException("no municipality " + code);
        }
        return known;
    }

    private UUID region(String province) {
        for (Map.Entry<String, Set<String>> region : REGIONS.entrySet()) {
            UUID id = regionIds.get(region.getKey());
            if (region.getValue().contains(province) && id != null) {
                return id;
            }
        }
        throw new IllegalStateException("no region for " + province);
    }

    private static Map<String, Set<String>> regions() {
        Map<String, Set<String>> regions = new LinkedHashMap<>();
        regions.put("Noord", Set.of("Groningen", "Drenthe", "Fryslân"));
        regions.put("Oost", Set.of("Overijssel", "Gelderland", "Flevoland"));
        regions.put(
                "West en Zuid",
                Set.of("Utrecht", "Noord-Holland", "Zuid-Holland", "Zeeland", "Noord-Brabant", "Limburg"));
        return regions;
    }
}
