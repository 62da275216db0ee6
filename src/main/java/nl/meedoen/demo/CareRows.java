package nl.meedoen.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.meedoen.demo.papers.Signatures;
import nl.meedoen.demo.places.Place.Colleague;
import nl.meedoen.demo.writing.Desk;
import nl.meedoen.demo.writing.Dice;
import nl.meedoen.demo.writing.Table;
import nl.meedoen.participants.Consents;
import nl.meedoen.participants.Consents.Purpose;
import nl.meedoen.participants.Ladder.Moment;
import nl.meedoen.participants.Reaches;
import nl.meedoen.participants.registration.EnrolmentStatus;
import org.jspecify.annotations.Nullable;

/** Writes consents, who coaches whom, and the measurements on the participation ladder. */
final class CareRows {

    private static final int HALFWAY_DAYS = 150;
    private static final int TOP_RUNG = 6;

    /** What is answered to the five questions by somebody on each rung, the lowest first. */
    private static final List<String> ANSWERS = List.of("fffff", "fffft", "ffftt", "ffttt", "ttftt", "tfftt");

    private final Desk desk;
    private final Dice dice;
    private final boolean drawn;

    /** @param drawn whether whoever signed on the screen has a signature: sealing takes time */
    CareRows(Desk desk, Dice dice, boolean drawn) {
        this.drawn = drawn;
        this.desk = desk;
        this.dice = dice;
    }

    /** Writes the consents of somebody; returns until when the municipality may see them. */
    @Nullable
    LocalDate consents(Dossier d, boolean surely) {
        LocalDate shared = null;
        LocalDate asked = d.story.intakeOn() == null ? d.story.registeredOn() : d.story.intakeOn();
        if (surely || dice.chance(0.85)) {
            shared = municipality(d, asked);
        }
        if (d.introduced()) {
            // nobody is introduced to an employer without it
            LocalDate until = consent(d, Purpose.EMPLOYERS, asked, null);
            if (until.isBefore(desk.today()) && d.story.open()) {
                consent(d, Purpose.EMPLOYERS, until, null);
            }
        } else if (dice.chance(0.4)) {
            consent(d, Purpose.EMPLOYERS, asked, null);
        }
        if (dice.chance(0.4)) {
            consent(d, Purpose.RESEARCH, asked, null);
        }
        if (dice.chance(0.25)) {
            consent(d, Purpose.PHOTO, asked, null);
        }
        return shared;
    }

    private @Nullable LocalDate municipality(Dossier d, LocalDate asked) {
        LocalDate today = desk.today();
        if (dice.chance(0.03)) {
            LocalDate withdrawn = asked.plusDays(dice.between(10, 90));
            consent(d, Purpose.MUNICIPALITY, asked, withdrawn.isAfter(today) ? today : withdrawn);
            return null;
        }
        LocalDate until = consent(d, Purpose.MUNICIPALITY, asked, null);
        if (until.isBefore(today.plusDays(20)) && dice.chance(0.85)) {
            LocalDate again = until.minusDays(dice.between(5, 25));
            until = consent(d, Purpose.MUNICIPALITY, again.isAfter(today) ? today : again, null);
        }
        return until;
    }

    private LocalDate consent(Dossier d, Purpose purpose, LocalDate on, @Nullable LocalDate withdrawn) {
        String spoken = d.registration.reachability().language();
        String language = "ar".equals(spoken) || "en".equals(spoken) ? spoken : "nl";
        LocalDate until = on.plusYears(1);
        UUID id = desk.id();
        Consents.How how = Consents.How.values()[dice.weighted(15, 75, 10)];
        desk.add(
                Table.CONSENT,
                id,
                d.id,
                purpose,
                Consents.TEXT_VERSION,
                language,
                on,
                until,
                how,
                d.coordinator.id(),
                desk.at(on, 11, 20),
                withdrawn,
                withdrawn == null ? null : d.coordinator.id(),
                purpose == Purpose.MUNICIPALITY ? d.registration.municipalityCode() : null);
        if (how == Consents.How.SCREEN && drawn) {
            desk.add(Table.CONSENT_SIGNATURE, id, desk.seal(Signatures.of(id)));
        }
        return until;
    }

