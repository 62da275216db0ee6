package nl.meedoen.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.registration.EndKind;
import nl.meedoen.participants.registration.EnrolmentCorrections;
import nl.meedoen.participants.registration.EnrolmentDates;
import nl.meedoen.participants.registration.EnrolmentStatus;
import nl.meedoen.participants.registration.Enrolments;
import nl.meedoen.participants.registration.Outcome;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.Village;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.StaleVersion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rules of a run: its states and days, who pays, the line, aftercare, another location. */
@MeedoenTest
class EnrolmentRunTest {

    @Autowired
    Village village;

    @Autowired
    OwnerJdbc everything;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Enrolments enrolments;

    @Autowired
    EnrolmentCorrections corrections;

    @Autowired
    EnrolmentHistory history;

    @Autowired
    Aftercare aftercare;

    @Autowired
    Funding funding;

    @Autowired
    WaitingList waiting;

    @Autowired
    Transfers transfers;

    private Actor coordinator;
    private ParticipantId person;

    @BeforeEach
    void somebody() {
        coordinator = village.actor(Role.COORDINATOR);
        person = village.participant("Yonas", "Traject", village.alpha, Village.OWN_MUNICIPALITY);
        village.assign(person, village.account(Role.COACH));
    }

    private void refused(String code, Runnable work) {
        assertThatThrownBy(() -> village.run(coordinator, work))
                .isInstanceOfSatisfying(
                        RuleBroken.class, no -> assertThat(no.code()).isEqualTo(code));
    }

    private EnrolmentCorrections.Run run() {
        return village.as(coordinator, () -> corrections.of(coordinator, person));
    }

    private List<Aftercare.CheckIn> checkIns() {
        return village.as(coordinator, () -> aftercare.of(person));
    }

    private void complete() {
        village.run(coordinator, () -> enrolments.complete(coordinator, person, Outcome.PAID_WORK, village.today()));
    }

    @Test
    void whoCompletesIsAskedAfterThirteenAndTwentySixWeeks() {
        complete();
        assertThat(run().status()).isEqualTo(EnrolmentStatus.AFTERCARE);
        assertThat(run().outcome()).isEqualTo(Outcome.PAID_WORK);
        assertThat(checkIns())
                .extracting(Aftercare.CheckIn::weeks, Aftercare.CheckIn::dueOn)
                .containsExactly(
                        tuple(13, village.today().plusWeeks(13)),
                        tuple(26, village.today().plusWeeks(26)));
        refused("enrolment.check-ins-open", () -> aftercare.close(coordinator, person));
        UUID first = checkIns().get(0).id();
        refused(
                "enrolment.check-in-early",
                () -> aftercare.answer(coordinator, person, first, Outcome.PAID_WORK, null));
    }

    @Test
    void aftercareIsAnsweredOnceAndThenTheRunCloses() {
        complete();
        everything
                .sql("update aftercare_check_in set due_on = current_date - 1 where participant_id = ?")
                .param(person.value())
                .update();
        for (Aftercare.CheckIn one : checkIns()) {
            village.run(
                    coordinator, () -> aftercare.answer(coordinator, person, one.id(), Outcome.EDUCATION, "Gaat goed"));
        }
        assertThat(checkIns()).allSatisfy(one -> {
            assertThat(one.situation()).isEqualTo(Outcome.EDUCATION);
            assertThat(one.note()).isEqualTo("Gaat goed");
        });
        refused(
                "enrolment.check-in-done",
                () -> aftercare.answer(coordinator, person, checkIns().get(0).id(), Outcome.EDUCATION, null));
        village.run(coordinator, () -> aftercare.close(coordinator, person));
        assertThat(run().status()).isEqualTo(EnrolmentStatus.CLOSED);
        refused("participants.not-in-aftercare", () -> aftercare.close(coordinator, person));
    }

    @Test
    void openingAgainNeedsAReasonAndDropsWhatNobodyAnswered() {
        complete();
        everything
                .sql(
                        "update enrolment_change set changed_at = changed_at - interval '2 hours' where participant_id = ?")
                .param(person.value())
                .update();
        refused("participants.reopen-reason-needed", () -> corrections.undoEnd(coordinator, person));
        refused("participants.reason-needed", () -> corrections.reopen(coordinator, person, "  "));
        village.run(coordinator, () -> corrections.reopen(coordinator, person, "Baan ging niet door"));
        assertThat(run().status()).isEqualTo(EnrolmentStatus.ACTIVE);
        assertThat(run().outcome()).isNull();
        assertThat(checkIns()).isEmpty();
        List<EnrolmentHistory.Step> steps = village.as(coordinator, () -> history.of(person));
        assertThat(steps.get(0).reason()).isEqualTo("Baan ging niet door");
        assertThat(steps.get(0).from()).isEqualTo(EnrolmentStatus.AFTERCARE);
    }

    @Test
    void anEndOfJustNowIsTakenBackWithoutAWord() {
        village.run(coordinator, () -> enrolments.withdraw(coordinator, person, EndKind.MOVED, null, village.today()));
        village.run(coordinator, () -> corrections.undoEnd(coordinator, person));
        assertThat(run().status()).isEqualTo(EnrolmentStatus.ACTIVE);
    }

