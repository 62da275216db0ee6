package nl.meedoen.demo;

import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import nl.meedoen.demo.places.Place.Colleague;
import nl.meedoen.demo.writing.Desk;
import nl.meedoen.demo.writing.Table;
import nl.meedoen.kernel.PersonName;
import nl.meedoen.participants.Glances;
import nl.meedoen.participants.registration.EnrolmentStatus;
import nl.meedoen.participants.registration.Reachability;
import nl.meedoen.participants.registration.Registration;
import nl.meedoen.participants.registration.SearchKeys;
import org.jspecify.annotations.Nullable;

/** Writes a participant, the search entry, the glance and the enrolment. */
final class DossierRows {

    private final Desk desk;

    DossierRows(Desk desk) {
        this.desk = desk;
    }

    /**
     * Writes it.
     *
     * @param sharedUntil as the consents say
     * @param coached who coaches now, by an assignment that runs
     * @param rungs the first and the last measurement; null where there is none
     */
    void write(Dossier d, @Nullable LocalDate sharedUntil, @Nullable Colleague coached, int @Nullable [] rungs) {
        participant(d, sharedUntil);
        search(d, sharedUntil);
        glance(d, sharedUntil, coached, rungs);
        enrolment(d);
    }

    private void participant(Dossier d, @Nullable LocalDate sharedUntil) {
        Registration r = d.registration;
        PersonName name = r.name();
        Reachability reach = r.reachability();
        LocalDate ended = benefitEnded(d);
        desk.add(
                Table.PARTICIPANT,
                d.id,
                d.number,
                d.place.id(),
                r.municipalityCode(),
                name.givenNames(),
                name.infix(),
                name.surname(),
                name.preferredName(),
                name.originalScript(),
                name.aliases(),
                name.sortName(),
                r.identity().birth().year(),
                r.identity().birth().month(),
                r.identity().birth().day(),
                r.identity().birthSource(),
                r.identity().gender(),
                reach.phone(),
                reach.whatsapp(),
                reach.email(),
                reach.street(),
                reach.town(),
                desk.seal(reach.note()),
                reach.language(),
                reach.interpreter(),
                r.residence().country(),
                r.residence().clientNumber(),
                ended == null ? r.residence().benefit() : Boolean.FALSE,
                Boolean.TRUE.equals(r.residence().benefit())
                        ? d.story.registeredOn().minusDays(30L + Math.floorMod(d.number.hashCode(), 400))
                        : null,
                ended,
                r.direction().learningRoute(),
                r.direction().languageLevel(),
                r.direction().wishedSector(),
                desk.seal(r.direction().remark()),
                sharedUntil,
                desk.at(d.story.registeredOn(), 9, 30),
                desk.at(d.story.registeredOn(), 9, 30));
    }

    /** Most of those who found paid work need no benefit a while later. */
    private @Nullable LocalDate benefitEnded(Dossier d) {
        LocalDate placed = d.placedOn();
        int chance = Math.floorMod(d.number.hashCode() * 31, 100);
        if (!Boolean.TRUE.equals(d.registration.residence().benefit())
                || placed == null
                || !("PAID_WORK".equals(d.placementKind()) || "TEMPORARY_WORK".equals(d.placementKind()))
                || chance > 85) {
            return null;
        }
        LocalDate ended = placed.plusDays(chance % 40);
        return ended.isAfter(desk.today()) ? null : ended;
    }

    private void search(Dossier d, @Nullable LocalDate sharedUntil) {
        Registration r = d.registration;
        SearchKeys keys = SearchKeys.of(r);
        desk.add(
                Table.PARTICIPANT_SEARCH,
                d.id,
                d.place.id(),
                r.municipalityCode(),
                sharedUntil,
                keys.tokens(),
                keys.phonetic(),
                d.number,
                r.reachability().phone(),
                r.reachability().email(),
                r.identity().birth().year(),
                r.residence().clientNumber() == null
                        ? null
                        : r.residence().clientNumber().toLowerCase(java.util.Locale.ROOT));
    }

    private void glance(
            Dossier d, @Nullable LocalDate sharedUntil, @Nullable Colleague coached, int @Nullable [] rungs) {
        Story story = d.story;
        PersonName name = d.registration.name();
        desk.add(
                Table.GLANCE,
                d.id,
                d.place.id(),
                d.registration.municipalityCode(),
                sharedUntil,
                d.number,
                name.display(),
                name.sortName(),
                name.originalScript(),
                d.registration.reachability().language(),
                story.status(),
                d.phase(),
                d.phaseSince(),
                story.registeredOn(),
                story.intakeOn(),
                story.coachOn(),
                story.planOn(),
                d.placedOn(),
                story.endedOn(),
                coached == null ? null : coached.id(),
                coached == null ? null : coached.name(),
                rungs == null ? null : rungs[0],
                rungs == null ? null : rungs[1],
                d.nextStep(),
                d.nextStepOn(),
                d.appointmentAt(),
                d.appointment(),
                story.actingOn(),
                d.lastContactOn(),
                d.attendance(),
                d.placementKind(),
                d.placementUntil(),
                d.reviewOn(),
                attention(d, coached));
    }

    /** The attention date, as {@link Glances#settle} finds it; a test compares the two. */
    private static Object attention(Dossier d, @Nullable Colleague coached) {
        Story story = d.story;
        if (!story.open()) {
            return "infinity";
        }
        LocalDate step = d.nextStepOn() == null ? null : d.nextStepOn().plusDays(1);
        LocalDate waited = story.intakeOn() == null ? story.registeredOn() : story.intakeOn();
        LocalDate silence = coached == null
                ? waited.plusDays(Glances.SILENT_DAYS)
                : Glances.silentOn(Stream.of(d.lastContactOn(), story.coachOn(), story.registeredOn())
                        .filter(day -> day != null)
                        .max(LocalDate::compareTo)
                        .orElseThrow());
        LocalDate term = d.placementUntil() == null ? null : d.placementUntil().minusDays(14);
        return Stream.of(step, silence, term)
                .filter(day -> day != null)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    private void enrolment(Dossier d) {
        Story story = d.story;
        String reason = story.status() == EnrolmentStatus.WITHDRAWN
                ? desk.phrases()
                        .withdrawReasons()
                        .get(Math.floorMod(
                                d.number.hashCode(),
                                desk.phrases().withdrawReasons().size()))
                : null;
        desk.add(
                Table.ENROLMENT,
                d.enrolment,
                d.id,
                story.status(),
                story.registeredOn(),
                story.intakeOn(),
                story.coachOn(),
                story.endedOn(),
                desk.seal(reason),
                story.endKind(),
                story.status() == EnrolmentStatus.AFTERCARE ? AfterRows.outcome(d) : null);
        EnrolmentStatus before = change(d, null, EnrolmentStatus.REGISTERED, story.registeredOn(), null);
        before = change(d, before, EnrolmentStatus.INTAKE, story.intakeOn(), null);
        before = change(d, before, EnrolmentStatus.ACTIVE, story.coachOn(), null);
        change(d, before, story.status(), story.endedOn(), reason);
    }

    private @Nullable EnrolmentStatus change(
            Dossier d,
            @Nullable EnrolmentStatus from,
            EnrolmentStatus to,
            @Nullable LocalDate on,
            @Nullable String reason) {
        if (on == null) {
            return from;
        }
        UUID id = desk.id();
        desk.add(
                Table.ENROLMENT_CHANGE,
                id,
                d.enrolment,
                d.id,
                from,
                to,
                on,
                d.coordinator.id(),
                desk.at(on, 11, 5),
                desk.seal(reason));
        return to;
    }
}
