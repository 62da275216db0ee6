package nl.meedoen.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Sealed text: never the same twice, refused when a bit changed, readable for as long as its key is there. */
class VaultTest {

    private static final String TEXT = "Slaapt slecht sinds de reis";

    @TempDir
    Path folder;

    private static String key(int version, int filler) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) filler);
        return version + ":" + Base64.getEncoder().encodeToString(bytes);
    }

    private Vault vault(String keys) throws IOException {
        return new Vault(keys, folder);
    }

    @Test
    void theSameTextIsSealedInAnotherWayEachTime() throws IOException {
        Vault vault = vault(key(1, 7));
        byte[] first = vault.seal(TEXT);
        byte[] second = vault.seal(TEXT);
        assertThat(first).isNotEqualTo(second);
        assertThat(new String(first, StandardCharsets.ISO_8859_1)).doesNotContain("Slaapt", "reis");
        assertThat(vault.open(first)).isEqualTo(TEXT);
        assertThat(vault.open(second)).isEqualTo(TEXT);
        assertThat(vault.open(vault.sealOptional(null))).isNull();
    }

    @Test
    void aBitThatChangedIsRefused() throws IOException {
        Vault vault = vault(key(1, 7));
        byte[] sealed = vault.seal(TEXT);
        for (int at = 1; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> vault.open(changed)).isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> vault.open(new byte[] {1, 2, 3})).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aNewKeySealsAndTheOldOneStillOpens() throws IOException {
        byte[] old = vault(key(1, 7)).seal(TEXT);
        Vault both = vault(key(1, 7) + ", " + key(2, 9));
        assertThat(both.open(old)).isEqualTo(TEXT);
        byte[] next = both.seal(TEXT);
        assertThat(next[0]).isEqualTo((byte) 2);
        assertThat(vault(key(2, 9)).open(next)).isEqualTo(TEXT);
        assertThatThrownBy(() -> vault(key(2, 9)).open(old)).hasMessageContaining("no key of version 1");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aKeyOfItsOwnIsMadeOnceForItsOwnerAlone() throws IOException {
        byte[] sealed = vault("").seal(TEXT);
        assertThat(vault("").open(sealed)).isEqualTo(TEXT);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("vault.keys"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aKeyOfAnotherLengthIsRefused() {
        assertThatThrownBy(() -> vault("1:" + Base64.getEncoder().encodeToString(new byte[16])))
                .hasMessageContaining("32 bytes");
    }
}
