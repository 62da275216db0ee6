package nl.meedoen.participants.sections;

import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import org.jspecify.annotations.Nullable;

/** A section that is one form: read and written as a whole. */
public interface SectionRecords<C extends Record> extends SectionFacts {

    /** What stands there now; a record of nulls where nothing was written yet. */
    C read(ParticipantId id);

    /** Writes it; {@link Intake#save} has checked and locked. */
    void write(Actor actor, ParticipantId id, C content);

    /** The content in words. */
    List<Fact> facts(Actor reader, C content);

    /** What of it goes to the history of changes; null where the dossier itself keeps that. */
    default @Nullable Record remembered(C content) {
        return content;
    }

    @Override
    default List<Fact> known(Actor reader, ParticipantId id) {
        return facts(reader, read(id));
    }
}
