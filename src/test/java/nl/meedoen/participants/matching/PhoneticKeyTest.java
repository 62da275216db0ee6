package nl.meedoen.participants.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneticKeyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mohammed Muhammad Mohamed محمد",
                "Haddad Hadad حداد",
                "Tesfay Tesfai ተስፋይ",
                "Yusuf Youssef Yousef يوسف",
                "Zahra Zehra زهرا",
                "Hussein Hosein Husayn حسین",
                "Darwish Darvish درويش",
                "Jamila Djamila جميلة",
                "Shirin Schirin شیرین",
                "Moustapha Mustafa مصطفى",
            })
    void spellingsOfOneNameShareAKey(String spellings) {
        Set<String> keys =
                Arrays.stream(spellings.split(" ")).map(PhoneticKeyTest::key).collect(Collectors.toSet());
        assertThat(keys).hasSize(1);
    }

    @Test
    void nearIsNotEqual() {
        assertThat(key("Mehmet")).isNotEqualTo(key("Mohammed"));
        assertThat(key("Khalid")).isNotEqualTo(key("Khalil"));
    }

    @Test
    void aLetterOfTwoSoundsGivesTwoKeys() {
        assertThat(PhoneticKey.all(token("رضا"))).contains(key("Reza"), key("Rida"));
    }

    @Test
    void twoPartsAreAlsoFoundAsOne() {
        assertThat(NameFolding.fold("Ali Reza").keys()).contains(key("Alireza"));
        List<String> apart = NameFolding.fold("Said Hashem").tokens();
        assertThat(NameFolding.fold("Said Hashem").keys()).hasSize(apart.size() + 1);
    }

    private static String token(String name) {
        return NameFolding.fold(name).tokens().get(0);
    }

    private static String key(String name) {
        return PhoneticKey.of(token(name));
    }
}
