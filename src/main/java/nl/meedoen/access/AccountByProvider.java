package nl.meedoen.access;

import nl.meedoen.kernel.AccountId;

/** An account was joined to somebody at the municipality's provider, or made for them; told within the transaction. */
public record AccountByProvider(AccountId account, boolean created) {}
