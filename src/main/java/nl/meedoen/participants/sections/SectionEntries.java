package nl.meedoen.participants.sections;

import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.StaleVersion;
import org.jspecify.annotations.Nullable;

/** A section that is a list: each entry is added, corrected and taken away by itself. */
public interface SectionEntries<E extends Record> extends SectionFacts {

    /** One of them. */
    record Entry<E>(UUID id, E content) {}

    /** All of a participant whom the caller has reached, the latest first. */
    List<Entry<E>> all(ParticipantId id);

    /**
     * One of a participant whom the caller has reached.
     *
     * @throws NotFound when that participant has no such entry
     */
    E find(ParticipantId id, UUID entry);

    /** Adds one. */
    void add(Actor actor, ParticipantId id, E is);

    /**
     * Corrects one.
     *
     * @param seen the fingerprint of what the form was made from
     * @throws StaleVersion when somebody else changed it meanwhile
     */
    void correct(Actor actor, ParticipantId id, UUID entry, E is, @Nullable String seen);

    /** Takes one away. */
    void remove(Actor actor, ParticipantId id, UUID entry);

    /** One in a line. */
    Fact fact(E is);
}
