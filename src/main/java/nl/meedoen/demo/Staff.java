package nl.meedoen.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.meedoen.access.Role;
import nl.meedoen.demo.accounts.DemoAccounts;
import nl.meedoen.demo.places.Place;
import nl.meedoen.demo.places.Place.Colleague;
import nl.meedoen.demo.places.Places;
import nl.meedoen.demo.writing.Desk;
import nl.meedoen.demo.writing.Dice;
import nl.meedoen.demo.writing.Table;
import nl.meedoen.people.Sectors;
import org.jspecify.annotations.Nullable;

/** Accounts: those on the sign-in page and all other people who work in the programme. Their surnames say they are made up. */
final class Staff {

    private static final List<String> FIRST = List.of(
            "Marloes",
            "Wim",
            "Ineke",
            "Joost",
            "Fatma",
            "Henk",
            "Sanne",
            "Piet",
            "Karin",
            "Ruben",
            "Anouk",
            "Gerrit",
            "Leila",
            "Bas",
            "Tineke",
            "Omar",
            "Els",
            "Jeroen",
            "Hanneke",
            "Dirk",
            "Noor",
            "Kees",
            "Willemijn",
            "Hassan",
            "Greet",
            "Tom",
            "Jantje",
            "Bert",
            "Yasmina",
            "Arjen",
            "Corrie",
            "Freek",
            "Lotte",
            "Sjoerd",
            "Maaike",
            "Theo",
            "Anneke",
            "Rik",
            "Samira",
            "Hans",
            "Femke",
            "Gijs",
            "Trijntje",
            "Erik",
            "Naima",
            "Jan",
            "Roos",
            "Klaas",
            "Petra",
            "Daan",
            "Wietske",
            "Ali",
            "Mieke",
            "Sven",
            "Hilde",
            "Koen",
            "Rianne",
            "Teun",
            "Zeynep",
            "Frits",
            "Janneke",
            "Luuk",
            "Aafke",
            "Mo",
            "Betty",
            "Niels",
            "Dineke",
            "Pim",
            "Sahar",
            "Wouter");
    private static final List<String> LAST = List.of("Demo", "Voorbeeld", "Proef", "Fictief", "Verzonnen", "Oefening");
    private static final List<String> LANGUAGES = List.of("ar", "ti", "fa", "prs", "tr", "ku", "so", "uk", "en");
    private static final List<String> TIMES = List.of(
            "Dinsdag- en donderdagmiddag",
            "Woensdag hele dag",
            "Doordeweeks na vijf uur",
            "Maandag en vrijdag",
            "In overleg");

    private final Desk desk;
    private final Dice dice;
    private final String passwordHash;
    private int people;

    Staff(Desk desk, Dice dice, String passwordHash) {
        this.desk = desk;
        this.dice = dice;
        this.passwordHash = passwordHash;
    }

