package nl.meedoen.plans.cv;

import java.util.List;
import nl.meedoen.participants.brought.Career;
import org.jspecify.annotations.Nullable;

/**
 * A curriculum vitae in words, ready for a page or a PDF: nothing in it that was not allowed.
 *
 * @param head how to reach somebody and where they live
 */
public record CvPaper(String name, @Nullable String originalName, List<String> head, List<Block> blocks) {

    /**
     * A part with its heading.
     *
     * @param lines running text has only {@code what}
     */
    public record Block(String heading, List<Career.Entry> lines) {}
}
