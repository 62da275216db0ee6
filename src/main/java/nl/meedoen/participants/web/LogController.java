package nl.meedoen.participants.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.DossierFrame;
import nl.meedoen.participants.DossierHistory;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.participants.merging.Merges;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Who looked in a dossier and who changed what. */
@Controller
class LogController {

    private final Dossiers dossiers;
    private final DossierHistory history;
    private final Merges merges;
    private final Trail trail;
    private final Texts texts;

    LogController(Dossiers dossiers, DossierHistory history, Merges merges, Trail trail, Texts texts) {
        this.dossiers = dossiers;
        this.history = history;
        this.merges = merges;
        this.trail = trail;
        this.texts = texts;
    }

    record LogLine(Instant at, String who, String what) {}

    record LogPage(DossierFrame frame, List<DossierHistory.Entry> changes, List<LogLine> lines) {}

    @Needs(Permission.DOSSIER_LOG)
    @GetMapping("/participants/{id}/log")
    @Transactional
    public String show(Actor actor, @PathVariable ParticipantId id, Model model) {
        DossierFrame frame = dossiers.open(actor, id, "log");
        List<LogLine> lines = merges.dossiers(id).stream()
                .flatMap(one -> trail.of(one).stream())
                .sorted(Comparator.comparing(Trail.Line::at).reversed())
                .limit(100)
                .map(line -> new LogLine(line.at(), line.who(), texts.of(line.action()) + " (" + line.subject() + ")"))
                .toList();
        model.addAttribute("page", new LogPage(frame, history.read(id), lines));
        return "participants/log";
    }
}