    /** Opens all accounts and gives each place its people. */
    void hire(List<Place> places, int participants) {
        account(Role.NATIONAL_LEAD, DemoAccounts.NATIONAL_LEAD);
        account(Role.ADMINISTRATOR, DemoAccounts.ADMINISTRATOR);
        int coaches = Math.max(60, participants / 10);
        int given = 0;
        int before = 0;
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            before += place.participants();
            int until = (int) ((long) coaches * before / participants);
            coordinators(place, i);
            trainers(place, i);
            coaches(place, i, Math.max(2, until - given));
            clientManagers(place, i);
            given = until;
        }
    }

    private void coordinators(Place place, int index) {
        String first = index == 0 ? DemoAccounts.COORDINATOR : index == 1 ? DemoAccounts.COORDINATOR_2 : null;
        for (int i = 0; i < (place.participants() > 150 ? 2 : 1); i++) {
            Colleague colleague = account(Role.COORDINATOR, i == 0 ? first : null);
            desk.add(Table.ACCOUNT_LOCATION, colleague.id(), place.id());
            place.coordinators().add(colleague);
        }
    }

    private void trainers(Place place, int index) {
        String first = index == 0 ? DemoAccounts.TRAINER : index == 1 ? DemoAccounts.TRAINER_2 : null;
        for (int i = 0; i < Math.max(1, place.participants() / 60); i++) {
            Colleague colleague = account(Role.TRAINER, i == 0 ? first : null);
            desk.add(Table.ACCOUNT_LOCATION, colleague.id(), place.id());
            place.trainers().add(colleague);
        }
    }

    private void coaches(Place place, int index, int number) {
        String first = index == 0 ? DemoAccounts.COACH : index == 1 ? DemoAccounts.COACH_2 : null;
        for (int i = 0; i < number; i++) {
            Colleague account = account(Role.COACH, i == 0 ? first : null);
            List<String> languages = languages();
            List<String> spoken = new ArrayList<>(languages);
            spoken.add(0, "nl");
            // One certificate has run out and a few soon will: the coach's page says so.
            int vogDays = i == 5 ? 1_130 : i % 9 == 4 ? 1_075 : dice.between(40, 900);
            desk.add(
                    Table.COACH_PROFILE,
                    account.id(),
                    place.id(),
                    dice.one(place.towns()).code(),
                    spoken,
                    sectors(),
                    first != null && i == 0 ? 8 : dice.between(4, 9),
                    dice.one(TIMES),
                    desk.today().minusDays(vogDays),
                    desk.today().minusDays(vogDays).plusYears(3),
                    desk.seal(dice.chance(0.4) ? "Kent een paar bedrijven in de buurt en de sportvereniging." : null));
            place.coaches().add(new Colleague(account.id(), account.name(), languages));
        }
    }

    private void clientManagers(Place place, int index) {
        List<String> codes =
                place.towns().stream().map(Place.Town::code).distinct().toList();
        if (index == 0) {
            Colleague first = account(Role.CLIENT_MANAGER, DemoAccounts.CLIENT_MANAGER);
            employ(place, first, "ISD Groningen en Assen", List.of("GM0014", "GM1952", "GM0106"));
            Colleague second = account(Role.CLIENT_MANAGER, null);
            employ(place, second, "ISD Noordenveld en omstreken", List.of("GM1969", "GM1730", "GM1699"));
        } else {
            Colleague one = account(Role.CLIENT_MANAGER, index == 1 ? DemoAccounts.CLIENT_MANAGER_2 : null);
            desk.add(
                    Table.ACCOUNT_SOCIAL_SERVICE,
                    one.id(),
                    Places.serviceOf(place.id()),
                    desk.today().minusYears(2));
            codes.forEach(code -> place.clientManagers().putIfAbsent(code, one));
        }
    }

    /** What this client manager serves follows from the social service. */
    private void employ(Place place, Colleague manager, String service, List<String> codes) {
        UUID id = AfterRows.made("service", manager.id());
        LocalDate since = desk.today().minusYears(2);
        desk.add(Table.SOCIAL_SERVICE, id, service + " (demo)");
        for (String code : codes) {
            desk.add(Table.SOCIAL_SERVICE_MUNICIPALITY, id, code, since);
            place.clientManagers().putIfAbsent(code, manager);
        }
        desk.add(Table.ACCOUNT_SOCIAL_SERVICE, manager.id(), id, since);
    }

    private Colleague account(Role role, @Nullable String email) {
        UUID id = desk.id();
        int n = people++;
        int round = n / (FIRST.size() * LAST.size());
        String name = FIRST.get(n % FIRST.size()) + " "
                + LAST.get((n + n / FIRST.size()) % LAST.size())
                + (round == 0 ? "" : " " + (round + 1));
        desk.add(
                Table.ACCOUNT,
                id,
                email == null ? "medewerker%04d@demo.example".formatted(n) : email,
                name,
                "nl",
                "ACTIVE",
                desk.at(desk.today().minusDays(dice.between(560, 720)), 9, 0));
        desk.add(Table.ACCOUNT_ROLE, id, role);
        desk.add(Table.CREDENTIAL, id, passwordHash, desk.at(desk.today().minusDays(30), 9, 0));
        return new Colleague(id, name, List.of());
    }

    private List<String> languages() {
        Set<String> languages = java.util.stream.IntStream.range(0, dice.between(1, 3))
                .mapToObj(i -> LANGUAGES.get(dice.weighted(30, 14, 9, 9, 8, 6, 4, 4, 40)))
                .collect(Collectors.toCollection(java.util.TreeSet::new));
        return List.copyOf(languages);
    }

    private List<String> sectors() {
        return java.util.stream.IntStream.range(0, dice.between(1, 3))
                .mapToObj(i -> dice.one(Sectors.CODES))
                .distinct()
                .sorted()
                .toList();
    }
}
