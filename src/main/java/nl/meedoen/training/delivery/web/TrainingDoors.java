package nl.meedoen.training.delivery.web;

import java.util.Map;
import java.util.Set;
import nl.meedoen.access.MenuEntry;
import nl.meedoen.access.Permission;
import nl.meedoen.access.Role;
import nl.meedoen.participants.DossierTab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where one finds the training: in the menu and in the dossier. */
@Configuration(proxyBeanMethods = false)
class TrainingDoors {

    @Bean
    static MenuEntry cohortsInMenu() {
        return new MenuEntry(50, "/cohorts", "training.menu.cohorts", "users", Permission.COHORT_EDIT);
    }

    @Bean
    static MenuEntry libraryInMenu() {
        return new MenuEntry(
                60,
                "/library",
                "training.menu.library",
                "book",
                Permission.LIBRARY_VIEW,
                Map.of(),
                Set.of(Role.COORDINATOR));
    }

    @Bean
    static DossierTab trainingInDossier() {
        return new DossierTab(30, "training", "/training", "training.tab", Permission.TRAINING_VIEW);
    }
}
