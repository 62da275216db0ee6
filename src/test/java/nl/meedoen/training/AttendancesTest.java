package nl.meedoen.training;

import static nl.meedoen.training.AttendanceMark.ABSENT;
import static nl.meedoen.training.AttendanceMark.EXCUSED;
import static nl.meedoen.training.AttendanceMark.LATE;
import static nl.meedoen.training.AttendanceMark.PRESENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.Village;
import nl.meedoen.training.Attendances.Entry;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Marks of attendance: saved twice, saved by two, and what follows from them. */
@MeedoenTest
class AttendancesTest {

    @Autowired
    Village village;

    @Autowired
    Course course;

    @Autowired
    Attendances attendances;

    @Autowired
    OwnerJdbc everything;

    private static Entry entry(AttendanceMark mark) {
        return new Entry(mark, null, null);
    }

    private Attendances.Outcome save(
            SessionId session, Map<ParticipantId, Entry> marks, Map<ParticipantId, String> seen) {
        Actor trainer = village.actor(Role.TRAINER);
        return village.as(trainer, () -> attendances.record(trainer, session, marks, seen));
    }

    private List<String> marks(SessionId session) {
        return everything
                .sql("select mark || coalesce(' ' || minutes, '') from attendance where session_id = ? order by 1")
                .param(session.value())
                .query(String.class)
                .list();
    }

    private @Nullable Integer percent(ParticipantId participant) {
        return everything
                .sql("select attendance_percent from glance where participant_id = ?")
                .param(participant.value())
                .query((row, n) -> (Integer) row.getObject(1))
                .list()
                .get(0);
    }

    private CohortId running() {
        CohortId cohort = course.own("Loopt", 14, 12);
        course.join(cohort, village.amal, false);
        course.join(cohort, village.bahar, false);
        return cohort;
    }

    @Test
    void savingTwiceIsSavingOnce() {
        SessionId session = course.sessions(running()).get(0);
        Map<ParticipantId, Entry> wanted =
                Map.of(village.amal, new Entry(LATE, 10, null), village.bahar, entry(PRESENT));
        assertThat(save(session, wanted, Map.of()).changed()).isEqualTo(2);
        assertThat(save(session, wanted, Map.of()).changed()).isZero();
        assertThat(save(session, wanted, Map.of(village.amal, "-", village.bahar, "-")))
                .isEqualTo(new Attendances.Outcome(0, java.util.Set.of()));
        assertThat(marks(session)).containsExactly("LATE 10", "PRESENT");
    }

    @Test
    void whatSomebodyElseSavedIsNeverOverwrittenUnseen() {
        SessionId session = course.sessions(running()).get(0);
        save(session, Map.of(village.amal, entry(ABSENT)), Map.of());
        Attendances.Outcome outcome = save(
                session,
                Map.of(village.amal, entry(PRESENT), village.bahar, entry(PRESENT)),
                Map.of(village.amal, "-", village.bahar, "-"));
        assertThat(outcome.disputed()).containsExactly(village.amal);
        assertThat(marks(session)).containsExactly("ABSENT");

        assertThat(save(session, Map.of(village.amal, entry(PRESENT)), Map.of(village.amal, Entry.token(entry(ABSENT))))
                        .changed())
                .isEqualTo(1);
        assertThat(marks(session)).containsExactly("PRESENT");
    }

    @Test
    void whatIDidNotTouchStaysAsSomebodyElseSavedIt() {
        SessionId session = course.sessions(running()).get(0);
        save(session, Map.of(village.amal, entry(PRESENT)), Map.of());
        String seen = Entry.token(entry(PRESENT));
        save(session, Map.of(village.amal, entry(LATE)), Map.of(village.amal, seen));
        Attendances.Outcome outcome = save(
                session,
                Map.of(village.amal, entry(PRESENT), village.bahar, entry(ABSENT)),
                Map.of(village.amal, seen, village.bahar, "-"));
        assertThat(outcome.disputed()).isEmpty();
        assertThat(marks(session)).containsExactly("ABSENT", "LATE");
    }

    @Test
    void theShareCountsTheSessionsHeld() {
        CohortId cohort = running();
        List<SessionId> sessions = course.sessions(cohort);
        save(sessions.get(0), Map.of(village.amal, entry(PRESENT), village.bahar, entry(EXCUSED)), Map.of());
        assertThat(percent(village.amal)).isEqualTo(100);
        assertThat(percent(village.bahar)).isZero();
        save(sessions.get(1), Map.of(village.amal, entry(ABSENT), village.bahar, entry(LATE)), Map.of());
        assertThat(percent(village.amal)).isEqualTo(50);
        assertThat(percent(village.bahar)).isEqualTo(50);
    }

    @Test
    void nobodyIsMarkedBeforeTheDay() {
        CohortId cohort = course.own("Komt", -7, 12);
        course.join(cohort, village.amal, false);
        SessionId session = course.sessions(cohort).get(0);
        assertThatThrownBy(() -> save(session, Map.of(village.amal, entry(PRESENT)), Map.of()))
                .isInstanceOf(RuleBroken.class)
                .hasMessage("training.session-to-come");
    }

    @Test
    void whoIsNoMemberIsLeftOut() {
        SessionId session = course.sessions(running()).get(0);
        assertThat(save(session, Map.of(village.celine, entry(PRESENT)), Map.of())
                        .changed())
                .isZero();
        assertThat(marks(session)).isEmpty();
    }

    @Test
    void aForeignSessionIsNotThere() {
        SessionId session = course.sessions(course.foreign("Vreemd", 14)).get(0);
        assertThatThrownBy(() -> save(session, Map.of(), Map.of())).isInstanceOf(NotFound.class);
    }

    @Test
    void aReasonIsKeptSealedAndOnlyForWhoWasAway() {
        assertThat(new Entry(PRESENT, 5, "ziek")).isEqualTo(entry(PRESENT));
        SessionId session = course.sessions(running()).get(0);
        save(session, Map.of(village.amal, new Entry(EXCUSED, null, "tandarts")), Map.of());
        assertThat(everything
                        .sql("select encode(reason, 'escape') from attendance where session_id = ?")
                        .param(session.value())
                        .query(String.class)
                        .single())
                .isNotBlank()
                .doesNotContain("tandarts");
    }
}
