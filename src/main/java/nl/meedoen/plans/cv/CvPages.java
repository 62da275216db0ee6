package nl.meedoen.plans.cv;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.DossierFrame;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.plans.text.Fact;
import nl.meedoen.privacy.Exports;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the pages of the curriculum vitae; the number of statements does not depend on how much there is to show. */
@Component
@Transactional
class CvPages {

    private static final String TAB = "pitch";

    private final Dossiers dossiers;
    private final Cvs cvs;
    private final CvLinks links;
    private final CvWriter writer;
    private final CvPdf pdf;
    private final Exports exports;
    private final Texts texts;

    CvPages(Dossiers dossiers, Cvs cvs, CvLinks links, CvWriter writer, CvPdf pdf, Exports exports, Texts texts) {
        this.dossiers = dossiers;
        this.cvs = cvs;
        this.links = links;
        this.writer = writer;
        this.pdf = pdf;
        this.exports = exports;
        this.texts = texts;
    }

    CvPage page(Actor actor, ParticipantId id, CvLanguage language) {
        DossierFrame frame = dossiers.open(actor, id, TAB);
        CvVersion chosen = cvs.newest(id).orElse(null);
        CvPaper paper =
                chosen == null || chosen.text().parts().isEmpty() ? null : writer.paper(id, chosen.text(), language);
        CvLink link = links.live(id).orElse(null);
        return new CvPage(
                frame,
                chosen,
                paper,
                language,
                chosen == null || paper == null ? List.of() : missing(chosen.text(), paper, language),
                link,
                link == null ? null : links.address(link),
                links.consentedUntil(id).orElse(null));
    }

    private List<String> missing(CvText text, CvPaper paper, CvLanguage language) {
        return language.during(() -> {
            Set<String> there =
                    paper.blocks().stream().map(CvPaper.Block::heading).collect(Collectors.toSet());
            return text.layout().order().stream()
                    .filter(text::allows)
                    .map(texts::of)
                    .filter(heading -> !there.contains(heading))
                    .toList();
        });
    }

    /** The page around the form. */
    CvPage.Frame choosing(Actor actor, ParticipantId id, @Nullable CvVersion theirs) {
        return new CvPage.Frame(
                id.value(),
                dossiers.reach(actor, id).name(),
                null,
                options(CvPart.values()),
                options(CvLayout.values()),
                theirs == null
                        ? null
                        : List.of(
                                new Fact("cv.parts", said(theirs.text())),
                                new Fact("cv.layout", texts.of(theirs.text().layout())),
                                Fact.of("cv.profile-nl", theirs.text().profileNl()),
                                Fact.of("cv.profile-en", theirs.text().profileEn())));
    }

    private String said(CvText text) {
        return text.parts().isEmpty()
                ? "–"
                : text.parts().stream().map(texts::of).collect(Collectors.joining(", "));
    }

    private List<Option> options(Enum<?>... all) {
        return Arrays.stream(all)
                .map(one -> new Option(one.name(), texts.of(Texts.code(one))))
                .toList();
    }

    /** The choice that holds; null before the first one. */
    @Nullable
    CvVersion newest(Actor actor, ParticipantId id) {
        dossiers.reach(actor, id);
        return cvs.newest(id).orElse(null);
    }

    /**
     * The file; it leaves the building, so it is in the trail.
     *
     * @throws nl.meedoen.webkit.RuleBroken when it would be one file too many in an hour
     */
    byte[] file(Actor actor, ParticipantId id, CvLanguage language) {
        CvVersion chosen = newest(actor, id);
        if (chosen == null || chosen.text().parts().isEmpty()) {
            throw new NotFound();
        }
        exports.register(actor, "plans.cv-file", id);
        return pdf.write(
                writer.paper(id, chosen.text(), language), chosen.text().layout(), language);
    }

    /** The address that works now, for the card. */
    @Nullable
    String address(Actor actor, ParticipantId id) {
        dossiers.reach(actor, id);
        return links.live(id).map(links::address).orElse(null);
    }
}
