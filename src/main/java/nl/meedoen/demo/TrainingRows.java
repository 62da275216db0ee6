package nl.meedoen.demo;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meedoen.demo.places.Place;
import nl.meedoen.demo.places.Place.Colleague;
import nl.meedoen.demo.writing.Desk;
import nl.meedoen.demo.writing.Dice;
import nl.meedoen.demo.writing.Table;
import nl.meedoen.participants.Reaches;
import nl.meedoen.participants.registration.EnrolmentStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** Writes groups with their sessions, who is in them and who was there. */
final class TrainingRows {

    private static final int DAYS_BEFORE_THE_START = 45;

    /** Trainers reach the members of a group until so many days after its last session. */
    private static final int REACH_DAYS = 28;

    private static final int USUAL_CAPACITY = 12;

    private static final List<String> REASONS = List.of(
            "Naar de tandarts.",
            "Kind was ziek.",
            "Toets op de taalschool.",
            "Afspraak bij de gemeente.",
            "Ziek gemeld.");
    private static final List<String> ROOMS =
            List.of("Buurthuis, grote zaal", "Bibliotheek, leslokaal", "Trainingsruimte, begane grond");

    /** The week of the programme and what it is called. */
    record Week(int week, Title title, List<String> workForms) {}

    record Title(String nl, String en) {}

    private record Session(UUID id, LocalDate on, String state) {}

    private final Desk desk;
    private final Dice dice;
    private final List<Week> programme = programme();

    TrainingRows(Desk desk, Dice dice) {
        this.desk = desk;
        this.dice = dice;
    }

    static List<Week> programme() {
        try (InputStream file = new ClassPathResource("training/session-plan.json").getInputStream()) {
            return List.of(new JsonMapper().readValue(file, Week[].class));
        } catch (IOException e) {
            throw new IllegalStateException("training/session-plan.json", e);
        }
    }

    /** The first day of the group that these people make up: some weeks after the last of them came. */
    LocalDate start(List<Dossier> people, int weekday) {
        LocalDate last = people.stream()
                .map(person -> person.story.registeredOn())
                .max(LocalDate::compareTo)
                .orElse(desk.today());
        LocalDate from = last.plusDays(DAYS_BEFORE_THE_START);
        LocalDate start =
                from.plusDays(Math.floorMod(weekday - from.getDayOfWeek().getValue(), 7));
        while (free(start)) {
            start = start.plusWeeks(1);
        }
        return start;
    }

