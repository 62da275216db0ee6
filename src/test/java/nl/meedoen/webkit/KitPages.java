package nl.meedoen.webkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.meedoen.webkit.form.UploadLimit;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Shows the kit and the static pages with made-up content, without the application around them. */
@TestConfiguration
@EnableWebMvc
@Controller
public class KitPages {

    /** The address under /kit and the template behind it. */
    static final Map<String, String> VIEWS = new LinkedHashMap<>();

    static {
        for (String kit : List.of("form", "parts", "rooms")) {
            VIEWS.put(kit, "kit/" + kit);
        }
        for (String page : List.of("help", "privacy", "accessibility")) {
            VIEWS.put(page, "webkit/" + page);
        }
        for (String page : List.of("login", "forgot", "forgot-sent", "reset", "link-ended")) {
            VIEWS.put(page, "access/" + page);
        }
        for (String page : List.of("page", "plain")) {
            VIEWS.put("error/" + page, "error/" + page);
        }
    }

    /** What a banner holds. */
    public record Banner(String tone, String text, String undoPath, String undoLabel) {}

    /** A door in the menu. */
    public record Item(String path, String labelKey, String icon, boolean current, Integer count) {}

    /** A role to change to. */
    public record OtherRole(String code, String labelKey) {}

    /** The head of the page. */
    public record Head(
            String name,
            String roleLabelKey,
            String initials,
            List<Item> menu,
            boolean search,
            List<OtherRole> roles,
            String path) {}

    /** A form with every kind of field. */
    public static class Form {
        private String name = "Selam";
        private String email = "not an address";
        private String phone;
        private String password = "secret";
        private String note = "First line\nsecond line";
        private String language = "ti";
        private String kind;
        private Set<String> days = Set.of("mo", "we");
        private boolean interpreter = true;
        private String date = "2026-11-26";
        private String birthDay = "3";
        private String birthMonth = "mrat";
        private String birthYear = "1994";
        private long version = 4;

        public String getName() {
            return name;
        }

        public String getEmail() {
            return email;
        }

        public String getPhone() {
            return phone;
        }

        public String getPassword() {
            return password;
        }

        public String getNote() {
            return note;
        }

        public String getLanguage() {
            return language;
        }

        public String getKind() {
            return kind;
        }

        public Set<String> getDays() {
            return days;
        }

        public boolean isInterpreter() {
            return interpreter;
        }

        public String getDate() {
            return date;
        }

        public String getBirthDay() {
            return birthDay;
        }

        public String getBirthMonth() {
            return birthMonth;
        }

        public String getBirthYear() {
            return birthYear;
        }

        public String getCurrent() {
            return null;
        }

        public String getCv() {
            return null;
        }

        public long getVersion() {
            return version;
        }
    }

