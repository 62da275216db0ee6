package nl.meedoen.demo;

import java.io.IOException;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import nl.meedoen.demo.places.Place.Town;
import nl.meedoen.demo.writing.Desk;
import nl.meedoen.kernel.Gender;
import nl.meedoen.kernel.LanguageLevel;
import nl.meedoen.kernel.LearningRoute;
import nl.meedoen.kernel.PartialDate;
import nl.meedoen.kernel.PersonName;
import nl.meedoen.kernel.Phone;
import nl.meedoen.participants.registration.BirthSource;
import nl.meedoen.participants.registration.Direction;
import nl.meedoen.participants.registration.EnrolmentStatus;
import nl.meedoen.participants.registration.Identity;
import nl.meedoen.participants.registration.Reachability;
import nl.meedoen.participants.registration.Registration;
import nl.meedoen.participants.registration.Residence;
import nl.meedoen.plans.ContactChannel;
import nl.meedoen.plans.GoalDomain;
import nl.meedoen.plans.GoalState;
import nl.meedoen.plans.StepOwner;
import nl.meedoen.plans.StepStatus;
import nl.meedoen.plans.agreement.Agreements.AgreedWay;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody whose whole dossier was written by hand; days are counted from today.
 *
 * @param practised the occupation before, by its ESCO code; null for any
 * @param wanted the occupation that is wished for, by its ESCO code; null for any
 */
record Script(
        String given,
        @Nullable String infix,
        @Nullable String surname,
        @Nullable String original,
        Gender gender,
        String country,
        String language,
        String municipality,
        int birthYear,
        @Nullable Integer birthMonth,
        @Nullable Integer birthDay,
        LanguageLevel level,
        String sector,
        boolean interpreter,
        @Nullable String note,
        int registered,
        int intake,
        int coach,
        @Nullable Integer plan,
        @Nullable Integer acting,
        List<List<String>> ladder,
        @Nullable String practised,
        @Nullable String wanted,
        String wish,
        List<GoalScript> goals,
        List<AgreementScript> agreed,
        List<ContactScript> contacts,
        List<AppointmentScript> appointments) {

    /** The day on which the plan was agreed as it was then. */
    record AgreementScript(int day, AgreedWay how, @Nullable String objection) {}

    /** {@code since} is the day on which it came into the plan, where that was not the first one. */
    record GoalScript(
            GoalDomain domain,
            String title,
            String why,
            String measure,
            int target,
            @Nullable GoalState state,
            @Nullable Integer ended,
            @Nullable Integer since,
            List<StepScript> steps) {}

    /** {@code by} is a note on the step, {@code first} the day on which it was due at first. */
    record StepScript(
            String title,
            StepOwner owner,
            @Nullable Integer due,
            @Nullable Integer done,
            @Nullable StepStatus status,
            @Nullable String by,
            @Nullable Integer since,
            @Nullable Integer first) {}

    record ContactScript(
            int day, ContactChannel channel, @Nullable Integer minutes, String note) {}

    /** On a day, or on the first such weekday to come. */
    record AppointmentScript(
            @Nullable Integer day, @Nullable DayOfWeek weekday, String time, int minutes, String title, String place) {}

    static List<Script> readAll() {
        try (InputStream file = new ClassPathResource("demo/dossiers.json").getInputStream()) {
            return List.of(new JsonMapper().readValue(file, Script[].class));
        } catch (IOException e) {
            throw new IllegalStateException("demo/dossiers.json", e);
        }
    }

    public Story story(LocalDate today) {
        return new Story(
                today.plusDays(registered),
                today.plusDays(intake),
                today.plusDays(coach),
                plan == null ? null : today.plusDays(plan),
                acting == null ? null : today.plusDays(acting),
                EnrolmentStatus.ACTIVE,
                null,
                null,
                false,
                false);
    }

    /** The registration; the number keeps phones and mail addresses apart. */
    public Registration registration(Town town, int number) {
        return new Registration(
                new Identity(
                        new PersonName(given, infix, surname, null, original, null),
                        new PartialDate(birthYear, birthMonth, birthDay),
                        birthDay == null ? BirthSource.STATEMENT : BirthSource.DOCUMENT,
                        gender),
                new Reachability(
                        new Phone("+3160000%04d".formatted(9_900 + number)),
                        true,
                        null,
                        "Voorbeeldstraat " + (10 + number),
                        null,
                        town.name(),
                        note,
                        language,
                        interpreter),
                new Residence(municipality, country, "DEMO-" + number, Boolean.TRUE, null, null),
                new Direction(
                        level == LanguageLevel.B1 ? LearningRoute.EDUCATION : LearningRoute.B1, level, sector, null));
    }

    /** Writes the plan with everything in it. */
    void write(Desk desk, Dossier dossier) {
        LocalDate today = desk.today();
        PlanWriter writer = new PlanWriter(desk, dossier);
        LocalDate made = today.plusDays(plan == null ? coach + 2 : plan);
        writer.begin(wish, made);
        for (GoalScript script : goals) {
            GoalState state = script.state() == null ? GoalState.OPEN : script.state();
            PlanWriter.Goal goal = new PlanWriter.Goal(
                    script.domain(),
                    script.title(),
                    script.why(),
                    script.measure(),
                    today.plusDays(script.target()),
                    state,
                    script.since() == null ? made : today.plusDays(script.since()),
                    day(today, script.ended()),
                    null);
            UUID id = writer.goal(goal, null);
            int position = 0;
            for (StepScript step : script.steps()) {
                StepStatus status = step.status() == null ? StepStatus.DONE : step.status();
                writer.step(
                        id,
                        goal,
                        ++position,
                        new PlanWriter.Step(
                                step.title(),
                                step.owner(),
                                day(today, step.due()),
                                status,
                                day(today, step.done()),
                                step.by(),
                                day(today, step.since()),
                                day(today, step.first())));
            }
        }
        for (AgreementScript agreement : agreed) {
            writer.agreed(today.plusDays(agreement.day()), agreement.how(), agreement.objection());
        }
        writer.end();
        int hour = 10;
        for (ContactScript contact : contacts) {
            writer.contact(
                    today.plusDays(contact.day()),
                    LocalTime.of(hour++ % 7 + 9, 15),
                    contact.channel(),
                    contact.minutes(),
                    contact.note());
        }
        for (AppointmentScript appointment : appointments) {
            LocalDate on = appointment.weekday() == null
                    ? today.plusDays(appointment.day() == null ? 0 : appointment.day())
                    : today.with(TemporalAdjusters.next(appointment.weekday()));
            writer.appointment(
                    on,
                    LocalTime.parse(appointment.time()),
                    appointment.minutes(),
                    appointment.title(),
                    appointment.place());
        }
    }

    private static @Nullable LocalDate day(LocalDate today, @Nullable Integer days) {
        return days == null ? null : today.plusDays(days);
    }
}
