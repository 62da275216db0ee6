package nl.meedoen.notices.digest;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.meedoen.access.ActingAs;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Actors;
import nl.meedoen.access.Permission;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.notices.Waiting;
import nl.meedoen.post.Post;
import nl.meedoen.webkit.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The digest of one person on one day. What it tells is read as that person and in each of the person's roles, so that it
 * holds what Today holds and nothing that is closed; whoever is blocked or has no role left gets none.
 */
@Component
class Digests {

    /** What waited in the morning is old news by the evening. */
    private static final Duration GOOD_FOR = Duration.ofHours(10);

    private static final int KEPT_DAYS = 60;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Actors actors;
    private final Waiting waiting;
    private final DigestChoices choices;
    private final DigestLetters letters;
    private final StopLinks stops;
    private final Post post;
    private final Clock clock;

    Digests(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Actors actors,
            Waiting waiting,
            DigestChoices choices,
            DigestLetters letters,
            StopLinks stops,
            Post post,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.actors = actors;
        this.waiting = waiting;
        this.choices = choices;
        this.letters = letters;
        this.stops = stops;
        this.post = post;
        this.clock = clock;
    }

    /** Who gets one today; those who had theirs are left out. */
    List<AccountId> wanting() {
        LocalDate today = today();
        return ActingAs.service(() -> transactions.execute(tx -> {
            jdbc.sql("delete from digest where on_day < ?")
                    .param(today.minusDays(KEPT_DAYS))
                    .update();
            return choices.wanting(today);
        }));
    }

    /**
     * Writes the digest of today and hands it to the post, once however often it is called; no letter when nothing waits.
     *
     * @return whether a letter was handed in
     */
    boolean write(AccountId account) {
        LocalDate today = today();
        Map<Role, Waiting.Now> found = found(account);
        int things = found.values().stream().mapToInt(Waiting.Now::count).sum();
        return Boolean.TRUE.equals(ActingAs.service(() -> transactions.execute(tx -> {
            int first = jdbc.sql(
                            "insert into digest (account_id, on_day, things) values (?, ?, ?) on conflict do nothing")
                    .params(account.value(), today, things)
                    .update();
            DigestRhythm rhythm = choices.of(account);
            if (first == 0 || things == 0 || !rhythm.on(today)) {
                return false;
            }
            DigestLetters.Reader reader = jdbc.sql("select email, name, language from account where id = ?")
                    .param(account.value())
                    .query((row, n) -> new DigestLetters.Reader(row.getString(1), row.getString(2), row.getString(3)))
                    .single();
            String stop = stops.of(account);
            DigestLetters.Letter letter = letters.write(reader, rhythm, today, found, stop);
            post.sendStoppable(
                    reader.email(),
                    letter.subject(),
                    letter.text(),
                    stop,
                    clock.instant().plus(GOOD_FOR));
            return true;
        })));
    }

    private Map<Role, Waiting.Now> found(AccountId account) {
        Map<Role, Waiting.Now> found = new LinkedHashMap<>();
        actors.find(account, null).stream()
                .flatMap(actor -> actor.roles().stream())
                .filter(role -> role.may(Permission.TODAY))
                .forEach(role -> actors.find(account, role)
                        .filter(actor -> actor.role() == role)
                        .ifPresent(actor -> found.put(role, as(actor))));
        return found;
    }

    private Waiting.Now as(Actor actor) {
        return ActingAs.actor(actor, () -> waiting.of(actor));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Words.ZONE));
    }
}
