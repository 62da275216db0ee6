package nl.meedoen.plans;

import java.util.UUID;
import nl.meedoen.kernel.Uuids;

/** Names one appointment. */
public record AppointmentId(UUID value) {

    /** A new id. */
    public static AppointmentId next() {
        return new AppointmentId(Uuids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
