package nl.meedoen.participants.sections.records;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.sections.Fact;
import nl.meedoen.participants.sections.FunctionalLimits;
import nl.meedoen.participants.sections.FunctionalLimits.Aid;
import nl.meedoen.participants.sections.FunctionalLimits.Limit;
import nl.meedoen.participants.sections.Section;
import nl.meedoen.participants.sections.SectionRecords;
import nl.meedoen.privacy.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Functional limits, sealed as one text of fixed words. */
@Component
public class LimitsRecords implements SectionRecords<FunctionalLimits> {

    private static final FunctionalLimits NOTHING = new FunctionalLimits(null, List.of(), List.of());
    private static final String NONE = "NONE";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Say say;

    LimitsRecords(JdbcClient jdbc, Vault vault, Say say) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.say = say;
    }

    @Override
    public Section section() {
        return Section.LIMITS;
    }

    @Override
    public FunctionalLimits read(ParticipantId id) {
        return jdbc.sql("select words from functional_limits where participant_id = ?")
                .param(id.value())
                .query((row, n) -> parse(String.valueOf(vault.open(row.getBytes(1)))))
                .optional()
                .orElse(NOTHING);
    }

    @Override
    public void write(Actor actor, ParticipantId id, FunctionalLimits is) {
        if (is.any() == null) {
            jdbc.sql("delete from functional_limits where participant_id = ?")
                    .param(id.value())
                    .update();
            return;
        }
        jdbc.sql("""
                        insert into functional_limits (participant_id, words) values (?, ?)
                        on conflict (participant_id) do update set words = excluded.words
                        """).params(id.value(), vault.seal(text(is))).update();
    }

    /** The text that is sealed, such as "LIFTING,HEARING|BREAKS". */
    static String text(FunctionalLimits is) {
        return !Boolean.TRUE.equals(is.any()) ? NONE : names(is.limits()) + "|" + names(is.aids());
    }

    private static String names(List<? extends Enum<?>> words) {
        return words.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    private static FunctionalLimits parse(String text) {
        if (text.equals(NONE)) {
            return new FunctionalLimits(false, List.of(), List.of());
        }
        String[] halves = text.split("\\|", -1);
        return new FunctionalLimits(true, words(Limit.class, halves[0]), words(Aid.class, halves[1]));
    }

    private static <E extends Enum<E>> List<E> words(Class<E> type, String names) {
        return names.isEmpty()
                ? List.of()
                : Arrays.stream(names.split(",", -1))
                        .map(name -> Enum.valueOf(type, name))
                        .toList();
    }

    @Override
    public List<Fact> facts(Actor reader, FunctionalLimits is) {
        if (Boolean.FALSE.equals(is.any())) {
            return List.of(Fact.of(say.text("sections.limits"), say.text("sections.limits.none")));
        }
        return List.of(
                Fact.of(say.text("sections.limits"), say.list(is.limits())),
                Fact.of(say.text("sections.aids"), say.list(is.aids())));
    }
}
