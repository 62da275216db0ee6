package nl.meedoen.participants.sections;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;

/**
 * What is known in one section, for a page that shows them all.
 *
 * @param facts those that are known
 * @param missing the names of what is not known
 * @param mayEdit whether the reader may fill it in
 */
public record Sheet(Section section, List<Fact> facts, List<String> missing, boolean done, boolean mayEdit) {

    /** All sections in their order, for a reader who has reached the person. */
    public static List<Sheet> of(
            Actor reader, ParticipantId id, List<SectionFacts> sections, Map<Section, Intake.State> progress) {
        return sections.stream()
                .sorted(Comparator.comparing(SectionFacts::section))
                .map(part -> {
                    List<Fact> all = part.known(reader, id);
                    return new Sheet(
                            part.section(),
                            all.stream().filter(fact -> fact.value() != null).toList(),
                            all.stream()
                                    .filter(fact -> fact.value() == null)
                                    .map(Fact::label)
                                    .toList(),
                            Objects.requireNonNull(progress.get(part.section())).done(),
                            part.section().mayEdit(reader));
                })
                .toList();
    }

    /** Whether there is nothing to show. */
    public boolean empty() {
        return facts.isEmpty();
    }
}
