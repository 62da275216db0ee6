package nl.meedoen.insight.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An area that figures are shown of.
 *
 * @param code as it stands in an address: {@code country}, {@code region:<id>}, {@code group:<hash>},
 *     {@code municipality:GM0014}
 * @param name null for the country, and for the municipalities that one person serves
 * @param parent the code of the area that this one is part of; null for the country
 * @param municipalities CBS codes, sorted
 * @param target participants in the programme period, where one was set
 */
public record Area(
        String code,
        AreaKind kind,
        @Nullable String name,
        @Nullable String parent,
        List<String> municipalities,
        @Nullable Integer target) {}
