package nl.meedoen.plans.cv;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody chose for a curriculum vitae.
 *
 * @param parts what the participant allows
 * @param profileNl a profile in Dutch; null for the words of the pitch
 * @param profileEn the same in English
 */
public record CvText(
        Set<CvPart> parts,
        CvLayout layout,
        @Nullable String profileNl,
        @Nullable String profileEn) {

    /** Before anybody chose: nothing is allowed. */
    static CvText nothing() {
        return new CvText(EnumSet.noneOf(CvPart.class), CvLayout.TIMELINE, null, null);
    }

    boolean allows(CvPart part) {
        return parts.contains(part);
    }
}
