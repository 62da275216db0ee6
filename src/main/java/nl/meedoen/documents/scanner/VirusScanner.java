package nl.meedoen.documents.scanner;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import nl.meedoen.webkit.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Asks a ClamAV daemon whether there is a virus in a file, by its command INSTREAM. {@code meedoen.clamav=host:port}
 * names the daemon; without it nothing is scanned, and the log says so at the start.
 */
@Component
public class VirusScanner {

    private static final Logger log = LoggerFactory.getLogger(VirusScanner.class);

    private static final int CONNECT_MILLIS = 3_000;
    private static final int ANSWER_MILLIS = 60_000;
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 4_096;

    private final @Nullable String host;
    private final int port;

    VirusScanner(@Value("${meedoen.clamav:}") String configured) {
        if (!StringUtils.hasText(configured)) {
            host = null;
            port = 0;
            return;
        }
        int colon = configured.lastIndexOf(':');
        try {
            host = configured.substring(0, colon).strip();
            port = Integer.parseInt(configured.substring(colon + 1).strip());
        } catch (RuntimeException e) {
            throw new IllegalStateException("meedoen.clamav must be host:port, such as localhost:3310", e);
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        if (host == null) {
            log.info("uploaded files are not scanned for viruses: meedoen.clamav is not set");
        }
    }

    /** Whether a daemon was named. */
    public boolean configured() {
        return host != null;
    }

    /** @throws RuleBroken when there is a virus in it, or when the daemon that was named does not say that there is none */
    public void check(byte[] bytes) {
        if (host == null) {
            return;
        }
        String answer;
        try {
            answer = ask(bytes);
        } catch (IOException e) {
            log.warn("the virus scanner does not answer: {}", e.getClass().getSimpleName());
            throw new RuleBroken("documents.refused.no-scanner");
        }
        if (answer.endsWith("FOUND")) {
            log.warn("an uploaded file was refused: {}", answer.replaceAll("[^\\p{Alnum} .:_-]", "?"));
            throw new RuleBroken("documents.refused.virus");
        }
        if (!answer.equals("stream: OK")) {
            log.warn("the virus scanner cannot tell: {}", answer.replaceAll("[^\\p{Alnum} .:_-]", "?"));
            throw new RuleBroken("documents.refused.no-scanner");
        }
    }

    private String ask(byte[] bytes) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            for (int at = 0; at < bytes.length; at += CHUNK) {
                int length = Math.min(CHUNK, bytes.length - at);
                out.writeInt(length);
                out.write(bytes, at, length);
            }
            out.writeInt(0);
            out.flush();
            return answer(socket.getInputStream());
        }
    }

    private static String answer(InputStream in) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        int one;
        while ((one = in.read()) > 0 && answer.size() < LONGEST_ANSWER) {
            answer.write(one);
        }
        return answer.toString(StandardCharsets.US_ASCII).strip();
    }
}
