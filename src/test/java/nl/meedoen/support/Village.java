package nl.meedoen.support;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import nl.meedoen.access.ActingAs;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Actors;
import nl.meedoen.access.Role;
import nl.meedoen.access.SignedIn;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.RegionId;
import nl.meedoen.kernel.Uuids;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The small world that tests start from: two locations in two regions, an account of each role at both, and a few
 * participants. "Own" is location Alpha with the first accounts; "foreign" is Beta with the second ones.
 */
public class Village {

    /** Password of every account. */
    public static final String PASSWORD = "a-village-password-1";

    public static final String OWN_MUNICIPALITY = "GM0014";
    public static final String FOREIGN_MUNICIPALITY = "GM0034";

    public final RegionId north = new RegionId(Uuids.next());
    public final RegionId south = new RegionId(Uuids.next());
    public final LocationId alpha = new LocationId(Uuids.next());
    public final LocationId beta = new LocationId(Uuids.next());

    /** At Alpha, with the coach, the trainer's group and a consent for the municipality. */
    public final ParticipantId amal;

    /** At Alpha, just registered: no coach, no consent. */
    public final ParticipantId bahar;

    /** At Beta, with the second coach, trainer and a consent. */
    public final ParticipantId celine;

    private final Map<Role, AccountId> own = new EnumMap<>(Role.class);
    private final Map<Role, AccountId> foreign = new EnumMap<>(Role.class);
    private final OwnerJdbc jdbc;
    private final Actors actors;
    private final TransactionTemplate transactions;
    private final String passwordHash;
    private final Clock clock;
    private int count;

    Village(OwnerJdbc jdbc, Actors actors, TransactionTemplate transactions, PasswordEncoder passwords, Clock clock) {
        this.jdbc = jdbc;
        this.actors = actors;
        this.transactions = transactions;
        this.passwordHash = String.valueOf(passwords.encode(PASSWORD));
        this.clock = clock;
        lettersOfEarlierRunsAway();
        organisation();
        for (Role role : Role.values()) {
            own.put(role, account(role, "", alpha, OWN_MUNICIPALITY));
            foreign.put(role, account(role, "2", beta, FOREIGN_MUNICIPALITY));
        }
        amal = participant("Amal", "Voorbeeld", alpha, OWN_MUNICIPALITY);
        bahar = participant("Bahar", "Proef", alpha, OWN_MUNICIPALITY);
        celine = participant("Celine", "Elders", beta, FOREIGN_MUNICIPALITY);
        assign(amal, account(Role.COACH));
        assign(celine, foreignAccount(Role.COACH));
        group(amal, account(Role.TRAINER));
        group(celine, foreignAccount(Role.TRAINER));
        consent(amal);
        consent(celine);
    }

    /** Signs in the account of this role at Alpha; with a valid form token. */
    public RequestPostProcessor as(Role role) {
        return signIn(account(role));
    }

    /** Signs in the account of this role at Beta. */
    public RequestPostProcessor asForeign(Role role) {
        return signIn(foreignAccount(role));
    }

    public RequestPostProcessor signIn(AccountId account) {
        return request -> {
            var token = UsernamePasswordAuthenticationToken.authenticated(
                    new SignedIn(account.toString()), null, List.of());
            return csrf().postProcessRequest(authentication(token).postProcessRequest(request));
        };
    }

    public AccountId account(Role role) {
        return own.get(role);
    }

    public AccountId foreignAccount(Role role) {
        return foreign.get(role);
    }

    /** The person of this role at Alpha, as a request would find them. */
    public Actor actor(Role role) {
        return actors.find(account(role), role).orElseThrow();
    }

    public Actor foreignActor(Role role) {
        return actors.find(foreignAccount(role), role).orElseThrow();
    }

    /** Does something as a person, in one transaction, behind both walls. */
    public <T> T as(Actor actor, Supplier<T> work) {
        return ActingAs.actor(actor, () -> transactions.execute(tx -> work.get()));
    }

