package nl.meedoen.people.admin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.access.Role;
import nl.meedoen.factors.SecondFactors;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.Cursor;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.view.Chip;
import nl.meedoen.webkit.view.Pager;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of everybody who can sign in. */
@Controller
class AccountListController {

    /** What the page shows. */
    record AccountsPage(
            AccountQuery query,
            List<Option> roles,
            List<Option> states,
            List<Chip> chips,
            String found,
            List<AccountRow> rows,
            Set<AccountId> secured,
            Pager pager) {}

    private final AccountReader reader;
    private final SecondFactors factors;
    private final Trail trail;
    private final Texts texts;

    AccountListController(AccountReader reader, SecondFactors factors, Trail trail, Texts texts) {
        this.reader = reader;
        this.factors = factors;
        this.trail = trail;
        this.texts = texts;
    }

    @Needs(Permission.ACCOUNTS_EDIT)
    @GetMapping("/admin/accounts")
    @Transactional
    public String list(Actor actor, AccountQuery query, Model model) {
        trail.note(actor, query.q() == null ? Trail.Action.LISTED : Trail.Action.SEARCHED, "people.account", null);
        List<AccountRow> rows = reader.page(query);
        String next = null;
        if (rows.size() > AccountReader.PAGE) {
            rows = rows.subList(0, AccountReader.PAGE);
            AccountRow last = rows.get(AccountReader.PAGE - 1);
            next = query.from(Cursor.of(last.name(), last.id().toString()).toString());
        }
        int found = reader.count(query);
        model.addAttribute(
                "page",
                new AccountsPage(
                        query,
                        Arrays.stream(Role.values())
                                .map(role -> new Option(role.name(), texts.of(role)))
                                .toList(),
                        AccountQuery.STATES.stream()
                                .map(state -> new Option(state, state(state)))
                                .toList(),
                        chips(query),
                        found > 1000 ? texts.of("people.accounts.many") : texts.of("people.accounts.found", found),
                        rows,
                        factors.having(rows.stream().map(AccountRow::id).toList()),
                        new Pager(query.after() == null ? null : query.from(null), next, null)));
        return "people/accounts";
    }

    private String state(String status) {
        return texts.of("account-status." + status.toLowerCase(java.util.Locale.ROOT));
    }

    private List<Chip> chips(AccountQuery query) {
        List<Chip> chips = new ArrayList<>();
        if (query.q() != null) {
            chips.add(new Chip(texts.of("people.chip.q", query.q()), query.without("q")));
        }
        Role role = query.chosenRole();
        if (role != null) {
            chips.add(new Chip(texts.of("people.chip.role", texts.of(role)), query.without("role")));
        }
        String status = query.chosenStatus();
        if (status != null) {
            chips.add(new Chip(texts.of("people.chip.status", state(status)), query.without("status")));
        }
        return chips;
    }
}
