package nl.meedoen.documents.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import nl.meedoen.webkit.RuleBroken;
import org.junit.jupiter.api.Test;

/** Against a server that speaks as clamd does: chunks with their length before them, an empty one at the end. */
class VirusScannerTest {

    private static final byte[] FILE = "x".repeat(200_000).getBytes(StandardCharsets.US_ASCII);

    /** Takes one file and gives one answer; what it received comes back. */
    private static CompletableFuture<byte[]> daemon(ServerSocket server, String answer) {
        return CompletableFuture.supplyAsync(() -> {
            try (Socket socket = server.accept()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                byte[] command = in.readNBytes(10);
                if (!new String(command, StandardCharsets.US_ASCII).equals("zINSTREAM\0")) {
                    return new byte[0];
                }
                ByteArrayOutputStream file = new ByteArrayOutputStream();
                int length;
                while ((length = in.readInt()) > 0) {
                    file.writeBytes(in.readNBytes(length));
                }
                socket.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
                return file.toByteArray();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private static ServerSocket server() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static VirusScanner scanner(ServerSocket server) {
        return new VirusScanner("localhost:" + server.getLocalPort());
    }

    @Test
    void aCleanFileIsSentWholeAndComesIn() throws Exception {
        try (ServerSocket server = server()) {
            CompletableFuture<byte[]> received = daemon(server, "stream: OK");
            scanner(server).check(FILE);
            assertThat(received.get()).isEqualTo(FILE);
        }
    }

    @Test
    void anInfectedFileIsRefused() throws Exception {
        try (ServerSocket server = server()) {
            daemon(server, "stream: Eicar-Test-Signature FOUND");
            refused(scanner(server), "documents.refused.virus");
        }
    }

    @Test
    void aScannerThatCannotTellLetsNothingIn() throws Exception {
        VirusScanner gone;
        try (ServerSocket server = server()) {
            daemon(server, "INSTREAM size limit exceeded. ERROR");
            refused(scanner(server), "documents.refused.no-scanner");
            gone = scanner(server);
        }
        refused(gone, "documents.refused.no-scanner");
    }

    @Test
    void whereNoneIsNamedNothingIsScannedAndANameWithoutPortIsAnError() {
        VirusScanner none = new VirusScanner("");
        assertThat(none.configured()).isFalse();
        assertThatCode(() -> none.check(FILE)).doesNotThrowAnyException();
        assertThatThrownBy(() -> new VirusScanner("clamav")).hasMessageContaining("host:port");
    }

    private static void refused(VirusScanner scanner, String code) {
        assertThatThrownBy(() -> scanner.check(FILE))
                .isInstanceOfSatisfying(
                        RuleBroken.class, no -> assertThat(no.code()).isEqualTo(code));
    }
}
