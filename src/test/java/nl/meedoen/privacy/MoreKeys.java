package nl.meedoen.privacy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** The vault of a data folder after somebody added a key to it. */
public final class MoreKeys {

    private MoreKeys() {}

    /** Opens what was sealed before, and seals with a key of this version. */
    public static Vault added(Path data, int version) throws IOException {
        byte[] key = new byte[32];
        java.util.Arrays.fill(key, (byte) version);
        String before = Files.readString(data.resolve("vault.keys")).strip();
        return new Vault(before + "," + version + ":" + Base64.getEncoder().encodeToString(key), data);
    }
}
