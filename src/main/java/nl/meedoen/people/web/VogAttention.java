package nl.meedoen.people.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Permission;
import nl.meedoen.access.Role;
import nl.meedoen.desk.Attention;
import nl.meedoen.people.Organisation;
import nl.meedoen.people.VogState;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells a coordinator whose certificate of conduct runs out, and a coach about the own one. */
@Component
class VogAttention implements Attention.Source {

    private final JdbcClient jdbc;
    private final Texts texts;
    private final Words words;

    VogAttention(JdbcClient jdbc, Texts texts, Words words) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.words = words;
    }

    @Override
    public List<Attention> of(Actor actor) {
        if (actor.role() == Role.COACH) {
            return own(actor);
        }
        if (!actor.may(Permission.STAFF_INVITE)) {
            return List.of();
        }
        return jdbc.sql("""
                        select a.id, a.name, c.vog_until from coach_profile c join account a on a.id = c.account_id
                        where c.location_id = any(cast(? as uuid[])) and a.status = 'ACTIVE' and c.vog_until <= ?
                        order by c.vog_until, a.id limit 50
                        """)
                .param(Organisation.array(actor.locations()))
                .param(words.today().plusDays(VogState.WARNING_DAYS))
                .query((row, n) -> {
                    LocalDate until = row.getObject(3, LocalDate.class);
                    boolean expired = until.isBefore(words.today());
                    return new Attention(
                            "people.attention.vog",
                            expired ? "danger" : "wait",
                            expired ? "alert" : "clock",
                            row.getString(2),
                            texts.of(
                                    expired ? "people.attention.vog-expired" : "people.attention.vog-expiring",
                                    words.fullDate(until)),
                            "/coaches/" + row.getObject(1, UUID.class),
                            until);
                })
                .list();
    }

    /** A coach asks for a new certificate in time; the office keeps the dates. */
    private List<Attention> own(Actor actor) {
        return jdbc
                .sql("select vog_until from coach_profile where account_id = ? and vog_until <= ?")
                .params(actor.id().value(), words.today().plusDays(VogState.WARNING_DAYS))
                .query(LocalDate.class)
                .list()
                .stream()
                .map(until -> {
                    boolean expired = until.isBefore(words.today());
                    return new Attention(
                            "people.attention.vog",
                            expired ? "danger" : "wait",
                            expired ? "alert" : "clock",
                            texts.of("people.attention.vog-own"),
                            texts.of(
                                    expired ? "people.attention.vog-own-expired" : "people.attention.vog-own-expiring",
                                    words.fullDate(until)),
                            "/account",
                            until);
                })
                .toList();
    }
}
