package nl.meedoen.people.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Collection;
import java.util.TreeSet;
import java.util.UUID;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.privacy.SealedText;
import nl.meedoen.webkit.RuleBroken;
import org.jspecify.annotations.Nullable;

/** What the office knows of a volunteer who coaches, besides the account. */
@Entity
@Table(name = "coach_profile")
public class Coach {

    @Id
    private UUID accountId;

    private UUID locationId;
    private @Nullable String municipalityCode;

    @Column(columnDefinition = "text[]")
    private String[] languages = {};

    @Column(columnDefinition = "text[]")
    private String[] sectors = {};

    private int capacity = 3;
    private @Nullable String availability;

    @Convert(converter = SealedText.class)
    private @Nullable String network;

    private @Nullable LocalDate vogOn;
    private @Nullable LocalDate vogUntil;

    @Version
    private long version;

    protected Coach() {}

    public Coach(AccountId account, LocationId location) {
        this.accountId = account.value();
        this.locationId = location.value();
    }

    /** Works from a location, and lives or works in a municipality. */
    public void settle(LocationId location, @Nullable String municipality) {
        locationId = location.value();
        municipalityCode = municipality;
    }

    /** @param newLanguages ISO 639 codes; @param newSectors SBI sections A to U */
    public void knows(Collection<String> newLanguages, Collection<String> newSectors, @Nullable String newNetwork) {
        languages = new TreeSet<>(newLanguages).toArray(String[]::new);
        sectors = new TreeSet<>(newSectors).toArray(String[]::new);
        network = newNetwork;
    }

    /** How many participants at the same time, and when. */
    public void offers(int participants, @Nullable String when) {
        capacity = participants;
        availability = when;
    }

    /** The certificate of conduct (VOG): its date, and until when the office takes it. */
    public void certified(@Nullable LocalDate on, @Nullable LocalDate until) {
        if (on != null && until != null && until.isBefore(on)) {
            throw new RuleBroken("people.vog-order");
        }
        vogOn = on;
        vogUntil = until;
    }

    public LocationId location() {
        return new LocationId(locationId);
    }

    public @Nullable String municipality() {
        return municipalityCode;
    }

    public @Nullable String network() {
        return network;
    }

    public long version() {
        return version;
    }
}
