package nl.meedoen.insight.web;

import java.time.Instant;
import java.util.List;
import nl.meedoen.webkit.Option;
import org.jspecify.annotations.Nullable;

/**
 * The dashboard of one area.
 *
 * @param area the code of the area in addresses; empty when there is none
 * @param areas the areas to choose from; empty when there is one
 * @param notice why there is nothing to see; null when there is
 * @param hero null when there is nothing to see, as are the cards
 */
record DashboardPage(
        String title,
        String area,
        List<Option> areas,
        @Nullable String notice,
        @Nullable Hero hero,
        @Nullable Target target,
        List<Kpi> kpis,
        @Nullable Cards cards,
        @Nullable PartsCard parts,
        List<String> tables,
        @Nullable Instant refreshedAt,
        boolean residents) {

    /** Participants in the programme period against what was agreed. */
    record Target(long registered, long target, String label, String note) {}

    /** The charts. */
    record Cards(Funnel funnel, List<Todo> todo, LadderCard ladder, KindsCard kinds, QuartersCard quarters) {}

    /** Something that asks for attention. */
    record Todo(String count, String text) {}

    /** What the area is made of. */
    record PartsCard(boolean regions, List<Part> rows) {}

    /** A region or municipality. */
    record Part(
            String code,
            String name,
            Figure registered,
            Figure placed,
            String registeredCount,
            String placedCount,
            String target,
            double bar) {}
}