    /** Writes who coaches and coached; returns who does so now. */
    @Nullable
    Colleague coaching(Dossier d) {
        LocalDate from = d.story.coachOn();
        if (from == null) {
            return null;
        }
        LocalDate end = d.story.endedOn();
        boolean goesOn = d.story.open() || d.story.status() == EnrolmentStatus.AFTERCARE && dice.chance(0.6);
        LocalDate last = end == null ? desk.today() : end;
        Colleague before = dice.one(d.place.coaches());
        LocalDate handover = from.plusDays(dice.between(30, 120));
        if (!before.equals(d.coach) && handover.isBefore(last.minusDays(10)) && dice.chance(0.15)) {
            UUID first = desk.id();
            desk.add(
                    Table.COACH_ASSIGNMENT,
                    first,
                    d.id,
                    before.id(),
                    from,
                    handover.minusDays(1),
                    null,
                    d.coordinator.id(),
                    d.coordinator.id());
            from = handover;
        }
        UUID assignment = desk.id();
        desk.add(
                Table.COACH_ASSIGNMENT,
                assignment,
                d.id,
                d.coach.id(),
                from,
                goesOn ? null : last,
                from.equals(d.story.coachOn())
                        ? null
                        : desk.seal(dice.one(desk.phrases().handoverReasons())),
                d.coordinator.id(),
                goesOn ? null : d.coordinator.id());
        if (!goesOn) {
            return null;
        }
        desk.add(Table.REACH, d.id, d.coach.id(), Reaches.Capacity.COACH, assignment, from, null);
        return d.coach;
    }

    /** Writes the measurements; returns the first rung and the last. */
    int @Nullable [] ladder(Dossier d) {
        LocalDate intake = d.story.intakeOn();
        if (intake == null) {
            return null;
        }
        LocalDate end = d.story.endedOn();
        LocalDate limit = end == null ? desk.today() : end;
        int start = 1 + dice.weighted(18, 40, 30, 12);
        int now = start;
        measure(d, Moment.START, start, intake);
        LocalDate halfway = Desk.workday(intake.plusDays(HALFWAY_DAYS + dice.between(-20, 30)));
        if (!halfway.isAfter(limit) && dice.chance(0.92)) {
            now = Math.min(TOP_RUNG, now + dice.weighted(40, 48, 12));
            measure(d, Moment.HALFWAY, now, halfway);
        }
        if (d.story.status() == EnrolmentStatus.AFTERCARE && end != null) {
            int gained = Math.max(now, placedRung(d));
            now = Math.min(TOP_RUNG, gained + dice.weighted(55, 35, 10));
            measure(d, Moment.END, now, end);
            LocalDate later = end.plusDays(182);
            if (desk.past(later) && dice.chance(0.7)) {
                now = Math.max(1, Math.min(TOP_RUNG, now + dice.weighted(15, 70, 15) - 1));
                measure(d, Moment.FOLLOW_UP, now, later);
            }
        }
        return new int[] {start, now};
    }

    /** Writes measurements as they were written by hand: moment, rung and day counted from today. */
    int[] ladder(Dossier d, List<List<String>> written) {
        int first = 0;
        int last = 0;
        for (List<String> entry : written) {
            last = Integer.parseInt(entry.get(1));
            first = first == 0 ? last : first;
            measure(d, Moment.valueOf(entry.get(0)), last, desk.today().plusDays(Integer.parseInt(entry.get(2))));
        }
        return new int[] {first, last};
    }

    private static int placedRung(Dossier d) {
        String kind = d.placementKind();
        return kind == null
                ? 1
                : switch (kind) {
                    case "PAID_WORK" -> 6;
                    case "TEMPORARY_WORK" -> 5;
                    default -> 4;
                };
    }

    private void measure(Dossier d, Moment moment, int rung, LocalDate on) {
        boolean byCoach = moment == Moment.HALFWAY && d.story.coachOn() != null;
        UUID measurement = desk.id();
        desk.add(
                Table.LADDER_MEASUREMENT,
                measurement,
                d.id,
                moment,
                rung,
                on,
                byCoach ? d.coach.id() : d.coordinator.id());
        int growth = Math.floorMod(measurement.hashCode(), 6);
        String yes = "ttttt".substring(0, growth) + "fffff".substring(growth);
        desk.add(Table.LADDER_ANSWERS, measurement, d.id, ANSWERS.get(rung - 1), yes, growth);
    }
}
