package nl.meedoen.access.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import nl.meedoen.access.provider.NoTokensKept;
import nl.meedoen.access.provider.ProviderCalls;
import nl.meedoen.access.provider.ProviderRegistration;
import nl.meedoen.access.provider.ProviderSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProviderSettings.class)
class SecurityConfiguration {

    /** UI.md: nothing but our own files, and no code or style inside a page. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                    + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
                    + "manifest-src 'self'; worker-src 'self'";

    private static final String PERMISSIONS_POLICY = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            SignInOutcome outcome,
            ProviderSettings provider,
            ProviderRegistration registration,
            ProviderArrival arrival,
            @Value("${meedoen.address}") String address)
            throws Exception {
        boolean https = address.startsWith("https://");
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(https ? "__Host-meedoen-form" : "meedoen-form");
        tokens.setCookieCustomizer(
                cookie -> cookie.httpOnly(true).sameSite("Lax").secure(https).path("/"));
        http.authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .permitAll())
                .formLogin(form -> form.loginPage("/login")
                        .usernameParameter("email")
                        .passwordParameter("password")
                        .successHandler(outcome)
                        .failureHandler(outcome))
                .logout(out -> out.logoutUrl("/logout").logoutSuccessUrl("/login?out"))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens)
                        // a mail program posts here without having seen a page (RFC 8058); the address is the proof
                        .ignoringRequestMatchers("/digest/stop/*")
                        .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler()))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.IF_REQUIRED))
                .anonymous(anonymous -> anonymous.disable())
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS_POLICY))
                        .httpStrictTransportSecurity(hsts -> hsts.maxAgeInSeconds(
                                        Duration.ofDays(365).toSeconds())
                                .includeSubDomains(true)
                                // whether or not the proxy says how it was asked
                                .requestMatcher(https ? AnyRequestMatcher.INSTANCE : HttpServletRequest::isSecure)));
        if (provider.on()) {
            throughTheProvider(http, registration, arrival);
        }
        return http.build();
    }

    /** Both ways are ordinary links, so that the content policy of our pages stays as it is. */
    private static void throughTheProvider(
            HttpSecurity http, ProviderRegistration registration, ProviderArrival arrival) throws Exception {
        http.oauth2Login(login -> login.loginPage("/login")
                .clientRegistrationRepository(registration)
                .authorizedClientRepository(new NoTokensKept())
                .authorizationEndpoint(to -> to.baseUri(ProviderRegistration.BEGIN))
                .tokenEndpoint(token -> token.accessTokenResponseClient(ProviderCalls.tokens()))
                .redirectionEndpoint(back -> back.baseUri(ProviderRegistration.BACK + "/*"))
                .successHandler(arrival)
                .failureHandler(arrival)
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
                        filter.setAuthenticationFailureHandler(arrival);
                        return filter;
                    }
                }));
    }

    @Bean
    AuthenticationManager authenticationManager(SignIn signIn) {
        return new ProviderManager(signIn);
    }

    /** A cookie name that browsers only take from the host itself, where the address allows it. */
    @Bean
    CookieSerializer sessionCookie(@Value("${meedoen.address}") String address) {
        boolean https = address.startsWith("https://");
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(https ? "__Host-meedoen" : "meedoen");
        cookie.setUseSecureCookie(https);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        return cookie;
    }
}
