package nl.meedoen.participants.sections.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.DossierHistory;
import nl.meedoen.participants.sections.Education;
import nl.meedoen.participants.sections.Education.Diploma;
import nl.meedoen.participants.sections.Education.Valuation;
import nl.meedoen.participants.sections.Fact;
import nl.meedoen.participants.sections.Intake;
import nl.meedoen.participants.sections.Section;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Schools and courses. */
@Component
@Transactional
public class EducationRecords extends EntryRecords<Education> {

    private final JdbcClient jdbc;
    private final Say say;

    EducationRecords(Intake intake, DossierHistory history, JdbcClient jdbc, Say say) {
        super(intake, history, jdbc, "education", "level desc, until_year desc nulls first, id");
        this.jdbc = jdbc;
        this.say = say;
    }

    @Override
    public Section section() {
        return Section.EDUCATION;
    }

    @Override
    void write(ParticipantId id, UUID entry, Education is) {
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

    @Override
    Education read(ResultSet row) throws SQLException {
        return new Education(
                row.getInt("level"),
                row.getString("title"),
                row.getString("country"),
                Columns.number(row, "until_year"),
                Diploma.valueOf(row.getString("diploma")),
                Valuation.valueOf(row.getString("valuation")),
                row.getString("valued_as"),
                Columns.day(row, "valued_on"),
                Columns.day(row, "valued_until"));
    }

    /** One in a line: level as label, the rest behind it. */
    @Override
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
}