    public void run(Actor actor, Runnable work) {
        as(actor, () -> {
            work.run();
            return true;
        });
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(nl.meedoen.webkit.Words.ZONE));
    }

    /** One more account, active, with the password of the village. */
    public AccountId account(Role role, String suffix, LocationId location, String municipality) {
        AccountId id = new AccountId(Uuids.next());
        String word = role.name().toLowerCase(java.util.Locale.ROOT).replace("_", "");
        jdbc.sql("insert into account (id, email, name, status, created_at) values (?, ?, ?, 'ACTIVE', now())")
                .params(
                        id.value(),
                        word + suffix + "@village.example",
                        word + " " + (suffix.isEmpty() ? "One" : suffix))
                .update();
        jdbc.sql("insert into account_role values (?, ?)")
                .params(id.value(), role.name())
                .update();
        jdbc.sql("insert into credential values (?, ?, now())")
                .params(id.value(), passwordHash)
                .update();
        if (role == Role.COORDINATOR || role == Role.TRAINER) {
            jdbc.sql("insert into account_location values (?, ?)")
                    .params(id.value(), location.value())
                    .update();
        }
        if (role == Role.CLIENT_MANAGER) {
            jdbc.sql("insert into account_municipality values (?, ?)")
                    .params(id.value(), municipality)
                    .update();
        }
        if (role == Role.COACH) {
            jdbc.sql("""
                            insert into coach_profile (account_id, location_id, municipality_code, languages, sectors, vog_until)
                            values (?, ?, ?, '{ar,en}', '{F,Q}', current_date + 400)
                            """).params(id.value(), location.value(), municipality).update();
        }
        return id;
    }

    /** One more participant, registered 30 days ago. */
    public ParticipantId participant(String given, String surname, LocationId location, String municipality) {
        ParticipantId id = new ParticipantId(Uuids.next());
        LocalDate registered = today().minusDays(30);
        String number = "VIP-2020-%06d".formatted(++count);
        String name = (given + " " + surname).strip();
        String sort = surname.isBlank() ? given : surname + ", " + given;
        jdbc.sql("""
                        insert into participant (id, number, location_id, municipality_code, given_names, surname, sort_name,
                            birth_year, birth_month, gender, phone, preferred_language, country, created_at, updated_at)
                        values (?, ?, ?, ?, ?, nullif(?, ''), ?, 1990, 3, 'FEMALE', '+31612345678', 'ar', 'SY', now(), now())
                        """)
                .params(id.value(), number, location.value(), municipality, given, surname, sort)
                .update();
        jdbc.sql("""
                        insert into glance (participant_id, location_id, municipality_code, number, name, sort_name, language,
                            status, phase, phase_since, registered_on, attention_on)
                        values (?, ?, ?, ?, ?, ?, 'ar', 'REGISTERED', 'REGISTERED', ?, ?, ?)
                        """)
                .params(
                        id.value(),
                        location.value(),
                        municipality,
                        number,
                        name,
                        sort,
                        registered,
                        registered,
                        registered.plusDays(14))
                .update();
        jdbc.sql("""
                        insert into participant_search (participant_id, location_id, municipality_code, tokens, phonetic,
                            number, phone, birth_year)
                        values (?, ?, ?, ?, '{}', ?, '+31612345678', 1990)
                        """)
                .params(
                        id.value(),
                        location.value(),
                        municipality,
                        " " + name.toLowerCase(java.util.Locale.ROOT) + " ",
                        number)
                .update();
        jdbc.sql("insert into enrolment (id, participant_id, status, registered_on) values (?, ?, 'REGISTERED', ?)")
                .params(Uuids.next(), id.value(), registered)
                .update();
        return id;
    }

    /** Gives the participant a coach since twenty days ago; the enrolment is active from then. */
    public void assign(ParticipantId participant, AccountId coach) {
        UUID id = Uuids.next();
        LocalDate since = today().minusDays(20);
        jdbc.sql(
                        "insert into coach_assignment (id, participant_id, coach_id, from_on, assigned_by) values (?, ?, ?, ?, ?)")
                .params(
                        id,
                        participant.value(),
                        coach.value(),
                        since,
                        account(Role.COORDINATOR).value())
                .update();
        reach(participant, coach, "COACH", id);
        jdbc.sql("update enrolment set status = 'ACTIVE', intake_on = ?, active_on = ? where participant_id = ?")
                .params(since, since, participant.value())
                .update();
        jdbc.sql("""
                        update glance set status = 'ACTIVE', phase = 'COACH_FOUND', intake_on = ?, coach_on = ?, coach_id = ?,
                            coach_name = (select name from account where id = ?), attention_on = ?
                        where participant_id = ?
                        """)
                .params(since, since, coach.value(), coach.value(), since.plusDays(14), participant.value())
                .update();
    }

    /** Lets a trainer reach the participant as a member of some group. */
    public void group(ParticipantId participant, AccountId trainer) {
        reach(participant, trainer, "TRAINER", Uuids.next());
    }

    /** Records a consent for the municipality, valid for a year. */
    public void consent(ParticipantId participant) {
        jdbc.sql("""
                        insert into consent (id, participant_id, purpose, recipient, text_version, language, given_on, valid_until,
                            how, recorded_by, recorded_at)
                        select ?, id, 'MUNICIPALITY', municipality_code, '1', 'nl', ?, ?, 'PAPER', ?, now()
                        from participant where id = ?
                        """)
                .params(
                        Uuids.next(),
                        today(),
                        today().plusYears(1),
                        account(Role.COORDINATOR).value(),
                        participant.value())
                .update();
    }

    private void reach(ParticipantId participant, AccountId account, String capacity, UUID source) {
        jdbc.sql("insert into reach values (?, ?, ?, ?, ?, null)")
                .params(participant.value(), account.value(), capacity, source, today().minusDays(20))
                .update();
    }

    private void organisation() {
        region(north, "Noord", alpha, "Alpha", OWN_MUNICIPALITY);
        region(south, "Zuid", beta, "Beta", FOREIGN_MUNICIPALITY);
    }

    private void region(
            RegionId region, String name, LocationId location, String place, @Nullable String municipality) {
        jdbc.sql("insert into region values (?, ?, 500)")
                .params(region.value(), name)
                .update();
        jdbc.sql("insert into location values (?, ?, ?)")
                .params(location.value(), region.value(), place)
                .update();
        jdbc.sql("insert into location_municipality values (?, ?, date '2020-01-01', null)")
                .params(location.value(), municipality)
                .update();
    }

    /** Without a mail server letters lie in a folder, and that of an earlier run would be taken for a new one. */
    private static void lettersOfEarlierRunsAway() {
        java.nio.file.Path folder = TestFolder.data().resolve("mail");
        if (!java.nio.file.Files.isDirectory(folder)) {
            return;
        }
        try (var letters = java.nio.file.Files.list(folder)) {
            for (java.nio.file.Path letter : letters.toList()) {
                java.nio.file.Files.deleteIfExists(letter);
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
