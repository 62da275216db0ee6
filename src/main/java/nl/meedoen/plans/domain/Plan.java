package nl.meedoen.plans.domain;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.privacy.SealedText;
import org.jspecify.annotations.Nullable;

/** The action plan of one enrolment. Its row is made by the first change, so that two people never make two. */
@Entity
public class Plan {

    @Id
    private UUID id;

    private UUID participantId;

    private UUID enrolmentId;

    @Convert(converter = SealedText.class)
    private @Nullable String wish;

    private @Nullable String wishLanguage;

    private @Nullable LocalDate wishOn;

    private @Nullable UUID wishBy;

    @Version
    private long version;

    protected Plan() {}

    /** Writes what the participant wants, and in which language that is; an empty text takes it away. */
    public void wish(@Nullable String words, @Nullable String language, AccountId by, LocalDate on) {
        wish = words;
        wishLanguage = words == null ? null : language;
        wishBy = by.value();
        wishOn = on;
    }

    public UUID id() {
        return id;
    }

    public ParticipantId participant() {
        return new ParticipantId(participantId);
    }

    public @Nullable String wish() {
        return wish;
    }

    public long version() {
        return version;
    }
}
