package nl.meedoen.participants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import java.util.stream.Stream;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.privacy.Vault;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.ValidHtml;
import nl.meedoen.support.Village;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Text that would be code somewhere stays text: in pages, with or without their policy, and in queries. */
@MeedoenTest
class PayloadsTest {

    /** The product in the last of the names: too long to stand in an id or a mark by chance. */
    private static final String CALCULATED = String.valueOf(1234577L * 7654321L);

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    OwnerJdbc everything;

    @Autowired
    Vault vault;

    static Stream<String> markup() {
        return Stream.of(
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onfocus='alert(1)' autofocus='",
                "</title></textarea><svg/onload=alert(1)>",
                "__${T(java.lang.Runtime).getRuntime()}__",
                "[[${1234577L*7654321L}]]");
    }

    @ParameterizedTest
    @MethodSource("markup")
    void aNameRunsOnNoPage(String payload) throws Exception {
        ParticipantId id = village.participant(payload, "Lading", village.alpha, Village.OWN_MUNICIPALITY);
        village.assign(id, village.account(Role.COACH));
        everything
                .sql("update participant set preferred_name = ?, reachable_note = ?, town = ? where id = ?")
                .params(payload, vault.seal(payload), payload, id.value())
                .update();
        String dossier = "/participants/" + id;
        for (String path : List.of(
                dossier,
                dossier + "/edit",
                dossier + "/reachability",
                dossier + "/plan",
                dossier + "/log",
                dossier + "/coach",
                dossier + "/intake",
                dossier + "/intake/identity",
                dossier + "/intake/print",
                "/participants?sort=name",
                "/today")) {
            MockHttpServletResponse response = open(path);
            String html = response.getContentAsString();
            assertThat(response.getStatus()).as(path).isEqualTo(200);
            harmless(path, html);
            assertThat(ValidHtml.check(html)).as(path).isEmpty();
        }
        assertThat(Jsoup.parse(open(dossier + "/edit").getContentAsString())
                        .select("#preferredName")
                        .val())
                .isEqualTo(payload);
    }

    @ParameterizedTest
    @MethodSource("markup")
    void whatWasSearchedForRunsNowhere(String payload) throws Exception {
        for (String path : List.of("/participants", "/coaches", "/participants/new/likely")) {
            for (String box : List.of("q", "sort", "status", "after", "view", "givenNames")) {
                MockHttpServletResponse response = mvc.perform(
                                get(path).param(box, payload).with(village.as(Role.COORDINATOR)))
                        .andReturn()
                        .getResponse();
                assertThat(response.getStatus()).as(path + " " + box).isLessThan(500);
                harmless(path + " " + box, response.getContentAsString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' or '1'='1",
                "') or true --",
                "'; truncate participant; --",
                "zz' union select email from account --",
                "%",
                "_",
                "\\",
                "zz:*|a"
            })
    void whatWasSearchedForIsNoQuery(String payload) throws Exception {
        for (String box : List.of("q", "status", "coach", "municipality", "rung", "attention", "sort", "after")) {
            MockHttpServletResponse response = mvc.perform(
                            get("/participants").param(box, payload).with(village.as(Role.COORDINATOR)))
                    .andReturn()
                    .getResponse();
            assertThat(response.getStatus()).as(box).isLessThan(500);
            Document page = Jsoup.parse(response.getContentAsString());
            assertThat(page.text()).as(box).doesNotContain("Celine", "syntax");
            if (box.equals("q")) {
                assertThat(page.select("main a[href~=^/participants/[0-9a-f-]{36}$]"))
                        .as("nobody is called that")
                        .isEmpty();
            }
        }
    }

    private MockHttpServletResponse open(String path) throws Exception {
        return mvc.perform(get(path).with(village.as(Role.COORDINATOR)))
                .andReturn()
                .getResponse();
    }

    private static void harmless(String where, String html) {
        for (Element element : Jsoup.parse(html).getAllElements()) {
            assertThat(element.attributes().asList())
                    .as("%s: %s", where, element.tagName())
                    .noneMatch(attribute -> attribute.getKey().startsWith("on")
                            || attribute
                                    .getValue()
                                    .strip()
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .startsWith("javascript:"));
            if (element.normalName().equals("script")) {
                assertThat(element.attr("src")).as(where).isNotEmpty();
                assertThat(element.data()).as(where).isBlank();
            }
        }
        assertThat(html).as(where).doesNotContain(CALCULATED, "java.lang.Runtime@");
    }
}
