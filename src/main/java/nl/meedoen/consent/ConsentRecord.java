package nl.meedoen.consent;

import java.util.Optional;
import nl.meedoen.participants.Consents.Consent;
import org.jspecify.annotations.Nullable;

/**
 * One consent with all that it stands on.
 *
 * @param recipient the name of whom it is for; null for whom the text names by itself
 * @param text as it was shown; empty where it is older than the texts that were kept
 * @param name as it was typed
 * @param strokes as it was drawn
 */
public record ConsentRecord(
        Consent consent,
        @Nullable String recipient,
        Optional<ConsentText> text,
        @Nullable String name,
        @Nullable Strokes strokes) {

    /** Whether a paper was signed that is not in the dossier yet. */
    public boolean scanMissing() {
        return consent.how() == nl.meedoen.participants.Consents.How.PAPER && consent.scan() == null;
    }
}
