package nl.meedoen.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.meedoen.access.ActingAs;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Actors;
import nl.meedoen.access.Role;
import nl.meedoen.demo.accounts.DemoAccounts;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.CitizenNumber;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Glances;
import nl.meedoen.participants.ParticipantScope;
import nl.meedoen.participants.merging.PairFinder;
import nl.meedoen.privacy.Vault;
import nl.meedoen.support.Application;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** A small demo, on a database of its own: it must say the same as if people had typed it in. */
class DemoDataTest {

    private static final int PARTICIPANTS = 120;

    @TempDir
    private static Path folder;

    private static ConfigurableApplicationContext application;
    private static OwnerJdbc everything;

    @BeforeAll
    static void start() {
        TestDatabase database = TestDatabase.create();
        everything = database.everything();
        application = Application.run(
                "--spring.profiles.active=demo",
                "--server.port=0",
                "--meedoen.data=" + folder,
                "--meedoen.demo.participants=" + PARTICIPANTS,
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + TestDatabase.APP,
                "--spring.datasource.password=" + TestDatabase.PASSWORD,
                "--spring.flyway.url=" + database.url(),
                "--spring.flyway.user=" + TestDatabase.OWNER,
                "--spring.flyway.password=" + TestDatabase.PASSWORD);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void everythingIsThere() {
        assertThat(count("participant")).isEqualTo(PARTICIPANTS);
        assertThat(count("glance")).isEqualTo(PARTICIPANTS);
        assertThat(count("participant_search")).isEqualTo(PARTICIPANTS);
        assertThat(count("region")).isEqualTo(3);
        assertThat(number("select count(distinct municipality_code) from location_municipality"))
                .isEqualTo(29);
        assertThat(number("select count(distinct phase) from glance")).isGreaterThanOrEqualTo(6);
        assertThat(count("attendance")).isPositive();
        assertThat(count("session_work_form")).isPositive();
        assertThat(number("select count(distinct (state, kind)) from review")).isGreaterThanOrEqualTo(5);
        assertThat(number("select count(distinct (asked_as, turn, closed_at is null)) from question"))
                .isGreaterThanOrEqualTo(4);
        assertThat(number("select count(distinct state) from placement")).isGreaterThanOrEqualTo(3);
        assertThat(
                        number(
                                "select count(*) from glance where next_step_on < current_date and attention_on < current_date"))
                .isPositive();
    }

    @Test
    void whatSurroundsARunIsThereToo() {
        assertThat(number("select count(distinct weeks) from aftercare_check_in"))
                .isEqualTo(2);
        assertThat(number("select count(*) from aftercare_check_in where done_on is not null"))
                .isPositive();
        assertThat(number("select count(*) from aftercare_check_in where done_on is null and due_on <= current_date"))
                .isPositive();
        assertThat(number("select count(distinct met) from eligibility_check")).isEqualTo(2);
        assertThat(number("select count(*) from enrolment_funding")).isPositive();
        assertThat(number("select count(distinct coach_id) from coach_hours")).isGreaterThan(10);
        assertThat(number("""
                select count(*) from coach_cover v where current_date between from_on and until_on
                and exists (select 1 from reach r where r.source = v.id and r.cover)""")).isOne();
        Vault vault = application.getBean(Vault.class);
        assertThat(everything
                        .sql("""
                                select s.strokes from consent_signature s join consent c on c.id = s.consent_id
                                where c.how = 'SCREEN'
                                """)
                        .query((row, n) -> vault.open(row.getBytes(1)))
                        .list())
                .isNotEmpty()
                .allMatch(path -> nl.meedoen.consent.Strokes.read(path).isPresent());
        assertThat(number("""
                select count(*) from account a where a.email = 'klantmanager@demo.example'
                and not exists (select 1 from account_municipality m where m.account_id = a.id)
                and cardinality(municipalities_of(a.id, current_date)) = 3""")).as("by the social service alone").isOne();
    }

    /** Or whoever reads it in to try the import is asked about people that the file does not mean. */
    @Test
    void nobodySharesANumberOrAMailAddressWithTheExampleFile() throws Exception {
        String example;
        try (var file = getClass().getResourceAsStream("/aanmeldingen-voorbeeld.csv")) {
            example = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<String> known = new ArrayList<>(everything
                .sql("select client_number from participant where client_number is not null")
                .query(String.class)
                .list());
        known.addAll(everything
                .sql("select email from participant where email is not null")
                .query(String.class)
                .list());
        assertThat(known).hasSizeGreaterThan(PARTICIPANTS).noneMatch(value -> example.contains(";" + value + ";"));
    }

    @Test
    void aSecondStartLoadsNothing() {
        application.getBean(DemoLoading.class).start();
        assertThat(count("participant")).isEqualTo(PARTICIPANTS);
    }

    @Test
    void everySignInPageAccountWorks() {
        PasswordEncoder passwords = application.getBean(PasswordEncoder.class);
        for (var hint : new DemoAccounts().accounts()) {
            String hash = everything
                    .sql("select password_hash from credential c join account a on a.id = c.account_id where email = ?")
                    .param(hint.email())
                    .query(String.class)
                    .single();
            assertThat(passwords.matches(DemoAccounts.PASSWORD, hash))
                    .as(hint.email())
                    .isTrue();
        }
    }

    @Test
    void theListSaysWhatTheFactsSay() {
        List<Map<String, Object>> before = glanceRows();
        Glances glances = application.getBean(Glances.class);
        ActingAs.service(() -> transactions()
                .executeWithoutResult(tx -> everything
                        .sql("select participant_id from glance")
                        .query(UUID.class)
                        .list()
                        .forEach(id -> glances.settle(new ParticipantId(id)))));
        assertThat(glanceRows()).isEqualTo(before);

        assertThat(different("next_step_on", """
                (select s.due_on from step s join goal o on o.id = s.goal_id
                 where s.participant_id = g.participant_id and s.status <> 'DONE' and o.state = 'OPEN'
                 order by s.due_on nulls last limit 1)""")).isZero();
        assertThat(different(
                        "last_contact_on",
                        "(select max(held_on) from contact c where c.participant_id = g.participant_id)"))
                .isZero();
        assertThat(different("shared_until", """
                (select max(valid_until) from consent c where c.participant_id = g.participant_id
                 and purpose = 'MUNICIPALITY' and withdrawn_on is null)""")).isZero();
        assertThat(different("placed_on", """
                (select max(began_on) from placement p where p.participant_id = g.participant_id
                 and state = 'RUNNING' and kind not in ('MOCK_INTERVIEW', 'WORK_VISIT'))""")).isZero();
        assertThat(different("coach_id", """
                (select coach_id from coach_assignment c where c.participant_id = g.participant_id
                 and until_on is null)""")).isZero();
        assertThat(different("attendance_percent", """
                (select round(100.0 * count(*) filter (where mark in ('PRESENT', 'LATE')) / nullif(count(*), 0))
                 from attendance a where a.participant_id = g.participant_id)""")).isZero();
        assertThat(different("next_review_on", """
                (select due_on from review r where r.participant_id = g.participant_id and state = 'PLANNED')""")).isZero();
        assertThat(number("select count(*) from opening where taken > places")).isZero();
    }

    @Test
    void rowLevelSecurityIsForcedAgainAndTheTriggerIsBack() {
        assertThat(number("select count(*) from pg_class where relrowsecurity and not relforcerowsecurity"))
                .isZero();
        assertThat(number(
                        "select count(*) from pg_trigger where tgname = 'consent_decides_sharing' and tgenabled = 'O'"))
                .isOne();
    }

    @Test
    void nothingLooksLikeACitizenNumberAndNobodyIsReal() {
        List<String> texts = new ArrayList<>();
        everything
                .sql("""
                        select quote_ident(table_name), quote_ident(column_name) from information_schema.columns
                        where table_schema = 'public' and data_type = 'text'
                          and table_name in ('participant', 'account', 'employer', 'contact_person', 'goal', 'step',
                                             'appointment', 'coach_assignment', 'cohort', 'opening', 'placement')
                        """)
                .query((row, n) -> "select " + row.getString(2) + " from " + row.getString(1) + " where "
                        + row.getString(2) + " is not null")
                .list()
                .forEach(sql ->
                        texts.addAll(everything.sql(sql).query(String.class).list()));
        Vault vault = application.getBean(Vault.class);
        everything
                .sql("select note from contact")
                .query((row, n) -> vault.open(row.getBytes(1)))
                .list()
                .forEach(texts::add);
        assertThat(texts).hasSizeGreaterThan(1_000).noneMatch(CitizenNumber::looksLikeOne);
        assertThat(number("select count(*) from participant where phone not like '+3160000%'"))
                .isZero();
        assertThat(
                        number(
                                "select count(*) from account where name !~ '(Demo|Voorbeeld|Proef|Fictief|Verzonnen|Oefening)'"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "COORDINATOR, coordinator@demo.example, coordinator2@demo.example",
        "COACH, coach@demo.example, coach2@demo.example",
        "TRAINER, trainer@demo.example, trainer2@demo.example",
        "CLIENT_MANAGER, klantmanager@demo.example, klantmanager2@demo.example"
    })
    void theSecondAccountsSeeNoneOfTheFirstOnes(Role role, String first, String second) {
        Set<UUID> own = seen(role, first);
        Set<UUID> foreign = seen(role, second);
        assertThat(own).isNotEmpty();
        assertThat(foreign).isNotEmpty();
        assertThat(new HashSet<>(own)).doesNotContainAnyElementsOf(foreign);
    }

    @Test
    void theCoachHasSixDossiersAndTheTrainerAGroupOfTwelve() {
        assertThat(seen(Role.COACH, DemoAccounts.COACH)).hasSize(6);
        assertThat(number("""
                select count(*) from cohort_member m join cohort_trainer t using (cohort_id) join cohort c on c.id = m.cohort_id
                join account a on a.id = t.account_id
                where a.email = 'trainer@demo.example' and current_date between c.starts_on and c.ends_on
                """)).isGreaterThanOrEqualTo(12);
    }

    @Test
    void plansWereAgreedOnAndDifferFromTheVersionBefore() {
        assertThat(number("select count(*) from agreement where number = 2")).isPositive();
        assertThat(number("select count(*) from agreement where objection is not null"))
                .isPositive();
        Vault vault = application.getBean(Vault.class);
        List<String> versions = everything
                .sql("select content from agreement where participant_id = (select id from participant "
                        + "where given_names = 'Yonas Tesfay' and client_number = 'DEMO-1') order by number")
                .query((row, n) -> vault.open(row.getBytes(1)))
                .list();
        assertThat(versions).hasSize(2);
        assertThat(versions.get(0)).contains("Mijn diploma laten waarderen").doesNotContain("werkervaringsplek");
        assertThat(versions.get(1)).contains("Een werkervaringsplek vinden").doesNotContain("veilig werken");
    }

    @Test
    void somePeopleWereRegisteredTwice() {
        application.getBean(PairFinder.class).look();
        assertThat(pair("Mahmoud", "Mahmud")).isEqualTo("likely at one location");
        assertThat(pair("Feven Berhane Tekle", "Feven Berhane")).isEqualTo("likely at one location");
        assertThat(pair("Dalal", "Dalal")).isEqualTo("likely at two locations");
    }

    private String pair(String first, String again) {
        return everything
                .sql("""
                        select case when likely then 'likely' else 'possible' end
                            || case when d.location_id = d.other_location_id then ' at one location' else ' at two locations' end
                        from likely_double d join participant a on a.id = d.participant_id
                            join participant b on b.id = d.other_id
                        where a.phone = b.phone and (a.given_names = :first and b.given_names = :again
                            or a.given_names = :again and b.given_names = :first)
                        """)
                .param("first", first)
                .param("again", again)
                .query(String.class)
                .single();
    }

    private Set<UUID> seen(Role role, String email) {
        UUID account = everything
                .sql("select id from account where email = ?")
                .param(email)
                .query(UUID.class)
                .single();
        Actor actor = application
                .getBean(Actors.class)
                .find(new AccountId(account), role)
                .orElseThrow();
        return ActingAs.actor(
                actor,
                () -> transactions().execute(tx -> {
                    ParticipantScope.Condition mine =
                            application.getBean(ParticipantScope.class).ofGlance(actor);
                    return new HashSet<>(application
                            .getBean(JdbcClient.class)
                            .sql("select participant_id from glance g where " + mine.sql())
                            .params(mine.params())
                            .query(UUID.class)
                            .list());
                }));
    }

    private static TransactionTemplate transactions() {
        return application.getBean(TransactionTemplate.class);
    }

    private List<Map<String, Object>> glanceRows() {
        return everything
                .sql("select participant_id, phase, phase_since, attention_on::text from glance order by 1")
                .query()
                .listOfRows();
    }

    private long different(String column, String fact) {
        return number("select count(*) from glance g where g." + column + " is distinct from " + fact);
    }

    private long count(String table) {
        return number("select count(*) from " + table);
    }

    private long number(String sql) {
        return everything.sql(sql).query(Long.class).single();
    }
}
