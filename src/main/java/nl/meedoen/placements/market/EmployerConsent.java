package nl.meedoen.placements.market;

import nl.meedoen.kernel.ParticipantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether a participant agreed that employers get to know them; without it nobody is introduced (AVG 6). */
@Component
public class EmployerConsent {

    private final JdbcClient jdbc;

    EmployerConsent(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** True while a consent that was not withdrawn is valid. */
    public boolean holds(ParticipantId id) {
        return jdbc.sql("""
                        select exists (select 1 from consent where participant_id = ? and purpose = 'EMPLOYERS'
                            and withdrawn_on is null and valid_until >= app_today())
                        """).param(id.value()).query(Boolean.class).single();
    }
}
