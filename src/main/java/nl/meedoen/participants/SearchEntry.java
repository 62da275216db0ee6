package nl.meedoen.participants;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.matching.FoldedName;
import nl.meedoen.participants.matching.MatchSubject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps what a search compares in step with the dossier. */
@Component
class SearchEntry {

    private final JdbcClient jdbc;

    SearchEntry(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(ParticipantId id, String number, LocationId location, Registration registration) {
        MatchSubject subject = registration.subject();
        jdbc.sql("""
                        insert into participant_search (participant_id, location_id, municipality_code, tokens, phonetic,
                            number, phone, email, birth_year, client_number)
                        values (:id, :location, :municipality, :tokens, cast(:keys as text[]), :number, :phone, :email, :year, :client)
                        on conflict (participant_id) do update set
                            location_id = excluded.location_id, municipality_code = excluded.municipality_code,
                            tokens = excluded.tokens, phonetic = excluded.phonetic, phone = excluded.phone,
                            email = excluded.email, birth_year = excluded.birth_year, client_number = excluded.client_number,
                            compared_at = null
                        """)
                .param("id", id.value())
                .param("location", location.value())
                .param("municipality", registration.municipalityCode())
                .param("tokens", tokens(subject))
                .param("keys", keys(subject.keys()))
                .param("number", number)
                .param("phone", subject.phone() == null ? null : subject.phone().e164())
                .param("email", subject.email())
                .param("year", registration.birth().year())
                .param("client", subject.clientNumber())
                .update();
    }

    /** The folded parts of all names, each between spaces. */
    static String tokens(MatchSubject subject) {
        Set<String> tokens = new LinkedHashSet<>();
        for (FoldedName name : subject.names()) {
            tokens.addAll(name.tokens());
        }
        return tokens.stream().collect(Collectors.joining(" ", " ", " "));
    }

    /** Phonetic keys as PostgreSQL reads an array; they hold nothing but letters and digits. */
    static String keys(Set<String> keys) {
        return keys.stream()
                .map(key -> '"' + key.replaceAll("[\"\\\\]", "") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
