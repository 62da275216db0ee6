package nl.meedoen.plans.domain;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.plans.ContactChannel;
import nl.meedoen.plans.ContactId;
import nl.meedoen.plans.text.ContactText;
import nl.meedoen.privacy.SealedText;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;

/** A conversation, call or message that somebody wrote down. Only who wrote it may correct it. */
@Entity
public class Contact {

    @Id
    private UUID id;

    private UUID participantId;

    private LocalDate heldOn;

    private Instant happenedAt;

    private @Nullable Integer minutes;

    @Enumerated(EnumType.STRING)
    private ContactChannel channel;

    @Convert(converter = SealedText.class)
    private String note;

    private UUID authorId;

    private Instant writtenAt;

    private @Nullable Instant correctedAt;

    @Version
    private long version;

    protected Contact() {}

    /** A contact, written down now. */
    public Contact(ContactId id, ParticipantId participant, ContactText text, AccountId author, Instant now) {
        this.id = id.value();
        this.participantId = participant.value();
        this.authorId = author.value();
        this.writtenAt = now;
        write(text);
    }

    /** Says it right. */
    public void correct(ContactText text, AccountId by, Instant now) {
        if (!authorId.equals(by.value())) {
            throw new RuleBroken("plans.contact-not-yours");
        }
        correctedAt = now;
        write(text);
    }

    private void write(ContactText text) {
        LocalDate today = LocalDate.ofInstant(writtenAt, Words.ZONE);
        if (text.heldOn().isAfter(today)) {
            throw new RuleBroken("plans.contact-in-future");
        }
        heldOn = text.heldOn();
        // Of another day nobody kept the hour: noon puts it among the other things of that day.
        happenedAt = heldOn.equals(today)
                ? writtenAt
                : heldOn.atTime(LocalTime.NOON).atZone(Words.ZONE).toInstant();
        minutes = text.minutes();
        channel = text.channel();
        note = text.note();
    }

    public ContactId id() {
        return new ContactId(id);
    }

    public ContactText text() {
        return new ContactText(channel, heldOn, minutes, note);
    }

    public Instant happenedAt() {
        return happenedAt;
    }

    public boolean isBy(AccountId account) {
        return authorId.equals(account.value());
    }

    public long version() {
        return version;
    }
}
