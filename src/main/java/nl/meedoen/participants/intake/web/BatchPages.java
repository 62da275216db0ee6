package nl.meedoen.participants.intake.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.intake.BatchId;
import nl.meedoen.participants.intake.BatchState;
import nl.meedoen.participants.intake.ImportBatch;
import nl.meedoen.participants.intake.ImportRow;
import nl.meedoen.participants.intake.ImportRows;
import nl.meedoen.participants.intake.Imports;
import nl.meedoen.participants.intake.RowState;
import nl.meedoen.participants.registration.Doubles;
import nl.meedoen.people.Organisation;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import nl.meedoen.webkit.view.Pager;
import nl.meedoen.webkit.view.ViewTab;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the page of a dry run and of its result; the number of statements does not grow with the rows. */
@Component
class BatchPages {

    private static final int PAGE = 25;

    private final Imports imports;
    private final ImportRows rows;
    private final RowViews views;
    private final Doubles doubles;
    private final Organisation organisation;
    private final Trail trail;
    private final Texts texts;
    private final Words words;

    BatchPages(
            Imports imports,
            ImportRows rows,
            RowViews views,
            Doubles doubles,
            Organisation organisation,
            Trail trail,
            Texts texts,
            Words words) {
        this.imports = imports;
        this.rows = rows;
        this.views = views;
        this.doubles = doubles;
        this.organisation = organisation;
        this.trail = trail;
        this.texts = texts;
        this.words = words;
    }

    /** A sentence on top, and how it sounds: ok, info, warn or danger. */
    record Conclusion(String tone, String title, String text) {}

    /** All that the page shows. */
    record BatchPage(
            ImportBatch batch,
            boolean done,
            Conclusion conclusion,
            @Nullable String before,
            List<ViewTab> tabs,
            BatchQuery query,
            List<RowView> rows,
            Pager pager,
            int ready,
            int wrong,
            boolean mayMap,
            boolean mayDiscard) {}

    /** The page; with what is wrong about the answer to one row. */
    @Transactional
    public BatchPage page(
            Actor actor, BatchId id, BatchQuery query, @Nullable Integer wrongRow, @Nullable String wrong) {
        ImportBatch batch = imports.batch(actor, id);
        trail.note(actor, Trail.Action.LISTED, "import", id.value());
        Map<RowState, Integer> counts = rows.counts(batch);
        boolean back = query.before() != null;
        List<ImportRow> found = rows.page(batch, query.state(), query.after(), query.before(), PAGE + 1);
        boolean more = found.size() > PAGE;
        List<ImportRow> shown = !more ? found : back ? found.subList(1, PAGE + 1) : found.subList(0, PAGE);
        boolean earlier = back ? more : query.after() != null;
        boolean later = back || more;
        RowViews.Around around = new RowViews.Around(
                people(actor, shown),
                rows.numbered(batch, others(shown)),
                rows.samePlaces(batch),
                Set.copyOf(organisation.servedBy(actor.locations(), words.today())),
                query,
                wrongRow,
                wrong);
        boolean done = batch.state() == BatchState.DONE || batch.finishedAt() != null;
        return new BatchPage(
                batch,
                done,
                conclusion(batch, counts, done),
                done ? null : imports.readBefore(actor, batch).map(this::before).orElse(null),
                tabs(id, query, counts),
                query,
                shown.stream().map(row -> views.view(batch, row, around)).toList(),
                new Pager(
                        earlier && !shown.isEmpty()
                                ? query.href(
                                        id, query.state(), null, shown.get(0).number())
                                : null,
                        later && !shown.isEmpty()
                                ? query.href(
                                        id,
                                        query.state(),
                                        shown.get(shown.size() - 1).number(),
                                        null)
                                : null,
                        null),
                counts.getOrDefault(RowState.READY, 0),
                counts.getOrDefault(RowState.REFUSED, 0) + counts.getOrDefault(RowState.QUESTION, 0),
                batch.whole(),
                batch.whole());
    }

    private String before(Instant when) {
        return texts.of("import.before", words.moment(when));
    }

    private Map<ParticipantId, Doubles.Known> people(Actor actor, List<ImportRow> shown) {
        Set<ParticipantId> ids = new HashSet<>();
        for (ImportRow row : shown) {
            if (row.participant() != null) ids.add(new ParticipantId(row.participant()));
            row.likely().forEach(likely -> ids.add(new ParticipantId(likely)));
            row.possible().forEach(possible -> ids.add(new ParticipantId(possible)));
        }
        return doubles.these(actor, ids);
    }

    private static Set<Integer> others(List<ImportRow> shown) {
        Set<Integer> numbers = new HashSet<>();
        shown.forEach(row -> numbers.addAll(row.likelyRows()));
        return numbers;
    }

    private List<ViewTab> tabs(BatchId id, BatchQuery query, Map<RowState, Integer> counts) {
        List<ViewTab> tabs = new ArrayList<>();
        RowState chosen = query.state();
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        tabs.add(new ViewTab(query.href(id, null, null, null), texts.of("import.tab.all"), all, chosen == null));
        for (RowState state : RowState.values()) {
            int count = counts.getOrDefault(state, 0);
            if (count > 0 || state == chosen) {
                String label = texts.of("import.tab." + RowView.slug(state));
                tabs.add(new ViewTab(query.href(id, state, null, null), label, count, state == chosen));
            }
        }
        return tabs;
    }

    private Conclusion conclusion(ImportBatch batch, Map<RowState, Integer> counts, boolean done) {
        int ready = counts.getOrDefault(RowState.READY, 0);
        int open = counts.getOrDefault(RowState.QUESTION, 0) + counts.getOrDefault(RowState.DOUBLE, 0);
        int enrolled = counts.getOrDefault(RowState.ENROLLED, 0);
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        boolean died = !batch.isBusy() && (batch.state() == BatchState.RUNNING || batch.state() == BatchState.CHECKING);
        if (batch.state() == BatchState.FAILED || died) return failure(batch);
        String todo = texts.of("import.conclusion.open", open, ready);
        if (done) {
            return new Conclusion(
                    "ok", texts.of("import.conclusion.done", enrolled, all), open + ready > 0 ? todo : "");
        }
        if (ready + open == 0) {
            return new Conclusion("info", texts.of("import.conclusion.nothing"), "");
        }
        return new Conclusion(
                open > 0 ? "warn" : "info",
                texts.of("import.conclusion.ready", ready, all),
                open > 0 ? texts.of("import.conclusion.questions", open) : texts.of("import.conclusion.nobody-yet"));
    }

    private Conclusion failure(ImportBatch batch) {
        String why = batch.failure() == null ? texts.of("import.died") : texts.of(batch.failure());
        String where = batch.failureRow() == null ? "" : texts.of("import.failed-at", batch.failureRow()) + " ";
        return new Conclusion("danger", texts.of("import.conclusion.failed"), where + why);
    }
}
