package nl.meedoen.training.programme.domain;

import jakarta.persistence.Embeddable;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What a work form says in one language.
 *
 * @param tip how to do it with participants who speak little Dutch
 */
@Embeddable
public record Wording(
        String title,
        String aim,
        @JdbcTypeCode(SqlTypes.ARRAY) List<String> materials,
        @JdbcTypeCode(SqlTypes.ARRAY) List<String> steps,
        String tip) {}
