package nl.meedoen.consent;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.documents.DocumentKind;
import nl.meedoen.documents.DocumentText;
import nl.meedoen.documents.Documents;
import nl.meedoen.documents.content.CheckedFile;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Consents;
import nl.meedoen.participants.Consents.Consent;
import nl.meedoen.participants.Consents.Given;
import nl.meedoen.participants.Consents.Purpose;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.people.Municipality;
import nl.meedoen.people.Organisation;
import nl.meedoen.privacy.Trail;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what a consent stands on: the text, a signature on the screen, or the scan of a paper. */
@Service
@Transactional
public class ConsentRecords implements Documents.Hold {

    private final JdbcClient jdbc;
    private final Consents consents;
    private final ConsentTexts texts;
    private final Dossiers dossiers;
    private final Documents documents;
    private final Organisation organisation;
    private final Vault vault;
    private final Trail trail;

    ConsentRecords(
            JdbcClient jdbc,
            Consents consents,
            ConsentTexts texts,
            Dossiers dossiers,
            Documents documents,
            Organisation organisation,
            Vault vault,
            Trail trail) {
        this.jdbc = jdbc;
        this.consents = consents;
        this.texts = texts;
        this.dossiers = dossiers;
        this.documents = documents;
        this.organisation = organisation;
        this.vault = vault;
        this.trail = trail;
    }

    /** Signed on the screen by the participant: drawn, typed, or both. */
    public UUID sign(Actor actor, ParticipantId id, Given given, @Nullable String name, @Nullable Strokes strokes) {
        if (name == null && strokes == null) {
            throw new RuleBroken("consent.unsigned");
        }
        mustBeKept(given);
        UUID consent = consents.give(actor, id, given);
        jdbc.sql("insert into consent_signature (consent_id, name, strokes) values (?, ?, ?)")
                .param(consent)
                .param(vault.sealOptional(name))
                .param(vault.sealOptional(strokes == null ? null : strokes.path()))
                .update();
        return consent;
    }

    /**
     * Signed on paper.
     *
     * @param title of the document that the scan becomes
     * @param scan null where it comes later
     */
    public UUID paper(Actor actor, ParticipantId id, Given given, String title, @Nullable CheckedFile scan) {
        mustBeKept(given);
        UUID consent = consents.give(actor, id, given);
        if (scan != null) {
            addScan(actor, id, consent, title, scan);
        }
        return consent;
    }

    /** Puts the scan of the paper into the dossier, and the consent on it. */
    public void addScan(Actor actor, ParticipantId id, UUID consent, String title, CheckedFile scan) {
        dossiers.reach(actor, id);
        Consent found = find(id, consent);
        if (found.scan() != null || found.signed()) {
            throw new RuleBroken("consent.has-scan");
        }
        DocumentText text = new DocumentText(DocumentKind.CONSENT_SCAN, title, found.givenOn(), null);
        UUID document = documents.add(actor, id, text, List.of(scan)).get(0);
        jdbc.sql("update consent set scan_id = ? where id = ? and participant_id = ?")
                .params(document, consent, id.value())
                .update();
        trail.dossier(actor, Trail.Action.CHANGED, "consent.scan", consent, id);
    }

    /** One consent of a participant, with a line in the trail that it was opened. */
    public ConsentRecord open(Actor actor, ParticipantId id, UUID consent) {
        dossiers.reach(actor, id);
        Consent found = find(id, consent);
        trail.dossier(actor, Trail.Action.OPENED, "consent", consent, id);
        record Signed(@Nullable String name, @Nullable String path) {}
        Optional<Signed> signed = jdbc.sql("select name, strokes from consent_signature where consent_id = ?")
                .param(consent)
                .query((row, n) -> new Signed(vault.open(row.getBytes(1)), vault.open(row.getBytes(2))))
                .optional();
        String recipient = recipientName(found.purpose(), found.recipient());
        return new ConsentRecord(
                found,
                recipient,
                texts.find(found.purpose(), found.textVersion(), found.language(), recipient),
                signed.map(Signed::name).orElse(null),
                signed.map(Signed::path).map(Strokes::new).orElse(null));
    }

    /** One consent of a participant whom the caller has reached. */
    @Transactional(readOnly = true)
    public Consent find(ParticipantId id, UUID consent) {
        return consents.of(id).stream()
                .filter(one -> one.id().equals(consent))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** The name of whom a consent is for; null for whom the text names by itself. */
    public @Nullable String recipientName(Purpose purpose, @Nullable String recipient) {
        return purpose == Purpose.MUNICIPALITY && recipient != null
                ? organisation.municipality(recipient).map(Municipality::name).orElse(recipient)
                : recipient;
    }

    /** Nobody agrees to a text that nobody can read afterwards. */
    private void mustBeKept(Given given) {
        if (texts.find(given.purpose(), given.textVersion(), given.language(), null)
                .isEmpty()) {
            throw new RuleBroken("consent.text-unknown");
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> why(UUID document) {
        return jdbc.sql("""
                        select exists (select 1 from consent where scan_id = ? and withdrawn_on is null
                            and valid_until >= app_today())
                        """).param(document).query(Boolean.class).single()
                ? Optional.of("consent.holds-scan")
                : Optional.empty();
    }
}
