package nl.meedoen.webkit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is signed in and where they can go; what the head of every page shows. */
public record Shell(
        String name,
        String roleLabelKey,
        String initials,
        List<Item> menu,
        boolean search,
        List<RoleChoice> roles,
        String path) {

    /** A door in the menu. */
    public record Item(
            String path,
            String labelKey,
            String icon,
            boolean current,
            @Nullable Integer count) {}

    /** Another role that the same person holds. */
    public record RoleChoice(String code, String labelKey) {}

    /** Fills the shell for the request at hand; null when nobody is signed in. */
    public interface Source {
        @Nullable
        Shell current(String requestPath);
    }
}
