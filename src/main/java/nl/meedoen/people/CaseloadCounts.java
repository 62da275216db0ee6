package nl.meedoen.people;

import java.util.Collection;
import java.util.Map;
import nl.meedoen.kernel.AccountId;

/** How many participants each coach has now; filled by the room that assigns them. */
public interface CaseloadCounts {

    /** Counts in one statement; a coach without participants may be left out. */
    Map<AccountId, Integer> countsOf(Collection<AccountId> coaches);
}
