package nl.meedoen.insight.web.cards;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.meedoen.insight.figures.Area;
import nl.meedoen.insight.figures.AreaKind;
import nl.meedoen.insight.figures.Period;
import nl.meedoen.insight.figures.Targets;
import nl.meedoen.insight.figures.Targets.Target;
import org.jspecify.annotations.Nullable;

/**
 * The targets that an area is held against. Days, months and percentages of the country count wherever an area has none
 * of its own; a number of placements is each area's own, and that of an office the sum of its municipalities.
 */
public record Goals(Area area, Map<String, Target> targets) {

    /** Days that anybody may wait for a coach (DOMAIN.md: fourteen days without a coach asks for attention). */
    static final int WAITING_DAYS = 14;

    private static final String COUNTRY = "country";

    /** The areas whose targets are needed for a page. */
    public static List<String> codes(Area area, List<Area> parts) {
        List<String> codes = new ArrayList<>(List.of(COUNTRY, area.code()));
        parts.forEach(part -> codes.add(part.code()));
        area.municipalities().stream()
                .filter(code -> area.kind() == AreaKind.GROUP)
                .map(code -> "municipality:" + code)
                .forEach(codes::add);
        return codes;
    }

    /**
     * Placements that should begin in a period; a quarter is a fourth of its year, so that four make the whole. Null
     * where none was set, and for the programme.
     */
    @Nullable
    public Integer placements(Period period) {
        Integer year = placements(period.year());
        if (year == null || period.quarter() == 0) {
            return year;
        }
        return Math.round(year * period.quarter() / 4f) - Math.round(year * (period.quarter() - 1) / 4f);
    }

    private @Nullable Integer placements(int year) {
        Integer own = of(area.code(), year).placements();
        if (own != null || area.kind() != AreaKind.GROUP) {
            return own;
        }
        int sum = 0;
        for (String code : area.municipalities()) {
            Integer part = of("municipality:" + code, year).placements();
            if (part == null) {
                return null;
            }
            sum += part;
        }
        return sum;
    }

    /** Days that people may wait for a coach. */
    int waitingDays(int year) {
        Integer set = rate(year, Target::waitingDays);
        return set == null ? WAITING_DAYS : set;
    }

    /** Months that may lie between the plan and the first placement. */
    @Nullable
    Integer planMonths(int year) {
        return rate(year, Target::planMonths);
    }

    /** Per hundred of those who were placed who should still be after 26 weeks. */
    @Nullable
    Integer lastingPercent(int year) {
        return rate(year, Target::lastingPercent);
    }

    private @Nullable Integer rate(int year, Function<Target, @Nullable Integer> which) {
        Integer own = which.apply(of(area.code(), year));
        return own == null ? which.apply(of(COUNTRY, year)) : own;
    }

    private Target of(String code, int year) {
        return targets.getOrDefault(Targets.key(code, year), Target.NONE);
    }
}
