package nl.meedoen.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.Village;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Asking for a link takes no longer where there is an account: under ten milliseconds in 200 tries (ASVS 6.3.8). */
@MeedoenTest
class ForgottenTimingTest {

    @Autowired
    Village village;

    @Autowired
    Accounts accounts;

    @Test
    void aLinkTakesAsLongForAnAddressThatHasNoAccount() {
        for (int i = 0; i < 20; i++) {
            village.account(Role.COACH, "forgets" + i, village.alpha, Village.OWN_MUNICIPALITY);
        }
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (int i = 0; i < 105; i++) {
            // by turns, so that what else the machine does counts for both; no more than ten links for one account
            long first = asks("coachforgets" + i % 20 + "@village.example", i);
            long second = asks("nobody" + i % 20 + "@village.example", i);
            if (i >= 5) {
                known.add(first);
                unknown.add(second);
            }
        }
        assertThat(Math.abs(median(known) - median(unknown)) / 1_000_000.0)
                .as("milliseconds between the medians")
                .isLessThan(10);
    }

    private long asks(String email, int i) {
        long begin = System.nanoTime();
        accounts.forgotten(email, "198.18.7." + i % 50);
        return System.nanoTime() - begin;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}
