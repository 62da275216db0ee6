package nl.meedoen.access.web;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import nl.meedoen.access.Anyone;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Pages that anybody may read: help, privacy, accessibility, and where to report a leak. */
@Controller
class PlainPagesController {

    private final Clock clock;
    private final String address;
    private final String contact;

    PlainPagesController(
            Clock clock,
            @Value("${meedoen.address}") String address,
            @Value("${meedoen.security-contact:${meedoen.address}/help}") String contact) {
        this.clock = clock;
        this.address = address.replaceAll("/+$", "");
        this.contact = contact;
    }

    @Anyone
    @GetMapping("/help")
    String help() {
        return "webkit/help";
    }

    @Anyone
    @GetMapping("/privacy")
    String privacy() {
        return "webkit/privacy";
    }

    @Anyone
    @GetMapping("/accessibility")
    String accessibility() {
        return "webkit/accessibility";
    }

    /** RFC 9116; the day it expires lies less than a year ahead, as the RFC advises. */
    @Anyone
    @GetMapping(value = "/.well-known/security.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String securityContact() {
        return """
                Contact: %s
                Expires: %s
                Preferred-Languages: nl, en
                Canonical: %s/.well-known/security.txt
                """.formatted(contact, clock.instant().plus(Duration.ofDays(180)).truncatedTo(ChronoUnit.DAYS), address);
    }
}
