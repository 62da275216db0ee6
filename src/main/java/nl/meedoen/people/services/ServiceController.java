package nl.meedoen.people.services;

import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import nl.meedoen.webkit.form.Answer;
import nl.meedoen.webkit.form.Attempt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The social services: the list, one with whom it serves and who works there, its name, and its end. */
@Controller
class ServiceController {

    private static final String HOME = "/admin/organisation/services";

    record ListPage(List<ServiceReader.ServiceRow> services, List<ServiceReader.Merged> merged) {}

    /** {@code service} is null for a new one; {@code theirs} is what another one just saved. */
    record ServicePage(
            ServiceReader.@Nullable One service,
            ServiceReader.@Nullable One theirs,
            List<ServiceReader.Spell> served,
            List<ServiceReader.Spell> people) {}

    record EndPage(ServiceReader.One service) {}

    private final ServiceReader reader;
    private final SocialServices services;
    private final Texts texts;
    private final Words words;

    ServiceController(ServiceReader reader, SocialServices services, Texts texts, Words words) {
        this.reader = reader;
        this.services = services;
        this.texts = texts;
        this.words = words;
    }

    @Needs(Permission.ORGANISATION_EDIT)
    @GetMapping(HOME)
    String list(Model model) {
        model.addAttribute("page", new ListPage(reader.all(), reader.merged()));
        return "people/services/list";
    }

    @Needs(Permission.ORGANISATION_EDIT)
    @GetMapping(HOME + "/new")
    String begin(Model model) {
        return page(new ServiceForm(null, null), null, null, model);
    }

    @Needs(Permission.ORGANISATION_EDIT)
    @PostMapping(HOME)
    String create(Actor actor, @Valid @ModelAttribute("form") ServiceForm form, BindingResult errors, Answer answer) {
        UUID made = null;
        if (!errors.hasErrors()) {
            try {
                made = services.create(actor, form.text());
            } catch (RuleBroken taken) {
                errors.rejectValue("name", taken.code());
            }
        }
        if (made == null) {
            return answer.again(choices(null, null, answer.model()));
        }
        return answer.go(Flash.ok(texts.of("people.saved", form.text())), HOME + "/" + made);
    }

    @Needs(Permission.ORGANISATION_EDIT)
    @GetMapping(HOME + "/{service}")
    String open(@PathVariable UUID service, Model model) {
        ServiceReader.One now = reader.one(service);
        return page(new ServiceForm(now.version(), now.name()), now, null, model);
    }

    @Needs(Permission.ORGANISATION_EDIT)
    @PostMapping(HOME + "/{service}")
    String rename(
            Actor actor,
            @PathVariable UUID service,
            @Valid @ModelAttribute("form") ServiceForm form,
            BindingResult errors,
            Answer answer) {
        ServiceReader.One now = reader.one(service);
        Attempt attempt = Attempt.of(errors, "name", () -> services.rename(actor, service, form.seen(), form.text()));
        if (!attempt.isDone()) {
            if (attempt.isStale()) {
                ServiceReader.One theirs = reader.one(service);
                return answer.again(attempt, page(form.at(theirs.version()), theirs, theirs, answer.model()));
            }
            return answer.again(attempt, choices(now, null, answer.model()));
        }
        return answer.go(Flash.ok(texts.of("people.saved", form.text())), HOME + "/" + service);
    }

    @Needs(Permission.ORGANISATION_EDIT)
    @GetMapping(HOME + "/{service}/end")
    String askEnd(@PathVariable UUID service, Model model) {
        UntilForm form = new UntilForm(words.today());
        model.addAttribute("form", form)
                .addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", new BeanPropertyBindingResult(form, "form"))
                .addAttribute("page", new EndPage(reader.one(service)));
        return "people/services/end";
    }

    @Needs(Permission.ORGANISATION_EDIT)
    @PostMapping(HOME + "/{service}/end")
    String end(
            Actor actor,
            @PathVariable UUID service,
            @Valid @ModelAttribute("form") UntilForm form,
            BindingResult errors,
            Answer answer) {
        ServiceReader.One now = reader.one(service);
        if (errors.hasErrors() || form.until() == null) {
            return answer.with("page", new EndPage(now)).again("people/services/end");
        }
        services.end(actor, service, form.until());
        return answer.go(Flash.ok(texts.of("people.services.ended", now.name(), words.fullDate(form.until()))), HOME);
    }

    private String page(
            ServiceForm form, ServiceReader.@Nullable One service, ServiceReader.@Nullable One theirs, Model model) {
        model.addAttribute("form", form)
                .addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", new BeanPropertyBindingResult(form, "form"));
        return choices(service, theirs, model);
    }

    private String choices(ServiceReader.@Nullable One service, ServiceReader.@Nullable One theirs, Model model) {
        model.addAttribute(
                "page",
                service == null
                        ? new ServicePage(null, null, List.of(), List.of())
                        : new ServicePage(
                                service, theirs, reader.municipalities(service.id()), reader.people(service.id())));
        return "people/services/service";
    }
}
