package nl.meedoen.factors.app;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The address that authenticator apps understand (Google Authenticator's key URI format). */
public final class KeyAddress {

    private KeyAddress() {}

    /** Of a secret in base 32, under the name of the account. */
    public static String of(String email, String secret) {
        String label =
                URLEncoder.encode("Meedoen:" + email, StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/" + label + "?secret=" + secret + "&issuer=Meedoen";
    }
}
