package nl.meedoen.consent;

import java.util.Map;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.support.AccessObjects;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.Village;
import org.springframework.stereotype.Component;

/** The consent for the municipality that both have in the village. */
@Component
class ConsentAccessObjects implements AccessObjects {

    private static final Map<String, String> PHOTO = Map.of("purpose", "PHOTO");
    private static final String CONSENTS = "/participants/{id}/consents";

    private final Village village;
    private final OwnerJdbc everything;

    ConsentAccessObjects(Village village, OwnerJdbc everything) {
        this.village = village;
        this.everything = everything;
    }

    @Override
    public Map<String, String> own() {
        return Map.of("consent", consent(village.amal));
    }

    @Override
    public Map<String, String> foreign() {
        return Map.of("consent", consent(village.celine));
    }

    private String consent(ParticipantId id) {
        return everything
                .sql(
                        "select id from consent where participant_id = ? and text_version = '2026-1' and how = 'PAPER' and scan_id is null and withdrawn_on is null order by id limit 1")
                .param(id.value())
                .query(String.class)
                .optional()
                .orElseGet(() -> everything
                        .sql("""
                                insert into consent (id, participant_id, purpose, text_version, language, given_on,
                                    valid_until, how, recorded_by, recorded_at)
                                select gen_random_uuid(), ?, 'PHOTO', '2026-1', 'nl', current_date, current_date + 300,
                                    'PAPER', ?, now() returning id
                                """)
                        .params(
                                id.value(),
                                village.account(nl.meedoen.access.Role.COORDINATOR)
                                        .value())
                        .query(String.class)
                        .single());
    }

    @Override
    public Map<String, Map<String, String>> parameters() {
        return Map.of(
                "POST " + CONSENTS, PHOTO,
                "GET " + CONSENTS + "/new", PHOTO,
                "GET " + CONSENTS + "/paper", PHOTO,
                "GET " + CONSENTS + "/sign", PHOTO,
                "POST " + CONSENTS + "/sign", Map.of("purpose", "PHOTO", "language", "ar"),
                "POST " + CONSENTS + "/withdraw", PHOTO);
    }
}
