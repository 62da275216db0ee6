package nl.meedoen.factors;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.Uuids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ten codes on paper for whoever has lost phone or key. They have sixty bits, so that they are kept as passwords are
 * (ASVS 6.5.2), and each works once.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RecoveryCodes {

    static final int MANY = 10;

    /** Without I, O, 0 and 1, which look alike on paper. */
    private static final String SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 12;
    private static final int GROUP = 4;
    private static final int MARK = 2;

    private record Kept(UUID id, String hash) {}

    private final PasswordEncoder encoder;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RecoveryCodes(PasswordEncoder encoder, JdbcClient jdbc, Clock clock) {
        this.encoder = encoder;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes ten new ones, in groups of four signs; those before no longer work. */
    List<String> make(AccountId account) {
        Set<String> marks = new LinkedHashSet<>();
        List<String> codes = new ArrayList<>();
        while (codes.size() < MANY) {
            String code = oneMore();
            if (marks.add(code.substring(0, MARK))) {
                codes.add(code);
            }
        }
        forget(account);
        Timestamp now = Timestamp.from(clock.instant());
        for (String code : codes) {
            jdbc.sql("insert into recovery_code (id, account_id, mark, code_hash, made_at) values (?, ?, ?, ?, ?)")
                    .params(
                            Uuids.next(),
                            account.value(),
                            code.substring(0, MARK),
                            String.valueOf(encoder.encode(code)),
                            now)
                    .update();
        }
        return codes.stream().map(RecoveryCodes::grouped).toList();
    }

    /** Whether the code, without its dashes, is right and was not used; it is used up by asking. */
    boolean use(AccountId account, String code) {
        if (code.length() != LENGTH) {
            return false;
        }
        List<Kept> alike = jdbc.sql(
                        "select id, code_hash from recovery_code where account_id = ? and mark = ? and used_at is null")
                .params(account.value(), code.substring(0, MARK))
                .query((row, n) -> new Kept(row.getObject(1, UUID.class), row.getString(2)))
                .list();
        for (Kept kept : alike) {
            if (encoder.matches(code, kept.hash())) {
                return jdbc.sql("update recovery_code set used_at = ? where id = ? and used_at is null")
                                .params(Timestamp.from(clock.instant()), kept.id())
                                .update()
                        == 1;
            }
        }
        return false;
    }

    /** How many still work. */
    int left(AccountId account) {
        return jdbc.sql("select count(*) from recovery_code where account_id = ? and used_at is null")
                .param(account.value())
                .query(Integer.class)
                .single();
    }

    void forget(AccountId account) {
        jdbc.sql("delete from recovery_code where account_id = ?")
                .param(account.value())
                .update();
    }

    private String oneMore() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return code.toString();
    }

    private static String grouped(String code) {
        return String.join("-", code.substring(0, GROUP), code.substring(GROUP, 2 * GROUP), code.substring(2 * GROUP));
    }
}
