package nl.meedoen.insight.web;

import nl.meedoen.access.MenuEntry;
import nl.meedoen.access.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The door of this room in the menu. */
@Configuration(proxyBeanMethods = false)
class InsightRoom {

    @Bean
    MenuEntry dashboardEntry() {
        return new MenuEntry(60, "/dashboard", "insight.menu", "chart", Permission.DASHBOARD_VIEW);
    }
}
