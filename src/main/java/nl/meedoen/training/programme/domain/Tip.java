package nl.meedoen.training.programme.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.training.WorkFormId;
import nl.meedoen.webkit.NotFound;
import org.jspecify.annotations.Nullable;

/** What a trainer learned from a work form, for colleagues. */
@Entity
public class Tip {

    @Id
    private UUID id;

    private UUID workFormId;
    private UUID accountId;
    private String body;
    private Instant writtenAt;
    private @Nullable Instant removedAt;

    protected Tip() {}

    /** A tip by the actor. */
    public Tip(WorkFormId workForm, Actor author, String body, Instant at) {
        this.id = Uuids.next();
        this.workFormId = workForm.value();
        this.accountId = author.id().value();
        this.body = body;
        this.writtenAt = at;
    }

    /** Takes the tip away; only its author may, for everybody else it is as if it did not exist. */
    public void remove(Actor actor, Instant at) {
        own(actor);
        removedAt = at;
    }

    /** Brings a removed tip back. */
    public void restore(Actor actor) {
        own(actor);
        removedAt = null;
    }

    private void own(Actor actor) {
        if (!accountId.equals(actor.id().value())) {
            throw new NotFound();
        }
    }

    public UUID id() {
        return id;
    }

    public String body() {
        return body;
    }

    public UUID workFormId() {
        return workFormId;
    }

    public Instant writtenAt() {
        return writtenAt;
    }

    public boolean removed() {
        return removedAt != null;
    }
}
