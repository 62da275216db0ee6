package nl.meedoen.desk;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.meedoen.access.Actor;
import nl.meedoen.privacy.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Text that somebody has begun and not yet saved: kept sealed on the server, resumed on any device. */
@Component
public class Drafts {

    /** A kept text and when it was kept. */
    public record Draft(String place, String text, Instant savedAt) {}

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    Drafts(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** Keeps a text under a place, such as {@code contact:<participant id>}; an empty text removes it. */
    @Transactional
    public Optional<Instant> keep(Actor actor, String place, String text) {
        if (text.isBlank()) {
            drop(actor, place);
            return Optional.empty();
        }
        Instant now = clock.instant();
        jdbc.sql("""
                        insert into draft (account_id, place, body, saved_at) values (?, ?, ?, ?)
                        on conflict (account_id, place) do update set body = excluded.body, saved_at = excluded.saved_at
                        """)
                .params(actor.id().value(), place, vault.seal(text), Timestamp.from(now))
                .update();
        return Optional.of(now);
    }

    @Transactional(readOnly = true)
    public Optional<Draft> find(Actor actor, String place) {
        return jdbc.sql("select place, body, saved_at from draft where account_id = ? and place = ?")
                .params(actor.id().value(), place)
                .query((row, n) -> draft(row))
                .optional();
    }

    /** All texts that a person has open, newest first. */
    @Transactional(readOnly = true)
    public List<Draft> all(Actor actor) {
        return jdbc.sql("select place, body, saved_at from draft where account_id = ? order by saved_at desc limit 50")
                .param(actor.id().value())
                .query((row, n) -> draft(row))
                .list();
    }

    /** Removes a draft once its text is saved; part of the transaction that saves it. */
    @Transactional
    public void drop(Actor actor, String place) {
        jdbc.sql("delete from draft where account_id = ? and place = ?")
                .params(actor.id().value(), place)
                .update();
    }

    private Draft draft(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Draft(
                row.getString(1),
                String.valueOf(vault.open(row.getBytes(2))),
                row.getTimestamp(3).toInstant());
    }
}
