package nl.meedoen.access.passwords;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** New passwords are kept with Argon2id, as OWASP advises for it; older ones were kept with bcrypt. */
@Configuration(proxyBeanMethods = false)
class PasswordHashing {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;

    @Bean
    PasswordEncoder passwordEncoder() {
        PasswordEncoder argon = new FewAtOnce(
                new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES),
                places(Runtime.getRuntime().maxMemory()));
        return new DelegatingPasswordEncoder("argon2", Map.of("argon2", argon, "bcrypt", new BCryptPasswordEncoder()));
    }

    /** An eighth of the heap at most goes to hashing, and no more than the processors can use. */
    private static int places(long heapBytes) {
        long fit = heapBytes / 8 / (KIBIBYTES * 1024L);
        return (int) Math.max(1, Math.min(fit, 2L * Runtime.getRuntime().availableProcessors()));
    }
}
