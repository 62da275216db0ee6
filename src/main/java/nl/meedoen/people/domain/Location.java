package nl.meedoen.people.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.kernel.RegionId;

/** A place from which the programme is run. */
@Entity
public class Location {

    @Id
    private UUID id;

    private UUID regionId;
    private String name;

    @Version
    private long version;

    protected Location() {}

    public Location(LocationId id, RegionId region, String name) {
        this.id = id.value();
        change(region, name);
    }

    public final void change(RegionId newRegion, String newName) {
        regionId = newRegion.value();
        name = newName.strip();
    }

    public long version() {
        return version;
    }
}
