package nl.meedoen.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.meedoen.support.EveryObject;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.Village;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every handler of the application × every role × own and foreign objects, against the written tables in
 * {@code src/test/resources/access}. A handler without a line fails the build, and so does a line without a handler.
 */
@MeedoenTest
class AccessTableTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private static final Pattern TOKEN = Pattern.compile("name=\"_?csrf\" (value|content)=\"[^\"]*\"");

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    EveryObject objects;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    /** A line of the table: who may call the handler, and whether the thing in its path has an owner. */
    private record Line(String handler, Set<Role> roles, boolean scoped) {}

    @Test
    void everyHandlerHasALine() throws IOException {
        assertThat(lines().keySet())
                .containsExactlyInAnyOrderElementsOf(handlers().keySet());
    }

    @Test
    void everyHandlerSaysWho() {
        handlers()
                .forEach((name, handler) -> assertThat(
                                handler.hasMethodAnnotation(Needs.class) ^ handler.hasMethodAnnotation(Anyone.class))
                        .as("%s has either @Needs or @Anyone", name)
                        .isTrue());
    }

    @Test
    void onlyTheFrontDoorIsOpenToEverybody() {
        Set<String> open = new TreeSet<>();
        everything().forEach((name, handler) -> {
            Anyone anyone = handler.getMethodAnnotation(Anyone.class);
            if (anyone != null && !anyone.signedIn()) {
                open.add(name);
            }
        });
        assertThat(open)
                .isSubsetOf(
                        "GET /",
                        "GET /login",
                        "GET /forgot",
                        "POST /forgot",
                        "GET /password/{token}",
                        "POST /password/{token}",
                        "POST /language",
                        "GET /help",
                        "GET /privacy",
                        "GET /accessibility",
                        "GET /.well-known/security.txt",
                        "GET /setup/{token}",
                        "POST /setup/{token}",
                        "GET /calendar/{secret}.ics",
                        "GET /cv/{secret}",
                        "GET /cv/{secret}/{language}.pdf",
                        "GET /digest/stop/{token}",
                        "POST /digest/stop/{token}",
                        "GET /sign-in/passkey",
                        "POST /sign-in/passkey");
    }

    @TestFactory
    Stream<DynamicTest> whoMayDoWhat() throws IOException {
        Map<String, String> own = objects.own();
        Map<String, String> foreign = objects.foreign();
        Map<String, Map<String, String>> parameters = objects.parameters();
        List<DynamicTest> tests = new ArrayList<>();
        for (Line line : lines().values()) {
            for (Role role : Role.values()) {
                boolean may = line.roles().contains(role);
                Map<String, String> extra = parameters.getOrDefault(line.handler(), Map.of());
                if (!may) {
                    tests.add(dynamicTest(
                            line.handler() + " is refused to " + role,
                            () -> assertThat(call(line.handler(), role, own, extra))
                                    .isEqualTo(403)));
                } else if (line.handler().startsWith("GET")) {
                    tests.add(dynamicTest(
                            line.handler() + " is open to " + role,
                            () -> assertThat(call(line.handler(), role, own, extra))
                                    .isLessThan(400)));
                }
                if (may && line.scoped()) {
                    tests.add(dynamicTest(
                            line.handler() + " hides the foreign one from " + role,
                            () -> assertThat(call(line.handler(), role, with(own, foreign), extra))
                                    .isEqualTo(404)));
                    tests.add(dynamicTest(
                            line.handler() + " answers " + role + " the same for what is not there at all",
                            () -> assertThat(answer(line.handler(), role, with(own, foreign), extra))
                                    .isEqualTo(answer(line.handler(), role, with(own, absent(foreign)), extra))));
                }
            }
        }
        return tests.stream();
    }

    private static Map<String, String> with(Map<String, String> own, Map<String, String> foreign) {
        Map<String, String> both = new HashMap<>(own);
        both.putAll(foreign);
        return both;
    }

    /** In place of each thing of somebody else an id or number that nothing has. */
    private static Map<String, String> absent(Map<String, String> foreign) {
        Map<String, String> none = new HashMap<>(foreign);
        none.replaceAll((variable, value) ->
                value.matches("[0-9a-f-]{36}") ? UUID.randomUUID().toString() : "987654321");
        return none;
    }

    private int call(String handler, Role role, Map<String, String> values, Map<String, String> extra)
            throws Exception {
        return send(handler, role, values, extra).getStatus();
    }

    /** Status and page; without form tokens, and without the address itself in it. */
    private String answer(String handler, Role role, Map<String, String> values, Map<String, String> extra)
            throws Exception {
        MockHttpServletResponse response = send(handler, role, values, extra);
        return response.getStatus() + "\n"
                + TOKEN.matcher(response.getContentAsString())
                        .replaceAll("")
                        .replaceAll("name=\"back\" value=\"[^\"]*\"", "");
    }

    private MockHttpServletResponse send(
            String handler, Role role, Map<String, String> values, Map<String, String> extra) throws Exception {
        String[] parts = handler.split(" ", 2);
        Matcher matcher = VARIABLE.matcher(parts[1]);
        String path = matcher.replaceAll(found -> {
            String value = values.get(found.group(1));
            assertThat(value)
                    .as("an object for {%s} of %s", found.group(1), handler)
                    .isNotNull();
            return Matcher.quoteReplacement(value);
        });
        var request = MockMvcRequestBuilders.request(HttpMethod.valueOf(parts[0]), path)
                .with(village.as(role));
        extra.forEach(request::param);
        return mvc.perform(request).andReturn().getResponse();
    }

    /** Handlers that ask for a permission, by "METHOD /path". */
    private Map<String, HandlerMethod> handlers() {
        Map<String, HandlerMethod> guarded = everything();
        guarded.values().removeIf(handler -> handler.hasMethodAnnotation(Anyone.class));
        return guarded;
    }

    private Map<String, HandlerMethod> everything() {
        Map<String, HandlerMethod> all = new LinkedHashMap<>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((info, handler) -> {
            if (!handler.getBeanType().getName().startsWith("nl.meedoen")) {
                return;
            }
            for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                info.getPatternValues().forEach(path -> all.put(method + " " + path, handler));
            }
        });
        return all;
    }

    private static Map<String, Line> lines() throws IOException {
        Map<String, Line> lines = new LinkedHashMap<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:access/*.csv")) {
            for (String text : file.getContentAsString(StandardCharsets.UTF_8).split("\\R")) {
                if (text.isBlank() || text.startsWith("#")) {
                    continue;
                }
                String[] cells = text.split(";");
                Set<Role> roles = EnumSet.noneOf(Role.class);
                for (String role : cells[2].split(",")) {
                    roles.add(Role.valueOf(role.strip()));
                }
                String handler = cells[0] + " " + cells[1];
                lines.put(handler, new Line(handler, roles, "scoped".equals(cells[3])));
            }
        }
        return lines;
    }
}
