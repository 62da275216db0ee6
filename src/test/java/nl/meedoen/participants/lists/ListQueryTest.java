package nl.meedoen.participants.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.meedoen.access.Role;
import nl.meedoen.participants.Phase;
import org.junit.jupiter.api.Test;

/** The address is the view: what is written there is read back the same. */
class ListQueryTest {

    private static final ListQuery FULL = new ListQuery(
            "Amal & co",
            "in-action",
            "van der Laan",
            "GM0014",
            "3",
            "ar",
            "30",
            "no",
            "silent",
            "name",
            List.of("phase", "review"),
            "x");

    @Test
    void whatIsKeptIsReadBackWithoutTheSearchAndThePage() {
        ListQuery back = ListQuery.read(FULL.kept());
        assertThat(back.q()).isNull();
        assertThat(back.after()).isNull();
        assertThat(back.phase()).isEqualTo(Phase.IN_ACTION);
        assertThat(back.coach()).isEqualTo("van der Laan");
        assertThat(back.columns()).containsExactly("phase", "review");
        assertThat(back.kept()).isEqualTo(FULL.kept());
        assertThat(FULL.withoutSearch()).isEqualTo(back);
    }

    @Test
    void theUsualOrderLeavesNoTrace() {
        assertThat(ListQuery.read("sort=attention").kept()).isEmpty();
        assertThat(ListQuery.ALL.with()).isEqualTo("/participants");
        assertThat(ListQuery.read("sort=name").with()).isEqualTo("/participants?sort=name");
    }

    @Test
    void whatIsNotOursIsLeftOut() {
        ListQuery odd = ListQuery.read("contact=1000&rung=9&sharing=maybe&attention=x&status=%zz&x=1");
        assertThat(odd.narrowed()).isFalse();
        assertThat(odd.phase()).isNull();
    }

    @Test
    void aRoleCannotFilterOnWhatItMayNotRead() {
        ListQuery municipality = ListQuery.read("contact=never&sort=contact&attention=silent&language=ar&rung=2")
                .openTo(Role.CLIENT_MANAGER);
        assertThat(municipality.chosenContact()).isNull();
        assertThat(municipality.chosenAttention()).isNull();
        assertThat(municipality.language()).isNull();
        assertThat(municipality.order()).isEqualTo(ListQuery.Sort.ATTENTION);
        assertThat(municipality.chosenRung()).isEqualTo("2");
        assertThat(FULL.openTo(Role.TRAINER).chosenContact()).isNull();
        assertThat(FULL.openTo(Role.COORDINATOR)).isEqualTo(FULL);
    }

    @Test
    void columnsAreThoseOfTheRoleInTheirOwnOrder() {
        assertThat(ListColumn.chosen(Role.COORDINATOR, List.of("review", "phase", "nonsense")))
                .containsExactly(ListColumn.PHASE, ListColumn.REVIEW);
        assertThat(ListColumn.chosen(Role.CLIENT_MANAGER, List.of("next-step", "last-contact")))
                .as("nothing of it is theirs")
                .containsExactlyElementsOf(ListColumn.usual(Role.CLIENT_MANAGER));
        for (Role role : List.of(Role.COORDINATOR, Role.COACH, Role.TRAINER, Role.CLIENT_MANAGER)) {
            assertThat(ListColumn.open(role)).containsAll(ListColumn.usual(role));
        }
    }
}
