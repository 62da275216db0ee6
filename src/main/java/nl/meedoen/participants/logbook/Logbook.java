package nl.meedoen.participants.logbook;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.DossierHistory;
import nl.meedoen.participants.merging.Merges;
import nl.meedoen.privacy.TrailReading;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what was looked at and done in a dossier with what stood in the fields before and after. */
@Component
class Logbook {

    /** Lines of the trail on a page. */
    static final int PAGE = 100;

    /** The trail and the history are written in one transaction, a moment after each other. */
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    /** A field, and what stood in it; null where nothing did. */
    record Change(
            String field, @Nullable String before, @Nullable String after) {}

    /**
     * Something that one person did, once or more times after each other on one day.
     *
     * @param at the last time
     * @param behalf for whom, where that is somebody else
     */
    record Entry(
            Instant at,
            String who,
            @Nullable String role,
            @Nullable String behalf,
            String what,
            int times,
            List<Change> changes) {}

    /** @param next the line to go on from; null at the end */
    record Lines(List<Entry> entries, @Nullable Long next) {}

    private final TrailReading trail;
    private final DossierHistory history;
    private final Merges merges;
    private final LineWords lineWords;
    private final ChangeWords changeWords;

    Logbook(TrailReading trail, DossierHistory history, Merges merges, LineWords lineWords, ChangeWords changeWords) {
        this.trail = trail;
        this.history = history;
        this.merges = merges;
        this.lineWords = lineWords;
        this.changeWords = changeWords;
    }

    /** A page of the log of a dossier that the caller has reached, and of those that became part of it. */
    Lines read(ParticipantId id, TrailReading.Kind kind, @Nullable Long before) {
        List<ParticipantId> dossiers = merges.dossiers(id);
        List<TrailReading.Line> found = trail.of(dossiers, kind, before, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<TrailReading.Line> lines = more ? found.subList(0, PAGE) : found;
        List<DossierHistory.Entry> changed = lines.isEmpty()
                ? new ArrayList<>()
                : new ArrayList<>(history.between(
                        dossiers,
                        lines.get(lines.size() - 1).at().minus(AT_ONCE),
                        lines.get(0).at().plus(AT_ONCE)));
        List<Entry> entries = new ArrayList<>();
        int from = 0;
        while (from < lines.size()) {
            TrailReading.Line line = lines.get(from);
            List<Change> changes = changes(line, changed);
            int to = from + 1;
            while (changes.isEmpty() && to < lines.size() && isAgain(line, lines.get(to))) {
                to++;
            }
            entries.add(new Entry(
                    line.at(),
                    lineWords.who(line),
                    lineWords.role(line),
                    line.behalf(),
                    lineWords.what(line.action(), line.subject()),
                    to - from,
                    changes));
            from = to;
        }
        return new Lines(entries, more ? lines.get(PAGE - 1).id() : null);
    }

    /** Who opens the same page ten times on a day looked ten times, which is one thing to read. Not so for a change. */
    private static boolean isAgain(TrailReading.Line one, TrailReading.Line other) {
        return one.action().reads()
                && one.action() == other.action()
                && one.subject().equals(other.subject())
                && Objects.equals(one.account(), other.account())
                && Objects.equals(one.behalf(), other.behalf())
                && day(one).equals(day(other));
    }

    private static LocalDate day(TrailReading.Line line) {
        return line.at().atZone(Words.ZONE).toLocalDate();
    }

    /** What was changed with this line. Both stand newest first, so that two changes within a moment stay apart. */
    private List<Change> changes(TrailReading.Line line, List<DossierHistory.Entry> changed) {
        if (!line.action().changes()) {
            return List.of();
        }
        for (DossierHistory.Entry entry : changed) {
            if (entry.by().value().equals(line.account())
                    && Duration.between(entry.at(), line.at()).abs().compareTo(AT_ONCE) <= 0) {
                changed.remove(entry);
                return entry.changes().stream()
                        .map(change -> new Change(
                                changeWords.label(change.field()),
                                changeWords.value(change.field(), change.before()),
                                changeWords.value(change.field(), change.after())))
                        .toList();
            }
        }
        return List.of();
    }
}
