package nl.meedoen.placements;

import java.time.LocalDate;
import nl.meedoen.placements.domain.Placement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads which rule holds: the municipality's own one goes before the general one. */
@Component
public class PlacementRules {

    private final JdbcClient jdbc;

    PlacementRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    PlacementRule of(Placement placement, LocalDate on) {
        String municipality = jdbc.sql("select municipality_code from glance where participant_id = ?")
                .param(placement.participant().value())
                .query(String.class)
                .single();
        return of(placement.kind(), municipality, on);
    }

    /** The rule for a kind of placement of somebody from a municipality on a day. */
    public PlacementRule of(OpeningKind kind, String municipality, LocalDate on) {
        return jdbc.sql("""
                        select longest_months, extendable_months, agreement_needed, insurance_needed from placement_rule
                        where kind = :kind and (municipality_code is null or municipality_code = :municipality)
                            and from_on <= :day and (until_on is null or until_on >= :day)
                        order by municipality_code nulls last limit 1
                        """)
                .param("kind", kind.name())
                .param("municipality", municipality)
                .param("day", on)
                .query((row, n) -> new PlacementRule(
                        (Integer) row.getObject(1), (Integer) row.getObject(2), row.getBoolean(3), row.getBoolean(4)))
                .optional()
                .orElse(PlacementRule.FREE);
    }
}
