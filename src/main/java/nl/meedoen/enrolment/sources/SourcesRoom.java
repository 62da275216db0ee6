package nl.meedoen.enrolment.sources;

import nl.meedoen.access.MenuEntry;
import nl.meedoen.access.Permission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The list's door in the administrator's menu. */
@Configuration(proxyBeanMethods = false)
class SourcesRoom {

    @Bean
    MenuEntry fundingSourcesEntry() {
        return new MenuEntry(30, "/admin/funding", "enrolment.sources", "file", Permission.ORGANISATION_EDIT);
    }
}
