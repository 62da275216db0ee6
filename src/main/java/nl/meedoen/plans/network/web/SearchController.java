package nl.meedoen.plans.network.web;

import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.people.Sectors;
import nl.meedoen.plans.network.Networks;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A coordinator looks in the networks of the volunteers. */
@Controller
class SearchController {

    /**
     * What was found.
     *
     * @param person for whom one looks; null for nobody in particular
     * @param more whether there is more than is shown
     */
    record SearchPage(
            @Nullable String q,
            @Nullable String sector,
            @Nullable ParticipantId id,
            @Nullable String person,
            List<Option> sectors,
            List<Networks.Hit> hits,
            boolean more) {

        /** Whether everything was asked for, so that nothing found means that there is nothing. */
        public boolean all() {
            return q == null && sector == null;
        }
    }

    private final Networks networks;
    private final IntroductionPages pages;
    private final Texts texts;

    SearchController(Networks networks, IntroductionPages pages, Texts texts) {
        this.networks = networks;
        this.pages = pages;
        this.texts = texts;
    }

    @Needs(Permission.NETWORK_SEARCH)
    @GetMapping("/network/search")
    String search(
            Actor actor,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sector,
            @RequestParam(name = "for", required = false) @Nullable ParticipantId participant,
            Model model) {
        String words = q == null || q.isBlank() ? null : q.substring(0, Math.min(100, q.length()));
        String code = Sectors.CODES.contains(String.valueOf(sector)) ? sector : null;
        List<Networks.Hit> hits = networks.search(actor, words, code);
        boolean more = hits.size() > Networks.MOST;
        model.addAttribute(
                "page",
                new SearchPage(
                        words,
                        code,
                        participant,
                        participant == null ? null : pages.person(actor, participant),
                        NetworkController.sectors(texts),
                        more ? hits.subList(0, Networks.MOST) : hits,
                        more));
        return "plans/network/search";
    }
}
