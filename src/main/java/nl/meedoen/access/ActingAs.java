package nl.meedoen.access;

import java.util.UUID;
import java.util.function.Supplier;
import nl.meedoen.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Who the work on this thread is done for. Each transaction tells it to the database, where row-level security reads
 * it; with nobody set, the database shows no protected row at all.
 */
public final class ActingAs {

    /** What a transaction tells the database. */
    public record Identity(String account, String role) {}

    /** Jobs see every location and are named as such in the trail. */
    public static final Identity SERVICE = new Identity(new UUID(0, 1).toString(), "SERVICE");

    private static final String HALFWAY = "HALFWAY";

    private static final ThreadLocal<@Nullable Identity> CURRENT = new ThreadLocal<>();

    private ActingAs() {}

    public static @Nullable Identity current() {
        return CURRENT.get();
    }

    public static void begin(Actor actor) {
        CURRENT.set(new Identity(actor.id().toString(), actor.role().name()));
    }

    /** Somebody who is not signed in yet: the database shows what is their own and nothing that a role opens. */
    public static void begin(AccountId halfway) {
        CURRENT.set(new Identity(halfway.toString(), HALFWAY));
    }

    /** Runs work for somebody who is not signed in yet. */
    public static <T> T halfway(AccountId account, Supplier<T> work) {
        return as(new Identity(account.toString(), HALFWAY), work);
    }

    public static void end() {
        CURRENT.remove();
    }

    /** Runs a piece of work under the service's own identity. */
    public static <T> T service(Supplier<T> work) {
        return as(SERVICE, work);
    }

    /** Runs a job under the service's own identity. */
    public static void service(Runnable work) {
        as(SERVICE, () -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /** Runs work for one person, outside a request. */
    public static <T> T actor(Actor actor, Supplier<T> work) {
        return as(new Identity(actor.id().toString(), actor.role().name()), work);
    }

    private static <T> T as(Identity identity, Supplier<T> work) {
        Identity before = CURRENT.get();
        CURRENT.set(identity);
        try {
            return work.get();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }
}
