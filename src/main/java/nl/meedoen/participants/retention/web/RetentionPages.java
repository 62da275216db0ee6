package nl.meedoen.participants.retention.web;

import java.util.Arrays;
import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.DossierFrame;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.participants.retention.Clocks;
import nl.meedoen.participants.retention.Retention;
import nl.meedoen.participants.retention.Standing;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Texts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the pages about what is kept and what goes. */
@Component
@Transactional
class RetentionPages {

    private final Dossiers dossiers;
    private final Retention retention;
    private final Clocks clocks;
    private final Trail trail;
    private final Texts texts;

    RetentionPages(Dossiers dossiers, Retention retention, Clocks clocks, Trail trail, Texts texts) {
        this.dossiers = dossiers;
        this.retention = retention;
        this.clocks = clocks;
        this.trail = trail;
        this.texts = texts;
    }

    /** A table in words, with its number of rows. */
    record Line(String title, long rows) {}

    record DuePage(List<Retention.Due> rows, String rule) {}

    record StandingPage(DossierFrame frame, Standing standing, String rule, List<Line> going, List<Line> staying) {}

    /** @param stale whether something changed since the counts were shown */
    record ErasePage(
            DossierFrame frame,
            Standing standing,
            List<Line> going,
            List<Line> staying,
            List<Option> bases,
            boolean stale) {}

    DuePage due(Actor actor) {
        trail.note(actor, Trail.Action.LISTED, "retention", null);
        return new DuePage(retention.due(actor), rule());
    }

    StandingPage standing(Actor actor, ParticipantId id) {
        DossierFrame frame = dossiers.open(actor, id, "log");
        Standing standing = retention.standing(actor, id);
        return new StandingPage(frame, standing, rule(), lines(standing.going()), lines(standing.staying()));
    }

    ErasePage erase(Actor actor, ParticipantId id, boolean stale) {
        DossierFrame frame = dossiers.open(actor, id, "log");
        Standing standing = retention.standing(actor, id);
        List<Option> bases = Arrays.stream(Standing.Basis.values())
                .map(basis -> new Option(basis.name(), texts.of(basis)))
                .toList();
        return new ErasePage(frame, standing, lines(standing.going()), lines(standing.staying()), bases, stale);
    }

    private String rule() {
        return texts.of(
                "retention.rule",
                clocks.notes().toTotalMonths(),
                clocks.evidence().toTotalMonths() / 12);
    }

    /** What is made of other rows stands together in one line. */
    private List<Line> lines(List<Standing.Count> counts) {
        long technical = 0;
        List<Line> lines = new java.util.ArrayList<>();
        for (Standing.Count count : counts) {
            if (count.technical()) {
                technical += count.rows();
            } else {
                lines.add(new Line(texts.of("retention.table." + count.table().replace('_', '-')), count.rows()));
            }
        }
        if (technical > 0) {
            lines.add(new Line(texts.of("retention.table.technical"), technical));
        }
        return lines;
    }
}
