package nl.meedoen.participants.sections.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.participants.DossierHistory;
import nl.meedoen.participants.sections.Education;
import nl.meedoen.participants.sections.Education.Diploma;
import nl.meedoen.participants.sections.Education.Valuation;
import nl.meedoen.participants.sections.Fact;
import nl.meedoen.participants.sections.Intake;
import nl.meedoen.participants.sections.Section;
import nl.meedoen.participants.sections.SectionFacts;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.StaleVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Schools and courses. */
@Component
@Transactional
public class EducationRecords implements SectionFacts {

    /** One of them. */
    public record Entry(UUID id, Education education) {}

    private final Intake intake;
    private final DossierHistory history;
    private final JdbcClient jdbc;
    private final Say say;

    EducationRecords(Intake intake, DossierHistory history, JdbcClient jdbc, Say say) {
        this.intake = intake;
        this.history = history;
        this.jdbc = jdbc;
        this.say = say;
    }

    @Override
    public Section section() {
        return Section.EDUCATION;
    }

    /** All of them, the highest and latest first. */
    @Transactional(readOnly = true)
    public List<Entry> all(ParticipantId id) {
        return jdbc.sql("""
                        select * from education where participant_id = ?
                        order by level desc, until_year desc nulls first, id
                        """).param(id.value()).query((row, n) -> entry(row)).list();
    }

    /** One of a participant whom the caller has reached. */
    @Transactional(readOnly = true)
    public Education find(ParticipantId id, UUID entry) {
        return jdbc.sql("select * from education where id = ? and participant_id = ?")
                .params(entry, id.value())
                .query((row, n) -> entry(row).education())
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Adds one. */
    public void add(Actor actor, ParticipantId id, Education is) {
        intake.hold(actor, id, Section.EDUCATION);
        UUID entry = Uuids.next();
        write(id, entry, is);
        intake.done(actor, id, Section.EDUCATION, entry);
    }

    /**
     * Corrects one.
     *
     * @param seen the text of what the form was made from
     * @throws StaleVersion when somebody else changed it meanwhile
     */
    public void correct(Actor actor, ParticipantId id, UUID entry, Education is, @Nullable String seen) {
        intake.hold(actor, id, Section.EDUCATION);
        Education before = find(id, entry);
        if (!Intake.fingerprint(before).equals(seen)) {
            throw new StaleVersion();
        }
        jdbc.sql("delete from education where id = ?").param(entry).update();
        write(id, entry, is);
        history.write(actor, id, before, is);
        intake.done(actor, id, Section.EDUCATION, entry);
    }

    /** Takes one away. */
    public void remove(Actor actor, ParticipantId id, UUID entry) {
        intake.hold(actor, id, Section.EDUCATION);
        if (jdbc.sql("delete from education where id = ? and participant_id = ?")
                        .params(entry, id.value())
                        .update()
                == 0) {
            throw new NotFound();
        }
        intake.mark(actor, id, Section.EDUCATION);
    }

    private void write(ParticipantId id, UUID entry, Education is) {
        jdbc.sql("""
                        insert into education (id, participant_id, level, title, country, until_year, diploma, valuation,
                            valued_as, valued_on, valued_until)
                        values (:id, :participant, :level, :title, :country, :year, :diploma, :valuation, :as, :on, :until)
                        """)
                .param("id", entry)
                .param("participant", id.value())
                .param("level", is.level())
                .param("title", is.title())
                .param("country", is.country())
                .param("year", is.untilYear())
                .param("diploma", is.diploma().name())
                .param("valuation", is.valuation().name())
                .param("as", is.valuedAs())
                .param("on", is.valuedOn())
                .param("until", is.valuedUntil())
                .update();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                new Education(
                        row.getInt("level"),
                        row.getString("title"),
                        row.getString("country"),
                        Columns.number(row, "until_year"),
                        Diploma.valueOf(row.getString("diploma")),
                        Valuation.valueOf(row.getString("valuation")),
                        row.getString("valued_as"),
                        Columns.day(row, "valued_on"),
                        Columns.day(row, "valued_until")));
    }

    /** One in a line: level as label, the rest behind it. */
    public Fact fact(Education is) {
        String year = is.untilYear() == null ? null : is.untilYear().toString();
        return Fact.of(
                say.text("sections.isced." + is.level()),
                say.joined(is.title(), say.country(is.country()), year, say.word(is.diploma()), valuation(is)));
    }

    private @Nullable String valuation(Education is) {
        return switch (is.valuation()) {
            case NONE -> null;
            case REQUESTED -> say.word(is.valuation());
            case GIVEN ->
                say.joined(
                        say.text(
                                "sections.valued",
                                is.valuedAs() == null ? say.text("sections.valued-unknown") : is.valuedAs()),
                        is.valuedUntil() == null
                                ? null
                                : say.text("sections.valid-until", String.valueOf(say.countdown(is.valuedUntil()))));
        };
    }

    @Override
    @Transactional(readOnly = true)
    public List<Fact> known(Actor reader, ParticipantId id) {
        return all(id).stream().map(entry -> fact(entry.education())).toList();
    }
}
