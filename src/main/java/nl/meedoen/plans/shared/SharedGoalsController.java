package nl.meedoen.plans.shared;

import static nl.meedoen.access.Permission.PROGRESS_VIEW;

import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.DossierTab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a municipality may read of the plan of a resident who agreed to it. */
@Controller
class SharedGoalsController {

    static final String TAB = "goals";

    private final SharedGoals goals;

    SharedGoalsController(SharedGoals goals) {
        this.goals = goals;
    }

    @Needs(PROGRESS_VIEW)
    @GetMapping("/participants/{id}/goals")
    String goals(@PathVariable ParticipantId id, Actor actor, Model model) {
        model.addAttribute("page", goals.open(actor, id));
        return "plans/shared-goals";
    }

    @Configuration(proxyBeanMethods = false)
    static class Tab {

        @Bean
        DossierTab sharedGoalsTab() {
            return new DossierTab(10, TAB, "/goals", "plans.shared.tab", PROGRESS_VIEW);
        }
    }
}
