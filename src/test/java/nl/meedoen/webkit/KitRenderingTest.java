package nl.meedoen.webkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.meedoen.support.ValidHtml;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;

/** Every fragment of the kit and every static page is valid HTML in both languages and obeys the content policy. */
class KitRenderingTest {

    private static final AnnotationConfigWebApplicationContext CONTEXT = new AnnotationConfigWebApplicationContext();
    private static MockMvc web;

    @BeforeAll
    static void open() {
        CONTEXT.setServletContext(new MockServletContext());
        CONTEXT.register(KitPages.class);
        CONTEXT.refresh();
        web = MockMvcBuilders.webAppContextSetup(CONTEXT).build();
    }

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    static Stream<String> pages() {
        return KitPages.VIEWS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isValidInBothLanguages(String page) throws Exception {
        for (String language : new String[] {"nl", "en"}) {
            String html = render("/kit/" + page, language);
            Path copy = Path.of("target", "kit", page.replace('/', '-') + "-" + language + ".html");
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, html, StandardCharsets.UTF_8);

            assertThat(ValidHtml.check(html)).as(page + " in " + language).isEmpty();
            Document document = Jsoup.parse(html);
            assertThat(document.select("html").attr("lang")).isEqualTo(language);
            assertThat(document.select("main")).hasSize(1);
            assertThat(document.select("h1")).hasSize(1);
            assertThat(document.select("[style], [onclick], [onchange], [onsubmit], style, script:not([src])"))
                    .isEmpty();
            assertThat(document.text()).doesNotContain("??");
            for (Element reference : document.select("[aria-describedby], [aria-labelledby]")) {
                for (String id : (reference.attr("aria-describedby") + " " + reference.attr("aria-labelledby"))
                        .strip()
                        .split("\\s+")) {
                    assertThat(document.getElementById(id)).as(id).isNotNull();
                }
            }
            for (Element link : document.select("a[href^=#]")) {
                assertThat(document.getElementById(link.attr("href").substring(1)))
                        .as(link.outerHtml())
                        .isNotNull();
            }
        }
    }

    @Test
    void keepsWhatWasTypedAndPointsAtTheField() throws Exception {
        Document page = Jsoup.parse(render("/kit/form", "en"));

        assertThat(page.select(".errors a").eachAttr("href")).contains("#email", "#kind", "#birthMonth");
        Element email = page.getElementById("email");
        assertThat(email.val()).isEqualTo("not an address");
        assertThat(email.attr("aria-invalid")).isEqualTo("true");
        assertThat(page.getElementById("email-error").text()).startsWith("Error:");
        assertThat(page.getElementById("birthMonth").val()).isEqualTo("mrat");
        assertThat(page.selectFirst("#language option[selected]").val()).isEqualTo("ti");
        assertThat(page.getElementById("password").val()).isEmpty();
        assertThat(page.select("label[for=phone]").text()).endsWith("(optional)");
        assertThat(page.select("label[for=email]").text()).doesNotContain("optional");
    }

    @Test
    void undoesWithoutScript() throws Exception {
        Document page = Jsoup.parse(render("/kit/parts", "nl"));

        Element undo = page.selectFirst(".flash form");
        assertThat(undo.attr("method")).isEqualTo("post");
        assertThat(undo.attr("action")).isEqualTo("/steps/3/undo");
    }

    @Test
    void asksNothingOfASessionWhenSomethingIsBroken() throws Exception {
        Document page = Jsoup.parse(render("/kit/error/plain", "nl"));

        assertThat(page.select("form, script")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"webkit"})
    void saysEverythingInBothLanguages(String room) throws IOException {
        assertThat(new TreeSet<>(messages(room + "_nl").stringPropertyNames()))
                .isEqualTo(new TreeSet<>(messages(room).stringPropertyNames()));
    }

    private static Properties messages(String name) throws IOException {
        Properties messages = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/messages", name + ".properties"))) {
            messages.load(reader);
        }
        return messages;
    }

    private static String render(String path, String language) throws Exception {
        return web.perform(get(path).locale(Locale.forLanguageTag(language)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
