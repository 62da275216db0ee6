package nl.meedoen.participants.sections;

import java.util.Arrays;
import java.util.Locale;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Permission;
import nl.meedoen.webkit.NotFound;

/** The parts of an intake, in the order in which a conversation mostly goes; any other order will do. */
public enum Section {
    IDENTITY("user"),
    REACHABILITY("phone"),
    BACKGROUND("globe"),
    HOUSEHOLD("home"),
    LIMITS("hand"),
    INTEGRATION("certificate"),
    LANGUAGE("chat"),
    EDUCATION("book"),
    WORK("brief"),
    WISHES("star"),
    LADDER("trend");

    private final String icon;

    Section(String icon) {
        this.icon = icon;
    }

    /** The section with this word in its address. */
    public static Section of(String code) {
        return Arrays.stream(values())
                .filter(section -> section.code().equals(code))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** The word in its address and in message codes. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A symbol of the sprite. */
    public String icon() {
        return icon;
    }

    /** Coordinators write everything; a coach keeps the ways to reach somebody and measures on the ladder. */
    public boolean mayEdit(Actor actor) {
        return actor.may(Permission.DOSSIER_EDIT)
                || (this == REACHABILITY || this == LADDER) && actor.may(Permission.REACHABILITY_EDIT);
    }
}
