package nl.meedoen.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.meedoen.access.domain.AccountRepository;
import nl.meedoen.access.passwords.CommonPasswords;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.Village;
import nl.meedoen.support.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;

/** How passwords are kept, and which are taken. */
@MeedoenTest
class PasswordsTest {

    private static final String OLD = "een wachtzin van vorig jaar";

    @Autowired
    MockMvc mvc;

    @Autowired
    Village village;

    @Autowired
    Passwords passwords;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    AccountRepository accounts;

    @Autowired
    CommonPasswords common;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OwnerJdbc everything;

    private AccountId account(String suffix) {
        return village.account(Role.COORDINATOR, suffix, village.alpha, Village.OWN_MUNICIPALITY);
    }

    private String kept(AccountId id) {
        return everything
                .sql("select password_hash from credential where account_id = ?")
                .param(id.value())
                .query(String.class)
                .single();
    }

    private void keep(AccountId id, String hash) {
        everything
                .sql("update credential set password_hash = ? where account_id = ?")
                .params(hash, id.value())
                .update();
    }

    private static String bcrypt(String password) {
        return "{bcrypt}" + new BCryptPasswordEncoder(4).encode(password);
    }

    @Test
    void aNewPasswordIsKeptWithArgon2() {
        AccountId id = account("argon");
        passwords.choose(id, "regen op een stil plein");
        assertThat(kept(id)).startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.knows(id, "regen op een stil plein")).isTrue();
        assertThat(passwords.knows(id, "Regen op een stil plein")).isFalse();
    }

    @Test
    void anOldBcryptPasswordWorksAndIsKeptAnewAtSignIn() throws Exception {
        AccountId id = account("old");
        keep(id, bcrypt(OLD));
        Visitor visitor = new Visitor(mvc, "198.18.7.1");
        assertThat(visitor.signIn("coordinatorold@village.example", "niet " + OLD))
                .isEqualTo("/login?error");
        assertThat(kept(id)).startsWith("{bcrypt}");
        assertThat(visitor.signIn("coordinatorold@village.example", OLD)).isEqualTo("/participants");
        assertThat(kept(id)).startsWith("{argon2}$argon2id$");
        assertThat(new Visitor(mvc, "198.18.7.2").signIn("coordinatorold@village.example", OLD))
                .isEqualTo("/participants");
    }

    @Test
    void anotherPasswordChosenMeanwhileIsNotUndoneByKeepingTheOldOneAnew() {
        AccountId id = account("meanwhile");
        String old = bcrypt(OLD);
        keep(id, old);
        passwords.choose(id, "regen op een stil plein");
        passwords.renew(id, old, OLD);
        assertThat(passwords.knows(id, "regen op een stil plein")).isTrue();
    }

    @Test
    void whileOldOnesAreLeftEachTryDoesTheWorkOfBothKinds() {
        Recorder recorder = new Recorder(encoder);
        Passwords fresh = new Passwords(recorder, accounts, jdbc, Clock.systemUTC(), common);
        AccountId id = account("mixed");
        keep(id, bcrypt(OLD));
        String old = kept(id);
        String own = String.valueOf(encoder.encode(OLD));
        for (Optional<String> hash : List.of(Optional.<String>empty(), Optional.of(own), Optional.of(old))) {
            recorder.kinds.clear();
            assertThat(fresh.matches(hash, "een verkeerd wachtwoord")).isFalse();
            assertThat(recorder.kinds).containsExactlyInAnyOrder("{argon2}", "{bcrypt}");
        }
        keep(id, own);
        fresh.matches(Optional.empty(), "een verkeerd wachtwoord");
        for (Optional<String> hash : List.of(Optional.<String>empty(), Optional.of(own))) {
            recorder.kinds.clear();
            fresh.matches(hash, "een verkeerd wachtwoord");
            assertThat(recorder.kinds).containsExactly("{argon2}");
        }
    }

    @Test
    void whatBcryptDoesNotReadIsNotTakenForRight() {
        String longest = "x".repeat(72);
        assertThat(passwords.matches(Optional.of(bcrypt(longest)), longest)).isTrue();
        assertThat(passwords.matches(Optional.of(bcrypt(longest)), longest + "y"))
                .isFalse();
    }

    @Test
    void aHundredAndTwentyEightSignsAreTakenOfWhateverAlphabet() {
        AccountId id = account("signs");
        String phrase = "كلمة السر طويلة جدا 😀 ".repeat(6).substring(0, 120) + "ጥሩ ምሥጢር";
        assertThat(phrase.codePointCount(0, phrase.length())).isBetween(64, 128);
        for (String word : List.of(phrase, "é".repeat(40) + "ñüø".repeat(29) + "x", "twaalf téken")) {
            assertThat(passwords.objection(word, "iemand@village.example")).isEmpty();
            passwords.choose(id, word);
            assertThat(passwords.knows(id, word)).isTrue();
            assertThat(passwords.knows(id, word.substring(0, word.length() - 1) + "?"))
                    .isFalse();
        }
        assertThat(passwords.objection("zes en zestig ".repeat(10), "iemand@village.example"))
                .contains("access.password-long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Password1234!",
                "P@ssw0rd2026",
                "W3lk0m2026!!",
                "welkomzomer26",
                "qwertyqwerty",
                "Qwerty123456",
                "1qaz2wsx3edc",
                "abcdefghijkl",
                "987654321098",
                "azertyuiop12",
                "Groningen2026!",
                "111111111112",
                "vluchtelingenwerk.jansen"
            })
    void aCommonOneIsRefusedHoweverItIsDressed(String password) {
        assertThat(passwords.objection(password, "werk.jansen@village.example")).contains("access.password-common");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drie eenden op een rij",
                "regen op een stil plein",
                "meedoen-demo-2026",
                "kom maar 12 keer langs",
                "Zomerregen op 3 fietsen"
            })
    void aFewWordsInARowAreTaken(String password) {
        assertThat(passwords.objection(password, "werk.jansen@village.example")).isEmpty();
    }

    /** Notes which kinds of hash were compared. */
    private static final class Recorder implements PasswordEncoder {

        private final PasswordEncoder encoder;
        private final List<String> kinds = new ArrayList<>();

        private Recorder(PasswordEncoder encoder) {
            this.encoder = encoder;
        }

        @Override
        public String encode(CharSequence password) {
            return encoder.encode(password);
        }

        @Override
        public boolean matches(CharSequence password, String kept) {
            kinds.add(kept.substring(0, kept.indexOf('}') + 1));
            return encoder.matches(password, kept);
        }
    }
}
