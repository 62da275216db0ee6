package nl.meedoen.access;

import nl.meedoen.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody tried to sign in.
 *
 * @param account who it was; null when it failed, so that the trail does not tell which addresses exist
 * @param address the network address that it came from
 */
public record SignInHappened(@Nullable AccountId account, boolean succeeded, String address) {}
