package nl.meedoen.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nl.meedoen.participants.merging.PairFinder;
import nl.meedoen.support.Application;
import nl.meedoen.support.TestFolder;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application as a stranger starts it, with demo data on an embedded database, and a browser; once a test run. */
final class DemoSite {

    static final String PASSWORD = "meedoen-demo-2026";

    private static final Path DATA = TestFolder.of("journey-data");
    private static DemoSite running;

    final String address;
    final Browser browser;
    final JdbcClient jdbc;

    private DemoSite(ConfigurableApplicationContext application, Browser browser) {
        this.address = "http://localhost:" + application.getEnvironment().getProperty("local.server.port");
        this.browser = browser;
        this.jdbc = application.getBean(JdbcClient.class);
    }

    static synchronized DemoSite open() {
        if (running == null) {
            empty(DATA);
            ConfigurableApplicationContext application = Application.run(
                    "--spring.profiles.active=demo",
                    "--server.port=0",
                    "--meedoen.data=" + DATA,
                    // the journeys open in minutes what people open in a week
                    "--meedoen.reads.pages=0",
                    "--meedoen.demo.participants=150");
            // who was registered twice is found by a job; it comes first, so that its pages are there
            application.getBean(PairFinder.class).look();
            Playwright driver = Browsers.driver();
            running = new DemoSite(application, Browsers.launch(driver));
            SpringApplication.getShutdownHandlers().add(driver::close);
        }
        return running;
    }

    /** A person at a screen of this width; remembers what the browser complains about. */
    Visitor visitor(int width, boolean script) {
        return visitor(
                browser,
                new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setJavaScriptEnabled(script)
                        .setLocale("nl-NL"));
    }

    /** The same with a browser of one's own: a browser is for one thread. */
    Visitor visitor(Browser with, Browser.NewContextOptions options) {
        return new Visitor(this, with.newContext(options));
    }

    /** Somebody with a browser. */
    static final class Visitor implements AutoCloseable {

        final Page page;
        final List<String> complaints = new ArrayList<>();
        private final DemoSite site;
        private final BrowserContext context;

        private Visitor(DemoSite site, BrowserContext context) {
            this.site = site;
            this.context = context;
            this.page = context.newPage();
            page.setDefaultTimeout(20_000);
            page.onConsoleMessage(message -> {
                if (List.of("error", "warning").contains(message.type())) {
                    complaints.add(page.url() + ": " + message.text());
                }
            });
            page.onPageError(complaints::add);
            page.onResponse(response -> {
                if (response.status() >= 400) {
                    complaints.add(response.status() + " " + response.url());
                }
            });
        }

        Visitor signIn(String name) {
            go("/login");
            page.fill("#email", name + "@demo.example");
            page.fill("#password", PASSWORD);
            page.locator("form:has(#password) button[type=submit]").first().click();
            page.waitForURL(url -> !url.contains("/login"));
            return this;
        }

        void go(String path) {
            page.navigate(site.address + path);
        }

        @Override
        public void close() {
            context.close();
        }
    }

    private static void empty(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
