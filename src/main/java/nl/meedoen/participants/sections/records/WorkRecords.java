package nl.meedoen.participants.sections.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.DossierHistory;
import nl.meedoen.participants.occupations.Occupation;
import nl.meedoen.participants.occupations.Occupations;
import nl.meedoen.participants.sections.Fact;
import nl.meedoen.participants.sections.Intake;
import nl.meedoen.participants.sections.Section;
import nl.meedoen.participants.sections.WorkExperience;
import nl.meedoen.privacy.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Work that somebody did, by ESCO occupation. */
@Component
@Transactional
public class WorkRecords extends EntryRecords<WorkExperience> {

    private final Occupations occupations;
    private final JdbcClient jdbc;
    private final Vault vault;
    private final Say say;

    WorkRecords(Intake intake, DossierHistory history, Occupations occupations, JdbcClient jdbc, Vault vault, Say say) {
        super(
                intake,
                history,
                jdbc,
                "work_experience",
                "coalesce(until_year, 9999) desc, from_year desc nulls last, id");
        this.occupations = occupations;
        this.jdbc = jdbc;
        this.vault = vault;
        this.say = say;
    }

    @Override
    public Section section() {
        return Section.WORK;
    }

    @Override
    void write(ParticipantId id, UUID entry, WorkExperience is) {
        jdbc.sql("""
                        insert into work_experience (id, participant_id, occupation, isco, country, from_year, until_year, note)
                        values (:id, :participant, :occupation, :isco, :country, :from, :until, :note)
                        """)
                .param("id", entry)
                .param("participant", id.value())
                .param("occupation", is.occupation())
                .param("isco", occupations.find(is.occupation()).orElseThrow().isco())
                .param("country", is.country())
                .param("from", is.fromYear())
                .param("until", is.untilYear())
                .param("note", vault.sealOptional(is.note()))
                .update();
    }

    @Override
    WorkExperience read(ResultSet row) throws SQLException {
        return new WorkExperience(
                row.getString("occupation"),
                row.getString("country"),
                Columns.number(row, "from_year"),
                Columns.number(row, "until_year"),
                vault.open(row.getBytes("note")));
    }

    /** One in a line: occupation as label, the rest behind it. */
    @Override
    public Fact fact(WorkExperience is) {
        String label = occupations.find(is.occupation()).map(Occupation::label).orElse(is.occupation());
        return Fact.of(label, say.joined(say.country(is.country()), years(is), is.note()));
    }

    private @Nullable String years(WorkExperience is) {
        if (is.fromYear() == null) {
            return is.untilYear() == null
                    ? null
                    : say.text("sections.until", is.untilYear().toString());
        }
        String from = is.fromYear().toString();
        return is.untilYear() == null ? say.text("participants.since", from) : from + "–" + is.untilYear();
    }
}
