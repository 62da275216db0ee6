package nl.meedoen.participants.occupations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OccupationsTest {

    private static final Occupations OCCUPATIONS = new Occupations();

    @ParameterizedTest
    @CsvSource({
        // own name, beginning of it, another name, accents and capitals, and misspelled
        "bakker, bakker",
        "KAPPER, kapper",
        "vrachtwagenchauff, vrachtwagenchauffeur",
        "chef-kok, chef-kok",
        "naaister, naaister",
        "boekhoudr, boekhouder",
        "timerman, timmerman",
        "lassser, lasser",
        "taxisjofeur, taxichauffeur",
        "magazijn medewerker, magazijnmedewerker",
        "verpleegkundige, verpleegkundige"
    })
    void whatPeopleTypeFindsTheOccupation(String typed, String expected) {
        List<String> found = OCCUPATIONS.search(typed, 8).stream()
                .map(hit -> hit.occupation().label() + "|" + hit.by())
                .toList();
        assertThat(found).as(typed).anyMatch(label -> label.contains(expected));
    }

    @Test
    void theOccupationsOwnNameComesFirst() {
        assertThat(OCCUPATIONS.search("bakker", 8).get(0).occupation().label()).isEqualTo("bakker");
        assertThat(OCCUPATIONS.search("kok", 8).get(0).occupation().label()).isEqualTo("kok");
        assertThat(OCCUPATIONS.search("kok", 8).get(0).by()).isNull();
    }

    @Test
    void anAlternativeNameSaysSo() {
        Occupations.Found found = OCCUPATIONS.search("patissier", 8).stream()
                .filter(hit -> hit.by() != null)
                .findFirst()
                .orElseThrow();
        assertThat(found.by()).endsWith("tissier");
    }

    @Test
    void nonsenseFindsNothingAndNothingIsBroken() {
        assertThat(OCCUPATIONS.search("qqqqxxxx", 8)).isEmpty();
        assertThat(OCCUPATIONS.search("", 8)).isEmpty();
        assertThat(OCCUPATIONS.search("%_'\"\\", 8)).isEmpty();
        assertThat(OCCUPATIONS.find("nope")).isEmpty();
        assertThat(OCCUPATIONS.find(null)).isEmpty();
    }

    @Test
    void anAnswerTakesLessThanFiftyMilliseconds() {
        List<String> asked =
                List.of("timerman", "verzorgende in een verpleeghuis", "ko", "elektr", "chaufeur", "leraar");
        asked.forEach(q -> OCCUPATIONS.search(q, 8));
        long begin = System.nanoTime();
        int times = 20;
        for (int i = 0; i < times; i++) {
            asked.forEach(q -> OCCUPATIONS.search(q, 8));
        }
        long each = (System.nanoTime() - begin) / times / asked.size() / 1_000;
        assertThat(each).as("microseconds a search").isLessThan(50_000);
    }
}
