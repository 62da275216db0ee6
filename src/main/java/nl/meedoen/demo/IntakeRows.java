package nl.meedoen.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.meedoen.demo.writing.Desk;
import nl.meedoen.demo.writing.Dice;
import nl.meedoen.demo.writing.Table;
import nl.meedoen.kernel.LanguageLevel;
import nl.meedoen.participants.registration.Registration;
import org.jspecify.annotations.Nullable;

/** Writes what was learnt at the intake; of somebody who just registered sometimes the first half. */
final class IntakeRows {

    private static final List<String> SECTIONS = List.of(
            "IDENTITY",
            "REACHABILITY",
            "BACKGROUND",
            "HOUSEHOLD",
            "LIMITS",
            "INTEGRATION",
            "LANGUAGE",
            "EDUCATION",
            "WORK",
            "WISHES");
    private static final List<String> SKILLS = List.of("LISTENING", "READING", "SPEAKING", "WRITING");

    /** ESCO codes: the unit group of ISCO-08 stands before the dot. */
    private static final List<String> OCCUPATIONS = List.of(
            "5141.1", "7512.1", "7115.1", "8332.2", "7533.5", "7231.1", "8322.7", "5223.4", "5120.1", "9333.8",
            "3313.2", "7212.3", "6130.2", "2643.2", "2262.1");

    private static final List<String> LIMITS = List.of(
            "LIFTING|BREAKS",
            "STANDING|SEATED_WORK,BREAKS",
            "HEARING|QUIET_PLACE",
            "CONCENTRATING,BUSY_PLACES|QUIET_PLACE,SHORT_DAYS",
            "TRAVELLING|FIXED_TIMES",
            "SEEING|ADAPTED_PLACE");
    private static final List<String> SCHOOLS =
            List.of("Economie", "Verpleegkunde", "Elektrotechniek", "Lerarenopleiding", "Algemeen", "Mechanica");
    private static final List<String> NOTES = List.of(
            "Brengt de kinderen naar school en kan vanaf 9 uur.",
            "Zorgt ook voor een ouder familielid.",
            "Heeft dinsdagavond taalles.");
    private static final List<String> WORK_NOTES = List.of(
            "Had een eigen zaak met twee mensen in dienst.",
            "Werkte in een groot bedrijf, ook in de nacht.",
            "Leerde het vak van een familielid.");
    private static final List<String> OWN_WORDS = List.of(
            "Ik wil met mijn handen werken. Stilzitten past niet bij mij.",
            "Ik wil eerst goed Nederlands leren en dan een opleiding doen.",
            "Thuis was ik altijd bezig met eten maken voor veel mensen. Dat wil ik hier ook.",
            "Ik wil geld verdienen voor mijn gezin. Welk werk maakt niet uit, als het maar vast is.",
            "Ik help graag mensen. Vroeger deed ik dat ook.");

    private final Desk desk;
    private final Dice dice;

    IntakeRows(Desk desk, Dice dice) {
        this.desk = desk;
        this.dice = dice;
    }

    /**
     * Writes it.
     *
     * @param practised the occupation before, where it was written by hand
     * @param wanted the same of the occupation that is wished for
     */
    void write(Dossier d, @Nullable String practised, @Nullable String wanted) {
        LocalDate held = d.story.intakeOn();
        if (held != null) {
            sections(d, held, SECTIONS);
            section(d, held, "LADDER");
            rest(d, held);
            work(d, held, practised);
            wishes(d, held, wanted);
        } else if (dice.chance(0.4)) {
            sections(d, d.story.registeredOn(), SECTIONS.subList(0, 4));
        }
    }

    private void rest(Dossier d, LocalDate held) {
        limits(d);
        integration(d, held);
        language(d, held);
        education(d, held);
    }

    private void sections(Dossier d, LocalDate on, List<String> sections) {
        sections.forEach(section -> section(d, on, section));
        background(d, on);
        household(d);
    }

    private void section(Dossier d, LocalDate on, String section) {
        desk.add(Table.INTAKE_SECTION, d.id, section, desk.at(on, 10, 15), d.coordinator.id());
    }

    private void background(Dossier d, LocalDate on) {
        Registration r = d.registration;
        LocalDate from = on.minusDays(dice.between(60, 900));
        boolean ukraine = "UA".equals(r.residence().country());
        LocalDate arrived = from.minusDays(dice.between(30, 500));
        desk.add(
                Table.BACKGROUND,
                d.id,
                ukraine ? "TEMPORARY_PROTECTION" : dice.chance(0.8) ? "ASYLUM_FIXED" : "FAMILY",
                from,
                from.plusYears(ukraine ? 4 : 5),
                arrived.getYear(),
                arrived.getMonthValue(),
                dice.chance(0.6) ? arrived.getDayOfMonth() : null,
                null);
        Boolean benefit = r.residence().benefit();
        if (benefit != null) {
            desk.add(Table.BENEFIT, d.id, benefit ? "PARTICIPATION_ACT" : "NONE");
        }
    }

