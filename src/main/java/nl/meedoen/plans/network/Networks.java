package nl.meedoen.plans.network;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.people.Organisation;
import nl.meedoen.privacy.Trail;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.StaleVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The own network of each volunteer, and the search in the networks of a coordinator's volunteers. */
@Service
@Transactional
public class Networks {

    /** The most that one search shows. */
    public static final int MOST = 50;

    private static final Duration KEPT = Duration.ofDays(30);
    private static final String SUBJECT = "plans.acquaintance";

    /**
     * What a coordinator finds: no name of a person, who did not ask to stand in a register.
     *
     * @param owner the volunteer who knows somebody there
     */
    public record Hit(
            AcquaintanceId id,
            String organisation,
            @Nullable String does,
            String sector,
            @Nullable String place,
            AccountId owner,
            String ownerName) {}

    private final JdbcClient jdbc;
    private final Trail trail;
    private final Vault vault;
    private final Clock clock;

    Networks(JdbcClient jdbc, Trail trail, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.vault = vault;
        this.clock = clock;
    }

    /** Adds somebody whom the actor knows. */
    public AcquaintanceId add(Actor actor, AcquaintanceText text) {
        AcquaintanceId id = AcquaintanceId.next();
        jdbc.sql("""
                        insert into acquaintance (id, owner_id, organisation, does, sector, municipality_code, folded, person, note,
                            added_at)
                        values (:id, :owner, :organisation, :does, :sector, :municipality, :folded, :person, :note, :now)
                        """)
                .param("id", id.value())
                .param("owner", actor.id().value())
                .param("organisation", text.organisation())
                .param("does", text.does())
                .param("sector", text.sector())
                .param("municipality", text.municipality())
                .param("folded", folded(text))
                .param("person", vault.sealOptional(text.person()))
                .param("note", vault.sealOptional(text.note()))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        trail.note(actor, Trail.Action.CREATED, SUBJECT, id.value());
        return id;
    }

    /**
     * Corrects it.
     *
     * @throws StaleVersion when it was changed elsewhere meanwhile
     */
    public void change(Actor actor, AcquaintanceId id, long version, AcquaintanceText text) {
        StaleVersion.check(find(actor, id).version(), version);
        jdbc.sql("""
                        update acquaintance set organisation = :organisation, does = :does, sector = :sector,
                            municipality_code = :municipality, folded = :folded, person = :person, note = :note,
                            version = version + 1
                        where id = :id
                        """)
                .param("id", id.value())
                .param("organisation", text.organisation())
                .param("does", text.does())
                .param("sector", text.sector())
                .param("municipality", text.municipality())
                .param("folded", folded(text))
                .param("person", vault.sealOptional(text.person()))
                .param("note", vault.sealOptional(text.note()))
                .update();
        trail.note(actor, Trail.Action.CHANGED, SUBJECT, id.value());
    }

    /** Takes it out of the network; introductions that came of it stay. It can be put back for a month. */
    public void remove(Actor actor, AcquaintanceId id) {
        find(actor, id);
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("update acquaintance set removed_at = ? where id = ?")
                .params(now, id.value())
                .update();
        jdbc.sql("delete from acquaintance where owner_id = ? and removed_at < ?")
                .params(actor.id().value(), Timestamp.from(clock.instant().minus(KEPT)))
                .update();
        trail.note(actor, Trail.Action.REMOVED, SUBJECT, id.value());
    }

    /** Puts it back. */
    public void restore(Actor actor, AcquaintanceId id) {
        int back = jdbc.sql(
                        "update acquaintance set removed_at = null where id = ? and owner_id = ? and removed_at is not null")
                .params(id.value(), actor.id().value())
                .update();
        if (back == 0) {
            throw new NotFound();
        }
        trail.note(actor, Trail.Action.UNDONE, SUBJECT, id.value());
    }

    /** The actor's own network, by organisation. */
    @Transactional(readOnly = true)
    public List<Acquaintance> own(Actor actor) {
        return jdbc.sql("""
                        select a.*, m.name place from acquaintance a left join municipality m on m.code = a.municipality_code
                        where a.owner_id = ? and a.removed_at is null order by a.organisation collate dutch, a.id
                        """)
                .param(actor.id().value())
                .query((row, n) -> acquaintance(row))
                .list();
    }

