package nl.meedoen.placements.web.dossier;

import nl.meedoen.access.MenuEntry;
import nl.meedoen.access.Permission;
import nl.meedoen.participants.DossierTab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The doors of this room in the menu and in the dossier. */
@Configuration(proxyBeanMethods = false)
class PlacementsRoom {

    static final String TAB = "placements";
    static final String SHARED_TAB = "placements-shared";

    @Bean
    static MenuEntry employersEntry() {
        return new MenuEntry(40, "/employers", "placements.menu", "building", Permission.EMPLOYERS_EDIT)
                .with("/openings", "/placements");
    }

    @Bean
    static DossierTab placementsTab() {
        return new DossierTab(40, TAB, "/placements", "placements.tab", Permission.PLACEMENT_VIEW);
    }

    /** Client managers see kind, state and dates on a page at the same address. */
    @Bean
    static DossierTab sharedPlacementsTab() {
        return new DossierTab(40, SHARED_TAB, "/placements", "placements.tab", Permission.PROGRESS_VIEW);
    }
}
