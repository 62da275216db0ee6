package nl.meedoen.demo.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.ActingAs;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Actors;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.people.Organisation;
import nl.meedoen.plans.network.AcquaintanceText;
import nl.meedoen.plans.network.Introduction;
import nl.meedoen.plans.network.IntroductionId;
import nl.meedoen.plans.network.IntroductionOutcome;
import nl.meedoen.plans.network.IntroductionState;
import nl.meedoen.plans.network.Introductions;
import nl.meedoen.plans.network.Networks;
import nl.meedoen.plans.network.Via;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives the coach on the sign-in page and three colleagues a network, and asks for a few introductions. */
@Component
@Profile("demo")
class DemoNetworks {

    private static final long LOCK = 7_340_029;

    private static final List<AcquaintanceText> KNOWN = List.of(
            known("Bakkerij De Proefkorst", "Mede-eigenaar", "C", "GM0014", "Verzonnen Bakker"),
            known("Zorggroep Voorbeeld", "Teamleider thuiszorg", "Q", "GM0014", null),
            known("Installatiebedrijf Demo", "Werkvoorbereider", "F", "GM1966", null),
            known("Buurtmoestuin Test", "Bestuur", "S", "GM1969", null),
            known("Restaurant De Oefening", "Kok", "I", "GM0014", null),
            known("Garage Proefrit", "Chef werkplaats", "G", "GM1952", null),
            known("Basisschool Het Voorbeeld", "Conciërge", "P", "GM0014", null));

    private final JdbcClient jdbc;
    private final Actors actors;
    private final Networks networks;
    private final Introductions introductions;
    private final TransactionTemplate transactions;
    private final Words words;

    DemoNetworks(
            JdbcClient jdbc,
            Actors actors,
            Networks networks,
            Introductions introductions,
            TransactionTemplate transactions,
            Words words) {
        this.jdbc = jdbc;
        this.actors = actors;
        this.networks = networks;
        this.introductions = introductions;
        this.transactions = transactions;
        this.words = words;
    }

    private static AcquaintanceText known(
            String organisation, String does, String sector, String municipality, @Nullable String person) {
        return new AcquaintanceText(organisation, does, sector, municipality, person, null);
    }

    @EventListener(ApplicationReadyEvent.class)
    void make() {
        Actor coordinator = actor("coordinator@demo.example", Role.COORDINATOR);
        Actor coach = actor("coach@demo.example", Role.COACH);
        if (coordinator == null || coach == null || !first(coach)) {
            return;
        }
        acting(coach, () -> KNOWN.subList(0, 3).forEach(text -> networks.add(coach, text)));
        List<UUID> colleagues = new ArrayList<>();
        acting(
                coordinator,
                () -> colleagues.addAll(jdbc.sql("""
                        select account_id from coach_profile where location_id = any (cast(? as uuid[])) and account_id <> ?
                        order by 1 limit 2
                        """)
                        .params(
                                Organisation.array(coordinator.locations()),
                                coach.id().value())
                        .query(UUID.class)
                        .list()));
        for (int i = 0; i < colleagues.size(); i++) {
            Actor colleague =
                    actors.find(new AccountId(colleagues.get(i)), Role.COACH).orElse(null);
            if (colleague != null) {
                List<AcquaintanceText> theirs = KNOWN.subList(3 + 2 * i, 5 + 2 * i);
                acting(colleague, () -> theirs.forEach(text -> networks.add(colleague, text)));
            }
        }
        ask(coordinator, coach);
    }

    private void ask(Actor coordinator, Actor coach) {
        acting(coordinator, () -> {
            List<ParticipantId> people = jdbc.sql("""
                            select g.participant_id from glance g where g.location_id = any (cast(? as uuid[])) and g.status = 'ACTIVE'
                              and exists (select 1 from pitch p where p.participant_id = g.participant_id) order by g.number limit 3
                            """)
                    .param(Organisation.array(coordinator.locations()))
                    .query((row, n) -> new ParticipantId(row.getObject(1, UUID.class)))
                    .list();
            for (int i = 0; i < people.size(); i++) {
                ParticipantId person = people.get(i);
                if (i == 0) {
                    ask(
                            coordinator,
                            person,
                            Via.COACH,
                            "Installatiebedrijf Demo",
                            "Een ochtend meelopen voor iemand met zes jaar ervaring",
                            3,
                            coach.id());
                }
                IntroductionId asked = ask(
                        coordinator,
                        person,
                        Via.PARTICIPANT,
                        "Buurman van de voetbalclub",
                        "Een gesprek over het werk",
                        12 + i,
                        null);
                if (i == 1) {
                    introductions.proceed(
                            coordinator,
                            person,
                            asked,
                            0,
                            new Introduction.Progress(
                                    IntroductionState.MADE,
                                    words.today().minusDays(4),
                                    IntroductionOutcome.VISIT,
                                    null));
                }
            }
        });
    }

    private IntroductionId ask(
            Actor by, ParticipantId person, Via via, String whom, String wanted, int daysAgo, @Nullable AccountId of) {
        return introductions.ask(
                by,
                person,
                new Introductions.Request(via, whom, wanted, words.today().minusDays(daysAgo)),
                of);
    }

    private boolean first(Actor coach) {
        return Boolean.TRUE.equals(ActingAs.actor(
                coach,
                () -> transactions.execute(tx -> {
                    jdbc.sql("select pg_advisory_xact_lock(?)")
                            .param(LOCK)
                            .query((row, n) -> true)
                            .list();
                    return networks.own(coach).isEmpty();
                })));
    }

    private void acting(Actor actor, Runnable work) {
        ActingAs.actor(
                actor,
                () -> transactions.execute(tx -> {
                    work.run();
                    return true;
                }));
    }

    private @Nullable Actor actor(String email, Role role) {
        return jdbc.sql("select id from account where email = ?")
                .param(email)
                .query(UUID.class)
                .optional()
                .flatMap(id -> actors.find(new AccountId(id), role))
                .orElse(null);
    }
}
