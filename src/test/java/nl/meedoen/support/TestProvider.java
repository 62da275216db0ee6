package nl.meedoen.support;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.Jsoup;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.context.support.TestPropertySourceUtils;

/** A municipality's provider: Spring's authorization server on a port of its own, started once for all tests. */
public final class TestProvider {

    /** Where Meedoen says that it is. */
    public static final String MEEDOEN = "http://localhost:8080";

    private static final String SECRET = "a-secret-of-the-test";
    private static final Map<String, Map<String, Object>> PEOPLE = new ConcurrentHashMap<>();

    private static final class Running {
        private static final AnnotationConfigServletWebServerApplicationContext SERVER = start();
    }

    private TestProvider() {}

    private static AnnotationConfigServletWebServerApplicationContext start() {
        var context = new AnnotationConfigServletWebServerApplicationContext();
        context.register(Provider.class);
        context.refresh();
        Runtime.getRuntime().addShutdownHook(new Thread(context::close));
        return context;
    }

    /** The address of the provider. */
    public static String issuer() {
        return "http://localhost:" + Running.SERVER.getWebServer().getPort();
    }

    /** Somebody who works there, and what the provider says of them. */
    public static void knows(String subject, Map<String, Object> claims) {
        PEOPLE.put(subject, claims);
    }

    /** Goes to the provider as a browser does, signs in there, and is sent back; the address on our side. */
    public static String signIn(String to, String subject) throws IOException, InterruptedException {
        try {
            HttpClient browser = HttpClient.newBuilder()
                    .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                    .build();
            HttpResponse<String> page = send(browser, HttpRequest.newBuilder(URI.create(to)));
            for (int i = 0; i < 8; i++) {
                String next = page.headers().firstValue("Location").orElse(null);
                if (next != null && next.startsWith(MEEDOEN)) {
                    return next.substring(MEEDOEN.length());
                }
                if (next != null) {
                    page = send(browser, HttpRequest.newBuilder(page.uri().resolve(next)));
                } else {
                    String form = "username=" + subject + "&password=x&_csrf="
                            + URLEncoder.encode(
                                    Jsoup.parse(page.body())
                                            .select("input[name=_csrf]")
                                            .val(),
                                    StandardCharsets.UTF_8);
                    page = send(
                            browser,
                            HttpRequest.newBuilder(page.uri().resolve("/login"))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(HttpRequest.BodyPublishers.ofString(form)));
                }
            }
            throw new IllegalStateException("the provider sent nobody back: " + page);
        } finally {
            Thread.interrupted();
        }
    }

    private static HttpResponse<String> send(HttpClient browser, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return browser.send(request.header("Accept", "text/html").build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Lets an application under test know the provider; a second factor is required there. */
    public static final class Settings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
                    context,
                    "meedoen.second-factor=required",
                    "meedoen.provider.issuer=" + issuer(),
                    "meedoen.provider.client-id=meedoen",
                    "meedoen.provider.client-secret=" + SECRET,
                    "meedoen.provider.label=Gemeente Assen",
                    "meedoen.provider.roles-claim=groups",
                    "meedoen.provider.roles=vip-klantmanagers=CLIENT_MANAGER,vip-coaches=COACH",
                    "meedoen.provider.create=true",
                    "meedoen.provider.municipalities=" + Village.OWN_MUNICIPALITY,
                    "meedoen.provider.second-factor-amr=mfa",
                    "meedoen.provider.second-factor-acr=urn:example:high");
        }
    }

    @EnableWebSecurity
    static class Provider {

        @Bean
        TomcatServletWebServerFactory server() {
            TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
            // without a servlet behind them no filter is asked
            factory.setRegisterDefaultServlet(true);
            return factory;
        }

        @Bean
        SecurityFilterChain pages(HttpSecurity http) throws Exception {
            http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(rules -> rules.anyRequest().authenticated())
                    .oauth2ResourceServer(userInfo -> userInfo.jwt(Customizer.withDefaults()))
                    .formLogin(Customizer.withDefaults());
            return http.build();
        }

        @Bean
        UserDetailsService people() {
            return name ->
                    User.withUsername(name).password("{noop}x").roles("USER").build();
        }

        @Bean
        RegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(
                    RegisteredClient.withId(UUID.randomUUID().toString())
                            .clientId("meedoen")
                            .clientSecret("{noop}" + SECRET)
                            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                            .redirectUri(MEEDOEN + "/sign-in/back/municipality")
                            .scope("openid")
                            .scope("email")
                            .scope("profile")
                            .clientSettings(ClientSettings.builder()
                                    .requireProofKey(true)
                                    .requireAuthorizationConsent(false)
                                    .build())
                            .build());
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return token -> {
                if ("id_token".equals(token.getTokenType().getValue())) {
                    token.getClaims()
                            .claims(all -> all.putAll(
                                    PEOPLE.getOrDefault(token.getPrincipal().getName(), Map.of())));
                }
            };
        }

        @Bean
        JWKSource<SecurityContext> keys() throws NoSuchAlgorithmException {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            RSAKey key = new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey((RSAPrivateKey) pair.getPrivate())
                    .keyID(UUID.randomUUID().toString())
                    .build();
            return new ImmutableJWKSet<>(new JWKSet(key));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }
    }
}
