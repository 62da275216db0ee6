package nl.meedoen.participants.lists;

import java.util.List;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.view.AttentionCount;
import nl.meedoen.webkit.view.Chip;
import nl.meedoen.webkit.view.Pager;
import nl.meedoen.webkit.view.ViewTab;
import org.jspecify.annotations.Nullable;

/**
 * What the list shows.
 *
 * @param shared for a client manager, who reads of residents
 * @param tabs the phases, as the views that everybody has
 * @param kept the reader's own views and those of the location; empty where there are none
 * @param keep where this view is kept
 * @param columns the chosen columns, in their order
 */
public record ListPage(
        String title,
        String subtitle,
        boolean mayEnrol,
        boolean mayExport,
        boolean mayAssign,
        boolean shared,
        List<AttentionCount> attention,
        List<ViewTab> tabs,
        List<ViewTab> kept,
        @Nullable String keep,
        ListQuery query,
        ListChoices.Offer offer,
        List<Chip> chips,
        String found,
        String sortLabel,
        List<Column> columns,
        List<ListRow> rows,
        Pager pager,
        String csv,
        String xlsx) {

    /** A column of the table. */
    public record Column(ListColumn column, String heading) {}

    /** What stands in the box for a coach, where there are too many to choose from. */
    public String coachTyped() {
        return query.coach() == null || ListQuery.isUuid(query.coach()) || ListQuery.NONE.equals(query.coach())
                ? ""
                : query.coach();
    }

    /** Whether the table has this column. */
    public boolean shows(Option option) {
        return columns.stream().anyMatch(column -> column.column().slug().equals(option.value()));
    }

    /** Whether a filter is chosen that stands among the further ones. */
    public boolean more() {
        return query.language() != null || query.chosenContact() != null || query.chosenSharing() != null;
    }
}
