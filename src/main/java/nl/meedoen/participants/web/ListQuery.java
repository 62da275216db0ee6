package nl.meedoen.participants.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.meedoen.participants.Phase;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A view of the list, as it stands in the address.
 *
 * @param status a phase in small letters, or null for all
 * @param coach an account's id, a part of a name, or "none"
 * @param rung "1" to "6", or "none"
 * @param attention waiting, silent or consent: one of the three counts above the list
 */
record ListQuery(
        @Nullable String q,
        @Nullable String status,
        @Nullable String coach,
        @Nullable String municipality,
        @Nullable String rung,
        @Nullable String attention,
        @Nullable String sort,
        @Nullable String after) {

    enum Sort {
        ATTENTION("g.attention_on", "date"),
        NAME("g.sort_name", "text collate dutch"),
        CONTACT("coalesce(g.last_contact_on, date '-infinity')", "date");

        final String column;
        final String type;

        Sort(String column, String type) {
            this.column = column;
            this.type = type;
        }
    }

    static final List<String> ATTENTIONS = List.of("waiting", "silent", "consent");

    public Sort order() {
        for (Sort known : Sort.values()) {
            if (known.name().equalsIgnoreCase(sort)) {
                return known;
            }
        }
        return Sort.ATTENTION;
    }

    /** The chosen phase; null for all or for a word that is none. */
    @Nullable
    public Phase phase() {
        for (Phase known : Phase.values()) {
            if (slug(known).equals(status)) {
                return known;
            }
        }
        return null;
    }

    @Nullable
    public String chosenAttention() {
        return attention != null && ATTENTIONS.contains(attention) ? attention : null;
    }

    static boolean isUuid(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException other) {
            return false;
        }
    }

    static String slug(Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The address of this view with some of its parts replaced; a null value takes the part away. */
    public String with(@Nullable String... pairs) {
        return under("/participants", pairs);
    }

    /** The same view under another path. */
    public String under(String path, @Nullable String... pairs) {
        List<String[]> parts = new ArrayList<>();
        add(parts, "q", q, pairs);
        add(parts, "status", status, pairs);
        add(parts, "coach", coach, pairs);
        add(parts, "municipality", municipality, pairs);
        add(parts, "rung", rung, pairs);
        add(parts, "attention", attention, pairs);
        add(parts, "sort", sort, pairs);
        add(parts, "after", null, pairs);
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        Object[] values = new Object[parts.size()];
        for (int i = 0; i < parts.size(); i++) {
            address.queryParam(parts.get(i)[0], "{v" + i + "}");
            values[i] = parts.get(i)[1];
        }
        return address.encode().buildAndExpand(values).toUriString();
    }

    private static void add(List<String[]> parts, String name, @Nullable String value, @Nullable String... pairs) {
        String wanted = value;
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            if (name.equals(pairs[i])) {
                wanted = pairs[i + 1];
            }
        }
        if (wanted != null && !wanted.isBlank()) {
            parts.add(new String[] {name, wanted});
        }
    }

    public boolean narrowed() {
        return q != null || coach != null || municipality != null || rung != null || chosenAttention() != null;
    }
}
