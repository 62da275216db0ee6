package nl.meedoen.webkit;

import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.format.FormatterRegistry;
import org.springframework.format.datetime.standard.DateTimeFormatterRegistrar;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Ids in addresses, messages, clock and the language of the reader. */
@Configuration(proxyBeanMethods = false)
public class WebConfiguration implements WebMvcConfigurer {

    /** How the name of the cookie with the reader's choice ends. */
    public static final String LANGUAGE = "meedoen-language";

    static final Locale DUTCH = new Locale("nl");

    private final IdConverter ids;

    WebConfiguration(IdConverter ids) {
        this.ids = ids;
    }

    @Bean
    static Clock clock() {
        return Clock.systemUTC();
    }

    /** Every room brings its own message file; none has to be listed here. */
    @Bean
    static MessageSource messageSource() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        for (Resource file :
                new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
            String name = String.valueOf(file.getFilename()).replaceFirst("(_[a-z]{2})?\\.properties$", "");
            names.add("messages/" + name);
        }
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(names.toArray(String[]::new));
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    /** The reader's choice, kept in a cookie; Dutch unless the browser asks for English. */
    @Bean
    static LocaleResolver localeResolver(@Value("${meedoen.address}") String address) {
        boolean https = address.startsWith("https://");
        CookieLocaleResolver resolver = new CookieLocaleResolver(https ? "__Host-" + LANGUAGE : LANGUAGE);
        resolver.setCookieSecure(https);
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setCookiePath("/");
        resolver.setRejectInvalidCookies(false);
        resolver.setDefaultLocaleFunction(request -> choose(request.getHeader("Accept-Language")));
        return resolver;
    }

    private static Locale choose(@Nullable String acceptLanguage) {
        return acceptLanguage != null && acceptLanguage.toLowerCase(Locale.ROOT).startsWith("en")
                ? Locale.ENGLISH
                : DUTCH;
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(ids);
        DateTimeFormatterRegistrar dates = new DateTimeFormatterRegistrar();
        dates.setUseIsoFormat(true);
        dates.registerFormatters(registry);
    }
}
