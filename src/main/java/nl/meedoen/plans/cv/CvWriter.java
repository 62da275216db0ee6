package nl.meedoen.plans.cv;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.brought.Career;
import nl.meedoen.participants.brought.Careers;
import nl.meedoen.plans.pitch.Pitch;
import nl.meedoen.plans.pitch.PitchText;
import nl.meedoen.plans.pitch.Pitches;
import nl.meedoen.webkit.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts a curriculum vitae together; the caller has reached the participant. */
@Component
@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
class CvWriter {

    private static final PitchText NO_PITCH = new PitchText(null, null, null);

    private final Careers careers;
    private final Pitches pitches;
    private final Texts texts;

    CvWriter(Careers careers, Pitches pitches, Texts texts) {
        this.careers = careers;
        this.pitches = pitches;
        this.texts = texts;
    }

    /** In both languages. */
    public CvFile file(ParticipantId id, CvText chosen) {
        return new CvFile(chosen.layout(), paper(id, chosen, CvLanguage.NL), paper(id, chosen, CvLanguage.EN));
    }

    /** In one language. */
    public CvPaper paper(ParticipantId id, CvText chosen, CvLanguage language) {
        return language.during(() -> {
            Career career = careers.of(id);
            PitchText pitch =
                    pitches.all(id).stream().findFirst().map(Pitch::text).orElse(NO_PITCH);
            List<CvPaper.Block> blocks = new ArrayList<>();
            for (CvPart part : chosen.layout().order()) {
                List<Career.Entry> lines =
                        chosen.allows(part) ? lines(part, career, pitch, own(chosen, language)) : List.of();
                if (!lines.isEmpty()) {
                    blocks.add(new CvPaper.Block(texts.of(part), lines));
                }
            }
            return new CvPaper(career.name(), career.originalName(), head(chosen, career), blocks);
        });
    }

    private static @Nullable String own(CvText chosen, CvLanguage language) {
        return language == CvLanguage.NL ? chosen.profileNl() : chosen.profileEn();
    }

    private static List<String> head(CvText chosen, Career career) {
        return Stream.of(
                        chosen.allows(CvPart.PLACE) ? career.place() : null,
                        chosen.allows(CvPart.CONTACT) ? career.phone() : null,
                        chosen.allows(CvPart.CONTACT) ? career.email() : null)
                .filter(Objects::nonNull)
                .toList();
    }

    private List<Career.Entry> lines(CvPart part, Career career, PitchText pitch, @Nullable String own) {
        return switch (part) {
            case PROFILE -> own == null ? running(pitch.who(), pitch.want()) : running(own);
            case ABILITIES -> running(pitch.can());
            case WORK -> career.jobs();
            case EDUCATION -> career.courses();
            case DUTCH -> career.dutch();
            case SKILLS -> skills(career);
            case WISHES -> career.wishes().isEmpty() ? List.of() : running(String.join(", ", career.wishes()));
            case CONTACT, PLACE -> List.of();
        };
    }

    private List<Career.Entry> skills(Career career) {
        List<Career.Entry> skills = new ArrayList<>();
        if (!career.licences().isEmpty()) {
            skills.add(new Career.Entry(null, texts.of("cv.licence"), String.join(", ", career.licences())));
        }
        if (career.digital() != null) {
            skills.add(new Career.Entry(null, texts.of("cv.digital"), career.digital()));
        }
        return skills;
    }

    private static List<Career.Entry> running(@Nullable String... texts) {
        return Stream.of(texts)
                .filter(Objects::nonNull)
                .map(text -> new Career.Entry(null, text, null))
                .toList();
    }
}
