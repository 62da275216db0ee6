package nl.meedoen.insight.figures;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meedoen.access.ActingAs;
import nl.meedoen.kernel.Tally;
import nl.meedoen.participants.figures.ParticipantTallies;
import nl.meedoen.people.figures.ServedAreas;
import nl.meedoen.placements.figures.PlacementTallies;
import nl.meedoen.webkit.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts again each minute, under the service's own identity; pages read what it leaves. */
@Component
public class CounterRefresh {

    private static final Logger log = LoggerFactory.getLogger(CounterRefresh.class);

    /** Any number that only this job uses. */
    private static final long LOCK = 7_340_010;

    /** Another instance may have counted in the meantime. */
    private static final Duration FRESH = Duration.ofSeconds(45);

    private final JdbcClient jdbc;
    private final ServedAreas served;
    private final ParticipantTallies participants;
    private final PlacementTallies placements;
    private final CounterTable table;
    private final TransactionTemplate turn;
    private final TransactionTemplate snapshot;
    private final Clock clock;
    private final int target;

    CounterRefresh(
            JdbcClient jdbc,
            ServedAreas served,
            ParticipantTallies participants,
            PlacementTallies placements,
            CounterTable table,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${meedoen.insight.target:1500}") int target) {
        this.jdbc = jdbc;
        this.served = served;
        this.participants = participants;
        this.placements = placements;
        this.table = table;
        this.clock = clock;
        this.target = target;
        turn = new TransactionTemplate(transactions);
        snapshot = new TransactionTemplate(transactions);
        snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        // the rooms' counts must be of one moment, or the figures would not add up
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    @Scheduled(fixedDelayString = "${meedoen.insight.every:60s}", initialDelayString = "${meedoen.insight.first:4s}")
    void each() {
        try {
            ActingAs.service(() -> turn.executeWithoutResult(tx -> {
                if (mine() && !fresh()) {
                    snapshot.executeWithoutResult(inner -> count());
                }
            }));
        } catch (ConcurrencyFailureException e) {
            log.info("The figures are counted again in a minute: {}", e.getMessage());
        }
    }

    /** Counts now, after whoever is at it. */
    public void refresh() {
        ActingAs.service(() -> turn.executeWithoutResult(tx -> {
            jdbc.sql("select pg_advisory_xact_lock(?)")
                    .param(LOCK)
                    .query((row, n) -> true)
                    .list();
            snapshot.executeWithoutResult(inner -> count());
        }));
    }

    private boolean mine() {
        return jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single();
    }

    private boolean fresh() {
        Instant now = clock.instant();
        return jdbc.sql("select refreshed_at from figure_refresh")
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional()
                .filter(last -> last.isAfter(now.minus(FRESH)) && !last.isAfter(now))
                .isPresent();
    }

    private void count() {
        Instant now = clock.instant();
        List<Tally> tallies = new ArrayList<>(participants.read());
        tallies.addAll(placements.read());
        Set<String> counted = tallies.stream().map(Tally::municipality).collect(Collectors.toSet());
        AreaIndex plan = new AreaPlan(served, counted, target).index();
        table.areas(plan.areas());
        table.figures(Publication.of(plan, tallies, LocalDate.ofInstant(now, Words.ZONE)));
        jdbc.sql("""
                        insert into figure_refresh (refreshed_at) values (?)
                        on conflict (single) do update set refreshed_at = excluded.refreshed_at
                        """).param(Timestamp.from(now)).update();
    }
}
