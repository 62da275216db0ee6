package nl.meedoen.plans.agreement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.privacy.Trail;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.StaleVersion;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Agreements on a plan. Each keeps the plan as both saw it; nothing can change it afterwards, in the database least of
 * all. Throws {@link nl.meedoen.webkit.NotFound} for whoever does not reach the participant.
 */
@Service
@Transactional
public class Agreements {

    /** How they agreed. */
    public enum AgreedWay {
        SCREEN,
        PAPER
    }

    /** A plan with the mark by which one sees whether it changed. */
    record Current(UUID plan, PlanSnapshot content, String mark) {}

    /** An agreement. */
    record Agreement(
            int number,
            LocalDate on,
            AgreedWay how,
            @Nullable String by,
            @Nullable String objection,
            PlanSnapshot content) {}

    private final SnapshotReader snapshots;
    private final Dossiers dossiers;
    private final Trail trail;
    private final Vault vault;
    private final JdbcClient jdbc;
    private final Clock clock;

    Agreements(SnapshotReader snapshots, Dossiers dossiers, Trail trail, Vault vault, JdbcClient jdbc, Clock clock) {
        this.snapshots = snapshots;
        this.dossiers = dossiers;
        this.trail = trail;
        this.vault = vault;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Keeps the plan as it stands, as agreed.
     *
     * @param mark of the plan that both saw
     * @param objection what the participant does not agree with; the plan is kept all the same
     * @return the number of this version
     * @throws StaleVersion when the plan changed since they saw it
     */
    public int agree(
            Actor actor,
            ParticipantId participant,
            String mark,
            LocalDate on,
            AgreedWay how,
            @Nullable String objection) {
        if (!dossiers.reach(actor, participant).open()) {
            throw new RuleBroken("plans.enrolment-closed");
        }
        if (on.isAfter(LocalDate.now(clock.withZone(Words.ZONE)))) {
            throw new RuleBroken("plans.contact-in-future");
        }
        Current current = current(participant)
                .filter(plan -> plan.content().hasOpenGoals())
                .orElseThrow(() -> new RuleBroken("plans.agreement-empty"));
        if (!current.mark().equals(mark)) {
            throw new StaleVersion();
        }
        int number = jdbc.sql("select coalesce(max(number), 0) + 1 from agreement where plan_id = ?")
                .param(current.plan())
                .query(Integer.class)
                .single();
        UUID id = Uuids.next();
        jdbc.sql("""
                        insert into agreement (id, plan_id, participant_id, number, content, agreed_on, how, objection,
                            made_at, made_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(id)
                .param(current.plan())
                .param(participant.value())
                .param(number)
                .param(vault.seal(current.content().text()))
                .param(on)
                .param(how.name())
                .param(vault.sealOptional(objection))
                .param(Timestamp.from(clock.instant()))
                .param(actor.id().value())
                .update();
        trail.dossier(actor, Trail.Action.CREATED, "plans.agreement", id, participant);
        return number;
    }

    /** The plan of the enrolment that runs, locked until the transaction ends; empty where there is none. */
    Optional<Current> current(ParticipantId participant) {
        return snapshots.plan(participant).map(plan -> {
            PlanSnapshot content = snapshots.read(plan);
            return new Current(plan, content, mark(content.text()));
        });
    }

    /** All agreements on one plan, the first one first. */
    List<Agreement> of(UUID plan) {
        return jdbc.sql("""
                        select g.number, g.agreed_on, g.how, a.name, g.objection, g.content from agreement g
                            left join account a on a.id = g.made_by
                        where g.plan_id = ? order by g.number
                        """).param(plan).query((row, n) -> agreement(row)).list();
    }

    private Agreement agreement(ResultSet row) throws SQLException {
        return new Agreement(
                row.getInt(1),
                row.getObject(2, LocalDate.class),
                AgreedWay.valueOf(row.getString(3)),
                row.getString(4),
                vault.open(row.getBytes(5)),
                PlanSnapshot.read(String.valueOf(vault.open(row.getBytes(6)))));
    }

    private static String mark(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
