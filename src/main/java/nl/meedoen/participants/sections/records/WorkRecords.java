package nl.meedoen.participants.sections.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.participants.DossierHistory;
import nl.meedoen.participants.occupations.Occupation;
import nl.meedoen.participants.occupations.Occupations;
import nl.meedoen.participants.sections.Fact;
import nl.meedoen.participants.sections.Intake;
import nl.meedoen.participants.sections.Section;
import nl.meedoen.participants.sections.SectionFacts;
import nl.meedoen.participants.sections.WorkExperience;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.StaleVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Work that somebody did, by ESCO occupation. */
@Component
@Transactional
public class WorkRecords implements SectionFacts {

    /** One of them. */
    public record Entry(UUID id, WorkExperience work) {}

    private final Intake intake;
    private final DossierHistory history;
    private final Occupations occupations;
    private final JdbcClient jdbc;
    private final Vault vault;
    private final Say say;

    WorkRecords(Intake intake, DossierHistory history, Occupations occupations, JdbcClient jdbc, Vault vault, Say say) {
        this.intake = intake;
        this.history = history;
        this.occupations = occupations;
        this.jdbc = jdbc;
        this.vault = vault;
        this.say = say;
    }

    @Override
    public Section section() {
        return Section.WORK;
    }

    /** All of it, the latest first. */
    @Transactional(readOnly = true)
    public List<Entry> all(ParticipantId id) {
        return jdbc.sql("""
                        select * from work_experience where participant_id = ?
                        order by coalesce(until_year, 9999) desc, from_year desc nulls last, id
                        """).param(id.value()).query((row, n) -> entry(row)).list();
    }

    /** One of a participant whom the caller has reached. */
    @Transactional(readOnly = true)
    public WorkExperience find(ParticipantId id, UUID entry) {
        return jdbc.sql("select * from work_experience where id = ? and participant_id = ?")
                .params(entry, id.value())
                .query((row, n) -> entry(row).work())
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** Adds one. */
    public void add(Actor actor, ParticipantId id, WorkExperience is) {
        intake.hold(actor, id, Section.WORK);
        UUID entry = Uuids.next();
        write(id, entry, is);
        intake.done(actor, id, Section.WORK, entry);
    }

    /**
     * Corrects one.
     *
     * @throws StaleVersion when somebody else changed it meanwhile
     */
    public void correct(Actor actor, ParticipantId id, UUID entry, WorkExperience is, @Nullable String seen) {
        intake.hold(actor, id, Section.WORK);
        WorkExperience before = find(id, entry);
        if (!Intake.fingerprint(before).equals(seen)) {
            throw new StaleVersion();
        }
        jdbc.sql("delete from work_experience where id = ?").param(entry).update();
        write(id, entry, is);
        history.write(actor, id, before, is);
        intake.done(actor, id, Section.WORK, entry);
    }

    /** Takes one away. */
    public void remove(Actor actor, ParticipantId id, UUID entry) {
        intake.hold(actor, id, Section.WORK);
        if (jdbc.sql("delete from work_experience where id = ? and participant_id = ?")
                        .params(entry, id.value())
                        .update()
                == 0) {
            throw new NotFound();
        }
        intake.mark(actor, id, Section.WORK);
    }

    private void write(ParticipantId id, UUID entry, WorkExperience is) {
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

    private Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                new WorkExperience(
                        row.getString("occupation"),
                        row.getString("country"),
                        Columns.number(row, "from_year"),
                        Columns.number(row, "until_year"),
                        vault.open(row.getBytes("note"))));
    }

    /** One in a line: occupation as label, the rest behind it. */
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

    @Override
    @Transactional(readOnly = true)
    public List<Fact> known(Actor reader, ParticipantId id) {
        return all(id).stream().map(entry -> fact(entry.work())).toList();
    }
}
