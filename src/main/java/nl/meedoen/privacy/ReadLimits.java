package nl.meedoen.privacy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import nl.meedoen.webkit.TooMuch;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * An end to reading in bulk (ASVS 2.4.1): so many pages with people's data in ten minutes, and so many different
 * dossiers in an hour, for one person over all sessions and instances. Counted in the trail itself, from the newest line
 * back; requests at the same moment may pass together, which a limit of hundreds can bear.
 */
@Component
class ReadLimits {

    private static final Duration OF_PAGES = Duration.ofMinutes(10);
    private static final Duration OF_DOSSIERS = Duration.ofHours(1);

    /** When the person may go on: a row for each limit that is reached. */
    private static final String FREE = """
            select 'pages', at from (select at from trail
                where actor_id = :who and action in ('OPENED', 'LISTED', 'SEARCHED') and at > :since_pages
                order by at desc offset :pages limit 1) p
            union all
            select 'dossiers', at from (select max(at) at from trail
                where actor_id = :who and action in ('OPENED', 'LISTED', 'SEARCHED') and at > :since_dossiers
                    and participant_id is not null and cast(:participant as uuid) is not null
                group by participant_id order by 1 desc offset :dossiers limit 1) d
            where not exists (select 1 from trail where actor_id = :who and participant_id = :participant
                and action in ('OPENED', 'LISTED', 'SEARCHED') and at > :since_dossiers)
            """;

    private record Reached(String limit, Instant at) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final int pages;
    private final int dossiers;

    /**
     * @param pages at most so many pages in ten minutes; 0 for no end
     * @param dossiers at most so many different dossiers in an hour
     */
    ReadLimits(
            JdbcClient jdbc,
            Clock clock,
            @Value("${meedoen.reads.pages:600}") int pages,
            @Value("${meedoen.reads.dossiers:300}") int dossiers) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.pages = pages;
        this.dossiers = dossiers;
    }

    /**
     * Looks, in one statement, whether this person may read once more.
     *
     * @param participant whose dossier; null for a list
     * @throws TooMuch when not; it says from when on
     */
    void check(UUID who, @Nullable UUID participant) {
        if (pages <= 0) {
            return;
        }
        Instant now = clock.instant();
        jdbc.sql(FREE)
                .param("who", who)
                .param("participant", participant, java.sql.Types.OTHER)
                .param("since_pages", Timestamp.from(now.minus(OF_PAGES)))
                .param("since_dossiers", Timestamp.from(now.minus(OF_DOSSIERS)))
                .param("pages", pages - 1)
                .param("dossiers", dossiers - 1)
                .query((row, n) ->
                        new Reached(row.getString(1), row.getTimestamp(2).toInstant()))
                .list()
                .forEach(reached -> {
                    boolean dossier = reached.limit().equals("dossiers");
                    if (!dossier && answersAForm()) {
                        return; // what was typed comes back; its page was counted when it was opened
                    }
                    throw new TooMuch(
                            "reads.too-many-" + reached.limit(), reached.at().plus(dossier ? OF_DOSSIERS : OF_PAGES));
                });
    }

    private static boolean answersAForm() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                && request.getRequest().getMethod().equals("POST");
    }
}
