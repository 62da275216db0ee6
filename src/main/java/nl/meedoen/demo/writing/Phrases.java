package nl.meedoen.demo.writing;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** Dutch texts that goals, notes and appointments of the demo are made of. */
public record Phrases(
        Map<String, List<GoalPhrase>> goals,
        List<String> contactNotes,
        List<String> wishes,
        List<AppointmentPhrase> appointments,
        List<EmployerPhrase> employerNames,
        List<String> withdrawReasons,
        List<String> handoverReasons,
        List<String> reviewOutcomes,
        List<String> skipReasons,
        List<QuestionPhrase> questionsOfMunicipality,
        List<QuestionPhrase> questionsOfCoach) {

    /** A question with a fitting answer. */
    public record QuestionPhrase(String question, String answer) {}

    /** A goal with its steps. */
    public record GoalPhrase(String title, String why, String measure, List<String> steps) {}

    public record AppointmentPhrase(String title, String place) {}

    public record EmployerPhrase(String name, String sbi, String sector) {}

    /** Reads them from the resources. */
    public static Phrases read() {
        try (InputStream file = new ClassPathResource("demo/phrases.json").getInputStream()) {
            return new JsonMapper().readValue(file, Phrases.class);
        } catch (IOException e) {
            throw new IllegalStateException("demo/phrases.json", e);
        }
    }
}