    private void household(Dossier d) {
        int kind = dice.weighted(30, 12, 34, 12, 8, 4);
        boolean children = kind == 2 || kind == 3;
        List<DayOfWeek> days = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.getValue() <= 5 && dice.chance(0.75)) {
                days.add(day);
            }
        }
        desk.add(
                Table.HOUSEHOLD,
                d.id,
                List.of("ALONE", "PARTNER", "PARTNER_CHILDREN", "CHILDREN", "RELATIVES", "SHARED")
                        .get(kind),
                children ? dice.between(1, 5) : 0,
                children
                        ? List.of("ARRANGED", "WANTED", "WAITING", "NOT_NEEDED").get(dice.weighted(5, 2, 1, 2))
                        : "NOT_NEEDED",
                4 * dice.between(2, 9),
                days,
                desk.seal(dice.chance(0.15) ? dice.one(NOTES) : null));
    }

    private void limits(Dossier d) {
        desk.add(Table.FUNCTIONAL_LIMITS, d.id, desk.seal(dice.chance(0.25) ? dice.one(LIMITS) : "NONE"));
    }

    private void integration(Dossier d, LocalDate held) {
        LocalDate from = held.minusDays(dice.between(20, 700));
        LocalDate pvt = passed(from, 120, 0.8);
        LocalDate knm = passed(from, 500, 0.4);
        LocalDate map = passed(from, 600, 0.3);
        desk.add(
                Table.INTEGRATION,
                d.id,
                dice.chance(0.88) ? "ACT_2021" : "ACT_2013",
                from,
                from.plusYears(3),
                from.minusDays(dice.between(0, 40)),
                "OPEN",
                null,
                knm == null ? "OPEN" : "PASSED",
                knm,
                map == null ? "OPEN" : "PASSED",
                map,
                pvt == null ? "OPEN" : "PASSED",
                pvt);
    }

    private @Nullable LocalDate passed(LocalDate from, int days, double chance) {
        LocalDate on = from.plusDays(days);
        return dice.chance(chance) && desk.past(on) ? on : null;
    }

    /** The last measurements have the level of the dossier as their lowest. */
    private void language(Dossier d, LocalDate held) {
        LanguageLevel level = d.registration.direction().languageLevel();
        if (level == null) {
            return;
        }
        LocalDate again = held.plusDays(190);
        if (desk.past(again) && level.ordinal() > 0 && dice.chance(0.7)) {
            measure(d, LanguageLevel.values()[level.ordinal() - 1], held, "ESTIMATE");
            measure(d, level, again, "TEST");
        } else {
            measure(d, level, held, dice.chance(0.5) ? "TEST" : "ESTIMATE");
        }
    }

    private void measure(Dossier d, LanguageLevel lowest, LocalDate on, String source) {
        int most = LanguageLevel.values().length - 1;
        for (String skill : SKILLS) {
            boolean better = !skill.equals("WRITING") && dice.chance(0.4);
            desk.add(
                    Table.LANGUAGE_MEASUREMENT,
                    desk.id(),
                    d.id,
                    skill,
                    LanguageLevel.values()[Math.min(most, lowest.ordinal() + (better ? 1 : 0))],
                    source,
                    on,
                    d.coordinator.id(),
                    desk.at(on, 10, 40));
        }
    }

    private void education(Dossier d, LocalDate held) {
        int level = dice.weighted(8, 18, 22, 30, 3, 4, 12, 3);
        boolean diploma = level >= 3 && dice.chance(0.7);
        boolean valued = diploma && dice.chance(0.45);
        Integer born = d.registration.identity().birth().year();
        LocalDate on = held.minusDays(dice.between(5, 200));
        desk.add(
                Table.EDUCATION,
                desk.id(),
                d.id,
                level,
                level < 2 ? null : dice.one(SCHOOLS),
                d.registration.residence().country(),
                born == null ? null : Math.min(held.getYear() - 1, born + 12 + 2 * level),
                diploma ? (dice.chance(0.2) ? "LOST" : "YES") : "NO",
                valued ? "GIVEN" : diploma && dice.chance(0.4) ? "REQUESTED" : "NONE",
                valued ? (level >= 6 ? "hbo-bachelor" : "mbo niveau 4") : null,
                valued ? on : null,
                valued ? on.plusYears(5) : null);
    }

    private void work(Dossier d, LocalDate held, @Nullable String practised) {
        if (!dice.chance(0.75) && practised == null) {
            return;
        }
        String any = dice.one(OCCUPATIONS);
        String occupation = practised == null ? any : practised;
        int until = held.getYear() - dice.between(2, 6);
        desk.add(
                Table.WORK_EXPERIENCE,
                desk.id(),
                d.id,
                occupation,
                isco(occupation),
                d.registration.residence().country(),
                until - dice.between(1, 12),
                until,
                desk.seal(dice.chance(0.4) ? dice.one(WORK_NOTES) : null));
    }

    private void wishes(Dossier d, LocalDate held, @Nullable String wanted) {
        String any = dice.one(OCCUPATIONS);
        String wish = wanted == null ? any : wanted;
        desk.add(Table.WORK_WISH, desk.id(), d.id, wish, isco(wish), desk.at(held, 11, 5));
        desk.add(
                Table.WORK_PROFILE,
                d.id,
                dice.chance(0.3) ? List.of("B") : List.of(),
                List.of("NONE", "PHONE", "BASIC", "GOOD").get(dice.weighted(12, 38, 34, 16)),
                desk.seal(dice.one(OWN_WORDS)));
    }

    private static String isco(String occupation) {
        return occupation.substring(0, occupation.indexOf('.'));
    }
}
