package nl.meedoen.enrolment;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.documents.Documents;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.privacy.Trail;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.StaleVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Out of which project a run is paid, and the checks that it may be, each with its evidence. */
@Service
@Transactional
public class Funding implements Documents.Hold {

    /** The project that pays. */
    public record Source(String projectCode, LocalDate from, LocalDate until, String setBy, long version) {}

    /** One check; the newest of its kind counts. */
    public record Check(
            EligibilityKind kind,
            boolean met,
            @Nullable String remark,
            @Nullable UUID document,
            String checkedBy,
            Instant checkedAt) {}

    private final JdbcClient jdbc;
    private final Dossiers dossiers;
    private final Trail trail;
    private final Vault vault;
    private final Clock clock;

    Funding(JdbcClient jdbc, Dossiers dossiers, Trail trail, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.trail = trail;
        this.vault = vault;
        this.clock = clock;
    }

    /** The project that pays for the last run of somebody whom the caller has reached. */
    @Transactional(readOnly = true)
    public Optional<Source> of(ParticipantId id) {
        return jdbc.sql("""
                        select f.project_code, f.from_on, f.until_on, a.name, f.version from enrolment_funding f
                        join account a on a.id = f.set_by
                        where f.participant_id = ? order by f.enrolment_id desc limit 1
                        """)
                .param(id.value())
                .query((row, n) -> new Source(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, LocalDate.class),
                        row.getString(4),
                        row.getLong(5)))
                .optional();
    }

    /** Says which project pays; {@code version} is that of the source that was shown, -1 where there was none. */
    public void pay(Actor actor, ParticipantId id, String projectCode, LocalDate from, LocalDate until, long version) {
        UUID enrolment = run(actor, id);
        if (until.isBefore(from)) {
            throw new RuleBroken("enrolment.period-order");
        }
        long now = jdbc.sql("select version from enrolment_funding where enrolment_id = ? for update")
                .param(enrolment)
                .query(Long.class)
                .optional()
                .orElse(-1L);
        StaleVersion.check(now, version);
        jdbc.sql("""
                        insert into enrolment_funding (enrolment_id, participant_id, project_code, from_on, until_on, set_by,
                            set_at) values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (enrolment_id) do update set project_code = excluded.project_code,
                            from_on = excluded.from_on, until_on = excluded.until_on, set_by = excluded.set_by,
                            set_at = excluded.set_at, version = enrolment_funding.version + 1
                        """)
                .params(
                        enrolment,
                        id.value(),
                        projectCode,
                        from,
                        until,
                        actor.id().value(),
                        Timestamp.from(clock.instant()))
                .update();
        trail.dossier(actor, Trail.Action.CHANGED, "enrolment.funding", enrolment, id);
    }

    /** Records that something was checked, on what evidence. */
    public void check(
            Actor actor,
            ParticipantId id,
            EligibilityKind kind,
            boolean met,
            @Nullable String remark,
            @Nullable UUID document) {
        UUID enrolment = run(actor, id);
        if (remark == null && document == null) {
            throw new RuleBroken("enrolment.evidence-needed");
        }
        if (document != null) {
            boolean there = jdbc.sql(
                            "select 1 from document where id = ? and participant_id = ? and removed_at is null for share")
                    .params(document, id.value())
                    .query(Integer.class)
                    .optional()
                    .isPresent();
            if (!there) {
                throw new NotFound();
            }
        }
        UUID check = Uuids.next();
        jdbc.sql("""
                        insert into eligibility_check (id, enrolment_id, participant_id, kind, met, remark, document_id,
                            checked_by, checked_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(check)
                .param(enrolment)
                .param(id.value())
                .param(kind.name())
                .param(met)
                .param(vault.sealOptional(remark))
                .param(document)
                .param(actor.id().value())
                .param(Timestamp.from(clock.instant()))
                .update();
        trail.dossier(actor, Trail.Action.CREATED, "enrolment.check", check, id);
    }

    /** All checks of somebody whom the caller has reached, the newest first. */
    @Transactional(readOnly = true)
    public List<Check> checks(ParticipantId id) {
        return jdbc.sql("""
                        select c.kind, c.met, c.remark, c.document_id, a.name, c.checked_at from eligibility_check c
                        join account a on a.id = c.checked_by
                        where c.participant_id = ? order by c.checked_at desc, c.id desc limit 100
                        """)
                .param(id.value())
                .query((row, n) -> new Check(
                        EligibilityKind.valueOf(row.getString(1)),
                        row.getBoolean(2),
                        vault.open(row.getBytes(3)),
                        row.getObject(4, UUID.class),
                        row.getString(5),
                        row.getTimestamp(6).toInstant()))
                .list();
    }

    /** Who pays and what was checked belongs to the run that is open, or else to the last one. */
    private UUID run(Actor actor, ParticipantId id) {
        dossiers.reach(actor, id);
        return jdbc.sql("""
                        select id from enrolment where participant_id = ?
                        order by status in ('REGISTERED', 'INTAKE', 'ACTIVE') desc, id desc limit 1
                        """).param(id.value()).query(UUID.class).optional().orElseThrow(NotFound::new);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> why(UUID document) {
        return jdbc.sql("select exists (select 1 from eligibility_check where document_id = ?)")
                        .param(document)
                        .query(Boolean.class)
                        .single()
                ? Optional.of("enrolment.is-evidence")
                : Optional.empty();
    }
}
