package nl.meedoen.people.services;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.people.Municipality;
import nl.meedoen.people.MunicipalityBox;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import nl.meedoen.webkit.form.Answer;
import nl.meedoen.webkit.form.Attempt;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Which municipalities a social service works for, and who works there: from and until a day. */
@Controller
@RequestMapping("/admin/organisation/services/{service}")
class SpellController {

    /** The form to add a municipality or a person. */
    record AddPage(ServiceReader.One service, List<Option> people) {}

    /** The form for a last day; {@code path} is where it goes. */
    record EndPage(ServiceReader.One service, ServiceReader.Spell spell, boolean person, String path) {}

    private final ServiceReader reader;
    private final SocialServices services;
    private final MunicipalityBox municipalities;
    private final Texts texts;
    private final Words words;

    SpellController(
            ServiceReader reader, SocialServices services, MunicipalityBox municipalities, Texts texts, Words words) {
        this.reader = reader;
        this.services = services;
        this.municipalities = municipalities;
        this.texts = texts;
        this.words = words;
    }

    @Needs(Permission.ORGANISATION_EDIT)
    @GetMapping("/municipalities/new")
    String askMunicipality(@PathVariable UUID service, Model model) {
        show(model, new AreaForm(null, words.today()));
        return addPage(service, false, model);
    }

    @Needs(Permission.ORGANISATION_EDIT)
    @PostMapping("/municipalities")
    String addMunicipality(
            Actor actor,
            @PathVariable UUID service,
            @Valid @ModelAttribute("form") AreaForm form,
            BindingResult errors,
            Answer answer) {
        ServiceReader.One now = reader.one(service);
        Optional<Municipality> known = municipalities.one(form.municipality(), "municipality", errors);
        Attempt attempt = Attempt.of(errors, "municipality", () -> {
            if (known.isPresent() && form.from() != null) {
                services.serve(actor, service, known.get().code(), form.from());
            }
        });
        if (!attempt.isDone()) {
            return answer.again(attempt, addPage(service, false, answer.model()));
        }
        return answer.go(
                Flash.ok(texts.of(
                        "people.services.serving",
                        now.name(),
                        known.map(Municipality::name).orElse(""))),
                "/admin/organisation/services/" + service);
    }

    @Needs(Permission.ORGANISATION_EDIT)
    @GetMapping("/municipalities/{municipality}/end")
    String askEndMunicipality(@PathVariable UUID service, @PathVariable String municipality, Model model) {
        show(model, new UntilForm(words.today()));
        return endMunicipalityPage(service, municipality, model);
    }

    @Needs(Permission.ORGANISATION_EDIT)
    @PostMapping("/municipalities/{municipality}/end")
    String endMunicipality(
            Actor actor,
            @PathVariable UUID service,
            @PathVariable String municipality,
            @Valid @ModelAttribute("form") UntilForm form,
            BindingResult errors,
            Answer answer) {
        Attempt attempt = Attempt.of(errors, "until", () -> {
            if (form.until() != null) {
                services.stopServing(actor, service, municipality, form.until());
            }
        });
        if (!attempt.isDone()) {
            return answer.again(attempt, endMunicipalityPage(service, municipality, answer.model()));
        }
        return answer.go(
                Flash.ok(texts.of("people.services.saved-until", words.fullDate(form.until()))),
                "/admin/organisation/services/" + service);
    }

    @Needs(Permission.ORGANISATION_EDIT)
    @GetMapping("/people/new")
    String askPerson(@PathVariable UUID service, Model model) {
        show(model, new MemberForm(null, words.today()));
        return addPage(service, true, model);
    }

    @Needs(Permission.ORGANISATION_EDIT)
    @PostMapping("/people")
    String addPerson(
            Actor actor,
            @PathVariable UUID service,
            @Valid @ModelAttribute("form") MemberForm form,
            BindingResult errors,
            Answer answer) {
        reader.one(service);
        Attempt attempt = Attempt.of(errors, "account", () -> {
            if (form.account() != null && form.from() != null) {
                services.join(actor, service, form.account(), form.from());
            }
        });
        if (!attempt.isDone()) {
            return answer.again(attempt, addPage(service, true, answer.model()));
        }
        return answer.go(Flash.ok(texts.of("people.services.joined")), "/admin/organisation/services/" + service);
    }

    @Needs(Permission.ORGANISATION_EDIT)
    @GetMapping("/people/{account}/end")
    String askEndPerson(@PathVariable UUID service, @PathVariable AccountId account, Model model) {
        show(model, new UntilForm(words.today()));
        return endPersonPage(service, account, model);
    }

    @Needs(Permission.ORGANISATION_EDIT)
    @PostMapping("/people/{account}/end")
    String endPerson(
            Actor actor,
            @PathVariable UUID service,
            @PathVariable AccountId account,
            @Valid @ModelAttribute("form") UntilForm form,
            BindingResult errors,
            Answer answer) {
        Attempt attempt = Attempt.of(errors, "until", () -> {
            if (form.until() != null) {
                services.leave(actor, service, account, form.until());
            }
        });
        if (!attempt.isDone()) {
            return answer.again(attempt, endPersonPage(service, account, answer.model()));
        }
        return answer.go(
                Flash.ok(texts.of("people.services.saved-until", words.fullDate(form.until()))),
                "/admin/organisation/services/" + service);
    }

    private String addPage(UUID service, boolean person, Model model) {
        model.addAttribute("page", new AddPage(reader.one(service), person ? reader.candidates(service) : List.of()));
        return person ? "people/services/add-person" : "people/services/add-municipality";
    }

    private String endMunicipalityPage(UUID service, String municipality, Model model) {
        return endPage(service, reader.municipalities(service), municipality, false, model);
    }

    private String endPersonPage(UUID service, AccountId account, Model model) {
        return endPage(service, reader.people(service), account.toString(), true, model);
    }

    private String endPage(UUID service, List<ServiceReader.Spell> spells, String key, boolean person, Model model) {
        ServiceReader.Spell spell = spells.stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(NotFound::new);
        String path =
                "/admin/organisation/services/" + service + (person ? "/people/" : "/municipalities/") + key + "/end";
        model.addAttribute("page", new EndPage(reader.one(service), spell, person, path));
        return "people/services/end-spell";
    }

    private static void show(Model model, Object form) {
        model.addAttribute("form", form)
                .addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", new BeanPropertyBindingResult(form, "form"));
    }
}
