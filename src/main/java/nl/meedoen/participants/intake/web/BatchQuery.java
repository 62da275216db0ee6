package nl.meedoen.participants.intake.web;

import nl.meedoen.participants.intake.BatchId;
import nl.meedoen.participants.intake.RowState;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which rows of the dry run are shown, as it stands in the address.
 *
 * @param tab a state in small letters, or null for all rows
 * @param asked the row for which a place is sought
 * @param q what is sought
 */
record BatchQuery(
        @Nullable String tab,
        @Nullable Integer after,
        @Nullable Integer before,
        @Nullable Integer asked,
        @Nullable String q) {

    static final BatchQuery ALL = new BatchQuery(null, null, null, null, null);

    /** The state that is chosen; null for all, or for a word that is none. */
    @Nullable
    public RowState state() {
        for (RowState state : RowState.values()) {
            if (RowView.slug(state).equals(tab)) return state;
        }
        return null;
    }

    /** The address of these rows, or of the ones after or before a number. */
    public String href(BatchId batch, @Nullable RowState state, @Nullable Integer from, @Nullable Integer until) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/participants/import/" + batch);
        if (state != null) address.queryParam("tab", RowView.slug(state));
        if (from != null) address.queryParam("after", from);
        if (until != null) address.queryParam("before", until);
        return address.toUriString();
    }

    /** The address of these very rows. */
    public String here(BatchId batch) {
        return href(batch, state(), after, before);
    }
}
