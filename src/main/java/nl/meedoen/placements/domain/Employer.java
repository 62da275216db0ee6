package nl.meedoen.placements.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import nl.meedoen.kernel.RegionId;
import nl.meedoen.placements.SizeBand;
import nl.meedoen.placements.market.EmployerDetails;
import nl.meedoen.placements.market.EmployerId;
import nl.meedoen.privacy.SealedText;
import nl.meedoen.webkit.StaleVersion;
import org.jspecify.annotations.Nullable;

/** A firm, institution or association of one region that opens its doors. */
@Entity
public class Employer {

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID regionId;

    private String name;
    private String folded;
    private @Nullable String kvk;
    private String sector;

    @Enumerated(EnumType.STRING)
    private SizeBand size;

    private @Nullable String street;
    private @Nullable String postcode;
    private @Nullable String town;
    private @Nullable String municipalityCode;

    @Convert(converter = SealedText.class)
    private @Nullable String note;

    @Column(updatable = false)
    private Instant createdAt;

    @Version
    private long version;

    protected Employer() {}

    public Employer(EmployerId id, RegionId region, EmployerDetails details, Instant now) {
        this.id = id.value();
        this.regionId = region.value();
        this.createdAt = now;
        write(details);
    }

    /** Replaces the details, unless somebody else did so since they were read. */
    public void change(EmployerDetails details, long readAt) {
        StaleVersion.check(version, readAt);
        write(details);
    }

    private void write(EmployerDetails details) {
        name = details.name().strip();
        folded = Folded.of(name);
        kvk = details.kvk();
        sector = details.sector();
        size = details.size();
        street = details.street();
        postcode = details.postcode();
        town = details.town();
        municipalityCode = details.municipalityCode();
        note = details.note();
    }

    public EmployerDetails details() {
        return new EmployerDetails(name, kvk, sector, size, street, postcode, town, municipalityCode, note);
    }

    public EmployerId id() {
        return new EmployerId(id);
    }

    public RegionId region() {
        return new RegionId(regionId);
    }

    public long version() {
        return version;
    }
}
