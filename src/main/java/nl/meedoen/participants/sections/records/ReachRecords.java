package nl.meedoen.participants.sections.records;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.LanguageNames;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.registration.Enrolments;
import nl.meedoen.participants.registration.Reachability;
import nl.meedoen.participants.sections.Fact;
import nl.meedoen.participants.sections.Section;
import nl.meedoen.participants.sections.SectionRecords;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** How somebody can be reached: kept with the registration. */
@Component
public class ReachRecords implements SectionRecords<Reachability> {

    private final Enrolments enrolments;
    private final Say say;

    ReachRecords(Enrolments enrolments, Say say) {
        this.enrolments = enrolments;
        this.say = say;
    }

    @Override
    public Section section() {
        return Section.REACHABILITY;
    }

    @Override
    public Reachability read(ParticipantId id) {
        return enrolments.written(id).reachability();
    }

    @Override
    public void write(Actor actor, ParticipantId id, Reachability reach) {
        enrolments.amend(actor, id, known -> known.reachedBy(reach));
    }

    @Override
    public List<Fact> facts(Actor reader, Reachability r) {
        String address = Stream.of(r.street(), r.postcode(), r.town())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        String phone = r.phone() == null ? null : r.phone().display() + (r.whatsapp() ? " · WhatsApp" : "");
        String language = r.language() == null ? null : LanguageNames.of(r.language(), LocaleContextHolder.getLocale());
        return List.of(
                Fact.of(say.text("participants.phone"), phone),
                Fact.of(say.text("participants.email"), r.email()),
                Fact.of(say.text("participants.reachable-note"), r.note()),
                Fact.key(
                        say.text("participants.language"),
                        language != null && r.interpreter()
                                ? say.joined(language, say.text("sections.with-interpreter"))
                                : language),
                Fact.of(say.text("participants.interpreter"), say.yesNo(r.interpreter())),
                Fact.of(say.text("participants.address"), address.isEmpty() ? null : address));
    }

    /** Kept with the registration. */
    @Override
    public @Nullable Record remembered(Reachability reach) {
        return null;
    }
}
