package nl.meedoen.access.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.meedoen.factors.Phone;
import nl.meedoen.support.Application;
import nl.meedoen.support.TestDatabase;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The first hour of an empty installation, over HTTP and with a mail server, as its administrator lives it. */
@ExtendWith(OutputCaptureExtension.class)
class FreshInstallationTest {

    private static final String PASSWORD = "een paar lange woorden";

    @TempDir
    private static Path folder;

    private static final GreenMail MAIL = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    private static TestDatabase database;
    private static ConfigurableApplicationContext application;
    private static String setup;
    private static String home;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @BeforeAll
    static void start(CapturedOutput output) {
        MAIL.start();
        database = TestDatabase.create();
        application = run();
        home = "http://localhost:"
                + ((ServletWebServerApplicationContext) application)
                        .getWebServer()
                        .getPort();
        setup = link(output.getOut());
    }

    @AfterAll
    static void stop() {
        application.close();
        MAIL.stop();
    }

    private static ConfigurableApplicationContext run() {
        return Application.run(
                "--server.port=0",
                "--meedoen.data=" + folder.resolve("data"),
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + TestDatabase.APP,
                "--spring.datasource.password=" + TestDatabase.PASSWORD,
                "--spring.flyway.enabled=false",
                "--spring.mail.host=localhost",
                "--spring.mail.port=" + MAIL.getSmtp().getPort(),
                "--meedoen.second-factor=required",
                "--meedoen.mail.every=200ms");
    }

    private static String link(String log) {
        Matcher found = Pattern.compile("http://localhost:\\d+(/setup/\\S+)").matcher(log);
        assertThat(found.find()).as("a link in the log").isTrue();
        String last = found.group(1);
        while (found.find()) {
            last = found.group(1);
        }
        return last;
    }

    private HttpResponse<String> open(String path) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create(home + path))
                        .header("Accept-Language", "en")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String from, String path, String... pairs)
            throws IOException, InterruptedException {
        StringJoiner form = new StringJoiner("&");
        form.add("_csrf="
                + Jsoup.parse(open(from).body()).select("input[name=_csrf]").val());
        for (int i = 0; i < pairs.length; i += 2) {
            form.add(pairs[i] + "=" + URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
        }
        return browser.send(
                HttpRequest.newBuilder(URI.create(home + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("status " + response.statusCode());
    }

    /** One story, since each step stands on the one before. */
    @Test
    void theFirstAdministratorComesInByTheLogAndLaterByMail() throws Exception {
        assertThat(open("/setup/not-the-link").statusCode()).isEqualTo(404);
        assertThat(open(setup).statusCode()).isEqualTo(200);
        HttpResponse<String> wrong = send(setup, setup, "name", "", "email", "geen adres", "password", "kort");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(wrong.body()).select(".errors a")).hasSize(3);

        HttpResponse<String> made =
                send(setup, setup, "name", "Eerste Beheer", "email", "Beheer@voorbeeld.example", "password", PASSWORD);
        assertThat(location(made)).endsWith("/login");
        assertThat(open(setup).statusCode()).as("works once").isEqualTo(404);
        assertThat(location(send("/login", "/login", "email", "beheer@voorbeeld.example", "password", PASSWORD)))
                .endsWith("/account/second-step");
        assertThat(location(open("/admin/accounts"))).endsWith("/account/second-step");
        String app = "/account/second-step/app";
        Phone phone = Phone.reading(Jsoup.parse(open(app).body()));
        assertThat(location(send(app, app, "code", phone.code(0)))).endsWith("/account/second-step/codes");
        assertThat(MAIL.waitForIncomingEmail(15_000, 1)).isTrue();
        assertThat(open("/admin/accounts").body()).contains("Eerste Beheer");

        send("/account", "/logout");
        send("/forgot", "/forgot", "email", "beheer@voorbeeld.example");
        assertThat(MAIL.waitForIncomingEmail(15_000, 2)).isTrue();
        String text = String.valueOf(MAIL.getReceivedMessages()[1].getContent());
        Matcher reset = Pattern.compile("http://localhost:\\d+(/password/\\S+)").matcher(text);
        assertThat(reset.find()).isTrue();
        String path = reset.group(1);
        assertThat(location(send(path, path, "password", PASSWORD + " twee"))).endsWith("/login");
        assertThat(open(path).statusCode()).as("works once").isEqualTo(404);
        assertThat(location(
                        send("/login", "/login", "email", "beheer@voorbeeld.example", "password", PASSWORD + " twee")))
                .as("another password does not go round the second step")
                .endsWith("/sign-in/step");
        assertThat(location(send("/sign-in/step", "/sign-in/step", "code", phone.code(1))))
                .endsWith("/admin/accounts");

        FirstAdministrator first = application.getBean(FirstAdministrator.class);
        assertThat(first.link()).as("with an account there is no other link").isEmpty();
        assertThat(first.begin("anything", "Indringer", "indringer@voorbeeld.example", PASSWORD))
                .isFalse();
    }
}