    /** One of the actor's own; locked until the transaction ends. */
    public Acquaintance find(Actor actor, AcquaintanceId id) {
        return jdbc.sql("""
                        select a.*, m.name place from acquaintance a left join municipality m on m.code = a.municipality_code
                        where a.id = ? and a.owner_id = ? and a.removed_at is null for update of a
                        """)
                .params(id.value(), actor.id().value())
                .query((row, n) -> acquaintance(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /**
     * Looks in the networks of the volunteers of the actor's locations, one more than is shown where there are more.
     *
     * @param words all of them must stand there; null for everything
     * @param sector SBI section; null for all
     */
    public List<Hit> search(Actor actor, @Nullable String words, @Nullable String sector) {
        trail.note(actor, Trail.Action.SEARCHED, "plans.network", null);
        return jdbc.sql("""
                        select a.id, a.organisation, a.does, a.sector, m.name, c.id, c.name
                        from acquaintance a join account c on c.id = a.owner_id
                            left join municipality m on m.code = a.municipality_code
                        where a.owner_id in (select c.account_id from coach_profile c
                                             where c.location_id = any (cast(:locations as uuid[])))
                          and c.status = 'ACTIVE' and a.removed_at is null and (cast(:sector as text) is null or a.sector = :sector)
                          and a.folded like all (cast(:words as text[]))
                        order by a.organisation collate dutch, a.id limit :most
                        """)
                .param("locations", Organisation.array(actor.locations()))
                .param("sector", sector)
                .param("words", patterns(words))
                .param("most", MOST + 1)
                .query((row, n) -> hit(row))
                .list();
    }

    /** One that a search of this actor would find. */
    public Hit found(Actor actor, AcquaintanceId id) {
        return jdbc.sql("""
                        select a.id, a.organisation, a.does, a.sector, m.name, c.id, c.name
                        from acquaintance a join account c on c.id = a.owner_id
                            left join municipality m on m.code = a.municipality_code
                        where a.id = :id and c.status = 'ACTIVE' and a.removed_at is null
                          and a.owner_id in (select c.account_id from coach_profile c
                                             where c.location_id = any (cast(:locations as uuid[])))
                        """)
                .param("id", id.value())
                .param("locations", Organisation.array(actor.locations()))
                .query((row, n) -> hit(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static Hit hit(ResultSet row) throws SQLException {
        return new Hit(
                new AcquaintanceId(row.getObject(1, UUID.class)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                new AccountId(row.getObject(6, UUID.class)),
                row.getString(7));
    }

    private Acquaintance acquaintance(ResultSet row) throws SQLException {
        return new Acquaintance(
                new AcquaintanceId(row.getObject("id", UUID.class)),
                new AcquaintanceText(
                        row.getString("organisation"),
                        row.getString("does"),
                        row.getString("sector"),
                        row.getString("municipality_code"),
                        vault.open(row.getBytes("person")),
                        vault.open(row.getBytes("note"))),
                row.getString("place"),
                row.getLong("version"));
    }

    private String folded(AcquaintanceText text) {
        String place = text.municipality() == null
                ? ""
                : jdbc.sql("select name from municipality where code = ?")
                        .param(text.municipality())
                        .query(String.class)
                        .single();
        return fold(String.join(" ", text.organisation(), text.does() == null ? "" : text.does(), place));
    }

    /** Each word anywhere, as a list of patterns for the database; signs that mean something there are taken as they are. */
    private static String patterns(@Nullable String words) {
        StringBuilder patterns = new StringBuilder("{\"%\"");
        for (String word : fold(words == null ? "" : words).split(" ")) {
            if (!word.isEmpty()) {
                patterns.append(",\"%").append(word).append("%\"");
            }
        }
        return patterns.append('}').toString();
    }

    /** Letters and digits without accents and capitals, with one space between words. */
    private static String fold(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
