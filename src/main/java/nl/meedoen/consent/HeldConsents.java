package nl.meedoen.consent;

import java.util.List;
import nl.meedoen.participants.holdings.Holding;
import nl.meedoen.participants.holdings.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The signatures under somebody's consents. */
@Component
@Order(5)
class HeldConsents implements PersonalData {

    @Override
    public List<Holding> holdings() {
        return List.of(Holding.of("consent_signature", "t.consent_id")
                .where("t.consent_id in (select c.id from consent c where c.participant_id in (:ids))"));
    }
}
