package nl.meedoen.participants.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Caseload;
import nl.meedoen.participants.Consents;
import nl.meedoen.participants.DossierCard;
import nl.meedoen.participants.DossierFrame;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.participants.Ladder;
import nl.meedoen.participants.registration.Enrolments;
import nl.meedoen.participants.registration.Registration;
import nl.meedoen.participants.sections.Fact;
import nl.meedoen.participants.sections.Intake;
import nl.meedoen.participants.sections.SectionFacts;
import nl.meedoen.participants.sections.Sheet;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The first page of a dossier: all that is known for those who work in it, progress alone for a client manager. */
@Controller
class DataController {

    private final Dossiers dossiers;
    private final Enrolments enrolments;
    private final Consents consents;
    private final Caseload caseload;
    private final Ladder ladder;
    private final Intake intake;
    private final List<SectionFacts> sections;
    private final Progress progress;
    private final ObjectProvider<DossierCard> cards;
    private final Texts texts;
    private final Words words;

    DataController(
            Dossiers dossiers,
            Enrolments enrolments,
            Consents consents,
            Caseload caseload,
            Ladder ladder,
            Intake intake,
            List<SectionFacts> sections,
            Progress progress,
            ObjectProvider<DossierCard> cards,
            Texts texts,
            Words words) {
        this.dossiers = dossiers;
        this.enrolments = enrolments;
        this.consents = consents;
        this.caseload = caseload;
        this.ladder = ladder;
        this.intake = intake;
        this.sections = List.copyOf(sections);
        this.progress = progress;
        this.cards = cards;
        this.texts = texts;
        this.words = words;
    }

    /** A purpose of consent as it stands, with what can be done about it. */
    record ConsentRow(Consents.Purpose purpose, boolean holds, String text) {}

    record DataPage(
            DossierFrame frame,
            boolean mayEdit,
            boolean mayReach,
            boolean mayAssign,
            List<Sheet> sheets,
            List<Fact> inShort,
            long sectionsDone,
            @Nullable String remark,
            List<ConsentRow> consents,
            List<Caseload.Assignment> coaches,
            List<Ladder.Measurement> measurements,
            List<DossierCard.Card> cards,
            String whoSees) {}

    @Needs({Permission.DOSSIER_VIEW, Permission.PROGRESS_VIEW})
    @GetMapping("/participants/{id}")
    @Transactional
    public String show(Actor actor, @PathVariable ParticipantId id, Model model) {
        if (actor.role() == Role.CLIENT_MANAGER) {
            model.addAttribute("page", progress.page(actor, dossiers.open(actor, id, "progress")));
            return "participants/progress";
        }
        model.addAttribute("page", data(actor, id));
        return "participants/data";
    }

    private DataPage data(Actor actor, ParticipantId id) {
        DossierFrame frame = dossiers.open(actor, id, "data");
        Registration r = enrolments.known(actor, id).registration();
        List<Sheet> sheets = Sheet.of(actor, id, sections, intake.progress(actor, id));
        List<ConsentRow> consentRows = consentRows(consents.of(id));
        boolean shared = consentRows.stream().anyMatch(c -> c.purpose() == Consents.Purpose.MUNICIPALITY && c.holds());
        boolean here = frame.emergencyUntil() == null; // elsewhere one only reads
        return new DataPage(
                frame,
                here && actor.may(Permission.DOSSIER_EDIT),
                here && actor.may(Permission.REACHABILITY_EDIT),
                here && actor.may(Permission.COACH_ASSIGN),
                sheets,
                sheets.stream()
                        .flatMap(sheet -> sheet.facts().stream())
                        .filter(Fact::key)
                        .toList(),
                sheets.stream().filter(Sheet::done).count(),
                r.direction().remark(),
                consentRows,
                caseload.of(id),
                ladder.of(id),
                cardsFor(actor, frame),
                texts.of(shared ? "participants.who-sees.shared" : "participants.who-sees.private"));
    }

    private List<ConsentRow> consentRows(List<Consents.Consent> given) {
        List<ConsentRow> rows = new ArrayList<>();
        for (Consents.Purpose purpose : Consents.Purpose.values()) {
            List<Consents.Consent> all =
                    given.stream().filter(c -> c.purpose() == purpose).toList();
            var last = all.stream()
                    .filter(c -> c.holds(words.today()))
                    .findFirst()
                    .or(() -> all.stream().findFirst());
            boolean holds = last.map(c -> c.holds(words.today())).orElse(false);
            String text = last.map(c -> c.withdrawnOn() != null
                            ? texts.of("participants.consent.withdrawn-on", words.fullDate(c.withdrawnOn()))
                            : texts.of(
                                    holds ? "participants.consent.until" : "participants.consent.ended",
                                    words.fullDate(c.validUntil())))
                    .orElse(texts.of("participants.consent.never"));
            rows.add(new ConsentRow(purpose, holds, text));
        }
        return rows;
    }

    private List<DossierCard.Card> cardsFor(Actor actor, DossierFrame frame) {
        return cards.stream()
                .flatMap(card -> card.of(actor, frame).stream())
                .sorted(Comparator.comparingInt(DossierCard.Card::order))
                .toList();
    }
}
