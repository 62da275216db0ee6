package nl.meedoen.participants.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.meedoen.kernel.Gender;
import nl.meedoen.kernel.LanguageLevel;
import nl.meedoen.kernel.LearningRoute;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.kernel.PartialDate;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.PersonName;
import nl.meedoen.kernel.Phone;
import nl.meedoen.participants.registration.BirthSource;
import nl.meedoen.participants.registration.Direction;
import nl.meedoen.participants.registration.Identity;
import nl.meedoen.participants.registration.Reachability;
import nl.meedoen.participants.registration.Registration;
import nl.meedoen.participants.registration.Residence;
import nl.meedoen.privacy.SealedText;
import nl.meedoen.webkit.StaleVersion;
import org.jspecify.annotations.Nullable;

/** A person who takes part: identity, reachability and background. */
@Entity
public class Participant {

    @Id
    private UUID id;

    private String number;
    private UUID locationId;
    private String municipalityCode;
    private @Nullable String givenNames;
    private @Nullable String infix;
    private @Nullable String surname;
    private @Nullable String preferredName;
    private @Nullable String originalName;
    private @Nullable String aliases;
    private String sortName;
    private @Nullable Integer birthYear;
    private @Nullable Integer birthMonth;
    private @Nullable Integer birthDay;

    @Enumerated(EnumType.STRING)
    private @Nullable BirthSource birthSource;

    @Enumerated(EnumType.STRING)
    private Gender gender;

    private @Nullable String phone;
    private boolean whatsapp;
    private @Nullable String email;
    private @Nullable String street;
    private @Nullable String postcode;
    private @Nullable String town;

    @Convert(converter = SealedText.class)
    private @Nullable String reachableNote;

    private @Nullable String preferredLanguage;
    private boolean interpreter;
    private @Nullable String country;
    private @Nullable String clientNumber;
    private @Nullable Boolean benefit;
    private @Nullable LocalDate benefitFrom;
    private @Nullable LocalDate benefitUntil;

    @Enumerated(EnumType.STRING)
    private @Nullable LearningRoute learningRoute;

    @Enumerated(EnumType.STRING)
    private @Nullable LanguageLevel languageLevel;

    private @Nullable String wishedSector;

    @Convert(converter = SealedText.class)
    private @Nullable String remark;

    @Column(updatable = false)
    private Instant createdAt;

    private Instant updatedAt;

    @Version
    private long version;

    protected Participant() {}

    /** Somebody who is registered at a location. */
    public Participant(ParticipantId id, String number, LocationId location, Registration registration, Instant now) {
        this.id = id.value();
        this.number = number;
        this.locationId = location.value();
        this.createdAt = now;
        write(registration, now);
    }

    /**
     * Corrects what is known of the person.
     *
     * @throws StaleVersion when somebody else changed it since it was read
     */
    public void correct(Registration registration, long read, Instant now) {
        StaleVersion.check(version, read);
        write(registration, now);
    }

    /** Changes only how the person can be reached; coaches may do so. */
    public void reach(Reachability reachability, long read, Instant now) {
        StaleVersion.check(version, read);
        write(reachability);
        updatedAt = now;
    }

    private void write(Registration r, Instant now) {
        PersonName name = r.name();
        givenNames = name.givenNames();
        infix = name.infix();
        surname = name.surname();
        preferredName = name.preferredName();
        originalName = name.originalScript();
        aliases = name.aliases();
        sortName = name.sortName();
        PartialDate birth = r.identity().birth();
        birthYear = birth.year();
        birthMonth = birth.month();
        birthDay = birth.day();
        birthSource = r.identity().birthSource();
        gender = r.identity().gender();
        municipalityCode = r.municipalityCode();
        write(r.reachability());
        write(r.residence());
        write(r.direction());
        updatedAt = now;
    }

    private void write(Reachability r) {
        phone = r.phone() == null ? null : r.phone().e164();
        whatsapp = r.whatsapp();
        email = r.email();
        street = r.street();
        postcode = r.postcode();
        town = r.town();
        reachableNote = r.note();
        preferredLanguage = r.language();
        interpreter = r.interpreter();
    }

    private void write(Residence r) {
        country = r.country();
        clientNumber = r.clientNumber();
        benefit = r.benefit();
        benefitFrom = r.benefitFrom();
        benefitUntil = r.benefitUntil();
    }

    private void write(Direction d) {
        learningRoute = d.learningRoute();
        languageLevel = d.languageLevel();
        wishedSector = d.wishedSector();
        remark = d.remark();
    }

    public ParticipantId id() {
        return new ParticipantId(id);
    }

    public String number() {
        return number;
    }

    public LocationId location() {
        return new LocationId(locationId);
    }

    public long version() {
        return version;
    }

    /** All that is known, in the shape in which it is changed. */
    public Registration asRegistered() {
        return new Registration(
                new Identity(
                        new PersonName(givenNames, infix, surname, preferredName, originalName, aliases),
                        new PartialDate(birthYear, birthMonth, birthDay),
                        birthSource,
                        gender),
                new Reachability(
                        phone == null ? null : new Phone(phone),
                        whatsapp,
                        email,
                        street,
                        postcode,
                        town,
                        reachableNote,
                        preferredLanguage,
                        interpreter),
                new Residence(municipalityCode, country, clientNumber, benefit, benefitFrom, benefitUntil),
                new Direction(learningRoute, languageLevel, wishedSector, remark));
    }
}
