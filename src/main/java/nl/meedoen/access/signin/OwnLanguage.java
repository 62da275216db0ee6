package nl.meedoen.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import nl.meedoen.kernel.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Shows the pages in the language that the owner of an account has chosen, in whatever browser they sign in. */
@Component
class OwnLanguage {

    private final JdbcClient jdbc;
    private final LocaleResolver languages;

    OwnLanguage(JdbcClient jdbc, LocaleResolver languages) {
        this.jdbc = jdbc;
        this.languages = languages;
    }

    /** Speaks the chosen language from now on; nothing changes for somebody who never chose. */
    void speak(AccountId account, HttpServletRequest request, HttpServletResponse response) {
        jdbc.sql("select language from account where id = ? and language_chosen")
                .param(account.value())
                .query(String.class)
                .optional()
                .ifPresent(language -> languages.setLocale(request, response, Locale.forLanguageTag(language)));
    }
}
