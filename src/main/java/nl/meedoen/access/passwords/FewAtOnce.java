package nl.meedoen.access.passwords;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Lets few passwords be worked on at a time: each takes so much memory that a crowd at the door would use it up. */
final class FewAtOnce implements PasswordEncoder {

    private final PasswordEncoder encoder;
    private final Semaphore places;

    FewAtOnce(PasswordEncoder encoder, int places) {
        this.encoder = encoder;
        this.places = new Semaphore(places, true);
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        places.acquireUninterruptibly();
        try {
            return encoder.encode(password);
        } finally {
            places.release();
        }
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String kept) {
        places.acquireUninterruptibly();
        try {
            return encoder.matches(password, kept);
        } finally {
            places.release();
        }
    }

    @Override
    public boolean upgradeEncoding(@Nullable String kept) {
        return encoder.upgradeEncoding(kept);
    }
}
