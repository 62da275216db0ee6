package nl.meedoen.notices.digest;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.UUID;
import javax.sql.DataSource;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * When digests go: each morning a round that plans one job a person, in a table of the database. Whichever instance takes
 * a job, it is done once; one that fails is tried again, each time after a longer pause, and keeps no other waiting.
 */
@Component
class DigestSchedule {

    static final String ROUND = "digest-round";
    static final String LETTER = "digest-letter";

    private static final int MOST_TRIES = 8;
    private static final int THREADS = 2;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(20);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final DataSource database;
    private final Digests digests;
    private final Clock clock;
    private final Duration every;
    private final LocalTime at;
    private final boolean on;
    private @Nullable Scheduler running;

    /**
     * @param every how often the table is looked at
     * @param at when the round begins, in the office's time
     * @param on false for an instance that sends no digests
     */
    DigestSchedule(
            DataSource database,
            Digests digests,
            Clock clock,
            @Value("${meedoen.digest.every:10s}") Duration every,
            @Value("${meedoen.digest.at:07:00}") String at,
            @Value("${meedoen.digest.on:true}") boolean on) {
        this.database = database;
        this.digests = digests;
        this.clock = clock;
        this.every = every;
        this.at = LocalTime.parse(at);
        this.on = on;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (on) {
            running = open(UUID.randomUUID().toString());
            running.start();
        }
    }

    @PreDestroy
    void end() {
        if (running != null) {
            running.stop();
        }
    }

    /** A scheduler that has not begun; the name says in the table who took a job. */
    Scheduler open(String name) {
        OneTimeTask<Void> letter = Tasks.oneTime(LETTER)
                .onFailure(new FailureHandler.MaxRetriesFailureHandler<>(
                        MOST_TRIES,
                        (failed, again) -> again.reschedule(
                                failed, failed.getTimeDone().plus(pause(failed.getExecution().consecutiveFailures)))))
                .execute(
                        (instance, context) -> digests.write(new AccountId(UUID.fromString(person(instance.getId())))));
        RecurringTask<Void> round = Tasks.recurring(ROUND, Schedules.daily(Words.ZONE, at))
                .onFailure((failed, again) -> again.reschedule(
                        failed, failed.getTimeDone().plus(pause(failed.getExecution().consecutiveFailures))))
                .execute((instance, context) -> plan(letter, context));
        return Scheduler.create(database, letter)
                .startTasks(round)
                .schedulerName(new SchedulerName.Fixed(name))
                .pollingInterval(every)
                .clock(clock::instant)
                .threads(THREADS)
                .build();
    }

    /** A job a person and a day: planned twice, it stands there once. */
    private void plan(OneTimeTask<Void> letter, ExecutionContext context) {
        String day = "/" + clock.instant().atZone(Words.ZONE).toLocalDate();
        digests.wanting()
                .forEach(account -> context.getSchedulerClient()
                        .scheduleIfNotExists(letter.instance(account + day), clock.instant()));
    }

    private static String person(String instance) {
        return instance.substring(0, instance.indexOf('/'));
    }

    /** Twice as long after each failure, from twenty seconds to an hour. */
    static Duration pause(int failedBefore) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failedBefore, 10));
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
}
