package nl.meedoen.participants.web;

import java.util.Map;
import nl.meedoen.access.MenuEntry;
import nl.meedoen.access.Permission;
import nl.meedoen.access.Role;
import nl.meedoen.participants.DossierTab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The doors of this room in the menu and in the dossier. */
@Configuration(proxyBeanMethods = false)
class ParticipantsRoom {

    @Bean
    MenuEntry participantsEntry() {
        return new MenuEntry(
                10,
                "/participants",
                "participants.title",
                "users",
                Permission.PARTICIPANTS_LIST,
                Map.of(
                        Role.COACH, "participants.menu.mine",
                        Role.TRAINER, "participants.menu.mine",
                        Role.CLIENT_MANAGER, "participants.menu.residents"));
    }

    @Bean
    DossierTab dataTab() {
        return new DossierTab(20, "data", "", "participants.tab.data", Permission.DOSSIER_VIEW);
    }

    @Bean
    DossierTab progressTab() {
        return new DossierTab(20, "progress", "", "participants.tab.progress", Permission.PROGRESS_VIEW);
    }

    @Bean
    DossierTab logTab() {
        return new DossierTab(90, "log", "/log", "participants.tab.log", Permission.DOSSIER_LOG);
    }
}
