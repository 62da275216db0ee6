package nl.meedoen.plans.pitch;

import nl.meedoen.access.Permission;
import nl.meedoen.participants.DossierTab;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tab of the pitch, which is the only part of a plan that trainers see. */
@Configuration(proxyBeanMethods = false)
class PitchWeb {

    @Bean
    DossierTab pitchTab() {
        return new DossierTab(12, PitchPages.TAB, "/pitch", "pitch.tab", Permission.PITCH_VIEW);
    }
}
