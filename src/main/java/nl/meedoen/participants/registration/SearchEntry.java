package nl.meedoen.participants.registration;

import nl.meedoen.kernel.LocationId;
import nl.meedoen.kernel.ParticipantId;
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
        // First the update: a coach may change an entry, but "insert or update" asks whether they may add one.
        if (store("""
                        update participant_search set location_id = :location, municipality_code = :municipality,
                            tokens = :tokens, phonetic = cast(:keys as text[]), number = :number, phone = :phone,
                            email = :email, birth_year = :year, client_number = :client, compared_at = null
                        where participant_id = :id
                        """, id, number, location, registration, subject) == 0) {
            store("""
                        insert into participant_search (participant_id, location_id, municipality_code, tokens, phonetic,
                            number, phone, email, birth_year, client_number)
                        values (:id, :location, :municipality, :tokens, cast(:keys as text[]), :number, :phone, :email, :year, :client)
                        """, id, number, location, registration, subject);
        }
    }

    private int store(
            String statement,
            ParticipantId id,
            String number,
            LocationId location,
            Registration registration,
            MatchSubject subject) {
        SearchKeys keys = SearchKeys.of(subject);
        return jdbc.sql(statement)
                .param("id", id.value())
                .param("location", location.value())
                .param("municipality", registration.municipalityCode())
                .param("tokens", keys.tokens())
                .param("keys", keys.phonetic())
                .param("number", number)
                .param("phone", subject.phone() == null ? null : subject.phone().e164())
                .param("email", subject.email())
                .param("year", registration.identity().birth().year())
                .param("client", subject.clientNumber())
                .update();
    }
}
