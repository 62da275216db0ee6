package nl.meedoen.people.web;

import nl.meedoen.access.MenuEntry;
import nl.meedoen.access.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room's doors in the main menu. */
@Configuration(proxyBeanMethods = false)
class PeopleRoom {

    @Bean
    MenuEntry coachesEntry() {
        return new MenuEntry(40, "/coaches", "people.menu.coaches", "user", Permission.COACHES_VIEW);
    }

    @Bean
    MenuEntry hoursEntry() {
        return new MenuEntry(60, "/hours", "people.menu.hours", "clock", Permission.HOURS_WRITE);
    }

    @Bean
    MenuEntry accountsEntry() {
        return new MenuEntry(10, "/admin/accounts", "people.menu.accounts", "users", Permission.ACCOUNTS_EDIT);
    }

    @Bean
    MenuEntry organisationEntry() {
        return new MenuEntry(
                20, "/admin/organisation", "people.menu.organisation", "building", Permission.ORGANISATION_EDIT);
    }
}
