package nl.meedoen.placements;

import java.util.List;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Merging;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Placements when two dossiers become one. */
@Component
@Order(20)
class MergedPlacements implements Merging.Party {

    private final JdbcClient jdbc;
    private final PlacementRecords records;

    MergedPlacements(JdbcClient jdbc, PlacementRecords records) {
        this.jdbc = jdbc;
        this.records = records;
    }

    /** Two placements at one place cannot both be open in one dossier; which one is real, a person knows. */
    @Override
    public List<String> objections(ParticipantId from, ParticipantId into) {
        boolean twice = jdbc.sql("""
                        select exists (select 1 from placement a join placement b on b.opening_id = a.opening_id
                            where a.participant_id = ? and b.participant_id = ?
                              and a.state in ('PROPOSED', 'INTERVIEW', 'AGREED', 'RUNNING')
                              and b.state in ('PROPOSED', 'INTERVIEW', 'AGREED', 'RUNNING'))
                        """)
                .params(from.value(), into.value())
                .query(Boolean.class)
                .single();
        return twice ? List.of("placements.moves.same-place") : List.of();
    }

    @Override
    public void take(Merging.Moves moves) {
        moves.all("placement", "placements.moves.placement", "id");
        moves.all("placement_change", "", "id");
        moves.all("check_in", "", "id");
    }

    @Override
    public void settle(ParticipantId id) {
        records.showInLists(id);
    }
}
