package nl.meedoen.access;

import nl.meedoen.kernel.AccountId;

/**
 * Somebody is to get a one-time link by mail; published in the transaction that made the link.
 *
 * @param path the link's path, to be put behind the application's own address
 */
public record LinkWanted(
        AccountId account, String email, String name, String language, OneTimeLinks.Purpose purpose, String path) {}
