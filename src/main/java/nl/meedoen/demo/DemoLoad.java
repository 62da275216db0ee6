package nl.meedoen.demo;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.meedoen.demo.Place.Colleague;
import nl.meedoen.participants.Registration;

/** Writes a whole programme: everybody of every place, in groups of about twelve. */
final class DemoLoad {

    private static final int GROUP = 12;

    /** The programme runs since so many days: a year and a half. */
    private static final int DAYS = 540;

    private final Desk desk;
    private final Newcomers newcomers = new Newcomers();
    private final Story.Teller teller;
    private final DossierRows dossiers;
    private final CareRows care;
    private int numbers;

    DemoLoad(Desk desk, Dice dice) {
        this.desk = desk;
        this.teller = new Story.Teller(desk.today());
        this.dossiers = new DossierRows(desk);
        this.care = new CareRows(desk, dice.split());
    }

    /** Fills one place, group after group from the oldest on; returns how many people there are. */
    void fill(Place place, Dice dice) throws SQLException {
        int people = place.participants();
        int groups = Math.max(1, Math.round((float) people / GROUP));
        for (int group = 0; group < groups; group++) {
            int first = people * group / groups;
            int next = people * (group + 1) / groups;
            List<Dossier> members = new ArrayList<>();
            for (int i = first; i < next; i++) {
                members.add(dossier(place, dice, registered(dice, (i + 0.5) / people)));
            }
            members.forEach(this::write);
            desk.batch().flushWhenFull();
        }
    }

    private void write(Dossier dossier) {
        int[] rungs = care.ladder(dossier);
        LocalDate shared = care.consents(dossier, false);
        Colleague coached = care.coaching(dossier);
        dossiers.write(dossier, shared, coached, rungs);
    }

    private Dossier dossier(Place place, Dice dice, LocalDate registered) {
        Registration registration = newcomers.make(dice, dice.one(place.towns()));
        String number = "VIP-%d-%06d".formatted(registered.getYear(), ++numbers);
        List<Colleague> coaches = place.coaches();
        // The coach of the sign-in page has the six people that were made for them, and nobody else.
        Colleague coach = coaches.get(1 + numbers % (coaches.size() - 1));
        return new Dossier(
                desk.id(),
                desk.id(),
                number,
                place,
                registration,
                teller.tell(dice, registered),
                dice.one(place.coordinators()),
                coach);
    }

    /** The day on which somebody at this part of the whole programme was registered; there are a few more of late. */
    private LocalDate registered(Dice dice, double part) {
        int ago = (int) (DAYS * (1 - Math.pow(part, 0.85))) + dice.between(-3, 3);
        LocalDate day = Desk.workday(desk.today().minusDays(Math.max(0, ago)));
        return day.isAfter(desk.today()) ? desk.today() : day;
    }

    /** How many participants have a number. */
    int numbers() {
        return numbers;
    }
}