    /**
     * Writes a group and the part that each of these people took in it.
     *
     * @param unfilled nobody has filled in the attendance of last week yet
     */
    void write(Place place, int number, Colleague trainer, LocalDate start, List<Dossier> people, boolean unfilled) {
        UUID cohort = desk.id();
        boolean morning = number % 2 == 0;
        LocalTime from = morning ? LocalTime.of(9, 30) : LocalTime.of(13, 0);
        LocalTime until = from.plusMinutes(150);
        String room = ROOMS.get(number % ROOMS.size());
        List<LocalDate> days = days(start);
        LocalDate end = days.get(days.size() - 1);
        List<Dossier> members =
                people.stream().filter(person -> belongs(person.story, start)).toList();
        desk.add(
                Table.COHORT,
                cohort,
                place.id(),
                "Groep " + number + " " + place.towns().get(0).name(),
                room,
                from,
                until,
                start,
                end,
                Math.max(USUAL_CAPACITY, members.size()),
                desk.at(start.minusDays(30), 9, 0));
        desk.add(Table.COHORT_TRAINER, cohort, trainer.id());
        List<Session> sessions = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            LocalDate on = days.get(i);
            boolean past = on.isBefore(desk.today());
            boolean lastWeek = past && !on.isBefore(desk.today().minusDays(7));
            boolean cancelled = past && i > 0 && dice.chance(0.02);
            String state = cancelled ? "CANCELLED" : past && !(unfilled && lastWeek) ? "HELD" : "PLANNED";
            UUID id = desk.id();
            boolean moved = !cancelled && dice.chance(0.02);
            desk.add(
                    Table.SESSION,
                    id,
                    cohort,
                    place.id(),
                    i + 1,
                    programme.get(i).title().nl(),
                    on,
                    from,
                    until,
                    room,
                    state,
                    moved ? on.minusDays(1) : null,
                    desk.seal(cancelled ? "Trainer was ziek." : moved ? "De zaal was bezet." : null));
            sessions.add(new Session(id, on, state));
        }
        members.forEach(person -> member(cohort, start, end, trainer, sessions, person));
    }

    private static boolean belongs(Story story, LocalDate start) {
        LocalDate ready = story.intakeOn();
        LocalDate ended = story.endedOn();
        return ready != null && !ready.isAfter(start) && (ended == null || ended.isAfter(start));
    }

    private void member(
            UUID cohort, LocalDate start, LocalDate end, Colleague trainer, List<Session> sessions, Dossier person) {
        LocalDate ended = person.story.endedOn();
        LocalDate left = person.story.status() == EnrolmentStatus.WITHDRAWN && ended != null && ended.isBefore(end)
                ? ended
                : null;
        LocalDate ready = person.story.intakeOn();
        desk.add(
                Table.COHORT_MEMBER,
                desk.id(),
                cohort,
                person.place.id(),
                person.id,
                false,
                desk.at(ready == null ? start : ready, 14, 0),
                start,
                left,
                desk.seal(left == null ? null : "Stopt met het traject."),
                person.coordinator.id());
        LocalDate reach = end.plusDays(REACH_DAYS);
        if (left == null && !reach.isBefore(desk.today())) {
            LocalDate from = start.isBefore(desk.today()) ? start : desk.today();
            desk.add(Table.REACH, person.id, trainer.id(), Reaches.Capacity.TRAINER, cohort, from, reach);
        }
        attendance(cohort, trainer, sessions, person, left);
    }

    private void attendance(
            UUID cohort, Colleague trainer, List<Session> sessions, Dossier person, @Nullable LocalDate left) {
        int diligence = dice.weighted(8, 27, 65);
        int held = 0;
        int attended = 0;
        for (Session session : sessions) {
            if (!session.state().equals("HELD") || left != null && session.on().isAfter(left)) {
                continue;
            }
            held++;
            int mark = switch (diligence) {
                case 0 -> dice.weighted(38, 12, 20, 30);
                case 1 -> dice.weighted(66, 12, 14, 8);
                default -> dice.weighted(88, 5, 6, 1);
            };
            attended += mark < 2 ? 1 : 0;
            desk.add(
                    Table.ATTENDANCE,
                    session.id(),
                    person.id,
                    cohort,
                    person.place.id(),
                    List.of("PRESENT", "LATE", "EXCUSED", "ABSENT").get(mark),
                    mark == 1 ? dice.between(1, 6) * 5 : null,
                    desk.seal(mark == 2 ? dice.one(REASONS) : null),
                    trainer.id(),
                    desk.at(session.on(), 17, 0));
        }
        person.attended(held == 0 ? null : Math.round(100f * attended / held));
    }

    /** Ten weeks, without the days on which everybody is free. */
    private List<LocalDate> days(LocalDate start) {
        List<LocalDate> days = new ArrayList<>();
        LocalDate day = start;
        while (days.size() < programme.size()) {
            if (!free(day)) {
                days.add(day);
            }
            day = day.plusWeeks(1);
        }
        return days;
    }

    private static boolean free(LocalDate day) {
        MonthDay date = MonthDay.from(day);
        return date.isAfter(MonthDay.of(12, 22))
                || date.isBefore(MonthDay.of(1, 3))
                || date.equals(MonthDay.of(4, 27))
                || date.equals(MonthDay.of(5, 5));
    }
}
