package nl.meedoen.access;

import java.util.Map;

/**
 * A door in the main menu; each room declares its own as a bean.
 *
 * @param order lower comes first
 * @param path the page behind it
 * @param labelKey the message code of its name
 * @param icon a symbol of the sprite
 * @param needs who sees it
 * @param labelPerRole another name for a role, such as "Mijn deelnemers"
 */
public record MenuEntry(
        int order, String path, String labelKey, String icon, Permission needs, Map<Role, String> labelPerRole) {

    public MenuEntry(int order, String path, String labelKey, String icon, Permission needs) {
        this(order, path, labelKey, icon, needs, Map.of());
    }

    /** The name that this role reads. */
    public String labelFor(Role role) {
        return labelPerRole.getOrDefault(role, labelKey);
    }
}
