package nl.meedoen.training.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Permission;
import nl.meedoen.participants.DossierCard;
import nl.meedoen.participants.DossierFrame;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The group on the first page of a dossier, with the way into one. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class GroupCard implements DossierCard {

    private final JdbcClient jdbc;
    private final Texts texts;
    private final Words words;

    GroupCard(JdbcClient jdbc, Texts texts, Words words) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.words = words;
    }

    @Override
    public Optional<Card> of(Actor actor, DossierFrame frame) {
        if (!actor.may(Permission.TRAINING_VIEW)) {
            return Optional.empty();
        }
        String tab = "/participants/" + frame.id() + "/training";
        List<Line> groups = jdbc.sql("""
                        select c.name, c.starts_on, c.ends_on, m.waiting from cohort_member m join cohort c on c.id = m.cohort_id
                        where m.participant_id = ? and m.until_on is null order by c.starts_on desc, c.id limit 5
                        """)
                .param(frame.id().value())
                .query((row, n) -> line(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, LocalDate.class),
                        row.getBoolean(4),
                        tab))
                .list();
        boolean may = actor.may(Permission.COHORT_PLAN) && frame.open();
        return Optional.of(new Card(
                20,
                "group",
                "training.group",
                "training.group-none",
                groups,
                may
                        ? new Action("/participants/" + frame.id() + "/groups", "users-plus", "training.group-choose")
                        : null));
    }

    private Line line(String name, LocalDate starts, LocalDate ends, boolean waiting, String tab) {
        LocalDate today = words.today();
        String when = starts.isAfter(today)
                ? texts.of("training.group-begins", words.fullDate(starts))
                : ends.isBefore(today)
                        ? texts.of("training.group-ended", words.fullDate(ends))
                        : texts.of("training.group-runs", words.fullDate(ends));
        Badge badge = waiting ? new Badge("wait", "pause", texts.of("training.waiting-list")) : null;
        return new Line(name, when, tab, badge);
    }
}
