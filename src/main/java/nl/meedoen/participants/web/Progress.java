package nl.meedoen.participants.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.participants.AttendanceBand;
import nl.meedoen.participants.DossierCard;
import nl.meedoen.participants.DossierFrame;
import nl.meedoen.participants.SharedGoals;
import nl.meedoen.participants.lists.ListFile;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a municipality sees of a resident who agreed to it; the page of the client manager and its preview read it here. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Progress {

    record ProgressPage(
            DossierFrame frame,
            @Nullable String attendance,
            @Nullable String placement,
            @Nullable LocalDate placedOn,
            @Nullable LocalDate nextReviewOn,
            List<SharedGoals.SharedGoal> goals,
            List<DossierCard.Card> cards,
            String whoSees) {}

    private final ObjectProvider<SharedGoals> goals;
    private final ObjectProvider<DossierCard> cards;
    private final JdbcClient jdbc;
    private final Texts texts;
    private final Words words;

    Progress(
            ObjectProvider<SharedGoals> goals,
            ObjectProvider<DossierCard> cards,
            JdbcClient jdbc,
            Texts texts,
            Words words) {
        this.goals = goals;
        this.cards = cards;
        this.jdbc = jdbc;
        this.texts = texts;
        this.words = words;
    }

    ProgressPage page(Actor actor, DossierFrame frame) {
        SharedGoals shared = goals.getIfAvailable();
        List<DossierCard.Card> others = cards.stream()
                .flatMap(card -> card.of(actor, frame).stream())
                .sorted(Comparator.comparingInt(DossierCard.Card::order))
                .toList();
        return jdbc.sql(
                        "select attendance_percent, placement_kind, placed_on, next_review_on, shared_until from glance where participant_id = ?")
                .param(frame.id().value())
                .query((row, n) -> new ProgressPage(
                        frame,
                        AttendanceBand.of((Integer) row.getObject(1))
                                .map(texts::of)
                                .orElse(null),
                        row.getString(2) == null ? null : texts.of(ListFile.kindOf(row.getString(2))),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class),
                        shared == null ? List.of() : shared.of(frame.id()),
                        others,
                        texts.of(
                                "participants.who-sees.municipality",
                                words.fullDate(row.getObject(5, LocalDate.class)))))
                .single();
    }
}
