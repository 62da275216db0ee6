package nl.meedoen.webkit.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.meedoen.access.Anyone;
import nl.meedoen.support.TestFolder;
import nl.meedoen.support.Village;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What only the server itself can show: a body that it does not read, and an error that nobody caught. */
@SpringBootTest(
        properties = "meedoen.data=" + TestFolder.DATA,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({Village.class, RealServerTest.Falls.class})
class RealServerTest {

    private static final int MEGABYTE = 1024 * 1024;

    /** A page that has a mistake in it. */
    @TestConfiguration
    @Controller
    static class Falls {
        @Anyone(signedIn = true)
        @GetMapping("/falls")
        String fall() {
            throw new IllegalStateException("on purpose");
        }
    }

    @LocalServerPort
    int port;

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    @BeforeEach
    void signIn() throws Exception {
        String form = "_csrf=" + encode(token("/login")) + "&email=coordinator%40village.example&password="
                + encode(Village.PASSWORD);
        HttpResponse<String> in = send(to("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        assertThat(Jsoup.parse(in.body()).select("header .me")).hasSize(1);
    }

    @Test
    void aFileThatIsTooLargeIsRefusedAtItsField() throws Exception {
        for (int megabytes : new int[] {11, 40}) {
            HttpResponse<String> response = upload("/participants/import", megabytes * MEGABYTE);
            Document page = Jsoup.parse(response.body());
            assertThat(response.statusCode()).isEqualTo(413);
            assertThat(page.select("#file-error").text()).contains("larger than 10 MB");
            assertThat(page.select(".errors a[href=#file]")).hasSize(1);
            assertThat(page.select("input[type=file][name=file]").attr("aria-invalid"))
                    .isEqualTo("true");
            assertThat(page.select("header .me")).hasSize(1);
        }
    }

    @Test
    void aFileThatFitsIsRead() throws Exception {
        HttpResponse<String> response = upload("/participants/import", 9 * MEGABYTE);
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(response.body()).select("#file-error").text())
                .isNotBlank()
                .doesNotContain("10 MB");
    }

    @Test
    void whereNoFileIsTakenAPageSaysThatItIsTooMuch() throws Exception {
        HttpResponse<String> response = upload("/account/role", 11 * MEGABYTE);
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(Jsoup.parse(response.body()).select("main h1").text()).isEqualTo("This is too much at once");
    }

    @Test
    void anErrorThatNobodyCaughtHasThePageOfTheHouse() throws Exception {
        HttpResponse<String> response = send(to("/falls"));
        Document page = Jsoup.parse(response.body());
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(page.select("header .me")).hasSize(1);
        assertThat(page.select("main .actions a[href=/]")).hasSize(1);
        assertThat(response.body()).doesNotContain("on purpose", "IllegalState", "Exception", "\tat ");

        HttpResponse<String> part = send(to("/falls").header("HX-Request", "true"));
        assertThat(part.statusCode()).isEqualTo(500);
        assertThat(part.headers().firstValue("HX-Retarget")).contains("#refusal");
        assertThat(part.body()).contains("data-refusal").doesNotContain("<html");
    }

    @Test
    void aFormWithoutItsTokenHasThePageOfTheHouse() throws Exception {
        HttpResponse<String> response = send(to("/participants/import").POST(HttpRequest.BodyPublishers.noBody()));
        Document page = Jsoup.parse(response.body());
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(page.select("header .me")).hasSize(1);
    }

    @Test
    void noErrorTellsAnythingOfTheInside() throws Exception {
        for (String line : List.of(
                "GET /falls?trace=true&message=true HTTP/1.1",
                "GET /error?trace=true HTTP/1.1",
                "GET /no-such-page HTTP/1.1",
                "GET /participants;jsessionid=abc HTTP/1.1",
                "GET /%zz HTTP/1.1",
                "GET /a|b HTTP/1.1",
                "GET /..%2f..%2fetc/passwd HTTP/1.1",
                "GET /login?x=%00 HTTP/1.1",
                "TRACE / HTTP/1.1",
                "NONSENSE / HTTP/1.1",
                "GET / HTTP/9.9",
                "POST /login HTTP/1.1",
                "GET /" + "a".repeat(20_000) + " HTTP/1.1")) {
            for (String accept : List.of("text/html", "application/json", "*/*")) {
                String answer = raw(line, accept);
                String what = line.substring(0, Math.min(60, line.length()));
                assertThat(answer).as(what).startsWith("HTTP/1.1 ");
                if (!line.contains("/login?x")) {
                    assertThat(answer.substring(9, 12)).as(what).matches("[345]..");
                }
                assertThat(answer)
                        .as(what)
                        .doesNotContain("Exception", "\tat ", "org.springframework", "org.apache", "java.lang")
                        .doesNotContainIgnoringCase("tomcat", "on purpose", "server:", "x-powered-by", ";jsessionid");
            }
        }
    }

    @Test
    void noAddressCarriesTheSessionForWhoHasNoCookies() throws Exception {
        for (String path : List.of("/", "/participants", "/login", "/forgot")) {
            assertThat(raw("GET " + path + " HTTP/1.1", "text/html"))
                    .as(path)
                    .doesNotContain("jsessionid", "JSESSIONID");
        }
    }

    /** As bytes on the line, since a proper client would not send it; without a cookie. */
    private String raw(String line, String accept) throws Exception {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write((line + "\r\nHost: localhost\r\nAccept: " + accept
                                    + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private HttpResponse<String> upload(String path, int size) throws Exception {
        String boundary = "----boundary";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, boundary, "name=\"_csrf\"", token("/participants/import").getBytes(StandardCharsets.UTF_8));
        part(body, boundary, "name=\"file\"; filename=\"a.csv\"", new byte[size]);
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(to(path).header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void part(ByteArrayOutputStream body, String boundary, String name, byte[] content) {
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; " + name + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private String token(String page) throws Exception {
        return Jsoup.parse(send(to(page)).body()).select("input[name=_csrf]").val();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept-Language", "en");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
