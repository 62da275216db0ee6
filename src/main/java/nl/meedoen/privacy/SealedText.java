package nl.meedoen.privacy;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps a field of an entity sealed in its column (bytea): {@code @Convert(converter = SealedText.class)}. */
@Converter
@Component
public class SealedText implements AttributeConverter<@Nullable String, byte @Nullable []> {

    private final Vault vault;

    SealedText(Vault vault) {
        this.vault = vault;
    }

    @Override
    public byte @Nullable [] convertToDatabaseColumn(@Nullable String text) {
        return vault.sealOptional(text);
    }

    @Override
    public @Nullable String convertToEntityAttribute(byte @Nullable [] sealed) {
        return vault.open(sealed);
    }
}
