package nl.meedoen.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.meedoen.access.Role;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.ValidHtml;
import nl.meedoen.support.Village;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Every page of the room is valid HTML in both languages, without a text that is missing. */
@MeedoenTest
class PeoplePagesTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @TestFactory
    Stream<DynamicTest> pagesAreWhole() {
        String coach = village.account(Role.COACH).toString();
        String manager = village.account(Role.CLIENT_MANAGER).toString();
        List<String> coordinator = List.of(
                "/coaches",
                "/coaches?view=trainers",
                "/coaches?view=invited",
                "/coaches?q=nobody-at-all&language=ar&sector=F&room=true&attention=vog",
                "/coaches/invite",
                "/coaches/" + coach,
                "/coaches/" + coach + "/edit",
                "/account");
        String place = "/admin/organisation/locations/" + village.alpha;
        List<String> administrator = List.of(
                "/admin/accounts",
                "/admin/accounts?q=zzzzz&role=COACH&status=ACTIVE",
                "/admin/accounts/new",
                "/admin/accounts/" + coach,
                "/admin/accounts/" + manager,
                "/admin/organisation",
                "/admin/organisation/regions/new",
                "/admin/organisation/regions/" + village.north,
                "/admin/organisation/locations/new",
                place,
                place + "/municipalities/new",
                place + "/municipalities/" + Village.OWN_MUNICIPALITY + "/end");
        return Stream.concat(
                coordinator.stream().flatMap(path -> inBoth(Role.COORDINATOR, path)),
                administrator.stream().flatMap(path -> inBoth(Role.ADMINISTRATOR, path)));
    }

    private Stream<DynamicTest> inBoth(Role role, String path) {
        return Stream.of("nl", "en")
                .map(language -> DynamicTest.dynamicTest(
                        role + " " + path + " " + language, () -> isWhole(role, path, language)));
    }

    private void isWhole(Role role, String path, String language) throws Exception {
        MockHttpServletResponse response = mvc.perform(
                        get(path).with(village.as(role)).locale(Locale.forLanguageTag(language)))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        String html = response.getContentAsString();
        assertThat(html).doesNotContain("??").doesNotContain("style=\"");
        assertThat(ValidHtml.check(html)).isEmpty();
    }
}
