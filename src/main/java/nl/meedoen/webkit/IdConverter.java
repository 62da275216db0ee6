package nl.meedoen.webkit;

import java.lang.reflect.RecordComponent;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;
import org.springframework.stereotype.Component;

/** Reads an id type, a record of one UUID, from a path or a form. */
@Component
class IdConverter implements ConditionalGenericConverter {

    @Override
    public boolean matches(TypeDescriptor source, TypeDescriptor target) {
        if (!target.getType().isRecord()) {
            return false;
        }
        RecordComponent[] parts = target.getType().getRecordComponents();
        return parts.length == 1 && parts[0].getType() == UUID.class;
    }

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return Set.of(new ConvertiblePair(String.class, Record.class));
    }

    @Override
    public @Nullable Object convert(@Nullable Object source, TypeDescriptor sourceType, TypeDescriptor targetType) {
        if (source == null || source.toString().isBlank()) {
            return null;
        }
        try {
            return BeanUtils.instantiateClass(
                    targetType.getType().getDeclaredConstructor(UUID.class), UUID.fromString(source.toString()));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}
