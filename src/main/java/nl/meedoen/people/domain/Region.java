package nl.meedoen.people.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import nl.meedoen.kernel.RegionId;

/** A part of the country with a target of its own. */
@Entity
public class Region {

    @Id
    private UUID id;

    private String name;
    private int target;

    @Version
    private long version;

    protected Region() {}

    /** @param target participants in the programme period */
    public Region(RegionId id, String name, int target) {
        this.id = id.value();
        change(name, target);
    }

    public final void change(String newName, int newTarget) {
        name = newName.strip();
        target = newTarget;
    }

    public long version() {
        return version;
    }
}
