package nl.meedoen.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A coordinator enrols somebody, finds a coach, and takes it back; with and without JavaScript. */
class CoordinatorJourney {

    private final DemoSite site = DemoSite.open();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void enrolsSomebodyAndFindsACoach(boolean script) {
        String name = script ? "Proefpersoon Script" : "Proefpersoon Zonder";
        try (DemoSite.Visitor visitor = site.visitor(1440, script).signIn("coordinator")) {
            Page page = visitor.page;
            visitor.go("/participants/new");
            page.fill("#givenNames", name);
            page.fill("#birthYear", "1991");
            page.selectOption("#municipality", "GM0014");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Aanmelden").setExact(true))
                    .click();
            Locator another = page.getByText("Dit is iemand anders: aanmelden");
            if (another.count() > 0) {
                another.click();
            }
            assertThat(page.locator("h1")).containsText(name);
            assertThat(page.locator(".flash")).containsText("is aangemeld");

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Kies coach"))
                    .click();
            page.locator("input[name=coach]").first().check();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Coach koppelen"))
                    .click();
            assertThat(page.locator(".flash")).containsText("is nu de coach");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ongedaan maken"))
                    .click();
            assertThat(page.locator(".flash")).containsText("geen coach meer");

            visitor.go("/participants?q=" + name.replace(' ', '+'));
            assertThat(page.locator("tbody th").first()).containsText(name);
            org.assertj.core.api.Assertions.assertThat(visitor.complaints).isEmpty();
        }
    }
}
