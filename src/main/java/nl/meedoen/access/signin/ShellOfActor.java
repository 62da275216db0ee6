package nl.meedoen.access.signin;

import java.util.Comparator;
import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.access.ActorOfRequest;
import nl.meedoen.access.MenuEntry;
import nl.meedoen.access.Permission;
import nl.meedoen.webkit.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The head of the page for whoever is signed in: no menu item without a page behind it. */
@Component
class ShellOfActor implements Shell.Source {

    private final ObjectProvider<MenuEntry> entries;
    private final ActorOfRequest actors;

    ShellOfActor(ObjectProvider<MenuEntry> entries, ActorOfRequest actors) {
        this.entries = entries;
        this.actors = actors;
    }

    @Override
    public @Nullable Shell current(String path) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return null;
        }
        Actor actor = actors.of(attributes.getRequest());
        if (actor == null) {
            return null;
        }
        List<Shell.Item> menu = entries.stream()
                .filter(entry -> entry.standsFor(actor.role()))
                .sorted(Comparator.comparingInt(MenuEntry::order))
                .map(entry -> new Shell.Item(
                        entry.path(), entry.labelFor(actor.role()), entry.icon(), entry.leadsTo(path), null))
                .toList();
        List<Shell.RoleChoice> others = actor.roles().stream()
                .filter(role -> role != actor.role())
                .map(role -> new Shell.RoleChoice(role.name(), role.labelKey()))
                .toList();
        return new Shell(
                actor.name(),
                actor.role().labelKey(),
                initials(actor.name()),
                menu,
                actor.may(Permission.PARTICIPANTS_LIST),
                others,
                path);
    }

    private static String initials(String name) {
        String[] words = name.strip().split("\\s+");
        String first = words[0].isEmpty() ? "?" : words[0].substring(0, words[0].offsetByCodePoints(0, 1));
        String last = words.length < 2
                ? ""
                : words[words.length - 1].substring(0, words[words.length - 1].offsetByCodePoints(0, 1));
        return first + last;
    }
}
