package nl.meedoen.participants;

import java.time.Instant;
import java.util.List;
import nl.meedoen.kernel.ParticipantId;
import org.jspecify.annotations.Nullable;

/**
 * What stands above every tab of a dossier: who it is, how far they are, and the tabs. Rendered by
 * {@code participants/frame :: head}.
 *
 * @param facts short facts behind the badge, each with a symbol or none
 * @param phone E.164, null when unknown or when the reader may not see it
 * @param listPath the list that the reader came from
 * @param open whether the enrolment still takes changes
 * @param action what the reader comes for; null when they may only read
 * @param emergencyUntil until when a dossier of another location is open to the reader; null for those of the own ones
 */
public record DossierFrame(
        ParticipantId id,
        String number,
        String name,
        @Nullable String originalName,
        String initials,
        Phase phase,
        boolean open,
        List<Fact> facts,
        List<PhaseStep> phases,
        List<Tab> tabs,
        @Nullable String phone,
        boolean whatsapp,
        @Nullable String email,
        @Nullable String coachName,
        @Nullable Integer rungStart,
        @Nullable Integer rungNow,
        String listPath,
        String listLabelKey,
        @Nullable Action action,
        @Nullable Instant emergencyUntil) {

    /** The main thing to do in this dossier. */
    public record Action(String href, String label, String icon) {}

    /** A fact with its symbol. */
    public record Fact(@Nullable String icon, String text) {}

    /** A step of the way; state is done, current, next or later. */
    public record PhaseStep(String labelKey, String sub, String state) {}

    /** A tab as a link. */
    public record Tab(
            String href,
            String label,
            boolean current,
            @Nullable Integer count) {}
}
