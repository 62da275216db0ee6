package nl.meedoen.participants.lists;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.meedoen.access.Role;
import nl.meedoen.participants.Phase;
import nl.meedoen.webkit.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * A view of the list, as it stands in the address.
 *
 * @param status a phase in small letters, or null for all
 * @param coach an account's id, a part of a name, or "none"
 * @param rung "1" to "6", or "none"
 * @param language ISO 639 code of the own language
 * @param contact so many days without contact, or "never"
 * @param sharing whether the municipality may see somebody: "yes" or "no"
 * @param attention waiting, silent or consent: one of the three counts above the list
 * @param column the columns that were chosen, by {@link ListColumn#slug()}; none for the usual ones
 */
public record ListQuery(
        @Nullable String q,
        @Nullable String status,
        @Nullable String coach,
        @Nullable String municipality,
        @Nullable String rung,
        @Nullable String language,
        @Nullable String contact,
        @Nullable String sharing,
        @Nullable String attention,
        @Nullable String sort,
        @Nullable List<String> column,
        @Nullable String after) {

    enum Sort {
        ATTENTION("g.attention_on", "date"),
        NAME("g.sort_name", "text collate dutch"),
        CONTACT("coalesce(g.last_contact_on, date '-infinity')", "date"),
        REGISTERED("g.registered_on", "date");

        final String column;
        final String type;

        Sort(String column, String type) {
            this.column = column;
            this.type = type;
        }
    }

    static final String PATH = "/participants";
    static final String NONE = "none";
    static final String NEVER = "never";
    static final List<String> ATTENTIONS = List.of("waiting", "silent", "consent");
    static final List<String> SILENCES = List.of("14", "30", "60", "90");

    /** The whole list, in the usual order. */
    static final ListQuery ALL = new ListQuery(null, null, null, null, null, null, null, null, null, null, null, null);

    /** Reads a view from what stands behind the question mark of an address; what is not ours is left out. */
    static ListQuery read(String address) {
        MultiValueMap<String, String> parts =
                UriComponentsBuilder.newInstance().query(address).build().getQueryParams();
        List<String> columns = parts.getOrDefault("column", List.of()).stream()
                .map(ListQuery::decoded)
                .toList();
        return new ListQuery(
                decoded(parts.getFirst("q")),
                decoded(parts.getFirst("status")),
                decoded(parts.getFirst("coach")),
                decoded(parts.getFirst("municipality")),
                decoded(parts.getFirst("rung")),
                decoded(parts.getFirst("language")),
                decoded(parts.getFirst("contact")),
                decoded(parts.getFirst("sharing")),
                decoded(parts.getFirst("attention")),
                decoded(parts.getFirst("sort")),
                columns,
                null);
    }

    private static @Nullable String decoded(@Nullable String value) {
        try {
            return value == null || value.isBlank() ? null : UriUtils.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

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

    /** The names of the columns that were chosen. */
    public List<String> columns() {
        return column == null ? List.of() : column;
    }

    @Nullable
    public String chosenAttention() {
        return attention != null && ATTENTIONS.contains(attention) ? attention : null;
    }

    @Nullable
    public String chosenContact() {
        return contact != null && (SILENCES.contains(contact) || NEVER.equals(contact)) ? contact : null;
    }

    @Nullable
    public String chosenSharing() {
        return "yes".equals(sharing) || "no".equals(sharing) ? sharing : null;
    }

    @Nullable
    public String chosenRung() {
        return rung != null && (rung.matches("[1-6]") || NONE.equals(rung)) ? rung : null;
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
        return under(PATH, pairs);
    }

    /** The parts of the address, for a form that carries the view along: the name as value, the value as label. */
    public List<Option> parts() {
        return pieces().stream().map(piece -> new Option(piece[0], piece[1])).toList();
    }

    /** The same view under another path. */
    public String under(String path, @Nullable String... pairs) {
        List<String[]> parts = pieces(pairs);
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        Object[] values = new Object[parts.size()];
        for (int i = 0; i < parts.size(); i++) {
            address.queryParam(parts.get(i)[0], "{v" + i + "}");
            values[i] = parts.get(i)[1];
        }
        return address.encode().buildAndExpand(values).toUriString();
    }

    private List<String[]> pieces(@Nullable String... pairs) {
        List<String[]> parts = new ArrayList<>();
        add(parts, "q", q, pairs);
        add(parts, "status", status, pairs);
        add(parts, "coach", coach, pairs);
        add(parts, "municipality", municipality, pairs);
        add(parts, "rung", rung, pairs);
        add(parts, "language", language, pairs);
        add(parts, "contact", contact, pairs);
        add(parts, "sharing", sharing, pairs);
        add(parts, "attention", attention, pairs);
        add(parts, "sort", order() == Sort.ATTENTION ? null : sort, pairs);
        columns().forEach(name -> add(parts, "column", name));
        add(parts, "after", null, pairs);
        return parts;
    }

    /** The view without what this role may not know: neither a filter nor an order may tell it. */
    ListQuery openTo(Role role) {
        boolean contacts = ListColumn.open(role).contains(ListColumn.LAST_CONTACT);
        boolean languages = role != Role.CLIENT_MANAGER;
        return new ListQuery(
                q,
                status,
                coach,
                municipality,
                rung,
                languages ? language : null,
                contacts ? contact : null,
                contacts ? sharing : null,
                contacts ? attention : null,
                contacts || order() != Sort.CONTACT ? sort : null,
                columns(),
                after);
    }

    ListQuery withoutSearch() {
        return q == null ? this : read(kept());
    }

    /** What is kept of a view: filters, order and columns. What was searched for is about one person and is left out. */
    String kept() {
        String address = under("", "q", null);
        return address.startsWith("?") ? address.substring(1) : address;
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

    /** Whether anything but the phase narrows the list. */
    public boolean narrowed() {
        return q != null
                || coach != null
                || municipality != null
                || chosenRung() != null
                || language != null
                || chosenContact() != null
                || chosenSharing() != null
                || chosenAttention() != null;
    }
}
