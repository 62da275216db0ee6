package nl.meedoen.notices.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Anyone;
import nl.meedoen.notices.feed.FeedAddresses;
import nl.meedoen.notices.feed.Feeds;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.Texts;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The calendar under its secret address, and the buttons that make and end that address. */
@Controller
class FeedController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final FeedAddresses addresses;
    private final Feeds feeds;
    private final NoticesPages pages;
    private final Texts texts;

    FeedController(FeedAddresses addresses, Feeds feeds, NoticesPages pages, Texts texts) {
        this.addresses = addresses;
        this.feeds = feeds;
        this.pages = pages;
        this.texts = texts;
    }

    @Anyone
    @GetMapping("/calendar/{secret}.ics")
    ResponseEntity<byte[]> feed(@PathVariable String secret, HttpServletRequest request) {
        Feeds.Feed feed = addresses
                .holder(secret, request.getRemoteAddr())
                .flatMap(feeds::of)
                .orElseThrow(NotFound::new);
        String mark = "\"" + feed.mark() + "\"";
        String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        boolean same = known != null && known.contains(mark);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(same ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .eTag(mark)
                .cacheControl(CacheControl.noCache().cachePrivate());
        return same
                ? answer.build()
                : answer.contentType(CALENDAR)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"meedoen.ics\"")
                        .body(feed.file().getBytes(StandardCharsets.UTF_8));
    }

    /** Shown in the answer itself and nowhere kept: neither in the session nor in an address. */
    @Anyone(signedIn = true)
    @PostMapping("/account/notices/calendar")
    String make(Actor actor, Model model) {
        String address = addresses.make(actor);
        return pages.show(actor, address, model);
    }

    @Anyone(signedIn = true)
    @PostMapping("/account/notices/calendar/end")
    String end(Actor actor, RedirectAttributes redirect) {
        addresses.end(actor);
        Flash.ok(texts.of("notices.feed.ended")).on(redirect);
        return "redirect:" + NoticesPages.PATH;
    }
}
