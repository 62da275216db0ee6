package nl.meedoen.plans.pitch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.privacy.Trail;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.StaleVersion;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pitches of participants, version after version, and what was thought of each. Throws {@link NotFound} for whoever does not
 * reach the participant and {@link RuleBroken} when the enrolment takes no more changes.
 */
@Service
@Transactional
public class Pitches {

    private final Dossiers dossiers;
    private final Trail trail;
    private final Vault vault;
    private final JdbcClient jdbc;
    private final Clock clock;

    Pitches(Dossiers dossiers, Trail trail, Vault vault, JdbcClient jdbc, Clock clock) {
        this.dossiers = dossiers;
        this.trail = trail;
        this.vault = vault;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Keeps a new version; earlier ones stay as they are.
     *
     * @param version how many versions there were when the writer began
     * @throws StaleVersion when somebody else wrote one meanwhile
     */
    public PitchId write(Actor actor, ParticipantId participant, long version, PitchText text) {
        begin(actor, participant);
        // two who save at the same moment do so one after the other, and the second one sees the first
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("pitch " + participant)
                .query(row -> {});
        List<Pitch> all = all(participant);
        StaleVersion.check(all.size(), version);
        if (!all.isEmpty() && all.get(0).text().equals(text)) {
            throw new RuleBroken("pitch.same");
        }
        PitchId id = PitchId.next();
        jdbc.sql("""
                        insert into pitch (id, participant_id, who_i_am, what_i_can, what_i_want, written_at, written_by)
                        values (:id, :participant, :who, :can, :want, :now, :actor)
                        """)
                .param("id", id.value())
                .param("participant", participant.value())
                .param("who", vault.sealOptional(text.who()))
                .param("can", vault.sealOptional(text.can()))
                .param("want", vault.sealOptional(text.want()))
                .param("now", Timestamp.from(clock.instant()))
                .param("actor", actor.id().value())
                .update();
        trail.dossier(actor, Trail.Action.CREATED, "plans.pitch", id.value(), participant);
        return id;
    }

    /** Says what the actor thinks of a version, in place of what they said of it before. */
    public void rate(Actor actor, ParticipantId participant, PitchId id, Marks marks, @Nullable String remark) {
        begin(actor, participant);
        Pitch pitch = find(participant, id);
        boolean before =
                pitch.ratings().stream().anyMatch(rating -> rating.account().equals(actor.id()));
        jdbc.sql("""
                        insert into pitch_rating (pitch_id, participant_id, rated_by, rated_as, clarity, substance, presence,
                            remark, rated_at)
                        values (:pitch, :participant, :actor, :role, :clarity, :substance, :presence, :remark, :now)
                        on conflict (pitch_id, rated_by) do update set rated_as = excluded.rated_as,
                            clarity = excluded.clarity, substance = excluded.substance, presence = excluded.presence,
                            remark = excluded.remark, rated_at = excluded.rated_at
                        """)
                .param("pitch", id.value())
                .param("participant", participant.value())
                .param("actor", actor.id().value())
                .param("role", actor.role().name())
                .param("clarity", marks.clarity())
                .param("substance", marks.substance())
                .param("presence", marks.presence())
                .param("remark", vault.sealOptional(remark))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        trail.dossier(
                actor,
                before ? Trail.Action.CHANGED : Trail.Action.CREATED,
                "plans.pitch-rating",
                id.value(),
                participant);
    }

    /** All versions of a participant whom the caller has reached, the newest first; two statements. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Pitch> all(ParticipantId participant) {
        Map<UUID, List<Pitch.Rating>> ratings = new HashMap<>();
        jdbc.sql("""
                        select r.*, a.name from pitch_rating r join account a on a.id = r.rated_by
                        where r.participant_id = ? order by r.rated_at, r.rated_by
                        """).param(participant.value()).query(row -> {
            ratings.computeIfAbsent(row.getObject("pitch_id", UUID.class), id -> new ArrayList<>())
                    .add(rating(row));
        });
        return jdbc.sql("""
                        select p.*, a.name, row_number() over (order by p.written_at, p.id) number
                        from pitch p join account a on a.id = p.written_by
                        where p.participant_id = ? order by p.written_at desc, p.id desc
                        """)
                .param(participant.value())
                .query((row, n) -> pitch(row, ratings))
                .list();
    }

    /** One version of a participant whom the caller has reached. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Pitch find(ParticipantId participant, PitchId id) {
        return all(participant).stream()
                .filter(pitch -> pitch.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private Pitch pitch(ResultSet row, Map<UUID, List<Pitch.Rating>> ratings) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Pitch(
                new PitchId(id),
                row.getInt("number"),
                new PitchText(
                        vault.open(row.getBytes("who_i_am")),
                        vault.open(row.getBytes("what_i_can")),
                        vault.open(row.getBytes("what_i_want"))),
                day(row, "written_at"),
                row.getString("name"),
                ratings.getOrDefault(id, List.of()));
    }

    private Pitch.Rating rating(ResultSet row) throws SQLException {
        return new Pitch.Rating(
                new AccountId(row.getObject("rated_by", UUID.class)),
                row.getString("name"),
                Role.valueOf(row.getString("rated_as")),
                new Marks(row.getInt("clarity"), row.getInt("substance"), row.getInt("presence")),
                vault.open(row.getBytes("remark")),
                day(row, "rated_at"));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return LocalDate.ofInstant(row.getTimestamp(column).toInstant(), Words.ZONE);
    }

    private void begin(Actor actor, ParticipantId participant) {
        if (!dossiers.reach(actor, participant).open()) {
            throw new RuleBroken("plans.enrolment-closed");
        }
    }
}