    @Test
    void daysAreCorrectedInOrderWithAReasonAndTheOldOnesStay() {
        EnrolmentCorrections.Run run = run();
        EnrolmentDates days = run.dates();
        LocalDate intake = Objects.requireNonNull(days.intakeOn());
        EnrolmentDates earlier = new EnrolmentDates(days.registeredOn().minusDays(5), intake, days.activeOn(), null);
        village.run(
                coordinator, () -> corrections.correct(coordinator, person, earlier, "Brief gezien", run.version()));
        assertThat(run().dates()).isEqualTo(earlier);
        assertThat(everything
                        .sql("select registered_on from glance where participant_id = ?")
                        .param(person.value())
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(earlier.registeredOn());
        EnrolmentHistory.Step step =
                village.as(coordinator, () -> history.of(person)).get(0);
        assertThat(step.correction()).isTrue();
        assertThat(step.reason())
                .startsWith("Brief gezien")
                .contains(days.registeredOn() + " → " + earlier.registeredOn());
        assertThatThrownBy(() -> village.run(
                        coordinator, () -> corrections.correct(coordinator, person, days, "nog eens", run.version())))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void daysThatCannotBeAreRefused() {
        EnrolmentCorrections.Run run = run();
        EnrolmentDates days = run.dates();
        LocalDate intake = Objects.requireNonNull(days.intakeOn());
        correctionRefused("participants.nothing-corrected", days);
        correctionRefused(
                "participants.days-in-order", new EnrolmentDates(intake.plusDays(1), intake, days.activeOn(), null));
        correctionRefused(
                "participants.day-in-future",
                new EnrolmentDates(days.registeredOn(), intake, village.today().plusDays(1), null));
        correctionRefused(
                "participants.days-of-the-state", new EnrolmentDates(days.registeredOn(), null, days.activeOn(), null));
        correctionRefused(
                "participants.days-of-the-state",
                new EnrolmentDates(days.registeredOn(), intake, days.activeOn(), village.today()));
    }

    private void correctionRefused(String code, EnrolmentDates days) {
        long version = run().version();
        refused(code, () -> corrections.correct(coordinator, person, days, "waarom", version));
    }

    @Test
    void eachCheckHasItsEvidenceAndTheLastOneCounts() {
        LocalDate from = LocalDate.of(2026, 1, 1);
        refused(
                "enrolment.period-order",
                () -> funding.pay(coordinator, person, "AMIF-1", from, from.minusDays(1), -1));
        village.run(coordinator, () -> funding.pay(coordinator, person, "AMIF-1", from, from.plusYears(2), -1));
        assertThat(village.as(coordinator, () -> funding.of(person)))
                .hasValueSatisfying(source -> assertThat(source.projectCode()).isEqualTo("AMIF-1"));
        assertThatThrownBy(() ->
                        village.run(coordinator, () -> funding.pay(coordinator, person, "AMIF-2", from, from, -1)))
                .isInstanceOf(StaleVersion.class);
        refused(
                "enrolment.evidence-needed",
                () -> funding.check(coordinator, person, EligibilityKind.AGE, true, null, null));
        assertThatThrownBy(() -> village.run(
                        coordinator,
                        () -> funding.check(coordinator, person, EligibilityKind.AGE, true, null, UUID.randomUUID())))
                .isInstanceOf(NotFound.class);
        village.run(coordinator, () -> funding.check(coordinator, person, EligibilityKind.AGE, false, "Te jong", null));
        village.run(
                coordinator, () -> funding.check(coordinator, person, EligibilityKind.AGE, true, "Brief gezien", null));
        assertThat(village.as(coordinator, () -> funding.checks(person)))
                .extracting(Funding.Check::met, Funding.Check::remark, Funding.Check::checkedBy)
                .containsExactly(
                        tuple(true, "Brief gezien", coordinator.name()), tuple(false, "Te jong", coordinator.name()));
    }

    @Test
    void aCoachSeesNeitherFundingNorTheLineNorTransfers() {
        village.run(
                coordinator, () -> funding.check(coordinator, person, EligibilityKind.AGE, true, "Brief gezien", null));
        village.run(
                coordinator, () -> funding.pay(coordinator, person, "AMIF-1", village.today(), village.today(), -1));
        for (String table : List.of("enrolment_funding", "eligibility_check", "waiting_priority", "transfer")) {
            assertThat(village.as(
                            village.actor(Role.COACH),
                            () -> jdbc.sql("select count(*) from " + table)
                                    .query(Integer.class)
                                    .single()))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void theLineIsInTheOrderThatItsRuleSays() {
        List<ParticipantId> people = new java.util.ArrayList<>();
        int[] days = {400, 390, 390, 380};
        for (int i = 0; i < days.length; i++) {
            ParticipantId one = village.participant("Wacht" + i, "Rij", village.alpha, Village.OWN_MUNICIPALITY);
            everything
                    .sql("update glance set registered_on = current_date - ?, number = ? where participant_id = ?")
                    .params(days[i], "VIP-2019-" + (900000 + i) + one.toString().substring(30), one.value())
                    .update();
            people.add(one);
        }
        assertThat(line()).containsSubsequence(people);
        village.run(coordinator, () -> waiting.moveUp(coordinator, people.get(3), "Moet snel beginnen"));
        village.run(coordinator, () -> waiting.moveUp(coordinator, people.get(1), "Verhuist"));
        assertThat(line()).containsSubsequence(people.get(3), people.get(1), people.get(0), people.get(2));
        refused("participants.reason-needed", () -> waiting.moveUp(coordinator, people.get(0), " "));
        refused("enrolment.waits-not", () -> waiting.moveUp(coordinator, person, "heeft al een coach"));
        village.run(coordinator, () -> waiting.moveBack(coordinator, people.get(3)));
        assertThat(line())
                .containsSubsequence(people.get(1), people.get(0), people.get(2), people.get(3))
                .doesNotContain(person, village.celine);
        everything
                .sql("delete from waiting_priority where participant_id = ?")
                .param(people.get(1).value())
                .update();
    }

    @Test
    void pageAfterPageIsTheWholeLine() {
        for (int i = 0; i < 5; i++) {
            village.participant("Pagina" + i, "Rij", village.alpha, Village.OWN_MUNICIPALITY);
        }
        List<WaitingList.Waiting> whole = village.as(coordinator, () -> waiting.of(coordinator, null, 500)).stream()
                .filter(one -> one.reason() == null)
                .toList();
        List<WaitingList.Waiting> pages = new java.util.ArrayList<>();
        WaitingList.After after = null;
        while (true) {
            WaitingList.After from = after;
            List<WaitingList.Waiting> page = village.as(coordinator, () -> waiting.of(coordinator, from, 3)).stream()
                    .filter(one -> one.reason() == null)
                    .toList();
            if (page.isEmpty()) {
                break;
            }
            pages.addAll(page);
            WaitingList.Waiting last = page.get(page.size() - 1);
            after = new WaitingList.After(last.registeredOn(), last.number());
        }
        assertThat(pages).isEqualTo(whole).hasSizeGreaterThan(4);
    }

    private List<ParticipantId> line() {
        return village.as(coordinator, () -> waiting.of(coordinator, null, 500)).stream()
                .map(WaitingList.Waiting::id)
                .toList();
    }

    @Test
    void aTransferTakesTheDossierAlongAndTellsTheOtherLocation() {
        int before = letters();
        village.run(
                coordinator,
                () -> transfers.transfer(coordinator, person, village.beta, "Verhuisd naar het zuiden", false));
        Actor there = village.foreignActor(Role.COORDINATOR);
        assertThatThrownBy(() ->
                        village.run(coordinator, () -> transfers.of(person).get(0)))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> village.run(coordinator, () -> transfers.targets(coordinator, person)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        village.run(village.actor(Role.COACH), () -> corrections.of(village.actor(Role.COACH), person)))
                .isInstanceOf(NotFound.class);
        Transfers.Transfer came = village.as(there, () -> transfers.of(person)).get(0);
        assertThat(came.reason()).isEqualTo("Verhuisd naar het zuiden");
        assertThat(came.receivedAt()).isNull();
        assertThat(letters()).isEqualTo(before + 1);
        village.run(there, () -> transfers.receive(there, person, came.id()));
        assertThat(village.as(there, () -> transfers.of(person)).get(0).receivedBy())
                .isEqualTo(there.name());
        assertThat(everything
                        .sql(
                                "select count(distinct location_id) from (select location_id from participant where id = :id"
                                        + " union all select location_id from glance where participant_id = :id"
                                        + " union all select location_id from participant_search where participant_id = :id) x"
                                        + " where location_id = :beta")
                        .param("id", person.value())
                        .param("beta", village.beta.value())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private int letters() {
        return everything
                .sql("select count(*) from letter where recipient = ? and subject like '%overgedragen%'")
                .param("coordinator2@village.example")
                .query(Integer.class)
                .single();
    }

    @Test
    void theDatabaseLetsNobodyTakeADossier() {
        for (Actor actor : List.of(village.foreignActor(Role.COORDINATOR), village.actor(Role.COACH))) {
            assertThatThrownBy(() -> village.run(
                            actor,
                            () -> jdbc.sql("select transfer_participant(?, ?)")
                                    .params(person.value(), village.beta.value())
                                    .query((row, n) -> true)
                                    .list()))
                    .hasStackTraceContaining("only the own location gives a dossier away");
        }
    }

    @Test
    void theCoachGoesAlongWhereThatWasAgreed() {
        village.run(coordinator, () -> transfers.transfer(coordinator, person, village.beta, "Samen verhuisd", true));
        Actor coach = village.actor(Role.COACH);
        assertThat(village.as(coach, () -> corrections.of(coach, person)).status())
                .isEqualTo(EnrolmentStatus.ACTIVE);
    }
}
