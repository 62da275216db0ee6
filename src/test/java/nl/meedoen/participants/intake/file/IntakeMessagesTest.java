package nl.meedoen.participants.intake.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import nl.meedoen.kernel.UnreadableDate;
import nl.meedoen.participants.matching.MatchReason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeMessagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "_nl"})
    void everyCodeHasWords(String language) throws Exception {
        Properties messages = messages("kernel" + language);
        messages.putAll(messages("intake" + language));
        List<String> codes = new ArrayList<>();
        for (Class<?> type : List.of(UnreadableDate.class, UnreadableFile.class, RowProblem.class))
            codes.addAll(constants(type));
        Arrays.stream(MatchReason.values()).map(MatchReason::messageKey).forEach(codes::add);
        Arrays.stream(RegistrationField.values())
                .map(RegistrationField::messageKey)
                .forEach(codes::add);
        assertThat(messages.stringPropertyNames()).containsAll(codes);
        assertThat(messages.values()).noneMatch(text -> text.toString().contains("'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kernel", "intake"})
    void bothLanguagesAreComplete(String room) throws IOException {
        assertThat(messages(room).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(messages(room + "_nl").stringPropertyNames());
    }

    private static List<String> constants(Class<?> type) throws IllegalAccessException {
        List<String> constants = new ArrayList<>();
        for (Field field : type.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
                constants.add((String) field.get(null));
            }
        }
        return constants;
    }

    private static Properties messages(String name) throws IOException {
        Properties properties = new Properties();
        var resource = Objects.requireNonNull(
                IntakeMessagesTest.class.getResourceAsStream("/messages/" + name + ".properties"));
        try (var reader = new InputStreamReader(resource, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
