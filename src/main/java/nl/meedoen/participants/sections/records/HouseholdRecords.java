package nl.meedoen.participants.sections.records;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.sections.Fact;
import nl.meedoen.participants.sections.Household;
import nl.meedoen.participants.sections.Household.Childcare;
import nl.meedoen.participants.sections.Household.HouseholdKind;
import nl.meedoen.participants.sections.Section;
import nl.meedoen.participants.sections.SectionRecords;
import nl.meedoen.privacy.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Household and available hours. */
@Component
public class HouseholdRecords implements SectionRecords<Household> {

    private static final Household NOTHING = new Household(null, null, null, null, List.of(), null);

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Say say;

    HouseholdRecords(JdbcClient jdbc, Vault vault, Say say) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.say = say;
    }

    @Override
    public Section section() {
        return Section.HOUSEHOLD;
    }

    @Override
    public Household read(ParticipantId id) {
        return jdbc.sql("select * from household where participant_id = ?")
                .param(id.value())
                .query((row, n) -> new Household(
                        Columns.word(HouseholdKind.class, row.getString("kind")),
                        Columns.number(row, "children"),
                        Columns.word(Childcare.class, row.getString("childcare")),
                        Columns.number(row, "hours_a_week"),
                        Columns.words(DayOfWeek.class, row.getArray("days")),
                        vault.open(row.getBytes("note"))))
                .optional()
                .orElse(NOTHING);
    }

    @Override
    public void write(Actor actor, ParticipantId id, Household is) {
        jdbc.sql("""
                        insert into household (participant_id, kind, children, childcare, hours_a_week, days, note)
                        values (:id, :kind, :children, :childcare, :hours, cast(:days as text[]), :note)
                        on conflict (participant_id) do update set
                            kind = excluded.kind, children = excluded.children, childcare = excluded.childcare,
                            hours_a_week = excluded.hours_a_week, days = excluded.days, note = excluded.note
                        """)
                .param("id", id.value())
                .param("kind", Columns.name(is.kind()))
                .param("children", is.children())
                .param("childcare", Columns.name(is.childcare()))
                .param("hours", is.hours())
                .param("days", Columns.array(is.days()))
                .param("note", vault.sealOptional(is.note()))
                .update();
    }

    @Override
    public List<Fact> facts(Actor reader, Household is) {
        return List.of(
                Fact.of(say.text("sections.household"), say.word(is.kind())),
                Fact.of(
                        say.text("sections.children"),
                        is.children() == null ? null : is.children().toString()),
                Fact.of(say.text("sections.childcare"), say.word(is.childcare())),
                Fact.key(
                        say.text("sections.hours"),
                        is.hours() == null ? null : say.text("sections.hours-a-week", is.hours())),
                Fact.of(say.text("sections.days"), days(is.days())),
                Fact.of(say.text("sections.household-note"), is.note()));
    }

    private static @Nullable String days(List<DayOfWeek> days) {
        Locale locale = LocaleContextHolder.getLocale();
        return days.isEmpty()
                ? null
                : days.stream()
                        .map(day -> day.getDisplayName(TextStyle.FULL, locale))
                        .collect(Collectors.joining(", "));
    }
}
