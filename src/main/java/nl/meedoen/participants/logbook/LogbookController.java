package nl.meedoen.participants.logbook;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.DossierFrame;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.privacy.TrailReading;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.view.Pager;
import nl.meedoen.webkit.view.ViewTab;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The log of a dossier. */
@Controller
class LogbookController {

    record LogPage(DossierFrame frame, List<ViewTab> tabs, List<Logbook.Entry> entries, Pager pager) {}

    private final Dossiers dossiers;
    private final Logbook logbook;
    private final Texts texts;

    LogbookController(Dossiers dossiers, Logbook logbook, Texts texts) {
        this.dossiers = dossiers;
        this.logbook = logbook;
        this.texts = texts;
    }

    @Needs(Permission.DOSSIER_LOG)
    @GetMapping("/participants/{id}/log")
    @Transactional
    public String show(
            Actor actor,
            @PathVariable ParticipantId id,
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(required = false) @Nullable Long before,
            Model model) {
        DossierFrame frame = dossiers.open(actor, id, "log");
        TrailReading.Kind kind = kind(show);
        Logbook.Lines lines = logbook.read(id, kind, before);
        String path = address(id, kind);
        String next = lines.next() == null ? null : path + (path.contains("?") ? "&" : "?") + "before=" + lines.next();
        List<ViewTab> tabs = Arrays.stream(TrailReading.Kind.values())
                .map(each -> new ViewTab(address(id, each), texts.of("log.show." + word(each)), null, each == kind))
                .toList();
        model.addAttribute(
                "page", new LogPage(frame, tabs, lines.entries(), new Pager(before == null ? null : path, next, null)));
        return "participants/logbook/log";
    }

    private static String address(ParticipantId id, TrailReading.Kind kind) {
        String path = "/participants/" + id + "/log";
        return kind == TrailReading.Kind.ALL ? path : path + "?show=" + word(kind);
    }

    private static TrailReading.Kind kind(@Nullable String word) {
        return Arrays.stream(TrailReading.Kind.values())
                .filter(kind -> word(kind).equals(word))
                .findFirst()
                .orElse(TrailReading.Kind.ALL);
    }

    private static String word(TrailReading.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
