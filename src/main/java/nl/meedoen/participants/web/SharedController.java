package nl.meedoen.participants.web;

import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.DossierCard;
import nl.meedoen.participants.Dossiers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What does the municipality see? The same query and the same template as the client manager's own page. */
@Controller
class SharedController {

    private final Dossiers dossiers;
    private final Progress progress;

    SharedController(Dossiers dossiers, Progress progress) {
        this.dossiers = dossiers;
        this.progress = progress;
    }

    /** @param shown null while the municipality sees nothing */
    record SharedPage(ParticipantId id, String person, Progress.@Nullable ProgressPage shown) {}

    @Needs(Permission.DOSSIER_VIEW)
    @GetMapping("/participants/{id}/shared")
    @Transactional
    public String show(Actor actor, @PathVariable ParticipantId id, Model model) {
        Progress.ProgressPage shown = dossiers.asTheMunicipality(actor, id)
                .map(as -> withoutDoors(progress.page(as.manager(), as.frame())))
                .orElse(null);
        model.addAttribute("page", new SharedPage(id, dossiers.reach(actor, id).name(), shown));
        return "participants/shared";
    }

    /** The links and buttons of the client manager are not for the reader. */
    private static Progress.ProgressPage withoutDoors(Progress.ProgressPage page) {
        return new Progress.ProgressPage(
                page.frame(),
                page.attendance(),
                page.placement(),
                page.placedOn(),
                page.nextReviewOn(),
                page.goals(),
                page.cards().stream()
                        .map(card -> new DossierCard.Card(
                                card.order(),
                                card.code(),
                                card.titleKey(),
                                card.emptyKey(),
                                card.lines().stream()
                                        .map(line -> new DossierCard.Line(line.title(), line.sub(), null, line.badge()))
                                        .toList(),
                                null))
                        .toList(),
                page.whoSees());
    }
}
