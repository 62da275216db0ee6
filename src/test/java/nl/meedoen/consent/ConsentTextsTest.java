package nl.meedoen.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.meedoen.participants.Consents;
import nl.meedoen.participants.Consents.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsentTextsTest {

    /** What was shown to people, fingerprinted: other words are a new version in {@link ConsentTexts#VERSIONS}. */
    private static final Map<String, String> PUBLISHED = Map.of(
            "2026-1_nl", "1ea5438c7afc66d7",
            "2026-1_en", "147e2d0dcb3f79f2",
            "2026-1_ar", "3a6367b563b3d166");

    private final ConsentTexts texts = new ConsentTexts();

    @Test
    void whatWasShownNeverChanges() throws Exception {
        assertThat(PUBLISHED).hasSize(ConsentTexts.VERSIONS.size() * ConsentTexts.LANGUAGES.size());
        for (Map.Entry<String, String> one : PUBLISHED.entrySet()) {
            try (InputStream file = getClass().getResourceAsStream("/consent/" + one.getKey() + ".properties")) {
                String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
                byte[] print = MessageDigest.getInstance("SHA-256")
                        .digest(text.replace("\r", "").getBytes(StandardCharsets.UTF_8));
                assertThat(HexFormat.of().formatHex(print, 0, 8))
                        .as(one.getKey())
                        .isEqualTo(one.getValue());
            }
        }
        assertThat(ConsentTexts.VERSIONS).endsWith(Consents.TEXT_VERSION);
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void eachLanguageSaysAsMuch(Purpose purpose) {
        ConsentText dutch = texts.current(purpose, "nl", "Assen");
        for (String language : ConsentTexts.LANGUAGES) {
            ConsentText text = texts.current(purpose, language, "Assen");
            assertThat(text.language()).isEqualTo(language);
            assertThat(text.shared()).hasSameSizeAs(dutch.shared()).doesNotHaveDuplicates();
            assertThat(text.never()).hasSameSizeAs(dutch.never()).doesNotHaveDuplicates();
            assertThat(text.words().byCode().keySet())
                    .containsExactlyInAnyOrderElementsOf(dutch.words().byCode().keySet());
            for (String line : List.of(text.title(), text.asks(), text.why(), text.stop(), text.agree())) {
                assertThat(line).isNotBlank().doesNotContain("{");
            }
            assertThat(text.asks() + text.agree()).contains("Assen");
        }
        assertThat(texts.current(purpose, "ar", null).direction()).isEqualTo("rtl");
        assertThat(texts.current(purpose, "nl", null).direction()).isEqualTo("ltr");
    }

    @Test
    void arabicIsArabic() {
        for (Purpose purpose : Purpose.values()) {
            ConsentText text = texts.current(purpose, "ar", null);
            assertThat(text.agree()).matches("(?s).*\\p{InArabic}{4}.*").doesNotContain("ik ");
        }
    }

    @Test
    void anUnknownLanguageBeginsInDutchAndAnUnknownVersionHasNoText() {
        assertThat(ConsentTexts.nearest("ti")).isEqualTo("nl");
        assertThat(ConsentTexts.nearest(null)).isEqualTo("nl");
        assertThat(ConsentTexts.nearest("ar")).isEqualTo("ar");
        assertThat(texts.find(Purpose.PHOTO, "1", "nl", null)).isEmpty();
        assertThat(texts.find(Purpose.PHOTO, "2026-1", "ti", null)).isEmpty();
    }
}
