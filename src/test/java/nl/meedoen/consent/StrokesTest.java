package nl.meedoen.consent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrokesTest {

    static final String DRAWN = "M10 20L15 24L20 30L26 40M100 50L110 55L120 60L130 199L600 200";

    @Test
    void whatWasDrawnIsRead() {
        assertThat(Strokes.read(DRAWN)).contains(new Strokes(DRAWN));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "M10 20L15 24",
                "L10 20L15 24L20 30L26 40L100 50L110 55L120 60L130 70",
                "M10 20L15 24L20 30L26 40L100 50L110 55L120 60L601 70",
                "M10 20L15 24L20 30L26 40L100 50L110 55L120 60L130 201",
                "M10 20L15 24L20 30L26 40L100 50L110 55L120 60L-1 7",
                "M10 20L15 24L20 30L26 40L100 50L110 55L120 60L130 70\"/><script>1</script>",
                "data:image/png;base64,iVBORw0KGgo="
            })
    void whatIsNoSignatureIsNot(String sent) {
        assertThat(Strokes.read(sent)).isEmpty();
    }

    @Test
    void whatIsFarTooMuchIsNot() {
        assertThat(Strokes.read("M10 20" + "L15 24".repeat(Strokes.MOST))).isEmpty();
        assertThat(Strokes.read("M10 20" + "L15 24".repeat(Strokes.MOST - 1))).isPresent();
    }
}
