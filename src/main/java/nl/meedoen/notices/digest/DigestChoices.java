package nl.meedoen.notices.digest;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.meedoen.access.Permission;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How often each person wants the digest. */
@Component
@Transactional
public class DigestChoices {

    private final JdbcClient jdbc;
    private final Clock clock;

    DigestChoices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What somebody chose, or weekly. Read as that person. */
    @Transactional(readOnly = true)
    public DigestRhythm of(AccountId account) {
        return jdbc.sql("select rhythm from digest_choice where account_id = ?")
                .param(account.value())
                .query((row, n) -> DigestRhythm.valueOf(row.getString(1)))
                .optional()
                .orElse(DigestRhythm.WEEKLY);
    }

    /** Chooses; as that person. */
    public void choose(AccountId account, DigestRhythm rhythm) {
        jdbc.sql("""
                        insert into digest_choice (account_id, rhythm, chosen_at) values (?, ?, ?)
                        on conflict (account_id) do update set rhythm = excluded.rhythm, chosen_at = excluded.chosen_at
                        """)
                .params(account.value(), rhythm.name(), Timestamp.from(clock.instant()))
                .update();
    }

    /** Who wants a digest on this day and has a role with something to tell; read as the service. */
    @Transactional(readOnly = true, propagation = Propagation.MANDATORY)
    List<AccountId> wanting(LocalDate day) {
        String rhythms = Arrays.stream(DigestRhythm.values())
                .filter(rhythm -> rhythm.on(day))
                .map(Enum::name)
                .collect(Collectors.joining(",", "{", "}"));
        String roles =
                Role.holding(Permission.TODAY).stream().map(Enum::name).collect(Collectors.joining(",", "{", "}"));
        return jdbc.sql("""
                        select a.id from account a left join digest_choice c on c.account_id = a.id
                        where a.status = 'ACTIVE' and coalesce(c.rhythm, 'WEEKLY') = any(cast(? as text[]))
                            and exists (select 1 from account_role r where r.account_id = a.id
                                and r.role = any(cast(? as text[])))
                        order by a.id
                        """)
                .params(rhythms, roles)
                .query((row, n) -> new AccountId(row.getObject(1, UUID.class)))
                .list();
    }
}
