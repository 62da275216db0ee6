package nl.meedoen.participants.intake;

import nl.meedoen.participants.intake.file.RegistrationReader;
import nl.meedoen.participants.reference.CountryAndLanguage;
import nl.meedoen.participants.reference.MunicipalityLookup;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IntakeRoom {

    @Bean
    static RegistrationReader registrationReader(MunicipalityLookup municipalities, CountryAndLanguage names) {
        return new RegistrationReader(municipalities, names);
    }
}
