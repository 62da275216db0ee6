package nl.meedoen.participants.sections.records;

import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.PersonName;
import nl.meedoen.participants.registration.Enrolments;
import nl.meedoen.participants.registration.Identity;
import nl.meedoen.participants.sections.Fact;
import nl.meedoen.participants.sections.Section;
import nl.meedoen.participants.sections.SectionRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Who somebody is: kept with the registration. */
@Component
public class IdentityRecords implements SectionRecords<Identity> {

    private final Enrolments enrolments;
    private final Say say;

    IdentityRecords(Enrolments enrolments, Say say) {
        this.enrolments = enrolments;
        this.say = say;
    }

    @Override
    public Section section() {
        return Section.IDENTITY;
    }

    @Override
    public Identity read(ParticipantId id) {
        return enrolments.written(id).identity();
    }

    @Override
    public void write(Actor actor, ParticipantId id, Identity is) {
        enrolments.amend(actor, id, known -> known.as(is));
    }

    @Override
    public List<Fact> facts(Actor reader, Identity is) {
        PersonName name = is.name();
        String age = is.birth()
                .ageRange(say.today())
                .map(range -> say.text("participants.age", range.toString()))
                .orElse(null);
        return List.of(
                Fact.of(say.text("participants.given-names"), name.givenNames()),
                Fact.of(say.text("participants.surname"), surname(name)),
                Fact.of(say.text("participants.preferred-name"), name.preferredName()),
                Fact.of(say.text("participants.original-name"), name.originalScript()),
                Fact.of(say.text("sections.aliases"), name.aliases()),
                Fact.of(say.text("participants.birth"), is.birth().display(LocaleContextHolder.getLocale())),
                Fact.key(say.text("sections.age"), age),
                Fact.of(say.text("participants.birth-source"), say.word(is.birthSource())),
                Fact.of(say.text("participants.gender"), say.word(is.gender())));
    }

    private static @Nullable String surname(PersonName name) {
        return name.infix() == null || name.surname() == null ? name.surname() : name.infix() + " " + name.surname();
    }

    /** Kept with the registration. */
    @Override
    public @Nullable Record remembered(Identity is) {
        return null;
    }
}
