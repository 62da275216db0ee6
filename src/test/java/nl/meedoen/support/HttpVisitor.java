package nl.meedoen.support;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.StringJoiner;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A browser over the network. Its cookies hold for every port of this machine, so that it can go from one instance of
 * the application to another.
 */
public final class HttpVisitor {

    /** Of every demo account. */
    public static final String DEMO_PASSWORD = "meedoen-demo-2026";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .connectTimeout(PATIENCE)
            .build();

    private String token = "";

    /** Opens a page and remembers its form token. */
    public HttpResponse<String> open(String url) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create(url))
                        .timeout(PATIENCE)
                        .header("Accept", "text/html")
                        .header("Accept-Language", "en")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        String found = Jsoup.parse(response.body()).select("input[name=_csrf]").val();
        token = found.isEmpty() ? token : found;
        return response;
    }

    public Document page(String url) throws IOException, InterruptedException {
        return Jsoup.parse(open(url).body(), url);
    }

    /** Sends a form with the token of the last page; name and value of each box in turn. */
    public HttpResponse<String> send(String url, String... pairs) throws IOException, InterruptedException {
        StringJoiner form = new StringJoiner("&");
        form.add("_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
        for (int i = 0; i < pairs.length; i += 2) {
            form.add(pairs[i] + "=" + URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
        }
        return http.send(
                HttpRequest.newBuilder(URI.create(url))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .header("Accept-Language", "en")
                        .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Signs in with a demo account, such as {@code coach}; the address where that leads. */
    public String signIn(String address, String name) throws IOException, InterruptedException {
        open(address + "/login");
        String home = location(send(address + "/login", "email", name + "@demo.example", "password", DEMO_PASSWORD));
        open(address + "/account");
        return home;
    }

    /** Where an answer sends the browser, or its status. */
    public static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("status " + response.statusCode());
    }
}
