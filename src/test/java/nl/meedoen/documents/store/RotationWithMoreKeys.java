package nl.meedoen.documents.store;

import java.util.UUID;
import nl.meedoen.privacy.Trail;
import nl.meedoen.privacy.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The rotation of an application that was started again with a newer key. */
public final class RotationWithMoreKeys {

    private RotationWithMoreKeys() {}

    public static KeyRotation of(JdbcClient jdbc, Vault vault, Trail trail, TransactionTemplate transactions) {
        return new KeyRotation(jdbc, vault, trail, transactions);
    }

    /** A file as that application reads it. */
    public static byte[] read(JdbcClient jdbc, Vault vault, UUID file) {
        return new FileStore(jdbc, vault).read(file, 0);
    }
}
