package nl.meedoen.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UuidsTest {

    @Test
    void idsSortByTheMomentTheyWereMade() {
        List<String> ids =
                Stream.generate(Uuids::next).limit(20_000).map(UUID::toString).toList();
        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void areVersionSevenOfTheUsualVariant() {
        UUID id = Uuids.next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isCloseTo(System.currentTimeMillis(), within(60_000L));
    }

    @Test
    void anIdIsItsText() {
        ParticipantId id = ParticipantId.next();
        assertThat(ParticipantId.of(id.toString())).isEqualTo(id);
        assertThatThrownBy(() -> AccountId.of("1-1-1-1-1")).isInstanceOf(IllegalArgumentException.class);
    }

    private static org.assertj.core.data.Offset<Long> within(long offset) {
        return org.assertj.core.data.Offset.offset(offset);
    }
}
