package nl.meedoen.participants.merging;

import java.util.Map;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.Gender;
import nl.meedoen.kernel.PartialDate;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.PersonName;
import nl.meedoen.kernel.Phone;
import nl.meedoen.participants.registration.Direction;
import nl.meedoen.participants.registration.Enrolments;
import nl.meedoen.participants.registration.Identity;
import nl.meedoen.participants.registration.Reachability;
import nl.meedoen.participants.registration.Registration;
import nl.meedoen.participants.registration.Residence;
import nl.meedoen.support.Village;
import org.jspecify.annotations.Nullable;

/** Enrols people who are there twice. */
final class Twice {

    private Twice() {}

    static Registration somebody(String name, String birth, @Nullable String phone, String municipality) {
        return new Registration(
                new Identity(PersonName.of(name, null), PartialDate.parse(birth), null, Gender.UNKNOWN),
                new Reachability(
                        Phone.parse(phone).orElse(null), false, null, null, null, null, "note of " + name, null, false),
                new Residence(municipality, null, null, null, null, null),
                new Direction(null, null, null, "remark of " + name));
    }

    static ParticipantId enrol(Village village, Enrolments enrolments, Actor actor, Registration registration) {
        return village.as(actor, () -> enrolments.enrol(actor, registration));
    }

    /** The first stays, with its run and its coach, and everything as proposed. */
    static Merges.Choice keepFirst(long firstVersion, long secondVersion) {
        return new Merges.Choice(Side.FIRST, Map.of(), Side.FIRST, Side.FIRST, firstVersion, secondVersion);
    }
}
