package nl.meedoen.webkit;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/**
 * Ends a start whose port is taken before anything is touched. The server itself finds out last of all, when the
 * database has been started and migrated.
 */
final class FreePort implements ApplicationListener<ApplicationPreparedEvent> {

    private static final int ANY = 0;

    @Override
    public void onApplicationEvent(ApplicationPreparedEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext context) {
            Environment settings = context.getEnvironment();
            int port = settings.getProperty("server.port", Integer.class, 8080);
            if (port > ANY) {
                check(settings.getProperty("server.address", InetAddress.class), port);
            }
        }
    }

    /** @throws PortInUseException which the start answers with one sentence */
    static void check(@Nullable InetAddress address, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(address, port));
        } catch (BindException taken) {
            throw new PortInUseException(port, taken);
        } catch (IOException unclear) {
            // the server will say what is the matter
        }
    }
}
