package nl.meedoen.webkit.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.meedoen.support.EveryObject;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.Village;
import nl.meedoen.webkit.form.Handlers.Box;
import nl.meedoen.webkit.form.Handlers.Handler;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Rubbish in every box of every handler, as the handlers themselves say what they read: each answers with a page, each
 * form comes back with what was typed and a sentence at the box, and nothing breaks.
 */
@MeedoenTest
class RubbishTest {

    /** Neither a date, a number nor a choice; and with a citizen service number in it, no text that may be kept. */
    private static final String RUBBISH = "rommel <b>&\"111222333";

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    EveryObject objects;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @TestFactory
    Stream<DynamicTest> isNeverTakenForAnAnswer() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Handler handler : Handlers.reading(RequestMethod.POST, requestMappingHandlerMapping)) {
            tests.add(dynamicTest(handler.name() + " full of rubbish", () -> look(handler, handler.whole())));
            for (Box box : handler.boxes()) {
                if (box.takesAnyText()) {
                    continue;
                }
                tests.add(dynamicTest(
                        handler.name() + " with rubbish in " + box.name(), () -> look(handler, List.of(box))));
            }
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> inAnAddressIsAnsweredByAPage() {
        return Handlers.reading(RequestMethod.GET, requestMappingHandlerMapping).stream()
                .map(handler -> dynamicTest(handler.name(), () -> {
                    MockHttpServletResponse response = send(HttpMethod.GET, handler, handler.boxes());
                    assertThat(response.getStatus()).isLessThan(500);
                    assertThat(response.getStatus() / 100 == 3 || response.getContentAsByteArray().length > 0)
                            .as("%s (%s) gives something to read", handler.name(), response.getStatus())
                            .isTrue();
                }));
    }

    private void look(Handler handler, List<Box> filled) throws Exception {
        try {
            answered(handler, filled);
        } catch (AssertionError wrong) {
            String boxes = filled.stream().map(Box::name).collect(java.util.stream.Collectors.joining(", "));
            throw new AssertionError(handler.name() + " (" + boxes + "): " + wrong.getMessage(), wrong);
        }
    }

    private void answered(Handler handler, List<Box> filled) throws Exception {
        MockHttpServletResponse response = send(HttpMethod.POST, handler, filled);
        boolean mayBeText = filled.stream().allMatch(Box::takesAnyText);
        int status = response.getStatus();
        if (mayBeText && status < 400) {
            return;
        }
        Document page = Jsoup.parse(response.getContentAsString());
        assertThat(status).as(page.select("h1").text()).isBetween(400, 499);
        assertThat(page.select("main h1").text()).as("a heading").isNotBlank();
        assertThat(page.select(".errors, .error, .lede").text())
                .as("a sentence")
                .isNotBlank()
                .doesNotContain("Failed to convert", "java.", "springframework");
        if (handler.role() != null) {
            assertThat(page.select("header .me")).as("the own menu").isNotEmpty();
        }
        if (handler.form() && handler.role() != null && filled.stream().allMatch(Box::ofForm)) {
            assertThat(status).isEqualTo(422);
            filled.forEach(box -> kept(page, box));
        }
    }

    private static void kept(Document page, Box box) {
        List<Element> fields = page.select("main [name=\"" + box.name() + "\"]");
        if (fields.isEmpty()) {
            return;
        }
        Element field = fields.get(0);
        boolean typed = field.is("textarea")
                || field.is("input:not([type=hidden], [type=radio], [type=checkbox], [type=password], [type=file])");
        if (typed) {
            assertThat(fields)
                    .as("what was typed in %s", box.name())
                    .extracting(one -> one.is("textarea") ? one.wholeText().strip() : one.val())
                    .contains(RUBBISH);
        }
        if (!box.takesAnyText() && !field.is("[type=hidden], [type=radio], [type=checkbox]")) {
            assertThat(page.select("[id=\"" + box.name() + "-error\"]").text())
                    .as("the sentence at %s", box.name())
                    .isNotBlank();
        }
    }

    private MockHttpServletResponse send(HttpMethod method, Handler handler, List<Box> filled) throws Exception {
        Matcher matcher = VARIABLE.matcher(handler.path());
        String path = matcher.replaceAll(
                found -> Matcher.quoteReplacement(objects.own().getOrDefault(found.group(1), "unknown")));
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.request(method, path);
        request.with(handler.role() == null ? SecurityMockMvcRequestPostProcessors.csrf() : village.as(handler.role()));
        Map<String, String> values = new HashMap<>(objects.parameters().getOrDefault(handler.name(), Map.of()));
        filled.forEach(box -> values.put(box.name(), RUBBISH));
        values.forEach(request::param);
        return mvc.perform(request).andReturn().getResponse();
    }
}
