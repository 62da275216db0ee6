package nl.meedoen.notices.web;

import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.desk.Attention;
import org.springframework.stereotype.Component;

/** A source that says what a test wants it to say, and otherwise nothing. */
@Component
class PinnedAttention implements Attention.Source {

    private List<Attention> rows = List.of();

    void pin(List<Attention> wanted) {
        rows = List.copyOf(wanted);
    }

    @Override
    public List<Attention> of(Actor actor) {
        return rows;
    }
}
