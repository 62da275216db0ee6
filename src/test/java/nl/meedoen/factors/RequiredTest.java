package nl.meedoen.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import nl.meedoen.access.Role;
import nl.meedoen.access.halfway.Owed;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.support.EveryObject;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.TestProvider;
import nl.meedoen.support.Village;
import nl.meedoen.support.Visitor;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Where a second step is required: whoever has none adds one before anything else. */
@MeedoenTest
@ContextConfiguration(initializers = TestProvider.Settings.class)
class RequiredTest {

    private static final String BEGIN = "/account/second-step";
    private static int addresses;

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    EveryObject objects;

    @Autowired
    OwnerJdbc everything;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    private Visitor visitor() {
        return new Visitor(mvc, "203.0.116." + ++addresses);
    }

    private AccountId account(String suffix) {
        return village.account(Role.COACH, suffix, village.alpha, Village.OWN_MUNICIPALITY);
    }

    @Test
    void whoHasNoneAddsOneAndIsThenSignedIn() throws Exception {
        account("begins");
        Visitor visitor = visitor();
        assertThat(visitor.signIn("coachbegins@village.example", Village.PASSWORD))
                .isEqualTo(BEGIN);
        assertThat(visitor.open("/today").getRedirectedUrl()).isEqualTo(BEGIN);
        assertThat(visitor.open("/account").getRedirectedUrl()).isEqualTo(BEGIN);
        assertThat(visitor.page(BEGIN).select("h1").text()).isEqualTo("Make your account safer first");
        String before = visitor.cookies().get("meedoen").getValue();
        Phone phone = Phone.add(visitor, "");
        assertThat(visitor.cookies().get("meedoen").getValue()).isNotEqualTo(before);
        assertThat(visitor.page("/account/second-step/codes").select(".codes code"))
                .hasSize(10);
        assertThat(visitor.open("/today").getStatus()).isEqualTo(200);

        Visitor again = visitor();
        assertThat(again.signIn("coachbegins@village.example", Village.PASSWORD))
                .isEqualTo("/sign-in/step");
        assertThat(again.open(BEGIN).getRedirectedUrl())
                .as("halfway nobody adds another one")
                .isEqualTo("/sign-in/step");
        assertThat(again.send("/sign-in/step", "/sign-in/step", "code", phone.code(1))
                        .getRedirectedUrl())
                .isEqualTo("/today");
    }

    @Test
    void theLastOneMustStay() throws Exception {
        AccountId id = account("last");
        Visitor visitor = visitor();
        visitor.signIn("coachlast@village.example", Village.PASSWORD);
        Phone.add(visitor, "");
        String page = BEGIN + "/app/remove";
        MockHttpServletResponse refused = visitor.send(page, page, "password", Village.PASSWORD);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.getContentAsString()).text()).contains("This is your only second step");
        assertThat(everything
                        .sql("select count(*) from authenticator_app where account_id = ?")
                        .param(id.value())
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @TestFactory
    Stream<DynamicTest> noHandlerAnswersBeforeThereIsOne() {
        AccountId id = account("none");
        EveryHandler handlers = new EveryHandler(mvc, objects, requestMappingHandlerMapping);
        assertThat(handlers.closed(Owed.FACTOR)).hasSizeGreaterThan(100);
        return handlers.closed(Owed.FACTOR).stream()
                .map(handler -> dynamicTest(
                        handler,
                        () -> assertThat(handlers.call(handler, id).getRedirectedUrl())
                                .isEqualTo(BEGIN)));
    }

    @Test
    void signingOutIsAlwaysPossible() throws Exception {
        account("leaves");
        Visitor visitor = visitor();
        visitor.signIn("coachleaves@village.example", Village.PASSWORD);
        assertThat(visitor.send(BEGIN, "/logout").getRedirectedUrl()).isEqualTo("/login?out");
        assertThat(visitor.open(BEGIN).getRedirectedUrl()).isEqualTo("/login");
    }
}
