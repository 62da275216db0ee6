package nl.meedoen.access;

import java.util.Map;
import java.util.Set;

/**
 * A door in the main menu; each room declares its own as a bean.
 *
 * @param order lower comes first
 * @param path the page behind it
 * @param labelKey the message code of its name
 * @param icon a symbol of the sprite
 * @param needs who sees it
 * @param labelPerRole another name for a role, such as "Mijn deelnemers"
 * @param elsewhere roles that may open the page but reach it from another one, so that their menu stays short
 * @param parts other addresses that belong to it, so that it stands out in the menu there as well
 */
public record MenuEntry(
        int order,
        String path,
        String labelKey,
        String icon,
        Permission needs,
        Map<Role, String> labelPerRole,
        Set<Role> elsewhere,
        Set<String> parts) {

    public MenuEntry(
            int order,
            String path,
            String labelKey,
            String icon,
            Permission needs,
            Map<Role, String> labelPerRole,
            Set<Role> elsewhere) {
        this(order, path, labelKey, icon, needs, labelPerRole, elsewhere, Set.of());
    }

    public MenuEntry(
            int order, String path, String labelKey, String icon, Permission needs, Map<Role, String> labelPerRole) {
        this(order, path, labelKey, icon, needs, labelPerRole, Set.of());
    }

    public MenuEntry(int order, String path, String labelKey, String icon, Permission needs) {
        this(order, path, labelKey, icon, needs, Map.of(), Set.of());
    }

    /** The same door with other addresses behind it. */
    public MenuEntry with(String... more) {
        return new MenuEntry(order, path, labelKey, icon, needs, labelPerRole, elsewhere, Set.of(more));
    }

    /** Whether a page lies behind this door. */
    public boolean leadsTo(String page) {
        return isOrLiesIn(page, path) || parts.stream().anyMatch(part -> isOrLiesIn(page, part));
    }

    private static boolean isOrLiesIn(String page, String place) {
        return page.equals(place) || page.startsWith(place + "/");
    }

    /** Whether the door stands in this role's menu. */
    public boolean standsFor(Role role) {
        return role.may(needs) && !elsewhere.contains(role);
    }

    /** The name that this role reads. */
    public String labelFor(Role role) {
        return labelPerRole.getOrDefault(role, labelKey);
    }
}
