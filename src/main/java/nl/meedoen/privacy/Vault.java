package nl.meedoen.privacy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Seals sensitive text with AES-GCM under a key that is not in the database. A sealed text says by which version of
 * the key it was sealed, so that a new key can be added while old text stays readable.
 *
 * <p>Keys: {@code meedoen.keys=1:base64,2:base64}; where that is not set, one is made and kept in the data folder.
 */
@Component
public class Vault {

    private static final String OWN_KEYS = "vault.keys";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final TreeMap<Byte, SecretKey> keys = new TreeMap<>();

    /**
     * A fingerprint of each key, by version, from which no key can be found; to see whether a backup's keys are here.
     * Makes no key where there is none.
     */
    public static Map<String, String> fingerprints(String configured, Path data) throws IOException {
        Path file = data.resolve(OWN_KEYS);
        String list = StringUtils.hasText(configured)
                ? configured
                : Files.exists(file) ? Files.readString(file).strip() : "";
        Map<String, String> prints = new TreeMap<>();
        if (!list.isEmpty()) {
            for (String entry : list.split(",")) {
                String[] parts = entry.strip().split(":", 2);
                prints.put(parts[0], fingerprint(Base64.getDecoder().decode(parts[1])));
            }
        }
        return prints;
    }

    private static String fingerprint(byte[] key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("meedoen key".getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(key), 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Vault(@Value("${meedoen.keys:}") String configured, @Value("${meedoen.data:data}") Path data) throws IOException {
        String list = StringUtils.hasText(configured) ? configured : ownKey(data);
        for (String entry : list.split(",")) {
            String[] parts = entry.strip().split(":", 2);
            byte[] key = Base64.getDecoder().decode(parts[1]);
            if (key.length != 32) {
                throw new IllegalStateException("meedoen.keys: key " + parts[0] + " must be 32 bytes in base64");
            }
            keys.put(Byte.valueOf(parts[0]), new SecretKeySpec(key, "AES"));
        }
    }

    /** Seals a text; null stays null. */
    public byte @Nullable [] sealOptional(@Nullable String text) {
        return text == null ? null : seal(text);
    }

    /** Seals a text. */
    public byte[] seal(String text) {
        Map.Entry<Byte, SecretKey> newest = keys.lastEntry();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, newest.getValue(), new GCMParameterSpec(TAG_BITS, nonce));
            byte[] sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                    .put(newest.getKey())
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens a sealed text; null stays null. A text that was tampered with, or whose key is gone, is refused. */
    public @Nullable String open(byte @Nullable [] sealed) {
        if (sealed == null) {
            return null;
        }
        if (sealed.length <= 1 + NONCE_BYTES) {
            throw new IllegalStateException("a sealed text cannot be opened");
        }
        SecretKey key = keys.get(sealed[0]);
        if (key == null) {
            throw new IllegalStateException("no key of version " + sealed[0]);
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 1, NONCE_BYTES));
            return new String(
                    cipher.doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed text cannot be opened", e);
        }
    }

    /** The version that seals now: the first byte of what it seals. */
    public byte newest() {
        return keys.lastKey();
    }

    private String ownKey(Path data) throws IOException {
        Path file = data.resolve(OWN_KEYS);
        if (!Files.exists(file)) {
            Files.createDirectories(data);
            byte[] key = new byte[32];
            random.nextBytes(key);
            try {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } catch (UnsupportedOperationException notPosix) {
                Files.createFile(file);
            }
            Files.writeString(
                    file, "1:" + Base64.getEncoder().encodeToString(key), StandardOpenOption.TRUNCATE_EXISTING);
        }
        return Files.readString(file).strip();
    }
}
