package nl.meedoen.participants.intake;

import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.participants.reference.MunicipalityLookup;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody answers about single rows of the dry run. */
@Service
@Transactional
public class RowDecisions {

    /** What a row becomes when its place is known: a likely double still has to be decided. */
    private static final String ONCE_PLACED = """
            case when decision is null and (cardinality(likely_participants) > 0 or cardinality(likely_rows) > 0)
                 then 'DOUBLE' else 'READY' end
            """;

    private final Imports imports;
    private final ImportRows rows;
    private final MunicipalityLookup municipalities;
    private final Trail trail;
    private final JdbcClient jdbc;

    RowDecisions(Imports imports, ImportRows rows, MunicipalityLookup municipalities, Trail trail, JdbcClient jdbc) {
        this.imports = imports;
        this.rows = rows;
        this.municipalities = municipalities;
        this.trail = trail;
        this.jdbc = jdbc;
    }

    /** Says which municipality is meant, if so in all rows in which the same place is written. */
    public void place(Actor actor, BatchId batch, int row, String municipality, boolean everywhere) {
        ImportRow asked = open(actor, batch, row);
        if (asked.state() != RowState.QUESTION
                || municipalities.byCode(municipality).isEmpty()) {
            throw new NotFound();
        }
        jdbc.sql("""
                        update import_row set municipality_code = :code, municipality_asked = true, state = %s
                        where batch_id = :batch and state = 'QUESTION'
                          and (number = :row or :everywhere and place_key = :place)
                        """.formatted(ONCE_PLACED))
                .param("code", municipality)
                .param("batch", batch.value())
                .param("row", row)
                .param("everywhere", everywhere)
                .param("place", asked.placeKey())
                .update();
        trail.note(actor, Trail.Action.CHANGED, "import", batch.value());
    }

    /** Leaves the row out. */
    public void leave(Actor actor, BatchId batch, int row) {
        if (!open(actor, batch, row).isOpen()) throw new NotFound();
        decide(actor, batch, row, RowDecision.LEAVE, RowState.SKIPPED, null, null);
    }

    /** It is somebody else: the row is enrolled. */
    public void other(Actor actor, BatchId batch, int row) {
        if (open(actor, batch, row).state() != RowState.DOUBLE) throw new NotFound();
        decide(actor, batch, row, RowDecision.OTHER, RowState.READY, null, null);
    }

    /** It is the person of that dossier: the row is not enrolled. */
    public void sameAs(Actor actor, BatchId batch, int row, UUID participant) {
        ImportRow asked = open(actor, batch, row);
        if (asked.state() != RowState.DOUBLE || !asked.likely().contains(participant)) throw new NotFound();
        decide(actor, batch, row, RowDecision.SAME, RowState.SKIPPED, null, participant);
    }

    /** It is the person of an earlier row: the row is not enrolled. */
    public void sameAs(Actor actor, BatchId batch, int row, int earlier) {
        ImportRow asked = open(actor, batch, row);
        if (asked.state() != RowState.DOUBLE || !asked.likelyRows().contains(earlier)) throw new NotFound();
        UUID became = rows.row(imports.batch(actor, batch), earlier).participant();
        decide(actor, batch, row, RowDecision.SAME, RowState.SKIPPED, earlier, became);
    }

    /** Takes an answer back; the row asks again. */
    public void again(Actor actor, BatchId batch, int row) {
        if (!open(actor, batch, row).isDecided()) throw new NotFound();
        jdbc.sql("""
                        update import_row set decision = null, same_as_row = null, participant_id = null,
                            municipality_asked = false,
                            municipality_code = case when place_key is null then municipality_code end,
                            state = case when place_key is not null then 'QUESTION' else 'DOUBLE' end
                        where batch_id = ? and number = ?
                        """).params(batch.value(), row).update();
        trail.note(actor, Trail.Action.UNDONE, "import", batch.value());
    }

    private ImportRow open(Actor actor, BatchId id, int row) {
        ImportBatch batch = imports.batch(actor, id);
        ImportRow asked = rows.row(batch, row);
        if (!batch.isOpen()) throw new RuleBroken("import.busy");
        return asked;
    }

    private void decide(
            Actor actor,
            BatchId batch,
            int row,
            RowDecision decision,
            RowState state,
            @Nullable Integer sameAsRow,
            @Nullable UUID participant) {
        jdbc.sql("""
                        update import_row set decision = ?, state = ?, same_as_row = ?, participant_id = ?
                        where batch_id = ? and number = ?
                        """)
                .param(decision.name())
                .param(state.name())
                .param(sameAsRow)
                .param(participant)
                .param(batch.value())
                .param(row)
                .update();
        trail.note(actor, Trail.Action.CHANGED, "import", batch.value());
    }
}
