package nl.meedoen.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import nl.meedoen.access.Role;
import nl.meedoen.access.halfway.Owed;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.support.EveryObject;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.Village;
import nl.meedoen.support.Visitor;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Between the password and the code no handler of any room answers. */
@MeedoenTest
class HalfwayTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    EveryObject objects;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    private EveryHandler handlers() {
        return new EveryHandler(mvc, objects, requestMappingHandlerMapping);
    }

    private AccountId withApp(String suffix) throws Exception {
        AccountId id = village.account(Role.ADMINISTRATOR, suffix, village.alpha, Village.OWN_MUNICIPALITY);
        Visitor visitor = new Visitor(mvc, "203.0.115.1");
        visitor.signIn("administrator" + suffix + "@village.example", Village.PASSWORD);
        Phone.add(visitor, Village.PASSWORD);
        return id;
    }

    @TestFactory
    Stream<DynamicTest> noHandlerAnswers() throws Exception {
        AccountId id = withApp("between");
        EveryHandler handlers = handlers();
        assertThat(handlers.closed(Owed.STEP)).hasSizeGreaterThan(100);
        return handlers.closed(Owed.STEP).stream()
                .map(handler -> dynamicTest(
                        handler,
                        () -> assertThat(handlers.call(handler, id).getRedirectedUrl())
                                .isEqualTo("/sign-in/step")));
    }

    @Test
    void onlyTheStepItselfAnswersAndKnowsNobody() throws Exception {
        AccountId id = withApp("knocking");
        for (String handler : handlers().pages(Owed.STEP)) {
            MockHttpServletResponse answer = handlers().call(handler, id);
            if (answer.getStatus() == 302) {
                assertThat(answer.getRedirectedUrl()).as(handler).isEqualTo("/sign-in/step");
            } else {
                assertThat(answer.getStatus()).as(handler).isIn(200, 422);
            }
            assertThat(Jsoup.parse(answer.getContentAsString()).select("header .me, header nav"))
                    .as(handler)
                    .isEmpty();
        }
        assertThat(handlers().pages(Owed.STEP)).contains("GET /sign-in/step", "POST /sign-in/step");
    }

    @Test
    void whoOwesNothingMoreIsAStranger() throws Exception {
        AccountId id = village.account(Role.COACH, "owesnothing", village.alpha, Village.OWN_MUNICIPALITY);
        assertThat(handlers().call("GET /today", id).getRedirectedUrl()).isEqualTo("/login");
        assertThat(handlers().call("GET /sign-in/step", id).getRedirectedUrl()).isEqualTo("/login");
    }
}
