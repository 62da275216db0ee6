package nl.meedoen.plans.reviews;

import java.util.List;
import java.util.UUID;
import nl.meedoen.access.ActingAs;
import nl.meedoen.kernel.ParticipantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Plans the first review of whoever has a plan and none yet, such as after an enrolment was opened again. On two
 * instances the second finds nothing left to do.
 */
@Component
class ReviewRounds {

    private static final int AT_ONCE = 200;

    private static final String MISSING = """
            select g.participant_id from glance g
                join enrolment e on e.participant_id = g.participant_id and e.status in ('REGISTERED', 'INTAKE', 'ACTIVE')
                left join review r on r.enrolment_id = e.id and r.state = 'PLANNED'
            where g.plan_on is not null and g.next_review_on is distinct from r.due_on
               or g.plan_on is not null and r.id is null
                  and not exists (select 1 from review f where f.enrolment_id = e.id and f.kind = 'FINAL')
            order by g.participant_id limit :most
            """;

    private final Reviews reviews;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    ReviewRounds(Reviews reviews, JdbcClient jdbc, TransactionTemplate transactions) {
        this.reviews = reviews;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 120_000)
    void look() {
        ActingAs.service(() -> {
            while (round() == AT_ONCE) {
                // the rest follows in transactions of their own
            }
        });
    }

    private int round() {
        Integer done = transactions.execute(tx -> {
            List<UUID> missing =
                    jdbc.sql(MISSING).param("most", AT_ONCE).query(UUID.class).list();
            missing.forEach(id -> reviews.plan(new ParticipantId(id)));
            return missing.size();
        });
        return done == null ? 0 : done;
    }
}
