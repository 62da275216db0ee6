package nl.meedoen.plans.cv;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.participants.Consents;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.privacy.Trail;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.Words;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secret addresses under which employers read a curriculum vitae, only while the participant's consent says so (AVG 6).
 * A copy of the paper stands behind the address, so that nothing else of the dossier can be reached through it. The
 * database ends it when the consent is withdrawn.
 */
@Service
@Transactional
class CvLinks {

    /** How long an address lasts without being put there anew. */
    private static final int MONTHS = 6;

    private static final String LINK = "plans.cv-link";

    private final SecureRandom random = new SecureRandom();
    private final Dossiers dossiers;
    private final Consents consents;
    private final CvWriter writer;
    private final Trail trail;
    private final Vault vault;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final String address;

    CvLinks(
            Dossiers dossiers,
            Consents consents,
            CvWriter writer,
            Trail trail,
            Vault vault,
            JdbcClient jdbc,
            Clock clock,
            @Value("${meedoen.address:http://localhost:8080}") String address) {
        this.dossiers = dossiers;
        this.consents = consents;
        this.writer = writer;
        this.trail = trail;
        this.vault = vault;
        this.jdbc = jdbc;
        this.clock = clock;
        this.address = address.replaceAll("/+$", "");
    }

    /** The whole address. */
    String address(CvLink link) {
        return address + "/cv/" + link.secret();
    }

    /** Until when the participant lets employers see who they are; empty when they do not. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<LocalDate> consentedUntil(ParticipantId participant) {
        LocalDate today = today();
        return consents.of(participant).stream()
                .filter(consent -> consent.purpose() == Consents.Purpose.EMPLOYERS && consent.holds(today))
                .map(Consents.Consent::validUntil)
                .max(LocalDate::compareTo);
    }

    /**
     * Puts the curriculum vitae of now, of somebody whom the actor has reached, behind the address; the address stays the
     * same while there is one, so that cards that were handed out go on working.
     *
     * @throws RuleBroken without the participant's consent, or when nothing is allowed on the paper
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(Actor actor, ParticipantId participant, CvText text) {
        LocalDate consented = consentedUntil(participant).orElseThrow(() -> new RuleBroken("cv.no-consent"));
        if (text.parts().isEmpty()) {
            throw new RuleBroken("cv.nothing-allowed");
        }
        LocalDate longest = today().plusMonths(MONTHS);
        LocalDate until = consented.isBefore(longest) ? consented : longest;
        byte[] content = vault.seal(writer.file(participant, text).text());
        Timestamp now = Timestamp.from(clock.instant());
        Optional<CvLink> there = live(participant);
        UUID id = there.map(CvLink::id).orElseGet(Uuids::next);
        if (there.isPresent()) {
            jdbc.sql("update cv_link set content = ?, shown_at = ?, expires_on = ? where id = ?")
                    .params(content, now, until, id)
                    .update();
        } else {
            String secret = secret();
            jdbc.sql("""
                            insert into cv_link (id, participant_id, secret_hash, secret, content, made_at, made_by, shown_at,
                                expires_on)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(id, participant.value(), hash(secret), vault.seal(secret), content, now)
                    .params(actor.id().value(), now, until)
                    .update();
        }
        trail.dossier(actor, there.isPresent() ? Trail.Action.CHANGED : Trail.Action.CREATED, LINK, id, participant);
    }

    /** What stands behind the address follows a new choice; with nothing allowed any more it ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(ParticipantId participant, CvText text) {
        live(participant).ifPresent(link -> {
            if (text.parts().isEmpty()) {
                end(link.id());
                return;
            }
            jdbc.sql("update cv_link set content = ?, shown_at = ? where id = ?")
                    .params(
                            vault.seal(writer.file(participant, text).text()),
                            Timestamp.from(clock.instant()),
                            link.id())
                    .update();
        });
    }

    /** Ends the address: from the next request on it leads nowhere. */
    public void end(Actor actor, ParticipantId participant) {
        dossiers.reach(actor, participant);
        CvLink link = live(participant).orElseThrow(NotFound::new);
        end(link.id());
        trail.dossier(actor, Trail.Action.REMOVED, LINK, link.id(), participant);
    }

    private void end(UUID link) {
        jdbc.sql("update cv_link set ended_at = ?, secret = null, content = null where id = ?")
                .params(Timestamp.from(clock.instant()), link)
                .update();
    }

    /** The address that works now, of a participant whom the caller has reached. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<CvLink> live(ParticipantId participant) {
        return jdbc.sql("""
                        select * from cv_link where participant_id = ? and ended_at is null and expires_on >= ?
                        order by made_at desc limit 1
                        """)
                .params(participant.value(), today())
                .query((row, n) -> new CvLink(
                        row.getObject("id", UUID.class),
                        String.valueOf(vault.open(row.getBytes("secret"))),
                        day(row.getTimestamp("made_at")),
                        day(row.getTimestamp("shown_at")),
                        row.getObject("expires_on", LocalDate.class),
                        row.getInt("opened"),
                        row.getObject("opened_on", LocalDate.class)))
                .optional();
    }

    /**
     * What stands behind an address; for whoever knows it, without signing in.
     *
     * @throws NotFound when there is no such address, or it has ended
     */
    public CvFile open(String secret) {
        byte[] hash = hash(secret);
        // the wall of the table shows this one row to who knows the secret
        jdbc.sql("select set_config('app.cv', ?, true)")
                .param(HexFormat.of().formatHex(hash))
                .query(String.class)
                .single();
        byte[] content = jdbc.sql("""
                        update cv_link set opened = opened + 1, opened_on = :today
                        where secret_hash = :hash and ended_at is null and expires_on >= :today returning content
                        """)
                .param("today", today())
                .param("hash", hash)
                .query((row, n) -> row.getBytes(1))
                .optional()
                .orElseThrow(NotFound::new);
        return CvFile.read(Objects.requireNonNull(vault.open(content)));
    }

    private String secret() {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Words.ZONE));
    }

    private static LocalDate day(Timestamp at) {
        return LocalDate.ofInstant(at.toInstant(), Words.ZONE);
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
