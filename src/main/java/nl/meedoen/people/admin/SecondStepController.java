package nl.meedoen.people.admin;

import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.factors.SecondFactors;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Helps somebody who lost phone, key and codes: takes their second step away, with the reason. */
@Controller
class SecondStepController {

    private final SecondFactors factors;
    private final AccountReader reader;
    private final Texts texts;

    SecondStepController(SecondFactors factors, AccountReader reader, Texts texts) {
        this.factors = factors;
        this.reader = reader;
        this.texts = texts;
    }

    @Needs(Permission.ACCOUNTS_EDIT)
    @PostMapping("/admin/accounts/{account}/second-step/reset")
    String reset(
            Actor actor,
            @PathVariable AccountId account,
            @RequestParam(required = false) @Nullable String reason,
            RedirectAttributes redirect) {
        AccountRow row = reader.one(account);
        try {
            factors.reset(actor, account, reason == null ? "" : reason);
            Flash.ok(texts.of("people.second-step.done", row.name())).on(redirect);
        } catch (RuleBroken refusal) {
            Flash.warn(texts.of(refusal.code())).on(redirect);
        }
        return "redirect:/admin/accounts/" + account;
    }
}
