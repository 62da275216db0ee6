package nl.meedoen.participants.reference;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lists that come with the program, read once. */
@Configuration(proxyBeanMethods = false)
class ReferenceLists {

    @Bean
    static MunicipalityLookup municipalityLookup() {
        return MunicipalityLookup.load();
    }

    @Bean
    static CountryAndLanguage countryAndLanguage() {
        return CountryAndLanguage.lists();
    }
}
