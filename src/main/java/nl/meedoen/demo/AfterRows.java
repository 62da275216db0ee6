package nl.meedoen.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meedoen.demo.places.Place;
import nl.meedoen.demo.places.Place.Colleague;
import nl.meedoen.demo.writing.Desk;
import nl.meedoen.demo.writing.Dice;
import nl.meedoen.demo.writing.Table;
import nl.meedoen.enrolment.Aftercare;
import nl.meedoen.enrolment.EligibilityKind;
import nl.meedoen.participants.Reaches;
import nl.meedoen.participants.registration.EnrolmentStatus;
import nl.meedoen.participants.registration.Outcome;
import org.jspecify.annotations.Nullable;

/** What surrounds a run: who pays and whether that was checked, how it goes afterwards, who covers, volunteers' hours. */
final class AfterRows {

    private static final List<String> PROOFS = List.of(
            "Brief van de gemeente gezien bij de intake.",
            "Uitgevraagd bij de klantmanager, per mail bevestigd.",
            "Beschikking gezien; kopie ligt bij de gemeente.",
            "Mondeling bevestigd tijdens de intake.");
    private static final List<String> AFTERWARDS = List.of(
            "Het gaat goed, de begeleiding op het werk is prettig.",
            "Nog steeds naar de zin. Wil graag meer uren.",
            "Belt weer als het contract afloopt.",
            "Zoekt nog, de coach kijkt af en toe mee.");

    /** A coach who is away, and the people that somebody else coaches meanwhile. */
    private record Away(UUID id, Colleague coach, Colleague cover, LocalDate from, LocalDate until) {}

    private final Desk desk;
    private final Dice dice;
    private final boolean briefly;
    private final List<Away> away = new ArrayList<>();
    private int asked;

    AfterRows(Desk desk, Dice dice, boolean briefly) {
        this.desk = desk;
        this.dice = dice;
        this.briefly = briefly;
    }

    /** Writes the hours of a place's coaches and, in the first place, who covers for whom. */
    void settle(Place place, boolean first) {
        if (first) {
            fund();
        }
        LocalDate month = desk.today().withDayOfMonth(1);
        for (Colleague coach : place.coaches()) {
            for (int back = 6; back > 0; back--) {
                LocalDate of = month.minusMonths(back);
                if (dice.chance(0.85)) {
                    desk.add(
                            Table.COACH_HOURS,
                            coach.id(),
                            of,
                            dice.between(12, 80) * 15,
                            desk.at(of.plusMonths(1).plusDays(dice.between(0, 4)), 19, 30));
                }
            }
        }
        if (first && place.coaches().size() > 2) {
            LocalDate today = desk.today();
            List<Colleague> coaches = place.coaches();
            cover(
                    place,
                    coaches.get(1),
                    coaches.get(2),
                    today.minusDays(3),
                    today.plusDays(11),
                    "Twee weken op vakantie.");
            cover(place, coaches.get(0), coaches.get(2), today.plusDays(24), today.plusDays(38), "Op familiebezoek.");
        }
    }

    /** The projects that pay, one a year; the first asks less than the others. */
    private void fund() {
        int now = desk.today().getYear();
        for (int year = now - 2; year <= now; year++) {
            LocalDate from = LocalDate.of(year, 1, 1);
            List<EligibilityKind> all = List.of(EligibilityKind.values());
            desk.add(
                    Table.FUNDING_SOURCE,
                    new UUID(0x7000L, 0x8000000000000000L | year),
                    code(year),
                    "Verzonnen project " + year,
                    from,
                    from.plusYears(2).minusDays(1),
                    (year == now - 2 ? all.subList(0, 3) : all)
                            .stream().map(Enum::name).toList());
        }
    }

    private static String code(int year) {
        return "VIP-" + year + "-DEMO";
    }

    private void cover(Place place, Colleague coach, Colleague by, LocalDate from, LocalDate until, String why) {
        UUID id = made("cover", coach.id());
        desk.add(
                Table.COACH_COVER,
                id,
                coach.id(),
                by.id(),
                place.id(),
                from,
                until,
                desk.seal(why),
                place.coordinators().get(0).id(),
                desk.at(desk.today().minusDays(10), 14, 0));
        away.add(new Away(id, coach, by, from, until));
    }

    /** Writes what belongs to one run; {@code coached} is who coaches them now. */
    void write(Dossier d, @Nullable Colleague coached) {
        for (Away each : away) {
            if (coached != null && each.coach().id().equals(coached.id())) {
                desk.add(
                        Table.COVERED_REACH,
                        d.id,
                        each.cover().id(),
                        Reaches.Capacity.COACH,
                        each.id(),
                        each.from(),
                        each.until(),
                        true);
            }
        }
        LocalDate end = d.story.endedOn();
        if (d.story.status() == EnrolmentStatus.AFTERCARE && end != null) {
            afterwards(d, end);
        }
        LocalDate intake = d.story.intakeOn();
        if (intake != null && !briefly) {
            paid(d, intake);
        }
    }

    private void paid(Dossier d, LocalDate intake) {
        if (!dice.chance(0.8)) {
            return;
        }
        LocalDate from = LocalDate.of(intake.getYear(), 1, 1);
        desk.add(
                Table.ENROLMENT_FUNDING,
                d.enrolment,
                d.id,
                code(intake.getYear()),
                from,
                from.plusYears(2).minusDays(1),
                d.coordinator.id(),
                desk.at(intake, 15, 40));
        boolean complete = dice.chance(0.8);
        for (EligibilityKind kind : EligibilityKind.values()) {
            if (complete || dice.chance(0.5)) {
                desk.add(
                        Table.ELIGIBILITY_CHECK,
                        made(kind.name(), d.enrolment),
                        d.enrolment,
                        d.id,
                        kind,
                        complete || dice.chance(0.8),
                        desk.seal(dice.one(PROOFS)),
                        d.coordinator.id(),
                        desk.at(intake, 15, 45));
            }
        }
    }

    private void afterwards(Dossier d, LocalDate end) {
        for (int weeks : Aftercare.WEEKS) {
            LocalDate due = end.plusWeeks(weeks);
            // the first of each three is still to be asked
            boolean answered = due.isBefore(desk.today()) && asked++ % 3 != 0;
            LocalDate done = answered ? Desk.workday(due.plusDays(dice.between(0, 6))) : null;
            if (done != null && done.isAfter(desk.today())) {
                done = desk.today();
            }
            desk.add(
                    Table.AFTERCARE_CHECK_IN,
                    made("aftercare" + weeks, d.enrolment),
                    d.enrolment,
                    d.id,
                    d.place.id(),
                    weeks,
                    due,
                    done,
                    done == null ? null : outcome(d),
                    done == null || briefly ? null : desk.seal(dice.one(AFTERWARDS)),
                    done == null ? null : d.coordinator.id());
        }
    }

    /** What somebody does after the run, in the words of a check-in. */
    static Outcome outcome(Dossier d) {
        String kind = d.placementKind();
        for (Outcome outcome : Outcome.values()) {
            if (outcome.name().equals(kind)) {
                return outcome;
            }
        }
        return kind == null ? Outcome.NOTHING_YET : Outcome.OTHER_ACTIVITY;
    }

    /** An id that takes none from the desk, so that all others stay what they were. */
    static UUID made(String what, UUID of) {
        return UUID.nameUUIDFromBytes((what + of).getBytes(StandardCharsets.UTF_8));
    }
}
