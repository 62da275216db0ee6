package nl.meedoen.participants;

import java.util.List;
import nl.meedoen.kernel.ParticipantId;

/** What plans let a municipality see of a plan: goals by title and state. Filled by plans. */
public interface SharedGoals {

    /**
     * A goal as the municipality sees it.
     *
     * @param state message code of the state
     */
    record SharedGoal(String title, String state) {}

    /** The goals of a resident whom the caller has reached. */
    List<SharedGoal> of(ParticipantId id);
}