    @GetMapping({"/kit/{page}", "/kit/{folder}/{page}"})
    String show(jakarta.servlet.http.HttpServletRequest request, Model model) {
        String page = request.getRequestURI().substring("/kit/".length());
        boolean signedOut =
                Set.of("login", "forgot", "forgot-sent", "reset", "link-ended").contains(page);
        if (!signedOut) {
            model.addAttribute(
                    "shell",
                    new Head(
                            "Marloes Voorbeeld",
                            "webkit.menu",
                            "MV",
                            List.of(
                                    new Item("/today", "webkit.attention", "home", false, 12),
                                    new Item("/participants", "webkit.views", "users", true, null)),
                            true,
                            List.of(new OtherRole("TRAINER", "webkit.foot.help")),
                            "/kit"));
        }
        model.addAttribute("requestPath", request.getRequestURI()).addAttribute("formKey", "k-1");
        model.addAttribute("sentence", "Deze groep is vol.").addAttribute("back", "/participants");
        model.addAttribute("icon", "stop")
                .addAttribute("heading", "Dit kan nu niet")
                .addAttribute("more", null);
        if (page.equals("parts")) {
            model.addAttribute("flash", new Banner("ok", "Taalmaatje vinden staat op klaar.", "/steps/3/undo", null));
        }
        if (page.equals("login")) {
            model.addAttribute(
                            "demoAccounts",
                            List.of(
                                    Map.of("email", "coach@demo.example", "roleKey", "webkit.menu"),
                                    Map.of("email", "coordinator@demo.example", "roleKey", "webkit.views")))
                    .addAttribute("demoPassword", "meedoen-demo");
        }
        model.addAttribute("sessions", List.of(new OpenSession(java.time.Instant.EPOCH, java.time.Instant.EPOCH)));
        model.addAttribute("token", "abc")
                .addAttribute("purpose", "INVITATION")
                .addAttribute("account", Map.of("email", "coach@demo.example", "name", "Coach Voorbeeld"));
        Form form = new Form();
        BindingResult errors = new BeanPropertyBindingResult(form, "form");
        if (page.equals("form")) {
            errors.rejectValue("email", "x", "Vul een e-mailadres in, zoals naam@voorbeeld.nl.");
            errors.rejectValue("kind", "x", "Kies wat voor gesprek het was.");
            errors.rejectValue("birthMonth", "x", "Vul een maand in, zoals maart of 3.");
            errors.rejectValue("days", "x", "Kies ten minste één dag.");
            errors.reject("x", "Iemand anders heeft dit dossier net veranderd.");
        }
        model.addAttribute("form", form).addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", errors);
        model.addAttribute(
                "options",
                List.of(new Option("ar", "Arabisch"), new Option("ti", "Tigrinya"), new Option("uk", "Oekraïens")));
        model.addAttribute(
                "tabs",
                List.of(
                        new Tab("/participants", "Alle", Bounded.MANY, true),
                        new Tab("/participants?view=new", "Nieuw", 18, false),
                        new Tab("/participants?view=notes", "Gesprekken", null, false)));
        model.addAttribute(
                "attention",
                List.of(
                        new Attention(5, "wachten te lang op een coach", "/participants?view=waiting"),
                        new Attention(9, "al 30 dagen zonder update", "/participants?view=silent"),
                        new Attention(3, "toestemmingen verlopen bijna", "/participants?view=consent")));
        model.addAttribute("crumbs", List.of(new Crumb("Mijn deelnemers", "/participants"), new Crumb("Yonas", null)));
        model.addAttribute(
                "page", new Page("/participants?before=a", "/participants?after=b", "26 tot en met 50 van 1.000+"));
        model.addAttribute(
                "phases",
                List.of(
                        new Phase("webkit.me.menu", "12 maart", "done"),
                        new Phase("webkit.search.submit", "24 maart", "done"),
                        new Phase("webkit.views", "nu bezig", "current"),
                        new Phase("webkit.menu", "doel: maart 2027", "next"),
                        new Phase("webkit.undo", "6 maanden", "later")));
        return VIEWS.get(page);
    }

    /** A browser in which one is signed in. */
    public record OpenSession(java.time.Instant since, java.time.Instant lastUsed) {}

    /** Stands in for the dates of the application. */
    public static class PlainWords {
        public String moment(java.time.Instant moment) {
            return moment.toString();
        }
    }

    @Bean
    UploadLimit uploadLimit() {
        return new UploadLimit(DataSize.ofMegabytes(10));
    }

    @Bean
    PlainWords words() {
        return new PlainWords();
    }

    /** A saved list. */
    public record Tab(String href, String label, Integer count, boolean current) {}

    /** A count that needs attention. */
    public record Attention(int count, String text, String href) {}

    /** A step on the way here. */
    public record Crumb(String label, String href) {}

    /** Where one is in a list. */
    public record Page(String previous, String next, String label) {}

    /** A phase of a dossier. */
    public record Phase(String labelKey, String sub, String state) {}

    /** One choice. */
    public record Option(String value, String label) {}

    @Bean
    ResourceBundleMessageSource messageSource() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/webkit", "messages/access");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    @Bean
    ThymeleafViewResolver views(SpringTemplateEngine engine) {
        ThymeleafViewResolver views = new ThymeleafViewResolver();
        views.setTemplateEngine(engine);
        views.setCharacterEncoding("UTF-8");
        return views;
    }

    @Bean
    SpringTemplateEngine engine(ResourceBundleMessageSource messages) {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        engine.setTemplateEngineMessageSource(messages);
        engine.setEnableSpringELCompiler(false);
        return engine;
    }
}
