package nl.meedoen.plans.dream;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An occupation that somebody dreams of.
 *
 * @param occupation ESCO code
 * @param goal of which the gaps are steps; null before the first one
 * @param bridge ESCO code of work that is within reach now and leads there
 * @param bridgeReason why that helps
 */
public record Dream(
        DreamId id,
        String occupation,
        @Nullable UUID goal,
        @Nullable String bridge,
        @Nullable String bridgeReason,
        long version) {}
