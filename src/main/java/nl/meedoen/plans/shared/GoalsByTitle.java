package nl.meedoen.plans.shared;

import java.util.List;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.SharedGoals;
import nl.meedoen.plans.GoalState;
import nl.meedoen.webkit.Texts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads goals by title and state, and nothing else of a plan. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class GoalsByTitle implements SharedGoals {

    private final JdbcClient jdbc;

    GoalsByTitle(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<SharedGoal> of(ParticipantId id) {
        return jdbc.sql("""
                        select title, state from goal where participant_id = :participant
                        order by state <> 'OPEN', case domain when 'PERSONAL' then 1 when 'CAREER' then 2 else 3 end,
                            position, id
                        """)
                .param("participant", id.value())
                .query((row, n) ->
                        new SharedGoal(row.getString("title"), Texts.code(GoalState.valueOf(row.getString("state")))))
                .list();
    }
}
