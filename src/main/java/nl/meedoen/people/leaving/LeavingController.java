package nl.meedoen.people.leaving;

import java.util.List;
import nl.meedoen.access.Accounts;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.people.CoachProfile;
import nl.meedoen.people.Coaches;
import nl.meedoen.people.Duty;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What has to be handed over before somebody leaves: for the coordinator with links, for the administrator as counts. */
@Controller
class LeavingController {

    /** What somebody has in hand; {@code administrator} closes the account, the other one hands over. */
    public record LeavingPage(
            AccountId account, String name, String status, boolean administrator, boolean own, List<Duty> duties) {}

    private final Departures departures;
    private final Coaches coaches;
    private final Accounts accounts;
    private final Trail trail;

    LeavingController(Departures departures, Coaches coaches, Accounts accounts, Trail trail) {
        this.departures = departures;
        this.coaches = coaches;
        this.accounts = accounts;
        this.trail = trail;
    }

    @Needs(Permission.STAFF_INVITE)
    @GetMapping("/coaches/{coach}/leaving")
    @Transactional
    public String ofCoach(Actor actor, @PathVariable AccountId coach, Model model) {
        CoachProfile profile = coaches.profile(coach)
                .filter(known -> actor.locations().contains(known.locationId()))
                .orElseThrow(NotFound::new);
        trail.note(actor, Trail.Action.OPENED, "people.leaving", coach.value());
        model.addAttribute(
                "page",
                new LeavingPage(
                        coach, profile.name(), accounts.summary(coach).status(), false, false, departures.of(coach)));
        return "people/leaving";
    }

    @Needs(Permission.ACCOUNTS_EDIT)
    @GetMapping("/admin/accounts/{account}/leave")
    @Transactional
    public String ofAccount(Actor actor, @PathVariable AccountId account, Model model) {
        Accounts.Summary summary = accounts.summary(account);
        trail.note(actor, Trail.Action.OPENED, "people.leaving", account.value());
        model.addAttribute(
                "page",
                new LeavingPage(
                        account,
                        summary.name(),
                        summary.status(),
                        true,
                        actor.id().equals(account),
                        departures.of(account)));
        return "people/leaving";
    }
}
