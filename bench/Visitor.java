import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An account of the demo with a session of its own and a step to tick; what it asks is answered with a status. */
final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    /** A step of a participant: both ids. */
    record Step(String participant, String id) {}

    final Step step;
    private final HttpClient http;
    private final String base;
    private final String account;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String token = "";
    private boolean ticked;
    private int clicks;

    /** @param account the part of the address before the at sign */
    Visitor(HttpClient http, String base, String account, Step step) {
        this.http = http;
        this.base = base;
        this.account = account;
        this.step = step;
    }

    /** Somebody else in the same place. */
    Visitor another() {
        return new Visitor(http, base, account, step);
    }

    /** How many clicks were done before this one. */
    int next() {
        return clicks++;
    }

    int signIn() {
        token = token(send(request("/login").GET().build()).body());
        HttpResponse<String> answer = post(
                "/login", "email=" + encode(account + "@demo.example") + "&password=" + encode("meedoen-demo-2026"), false);
        token = ""; // another one, when it is needed
        String target = answer.headers().firstValue("Location").orElse("");
        return target.contains("error") || target.contains("wait") ? 500 : answer.statusCode();
    }

    int get(String path) {
        return send(request(path).header("Accept-Encoding", "gzip").GET().build()).statusCode();
    }

    int search(String name) {
        return get("/participants?q=" + encode(name));
    }

    /** Ticks the own step, or takes the tick back, as the page does it: the goal comes back. */
    int tick() {
        if (token.isEmpty()) {
            token = token(send(request("/participants/" + step.participant() + "/plan").GET().build()).body());
        }
        ticked = !ticked;
        String path = "/participants/" + step.participant() + "/steps/" + step.id() + (ticked ? "/finish" : "/undo");
        return post(path, "", true).statusCode();
    }

    private HttpResponse<String> post(String path, String form, boolean partly) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("HX-Request", String.valueOf(partly))
                .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + encode(token) + "&" + form))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
        return cookies.isEmpty()
                ? builder
                : builder.header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            HttpResponse<String> answer =
                    http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            for (String cookie : answer.headers().allValues("Set-Cookie")) {
                String pair = cookie.split(";", 2)[0];
                int equals = pair.indexOf('=');
                String value = pair.substring(equals + 1);
                if (value.isEmpty()) {
                    cookies.remove(pair.substring(0, equals));
                } else {
                    cookies.put(pair.substring(0, equals), value);
                }
            }
            return answer;
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(request.uri().getPath(), failed);
        }
    }

    private static String token(String page) {
        Matcher matcher = TOKEN.matcher(page);
        if (!matcher.find()) {
            throw new IllegalStateException("a page without a form token");
        }
        return matcher.group(1);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
