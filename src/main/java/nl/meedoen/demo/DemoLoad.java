package nl.meedoen.demo;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.meedoen.demo.people.Newcomers;
import nl.meedoen.demo.people.Twins;
import nl.meedoen.demo.places.Employers;
import nl.meedoen.demo.places.Place;
import nl.meedoen.demo.places.Place.Colleague;
import nl.meedoen.demo.places.Place.Town;
import nl.meedoen.demo.writing.Desk;
import nl.meedoen.demo.writing.Dice;
import nl.meedoen.participants.registration.Registration;
import org.jspecify.annotations.Nullable;

/** Writes a whole programme: everybody of every place, in groups of about twelve. */
final class DemoLoad {

    private static final int GROUP = 12;

    /** Dice of their own, so that what was made up before stays as it was. */
    private static final long INTAKES = 20_261_123;

    private static final long AFTERS = 20_261_124;

    /** The programme runs since so many days: a year and a half. */
    private static final int DAYS = 540;

    /** From here on there is less to read of each person. */
    private static final int LARGE = 5_000;

    private final Desk desk;
    private final Newcomers newcomers = new Newcomers();
    private final Twins twins = new Twins();
    private final Story.Teller teller;
    private final DossierRows dossiers;
    private final CareRows care;
    private final IntakeRows intakes;
    private final AfterRows after;
    private final PlanRows plans;
    private final FollowRows follow;
    private final TrainingRows training;
    private final Employers employers;
    private final PlacementRows placements;
    private @Nullable Place home;
    private int numbers;

    DemoLoad(Desk desk, Dice dice, int participants) {
        this.desk = desk;
        this.teller = new Story.Teller(desk.today());
        this.dossiers = new DossierRows(desk);
        this.care = new CareRows(desk, dice.split(), participants < LARGE);
        this.intakes = new IntakeRows(desk, new Dice(INTAKES));
        this.after = new AfterRows(desk, new Dice(AFTERS), participants >= LARGE);
        this.plans = new PlanRows(desk, dice.split(), participants >= LARGE);
        this.training = new TrainingRows(desk, dice.split());
        this.employers = new Employers(desk, dice.split());
        this.placements = new PlacementRows(desk, dice.split(), employers);
        this.follow = new FollowRows(desk, dice.split());
    }

    /** Fills one place, group after group from the oldest on; in the first one the written dossiers are in a group. */
    void fill(Place place, Dice dice, boolean first) throws SQLException {
        employers.settle(place);
        after.settle(place, first);
        int people = place.participants();
        int groups = Math.max(1, Math.round((float) people / GROUP));
        if (first) {
            home = place;
            written(place, groups, dice);
            people -= GROUP;
            groups = Math.max(1, groups - 1);
        }
        int trainers = place.trainers().size();
        for (int group = 0; group < groups; group++) {
            int from = (int) ((long) people * group / groups);
            int next = (int) ((long) people * (group + 1) / groups);
            List<Dossier> members = new ArrayList<>();
            for (int i = from; i < next; i++) {
                LocalDate registered = registered(dice, (i + 0.5) / people);
                Registration newcomer = newcomers.make(dice, dice.one(place.towns()));
                members.add(dossier(place, dice, twins.orElse(newcomer, first, i, people), registered));
            }
            if (!members.isEmpty()) {
                Colleague trainer = place.trainers().get((groups - 1 - group) % trainers);
                LocalDate start = training.start(members, 1 + group % 5);
                training.write(place, group + 1, trainer, start, members, dice.chance(0.1));
            }
            members.forEach(this::finish);
            desk.batch().flushWhenFull();
        }
        employers.offerMore(place);
    }

    /** The group of the trainer on the sign-in page, which meets today; half of it are the coach's six. */
    private void written(Place place, int group, Dice dice) {
        List<Dossier> members = new ArrayList<>();
        List<Script> scripts = Script.readAll();
        Colleague coach = place.coaches().get(0);
        for (Script script : scripts) {
            Town town = place.towns().stream()
                    .filter(known -> known.code().equals(script.municipality()))
                    .findFirst()
                    .orElseThrow();
            Story story = script.story(desk.today());
            int number = members.size() + 1;
            members.add(new Dossier(
                    desk.id(),
                    desk.id(),
                    number(story.registeredOn()),
                    place,
                    script.registration(town, number),
                    story,
                    place.coordinators().get(0),
                    coach));
        }
        while (members.size() < GROUP) {
            LocalDate registered = Desk.workday(desk.today().minusDays(dice.between(110, 150)));
            Dossier dossier = dossier(place, dice, newcomers.make(dice, dice.one(place.towns())), registered);
            if (dossier.story.open() && dossier.story.coachOn() != null) {
                members.add(dossier);
            }
        }
        int session = 5;
        LocalDate start = Desk.workday(desk.today()).minusWeeks(session - 1L);
        training.write(place, group, place.trainers().get(0), start, members, true);
        for (int i = 0; i < members.size(); i++) {
            Dossier dossier = members.get(i);
            if (i < scripts.size()) {
                scripts.get(i).write(desk, dossier);
                PitchRows.write(desk, dossier, place.trainers().get(0));
                write(dossier, care.ladder(dossier, scripts.get(i).ladder()), scripts.get(i));
            } else {
                finish(dossier);
            }
        }
    }

    private void finish(Dossier dossier) {
        plans.write(dossier);
        placements.write(dossier);
        write(dossier, care.ladder(dossier), null);
    }

    private void write(Dossier dossier, int @Nullable [] rungs, @Nullable Script script) {
        boolean shares = script != null;
        LocalDate shared = care.consents(dossier, shares);
        Colleague coached = care.coaching(dossier);
        follow.write(dossier, shared, shares);
        dossiers.write(dossier, shared, coached, rungs);
        intakes.write(dossier, script == null ? null : script.practised(), script == null ? null : script.wanted());
        after.write(dossier, coached);
    }

    private Dossier dossier(Place place, Dice dice, Registration registration, LocalDate registered) {
        List<Colleague> coaches = place.coaches();
        // The coach of the sign-in page has the six people that were made for them, and nobody else.
        int taken = place == home ? 1 : 0;
        Colleague coach = coaches.get(taken + numbers % (coaches.size() - taken));
        return new Dossier(
                desk.id(),
                desk.id(),
                number(registered),
                place,
                registration,
                teller.tell(dice, registered),
                dice.one(place.coordinators()),
                coach);
    }

    private String number(LocalDate registered) {
        return "VIP-%d-%06d".formatted(registered.getYear(), ++numbers);
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
