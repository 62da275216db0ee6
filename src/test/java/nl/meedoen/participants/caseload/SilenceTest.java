package nl.meedoen.participants.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.PublicHoliday;
import nl.meedoen.participants.Glances;
import nl.meedoen.participants.Handover;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.Village;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Fourteen days without a contact: which days count. */
@MeedoenTest
class SilenceTest {

    @Autowired
    Village village;

    @Autowired
    OwnerJdbc everything;

    @Autowired
    Covers covers;

    @Autowired
    Glances glances;

    private AccountId absent;
    private AccountId present;
    private ParticipantId person;
    private Actor coordinator;
    private LocalDate today;

    @BeforeEach
    void aCaseload() {
        String suffix = UUID.randomUUID().toString();
        absent = village.account(Role.COACH, "silent" + suffix, village.alpha, Village.OWN_MUNICIPALITY);
        present = village.account(Role.COACH, "present" + suffix, village.alpha, Village.OWN_MUNICIPALITY);
        person = village.participant("Stil", suffix, village.alpha, Village.OWN_MUNICIPALITY);
        village.assign(person, absent);
        coordinator = village.actor(Role.COORDINATOR);
        today = village.today();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-02,2026-11-16", // no holiday in between
        "2026-12-14,2026-12-30", // two days of Christmas
        "2026-12-20,2027-01-06", // and New Year
        "2027-03-25,2027-04-11", // Good Friday, Easter Sunday and Easter Monday
        "2027-04-26,2027-05-13" // the King's day, Liberation Day and Ascension Day
    })
    void publicHolidaysDoNotCount(LocalDate spoken, LocalDate silent) {
        assertThat(Glances.silentOn(spoken)).isEqualTo(silent);
        assertThat(everything
                        .sql("select silent_after(?, ?)")
                        .params(person.value(), spoken)
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(silent);
    }

    @Test
    void theDatabaseKnowsTheSameHolidays() {
        LocalDate from = LocalDate.of(1999, 1, 1);
        LocalDate until = LocalDate.of(2100, 1, 1);
        assertThat(everything
                        .sql("select d::date from generate_series(?::date, ?::date, interval '1 day') d"
                                + " where public_holiday(d::date) order by d")
                        .params(from, until)
                        .query(LocalDate.class)
                        .list())
                .containsExactlyElementsOf(Stream.iterate(from, day -> !day.isAfter(until), day -> day.plusDays(1))
                        .filter(day -> PublicHoliday.on(day).isPresent())
                        .toList());
    }

    @Test
    void daysOnWhichSomebodyCoversDoNotCount() {
        CoverId cover = arrange(today.minusDays(3), today.plusDays(6));
        assertThat(silentOn()).isEqualTo(expected(today.minusDays(20), today.minusDays(3), today.plusDays(6)));

        spokenOn(today.minusDays(5));
        LocalDate ten = silentOn();
        assertThat(ten).isAfterOrEqualTo(today.plusDays(9 + 10));
        assertThat(attentionOn()).as("and the list says so too").isEqualTo(ten);

        // back early: what has passed stays excused, what was to come does not
        village.run(coordinator, () -> covers.end(coordinator, absent, cover));
        assertThat(silentOn()).isEqualTo(expected(today.minusDays(5), today.minusDays(3), today.minusDays(1)));
        assertThat(attentionOn()).isEqualTo(silentOn());
    }

    @Test
    void aCoverThatComesCountsFromTheDayItIsArranged() {
        spokenOn(today);
        LocalDate before = silentOn();
        assertThat(before).isEqualTo(Glances.silentOn(today));
        arrange(today.plusDays(2), today.plusDays(4));
        assertThat(silentOn()).isEqualTo(expected(today, today.plusDays(2), today.plusDays(4)));
    }

    @Test
    void withoutACoachNobodyIsSilent() {
        everything
                .sql("update glance set coach_id = null where participant_id = ?")
                .param(person.value())
                .update();
        assertThat(everything
                        .sql("select silent_on is null from glance where participant_id = ?")
                        .param(person.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    /** The rule once more, written out: the fourteenth day that is no holiday and not between these two. */
    private static LocalDate expected(LocalDate spoken, LocalDate coveredFrom, LocalDate coveredUntil) {
        return Stream.iterate(spoken.plusDays(1), day -> day.plusDays(1))
                .filter(day -> PublicHoliday.on(day).isEmpty())
                .filter(day -> day.isBefore(coveredFrom) || day.isAfter(coveredUntil))
                .skip(13)
                .findFirst()
                .orElseThrow();
    }

    private void spokenOn(LocalDate day) {
        everything
                .sql("update glance set last_contact_on = ? where participant_id = ?")
                .params(day, person.value())
                .update();
        village.run(coordinator, () -> glances.settle(person));
    }

    private CoverId arrange(LocalDate from, LocalDate until) {
        return village.as(
                coordinator, () -> covers.arrange(coordinator, absent, present, from, until, Handover.ALL, "Vakantie"));
    }

    private LocalDate silentOn() {
        return day("silent_on");
    }

    private LocalDate attentionOn() {
        return day("attention_on");
    }

    private LocalDate day(String column) {
        return everything
                .sql("select " + column + " from glance where participant_id = ?")
                .param(person.value())
                .query(LocalDate.class)
                .single();
    }
}
