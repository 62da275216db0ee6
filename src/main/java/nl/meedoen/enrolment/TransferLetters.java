package nl.meedoen.enrolment;

import java.util.List;
import java.util.Locale;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.post.Post;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the coordinators of a location that a dossier came to them: a link, and nothing of the person. */
@Component
class TransferLetters {

    private record Reader(String email, String name, String language) {}

    private final JdbcClient jdbc;
    private final Post post;
    private final MessageSource messages;
    private final String address;

    TransferLetters(JdbcClient jdbc, Post post, MessageSource messages, @Value("${meedoen.address:}") String address) {
        this.jdbc = jdbc;
        this.post = post;
        this.messages = messages;
        this.address = address.replaceAll("/+$", "");
    }

    void tell(ParticipantId id, LocationId to) {
        List<Reader> readers = jdbc.sql("""
                        select a.email, a.name, a.language from account_location l
                            join account_role r on r.account_id = l.account_id and r.role = 'COORDINATOR'
                            join account a on a.id = l.account_id
                        where l.location_id = ? and a.status = 'ACTIVE'
                        """)
                .param(to.value())
                .query((row, n) -> new Reader(row.getString(1), row.getString(2), row.getString(3)))
                .list();
        for (Reader reader : readers) {
            Locale language = Locale.forLanguageTag(reader.language());
            Object[] words = {reader.name(), address + "/participants/" + id + "/enrolment"};
            post.send(
                    reader.email(),
                    messages.getMessage("enrolment.letter.subject", words, language),
                    messages.getMessage("enrolment.letter.text", words, language));
        }
    }
}
