package nl.meedoen.plans.network.web;

import nl.meedoen.access.MenuEntry;
import nl.meedoen.access.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The door of the own network; coordinators come to the search from a dossier or from the list of coaches. */
@Configuration(proxyBeanMethods = false)
class NetworkRoom {

    @Bean
    MenuEntry networkEntry() {
        return new MenuEntry(62, "/network", "network.menu", "link", Permission.NETWORK_OWN);
    }
}
