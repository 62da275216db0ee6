package nl.meedoen.access.halfway;

import nl.meedoen.kernel.AccountId;

/** What the room with the second steps says of an account, as it stands now. */
public interface SecondStep {

    /** What this account owes after the right password. */
    Owed owed(AccountId account);
}
