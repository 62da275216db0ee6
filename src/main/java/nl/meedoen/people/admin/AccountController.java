package nl.meedoen.people.admin;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.access.Role;
import nl.meedoen.factors.SecondFactors;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.people.Organisation;
import nl.meedoen.people.Staff;
import nl.meedoen.people.services.ServiceReader;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.StaleVersion;
import nl.meedoen.webkit.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One account: who it is, what they may do and where, and whether they may come in. */
@Controller
class AccountController {

    /** What the page shows; {@code account} is null for a new one, {@code theirs} is what another one just saved. */
    record AccountPage(
            @Nullable AccountRow account,
            @Nullable AccountRow theirs,
            boolean own,
            SecondFactors.@Nullable Overview factors,
            int sessions,
            List<Option> roles,
            List<Option> locations,
            List<Option> services) {}

    private final AccountReader reader;
    private final AccountPlaces places;
    private final Staff staff;
    private final SecondFactors factors;
    private final Organisation organisation;
    private final ServiceReader services;
    private final Trail trail;
    private final Texts texts;
    private final Clock clock;

    AccountController(
            AccountReader reader,
            AccountPlaces places,
            Staff staff,
            SecondFactors factors,
            Organisation organisation,
            ServiceReader services,
            Trail trail,
            Texts texts,
            Clock clock) {
        this.reader = reader;
        this.places = places;
        this.staff = staff;
        this.factors = factors;
        this.organisation = organisation;
        this.services = services;
        this.trail = trail;
        this.texts = texts;
        this.clock = clock;
    }

    @Needs(Permission.ACCOUNTS_EDIT)
    @GetMapping("/admin/accounts/new")
    @Transactional(readOnly = true)
    public String begin(Actor actor, Model model) {
        show(model, new AccountForm(null, null, null, Set.of(), Set.of(), Set.of(), null));
        return page(actor, null, null, model);
    }

    @Needs(Permission.ACCOUNTS_EDIT)
    @PostMapping("/admin/accounts")
    String invite(
            Actor actor,
            @Valid @ModelAttribute("form") AccountForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        String email = places.email(form.email(), errors);
        Staff.Places where = places.read(form, errors);
        if (!errors.hasErrors()) {
            try {
                staff.invite(actor, email, text(form.name()), roles(form), where);
            } catch (RuleBroken refusal) {
                reject(refusal, errors);
            }
        }
        if (errors.hasErrors()) {
            response.setStatus(422);
            return page(actor, null, null, model);
        }
        Flash.ok(texts.of("people.invite.sent", email)).on(redirect);
        return "redirect:/admin/accounts?status=INVITED";
    }

    @Needs(Permission.ACCOUNTS_EDIT)
    @GetMapping("/admin/accounts/{account}")
    @Transactional
    public String open(Actor actor, @PathVariable AccountId account, Model model) {
        AccountRow row = reader.one(account);
        trail.note(actor, Trail.Action.OPENED, "people.account", account.value());
        AccountReader.Chosen chosen = reader.chosen(account);
        show(
                model,
                new AccountForm(
                        row.version(),
                        row.name(),
                        row.email(),
                        row.roles(),
                        chosen.locations().stream().map(Object::toString).collect(Collectors.toSet()),
                        Set.copyOf(services.of(account)),
                        String.join("\n", chosen.municipalities())));
        return page(actor, row, null, model);
    }

    @Needs(Permission.ACCOUNTS_EDIT)
    @PostMapping("/admin/accounts/{account}")
    String change(
            Actor actor,
            @PathVariable AccountId account,
            @Valid @ModelAttribute("form") AccountForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        AccountRow before = reader.one(account);
        Staff.Places where = places.read(form, errors);
        if (!errors.hasErrors()) {
            try {
                long version = form.version() == null ? -1 : form.version();
                staff.change(actor, account, version, text(form.name()), roles(form), where);
            } catch (RuleBroken refusal) {
                reject(refusal, errors);
            } catch (StaleVersion | OptimisticLockingFailureException late) {
                AccountRow theirs = reader.one(account);
                response.setStatus(HttpStatus.CONFLICT.value());
                show(model, form.at(theirs.version()));
                return page(actor, before, theirs, model);
            }
        }
        if (errors.hasErrors()) {
            response.setStatus(422);
            return page(actor, before, null, model);
        }
        Flash.ok(texts.of("people.account.saved", text(form.name()))).on(redirect);
        return "redirect:/admin/accounts/" + account;
    }

    @Needs(Permission.ACCOUNTS_EDIT)
    @PostMapping("/admin/accounts/{account}/block")
    String block(Actor actor, @PathVariable AccountId account, RedirectAttributes redirect) {
        staff.block(actor, account);
        Flash.ok(texts.of("people.account.blocked"))
                .undo("/admin/accounts/" + account + "/unblock", texts.of("webkit.undo"))
                .on(redirect);
        return "redirect:/admin/accounts/" + account;
    }

    @Needs(Permission.ACCOUNTS_EDIT)
    @PostMapping("/admin/accounts/{account}/unblock")
    String unblock(Actor actor, @PathVariable AccountId account, RedirectAttributes redirect) {
        staff.unblock(actor, account);
        Flash.ok(texts.of("people.account.unblocked")).on(redirect);
        return "redirect:/admin/accounts/" + account;
    }

    @Needs(Permission.ACCOUNTS_EDIT)
    @PostMapping("/admin/accounts/{account}/invite-again")
    String inviteAgain(Actor actor, @PathVariable AccountId account, RedirectAttributes redirect) {
        staff.inviteAgain(actor, account);
        Flash.ok(texts.of("people.invite.again-sent")).on(redirect);
        return "redirect:/admin/accounts/" + account;
    }

    @Needs(Permission.ACCOUNTS_EDIT)
    @PostMapping("/admin/accounts/{account}/sign-out")
    String signOut(Actor actor, @PathVariable AccountId account, RedirectAttributes redirect) {
        staff.signOut(actor, account);
        Flash.ok(texts.of("people.account.signed-out")).on(redirect);
        return "redirect:/admin/accounts/" + account;
    }

    /** A rule that says no is shown at the box that it is about. */
    private static void reject(RuleBroken refusal, BindingResult errors) {
        String box = switch (refusal.code()) {
            case "access.email-taken" -> "email";
            case "people.location-needed" -> "locations";
            case "people.municipality-needed" -> "municipalities";
            default -> "roles";
        };
        errors.rejectValue(box, refusal.code());
    }

    private String page(Actor actor, @Nullable AccountRow account, @Nullable AccountRow theirs, Model model) {
        AccountId id = account == null ? null : account.id();
        model.addAttribute(
                "page",
                new AccountPage(
                        account,
                        theirs,
                        actor.id().equals(id),
                        id == null ? null : factors.of(id),
                        id == null ? 0 : reader.sessions(id, clock.millis()),
                        Arrays.stream(Role.values())
                                .map(role -> new Option(role.name(), texts.of(role)))
                                .toList(),
                        organisation.locations().stream()
                                .map(place -> new Option(place.id().toString(), place.name()))
                                .toList(),
                        services.choices()));
        return "people/account";
    }

    private static Set<Role> roles(AccountForm form) {
        Set<Role> chosen = EnumSet.noneOf(Role.class);
        if (form.roles() != null) {
            chosen.addAll(form.roles());
        }
        return chosen;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static void show(Model model, AccountForm form) {
        model.addAttribute("form", form)
                .addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", new BeanPropertyBindingResult(form, "form"));
    }
}
