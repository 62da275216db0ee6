package nl.meedoen.post;

import java.util.Locale;
import nl.meedoen.access.LinkWanted;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes the letters with a one-time link: an invitation, or a forgotten password. */
@Component
class LinkLetters {

    private final Post post;
    private final MessageSource messages;
    private final String address;

    LinkLetters(Post post, MessageSource messages, @Value("${meedoen.address}") String address) {
        this.post = post;
        this.messages = messages;
        this.address = address.replaceAll("/+$", "");
    }

    @EventListener
    void on(LinkWanted link) {
        Locale language = Locale.forLanguageTag(link.language());
        String kind = "post." + link.purpose().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String subject = messages.getMessage(kind + ".subject", null, language);
        String text = messages.getMessage(kind + ".text", new Object[] {link.name(), address + link.path()}, language);
        post.send(link.email(), subject, text);
    }
}
