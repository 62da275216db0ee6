package nl.meedoen.insight.web;

import java.time.Instant;
import java.util.List;
import nl.meedoen.insight.web.cards.AttendanceCard;
import nl.meedoen.insight.web.cards.Figure;
import nl.meedoen.insight.web.cards.FlowCard;
import nl.meedoen.insight.web.cards.Funnel;
import nl.meedoen.insight.web.cards.Hero;
import nl.meedoen.insight.web.cards.KindsCard;
import nl.meedoen.insight.web.cards.Kpi;
import nl.meedoen.insight.web.cards.LadderCard;
import nl.meedoen.insight.web.cards.QuartersCard;
import nl.meedoen.webkit.Option;
import org.jspecify.annotations.Nullable;

/**
 * The dashboard of one area.
 *
 * @param area the code of the area in addresses; empty when there is none
 * @param areas the areas to choose from; empty when there is one
 * @param period the code of the period in addresses
 * @param span the days that it is of, in words
 * @param notice why there is nothing to see; null when there is
 * @param hero null when there is nothing to see, as are the cards
 */
record DashboardPage(
        String title,
        String area,
        List<Option> areas,
        String period,
        List<Option> periods,
        String span,
        boolean programme,
        @Nullable String notice,
        @Nullable Hero hero,
        @Nullable Target target,
        List<Kpi> kpis,
        @Nullable Cards cards,
        @Nullable PartsCard parts,
        List<String> tables,
        @Nullable Instant refreshedAt,
        boolean residents,
        boolean maySetTargets) {

    /** Participants in the programme period against what was agreed. */
    record Target(long registered, long target, String label, String note) {}

    /** The charts. */
    record Cards(
            Funnel funnel,
            List<Todo> todo,
            LadderCard ladder,
            KindsCard kinds,
            AttendanceCard attendance,
            QuartersCard quarters,
            FlowCard flow) {}

    /** Something that asks for attention. */
    record Todo(String count, String text) {}

    /** What the area is made of. */
    record PartsCard(boolean regions, String begun, List<Part> rows) {}

    /** A region or municipality. */
    record Part(
            String code,
            String name,
            Figure registered,
            Figure placed,
            Figure begun,
            String registeredCount,
            String placedCount,
            String begunCount,
            String begunTarget,
            String waiting,
            @Nullable Integer target,
            String against,
            double bar) {}
}
