package nl.meedoen.plans.cv;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.privacy.Trail;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.StaleVersion;
import nl.meedoen.webkit.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What participants allow on their curriculum vitae, choice after choice. Throws {@link nl.meedoen.webkit.NotFound} for
 * whoever does not reach the participant. An enrolment that ended changes nothing: the paper is the participant's.
 */
@Service
@Transactional
public class Cvs {

    private final Dossiers dossiers;
    private final CvLinks links;
    private final Trail trail;
    private final Vault vault;
    private final JdbcClient jdbc;
    private final Clock clock;

    Cvs(Dossiers dossiers, CvLinks links, Trail trail, Vault vault, JdbcClient jdbc, Clock clock) {
        this.dossiers = dossiers;
        this.links = links;
        this.trail = trail;
        this.vault = vault;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Keeps a new choice; earlier ones stay. What stands behind a link follows at once, so that nothing is shown that is not
     * allowed any more.
     *
     * @param version how many choices there were when the writer began
     * @throws StaleVersion when somebody else wrote one meanwhile
     */
    public void choose(Actor actor, ParticipantId participant, long version, CvText text) {
        dossiers.reach(actor, participant);
        // two who save at the same moment do so one after the other, and the second one sees the first
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("cv " + participant)
                .query(row -> {});
        StaleVersion.check(newest(participant).map(CvVersion::number).orElse(0), version);
        var id = Uuids.next();
        jdbc.sql("""
                        insert into cv (id, participant_id, parts, layout, profile_nl, profile_en, written_at, written_by)
                        values (:id, :participant, cast(:parts as text[]), :layout, :nl, :en, :now, :actor)
                        """)
                .param("id", id)
                .param("participant", participant.value())
                .param("parts", text.parts().stream().map(Enum::name).collect(Collectors.joining(",", "{", "}")))
                .param("layout", text.layout().name())
                .param("nl", vault.sealOptional(text.profileNl()))
                .param("en", vault.sealOptional(text.profileEn()))
                .param("now", Timestamp.from(clock.instant()))
                .param("actor", actor.id().value())
                .update();
        trail.dossier(actor, Trail.Action.CREATED, "plans.cv", id, participant);
        links.follow(participant, text);
    }

    /**
     * Puts the curriculum vitae of now behind the address for employers; the address stays the same while there is one.
     *
     * @throws nl.meedoen.webkit.RuleBroken without the participant's consent, or when nothing is allowed on the paper
     */
    public void publish(Actor actor, ParticipantId participant) {
        dossiers.reach(actor, participant);
        links.publish(
                actor, participant, newest(participant).map(CvVersion::text).orElseGet(CvText::nothing));
    }

    /** The choice that holds, of a participant whom the caller has reached; empty before the first one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<CvVersion> newest(ParticipantId participant) {
        return jdbc.sql("""
                        select c.*, a.name, count(*) over () number from cv c join account a on a.id = c.written_by
                        where c.participant_id = ? order by c.written_at desc, c.id desc limit 1
                        """)
                .param(participant.value())
                .query((row, n) -> version(row))
                .optional();
    }

    private CvVersion version(ResultSet row) throws SQLException {
        Set<CvPart> parts = Arrays.stream((String[]) row.getArray("parts").getArray())
                .map(CvPart::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(CvPart.class)));
        return new CvVersion(
                row.getInt("number"),
                new CvText(
                        parts,
                        CvLayout.valueOf(row.getString("layout")),
                        vault.open(row.getBytes("profile_nl")),
                        vault.open(row.getBytes("profile_en"))),
                LocalDate.ofInstant(row.getTimestamp("written_at").toInstant(), Words.ZONE),
                row.getString("name"));
    }
}
