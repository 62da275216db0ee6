package nl.meedoen.people.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A view of the coaches, as it stands in the address.
 *
 * @param view trainers or invited; coaches for anything else
 * @param room true for coaches who can take another participant
 * @param attention vog: those whose certificate of conduct asks for attention
 */
record CoachQuery(
        @Nullable String view,
        @Nullable String q,
        @Nullable String language,
        @Nullable String sector,
        @Nullable Boolean room,
        @Nullable String attention,
        @Nullable String after) {

    public boolean trainers() {
        return "trainers".equals(view);
    }

    public boolean invited() {
        return "invited".equals(view);
    }

    public boolean withRoom() {
        return Boolean.TRUE.equals(room);
    }

    public boolean vog() {
        return "vog".equals(attention);
    }

    /** The same view from another row on; null for its first page. */
    public String from(@Nullable String cursor) {
        return path(q, language, sector, room, attention, cursor);
    }

    /** The same view with one filter taken away. */
    public String without(String filter) {
        return path(
                "q".equals(filter) ? null : q,
                "language".equals(filter) ? null : language,
                "sector".equals(filter) ? null : sector,
                "room".equals(filter) ? null : room,
                "attention".equals(filter) ? null : attention,
                null);
    }

    private String path(
            @Nullable String text,
            @Nullable String spoken,
            @Nullable String trade,
            @Nullable Boolean free,
            @Nullable String asks,
            @Nullable String cursor) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath("/coaches");
        add(uri, "view", trainers() || invited() ? view : null);
        add(uri, "q", text);
        add(uri, "language", spoken);
        add(uri, "sector", trade);
        add(uri, "room", Boolean.TRUE.equals(free) ? "true" : null);
        add(uri, "attention", asks);
        add(uri, "after", cursor);
        return uri.encode().toUriString();
    }

    private static void add(UriComponentsBuilder uri, String name, @Nullable String value) {
        if (value != null) {
            uri.queryParam(name, value.replace("{", "").replace("}", ""));
        }
    }
}
