package nl.meedoen.people.admin;

import nl.meedoen.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** A view of the accounts, as it stands in the address. */
record AccountQuery(
        @Nullable String q,
        @Nullable String role,
        @Nullable String status,
        @Nullable String after) {

    /** The states to choose from. */
    static final java.util.List<String> STATES = java.util.List.of("ACTIVE", "INVITED", "BLOCKED");

    @Nullable
    public Role chosenRole() {
        for (Role known : Role.values()) {
            if (known.name().equals(role)) {
                return known;
            }
        }
        return null;
    }

    @Nullable
    public String chosenStatus() {
        return status != null && STATES.contains(status) ? status : null;
    }

    /** The same view from another row on; null for its first page. */
    public String from(@Nullable String cursor) {
        return path(q, role, status, cursor);
    }

    /** The same view with one filter taken away. */
    public String without(String filter) {
        return path(
                "q".equals(filter) ? null : q,
                "role".equals(filter) ? null : role,
                "status".equals(filter) ? null : status,
                null);
    }

    private static String path(
            @Nullable String text, @Nullable String role, @Nullable String status, @Nullable String cursor) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath("/admin/accounts");
        add(uri, "q", text);
        add(uri, "role", role);
        add(uri, "status", status);
        add(uri, "after", cursor);
        return uri.encode().toUriString();
    }

    private static void add(UriComponentsBuilder uri, String name, @Nullable String value) {
        if (value != null) {
            uri.queryParam(name, value.replace("{", "").replace("}", ""));
        }
    }
}
