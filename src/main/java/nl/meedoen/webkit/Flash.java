package nl.meedoen.webkit;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One banner on the next page: what was done and, where it can be, how to undo it. */
public record Flash(
        String tone,
        String text,
        @Nullable String undoPath,
        @Nullable String undoLabel) implements Serializable {

    public static Flash ok(String text) {
        return new Flash("ok", text, null, null);
    }

    public static Flash warn(String text) {
        return new Flash("warn", text, null, null);
    }

    /** @param path a POST address of ours that takes the action back */
    public Flash undo(String path, String label) {
        return new Flash(tone, text, path, label);
    }

    /** Keeps the banner for the page that follows a redirect. */
    public void on(RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", this);
    }
}
