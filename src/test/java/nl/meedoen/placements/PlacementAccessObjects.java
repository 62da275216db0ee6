package nl.meedoen.placements;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.RegionId;
import nl.meedoen.placements.market.EmployerId;
import nl.meedoen.placements.market.OpeningId;
import nl.meedoen.support.AccessObjects;
import nl.meedoen.support.Village;
import org.springframework.stereotype.Component;

/** An employer with an opening, a running placement and a check-in, at Alpha and at Beta. */
@Component
class PlacementAccessObjects implements AccessObjects {

    private final Village village;
    private final Market market;

    PlacementAccessObjects(Village village, Market market) {
        this.village = village;
        this.market = market;
    }

    @Override
    public Map<String, String> own() {
        Map<String, String> own = objects(village.north, village.amal);
        own.put("move", "papers");
        return own;
    }

    @Override
    public Map<String, String> foreign() {
        return objects(village.south, village.celine);
    }

    private Map<String, String> objects(RegionId region, ParticipantId participant) {
        LocalDate began = village.today().minusWeeks(14);
        EmployerId employer = market.employer("Toegang", region);
        OpeningId opening = market.opening(employer, OpeningKind.INTERNSHIP, 3);
        PlacementId placement = market.running(participant, employer, opening, OpeningKind.INTERNSHIP, began, null);
        Map<String, String> objects = new HashMap<>();
        objects.put("employer", employer.toString());
        objects.put("person", market.person(employer, "Persoon").toString());
        objects.put("opening", opening.toString());
        objects.put("placement", placement.toString());
        objects.put(
                "checkIn",
                market.checkIn(placement, participant, 13, began.plusWeeks(13)).toString());
        return objects;
    }
}
