package nl.meedoen.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import nl.meedoen.access.Accounts;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Anyone;
import nl.meedoen.access.Passwords;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person can see and change of the own account: password and places where one is signed in. */
@Controller
class OwnAccountController {

    record ChangeForm(@Nullable String current, @Nullable String password) {}

    /** A browser in which the person is signed in; one of them shows this page. */
    record OpenSession(Instant since, Instant lastUsed, boolean current) {}

    private final Accounts accounts;
    private final Passwords passwords;
    private final JdbcClient jdbc;
    private final Texts texts;
    private final Clock clock;

    OwnAccountController(Accounts accounts, Passwords passwords, JdbcClient jdbc, Texts texts, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.jdbc = jdbc;
        this.texts = texts;
        this.clock = clock;
    }

    @Anyone(signedIn = true)
    @GetMapping("/account")
    String show(Actor actor, @ModelAttribute("form") ChangeForm form, Model model, HttpServletRequest request) {
        return page(actor, model, request);
    }

    @Anyone(signedIn = true)
    @PostMapping("/account/password")
    String change(
            Actor actor,
            @ModelAttribute("form") ChangeForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response) {
        String wanted = form.password() == null ? "" : form.password();
        if (!passwords.knows(actor.id(), form.current() == null ? "" : form.current())) {
            errors.rejectValue("current", "access.password-wrong");
        }
        passwords
                .objection(wanted, accounts.summary(actor.id()).email())
                .ifPresent(code -> errors.rejectValue("password", code));
        if (errors.hasErrors()) {
            response.setStatus(422);
            return page(actor, model, request);
        }
        passwords.choose(actor.id(), wanted);
        accounts.endSessionsExcept(actor.id(), request.getSession().getId());
        request.changeSessionId();
        Flash.ok(texts.of("access.password-changed")).on(redirect);
        return "redirect:/account";
    }

    /** Ends every session, this one too. */
    @Anyone(signedIn = true)
    @PostMapping("/account/sign-out-everywhere")
    String signOutEverywhere(Actor actor, HttpServletRequest request) {
        accounts.endSessions(actor.id());
        request.getSession().invalidate();
        return "redirect:/login?out";
    }

    private String page(Actor actor, Model model, HttpServletRequest request) {
        String here = request.getSession().getId();
        List<OpenSession> sessions = jdbc.sql("""
                        select creation_time, last_access_time, session_id from spring_session
                        where principal_name = ? and expiry_time > ? order by last_access_time desc limit 20
                        """)
                .param(actor.id().toString())
                .param(clock.millis())
                .query((row, n) -> new OpenSession(
                        Instant.ofEpochMilli(row.getLong(1)),
                        Instant.ofEpochMilli(row.getLong(2)),
                        here.equals(row.getString(3))))
                .list();
        model.addAttribute("account", accounts.summary(actor.id())).addAttribute("sessions", sessions);
        return "access/account";
    }
}
