package nl.meedoen.participants.sections;

import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;

/** What one section knows of a person; a bean for each section. */
public interface SectionFacts {

    Section section();

    /** What is known, for a reader who has reached the person; less for a reader who may not see all of it. */
    List<Fact> known(Actor reader, ParticipantId id);
}
