package nl.meedoen.demo.papers;

import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.ActingAs;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Actors;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Consents;
import nl.meedoen.plans.cv.CvLayout;
import nl.meedoen.plans.cv.CvPart;
import nl.meedoen.plans.cv.CvText;
import nl.meedoen.plans.cv.Cvs;
import nl.meedoen.webkit.Words;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the curriculum vitae of those who have a pitch and the coach on the sign-in page, the way a coach does it; the
 * first one stands behind an address for employers.
 */
@Component
@Profile("demo")
class DemoCvs {

    private static final String COACH = "coach@demo.example";
    private static final long LOCK = 7_340_028;

    private final JdbcClient jdbc;
    private final Actors actors;
    private final Cvs cvs;
    private final Consents consents;
    private final TransactionTemplate transactions;
    private final Words words;

    DemoCvs(JdbcClient jdbc, Actors actors, Cvs cvs, Consents consents, TransactionTemplate transactions, Words words) {
        this.jdbc = jdbc;
        this.actors = actors;
        this.cvs = cvs;
        this.consents = consents;
        this.transactions = transactions;
        this.words = words;
    }

    @EventListener(ApplicationReadyEvent.class)
    void make() {
        jdbc.sql("select id from account where email = ?")
                .param(COACH)
                .query(UUID.class)
                .optional()
                .flatMap(id -> actors.find(new AccountId(id), Role.COACH))
                .ifPresent(coach -> ActingAs.actor(coach, () -> transactions.execute(tx -> make(coach))));
    }

    private boolean make(Actor coach) {
        jdbc.sql("select pg_advisory_xact_lock(?)")
                .param(LOCK)
                .query((row, n) -> true)
                .list();
        if (jdbc.sql("select exists (select 1 from cv)").query(Boolean.class).single()) {
            return false;
        }
        List<ParticipantId> people = jdbc.sql("""
                        select distinct participant_id from pitch where participant_id = any (app_caseload()) order by 1
                        """)
                .query((row, n) -> new ParticipantId(row.getObject(1, UUID.class)))
                .list();
        for (int i = 0; i < people.size(); i++) {
            CvLayout layout = i % 2 == 0 ? CvLayout.TIMELINE : CvLayout.SKILLS;
            cvs.choose(coach, people.get(i), 0, new CvText(EnumSet.allOf(CvPart.class), layout, null, null));
        }
        if (!people.isEmpty()) {
            consents.give(
                    coach,
                    people.get(0),
                    Consents.Purpose.EMPLOYERS,
                    Consents.How.ORAL,
                    "nl",
                    words.today().minusDays(2));
            cvs.publish(coach, people.get(0));
        }
        return true;
    }
}
