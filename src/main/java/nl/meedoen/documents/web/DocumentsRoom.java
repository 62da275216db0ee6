package nl.meedoen.documents.web;

import nl.meedoen.access.Permission;
import nl.meedoen.participants.DossierTab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The door of this room in the dossier. */
@Configuration(proxyBeanMethods = false)
class DocumentsRoom {

    static final String TAB = "documents";

    @Bean
    static DossierTab documentsTab() {
        return new DossierTab(60, TAB, "/documents", "documents.tab", Permission.DOCUMENTS);
    }
}
