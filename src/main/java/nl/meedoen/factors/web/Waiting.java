package nl.meedoen.factors.web;

import java.time.Duration;

/** How long somebody has to wait, in whole seconds and never none. */
final class Waiting {

    private Waiting() {}

    static long seconds(Duration wait) {
        return Math.max(1, wait.toSeconds());
    }
}
