package nl.meedoen.participants.brought;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a dossier says that belongs on a curriculum vitae, in words of the reader's language. Names of occupations are those
 * of ESCO in Dutch; what somebody typed is as they typed it.
 *
 * @param originalName in the own script
 * @param place the municipality where they live
 * @param jobs the last one first
 * @param courses the last one first
 * @param dutch a skill with its level, such as "speaking" and "A2"
 * @param digital how well they get on with a computer
 * @param wishes names of occupations, the oldest wish first
 */
public record Career(
        String name,
        @Nullable String originalName,
        @Nullable String phone,
        @Nullable String email,
        String place,
        List<Entry> jobs,
        List<Entry> courses,
        List<Entry> dutch,
        List<String> licences,
        @Nullable String digital,
        List<String> wishes) {

    /** A line: when, what, and what else there is to say of it. */
    public record Entry(
            @Nullable String when, String what, @Nullable String more) {}
}
