package nl.meedoen.notices.web;

import nl.meedoen.access.MenuEntry;
import nl.meedoen.access.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NoticesWeb {

    @Bean
    static MenuEntry todayMenu() {
        return new MenuEntry(0, "/today", "notices.menu", "home", Permission.TODAY);
    }
}
