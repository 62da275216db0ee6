package nl.meedoen.participants.intake;

import java.util.Objects;
import nl.meedoen.privacy.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Keeps records in the database so that nobody can read them there. */
@Component
class SealedRecords {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Vault vault;

    SealedRecords(Vault vault) {
        this.vault = vault;
    }

    byte[] seal(Object content) {
        return vault.seal(JSON.writeValueAsString(content));
    }

    <T> T open(byte[] sealed, Class<T> type) {
        return JSON.readValue(Objects.requireNonNull(vault.open(sealed)), type);
    }

    <T> @Nullable T openOptional(byte @Nullable [] sealed, Class<T> type) {
        return sealed == null ? null : open(sealed, type);
    }
}
