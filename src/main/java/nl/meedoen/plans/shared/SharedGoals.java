package nl.meedoen.plans.shared;

import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.DossierFrame;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.plans.GoalDomain;
import nl.meedoen.plans.GoalState;
import nl.meedoen.webkit.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads goals by title and state, and nothing else of a plan. */
@Component
@Transactional
class SharedGoals {

    private final Dossiers dossiers;
    private final JdbcClient jdbc;
    private final Texts texts;

    SharedGoals(Dossiers dossiers, JdbcClient jdbc, Texts texts) {
        this.dossiers = dossiers;
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /** The page. */
    record Page(DossierFrame frame, List<Row> goals) {}

    /** One goal. */
    record Row(String title, String domain, GoalState state) {}

    Page open(Actor actor, ParticipantId id) {
        DossierFrame frame = dossiers.open(actor, id, SharedGoalsController.TAB);
        List<Row> rows = jdbc.sql("""
                        select title, domain, state from goal where participant_id = :participant
                        order by state <> 'OPEN', case domain when 'PERSONAL' then 1 when 'CAREER' then 2 else 3 end,
                            position, id
                        """)
                .param("participant", id.value())
                .query((row, n) -> new Row(
                        row.getString("title"),
                        texts.of(GoalDomain.valueOf(row.getString("domain"))),
                        GoalState.valueOf(row.getString("state"))))
                .list();
        return new Page(frame, rows);
    }
}
