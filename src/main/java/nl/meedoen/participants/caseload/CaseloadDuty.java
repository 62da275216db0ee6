package nl.meedoen.participants.caseload;

import java.time.LocalDate;
import java.util.List;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.people.Duty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The participants of a coach who leaves, and the times in which the coach would cover. */
@Component
class CaseloadDuty implements Duty.Source {

    private final JdbcClient jdbc;

    CaseloadDuty(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Duty> of(AccountId leaver, LocalDate today) {
        return List.of(
                new Duty("cover.duty.caseload", count("""
                        select count(*) from coach_assignment c join glance g on g.participant_id = c.participant_id
                        where c.coach_id = :leaver and c.until_on is null
                          and g.status in ('REGISTERED', 'INTAKE', 'ACTIVE', 'COMPLETED', 'AFTERCARE')
                        """, leaver, today), "/participants?coach=" + leaver),
                new Duty("cover.duty.covers", count("""
                        select count(*) from coach_cover v
                        where v.cover_id = :leaver and v.ended_at is null and v.until_on >= :today
                        """, leaver, today), "/coaches/" + leaver + "/load"));
    }

    private int count(String sql, AccountId leaver, LocalDate today) {
        return jdbc.sql(sql)
                .param("leaver", leaver.value())
                .param("today", today)
                .query(Integer.class)
                .single();
    }
}
