package nl.meedoen.notices.web;

import java.time.Instant;
import java.util.Arrays;
import nl.meedoen.access.Actor;
import nl.meedoen.notices.digest.DigestChoices;
import nl.meedoen.notices.digest.DigestRhythm;
import nl.meedoen.notices.feed.FeedAddresses;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of mail and calendar. */
@Component
class NoticesPages {

    static final String PATH = "/account/notices";

    /** The rhythm as the form sends it. */
    record RhythmForm(@Nullable String rhythm) {}

    /**
     * The calendar's address.
     *
     * @param since when it was made; null without one
     * @param address the whole of it, on the one page that shows it
     */
    public record Calendar(
            @Nullable Instant since, @Nullable String address) {}

    private final DigestChoices choices;
    private final FeedAddresses addresses;
    private final Texts texts;

    NoticesPages(DigestChoices choices, FeedAddresses addresses, Texts texts) {
        this.choices = choices;
        this.addresses = addresses;
        this.texts = texts;
    }

    /** @param address of the calendar, just made; else null */
    String show(Actor actor, @Nullable String address, Model model) {
        model.addAttribute("form", new RhythmForm(choices.of(actor.id()).name()))
                .addAttribute(
                        "rhythms",
                        Arrays.stream(DigestRhythm.values())
                                .map(rhythm -> new Option(rhythm.name(), texts.of(rhythm)))
                                .toList())
                .addAttribute(
                        "calendar", new Calendar(addresses.since(actor.id()).orElse(null), address));
        return "notices/account";
    }
}
