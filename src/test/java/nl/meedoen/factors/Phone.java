package nl.meedoen.factors;

import java.time.Instant;
import java.util.Arrays;
import nl.meedoen.factors.app.Base32;
import nl.meedoen.factors.app.Totp;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.Visitor;
import org.jsoup.nodes.Document;

/** A phone with an authenticator app that was given the secret on the page. */
public final class Phone {

    private static final String PAGE = "/account/second-step/app";

    private final byte[] secret;

    /** The code that added the app; empty while it is not added. */
    private String first = "";

    private Phone(byte[] secret) {
        this.secret = secret;
    }

    /** Reads the secret as text from the page that offers one. */
    public static Phone reading(Document page) {
        return new Phone(Base32.bytes(page.select(".secret-text").text().replaceAll("\\s", "")));
    }

    /** Adds an app to the account of somebody halfway or, with a password, signed in; the answer's address. */
    public static Phone add(Visitor visitor, String password) throws Exception {
        Phone phone = reading(visitor.page(PAGE));
        phone.first = phone.code(0);
        String next = visitor.send(PAGE, PAGE, "code", phone.first, "password", password)
                .getRedirectedUrl();
        if (!"/account/second-step/codes".equals(next) && !"/account/second-step".equals(next)) {
            throw new AssertionError("not added but sent to " + next);
        }
        return phone;
    }

    /** The code that added the app, which the clock may have left behind by now. */
    public String first() {
        return first;
    }

    /** Whether another one was given the same secret. */
    public boolean isLike(Phone other) {
        return Arrays.equals(secret, other.secret);
    }

    /** The code of now, or of so many steps later. */
    public String code(int later) {
        return Totp.code(secret, Totp.step(Instant.now()) + later);
    }

    /** A code that is not right, now or a step away. */
    public String wrong() {
        int code = 0;
        while (true) {
            String text = String.format("%06d", code++);
            if (Totp.match(secret, text, Instant.now()).isEmpty()) {
                return text;
            }
        }
    }

    /** Lets time pass as far as the kept step goes, so that the code of now counts again. */
    public static void later(OwnerJdbc everything, String email) {
        everything
                .sql(
                        "update authenticator_app set last_step = last_step - 10 where account_id = (select id from account where email = ?)")
                .param(email)
                .update();
    }
}
