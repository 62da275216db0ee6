package nl.meedoen.plans.web;

import nl.meedoen.access.Permission;
import nl.meedoen.participants.DossierAction;
import nl.meedoen.participants.DossierTab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tab of this room. */
@Configuration(proxyBeanMethods = false)
class PlanWeb {

    @Bean
    DossierTab planTab() {
        return new DossierTab(10, PlanPages.TAB, "/plan", "plans.tab", Permission.PLAN_VIEW);
    }

    @Bean
    DossierTab questionsTab() {
        return new DossierTab(50, "questions", "/questions", "plans.questions", Permission.QUESTION_ANSWER);
    }

    @Bean
    DossierAction writeUpdate() {
        return new DossierAction("/plan#update", "plans.contact.write", "plus", Permission.PLAN_EDIT);
    }
}
