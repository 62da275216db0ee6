package nl.meedoen.participants.sections.records;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.participants.occupations.Occupation;
import nl.meedoen.participants.occupations.Occupations;
import nl.meedoen.participants.registration.Enrolments;
import nl.meedoen.participants.sections.Fact;
import nl.meedoen.participants.sections.Intake;
import nl.meedoen.participants.sections.Section;
import nl.meedoen.participants.sections.SectionRecords;
import nl.meedoen.participants.sections.WorkProfile;
import nl.meedoen.participants.sections.WorkProfile.DigitalSkills;
import nl.meedoen.participants.sections.WorkProfile.Licence;
import nl.meedoen.people.Sectors;
import nl.meedoen.privacy.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Wishes for work: occupations, a sector, own words, licences and digital skills. */
@Component
@Transactional
public class WorkProfileRecords implements SectionRecords<WorkProfile> {

    /** An occupation that somebody wishes for. */
    public record Wish(UUID id, Occupation occupation) {}

    private final Intake intake;
    private final Enrolments enrolments;
    private final Occupations occupations;
    private final JdbcClient jdbc;
    private final Vault vault;
    private final Say say;
    private final Clock clock;

    WorkProfileRecords(
            Intake intake,
            Enrolments enrolments,
            Occupations occupations,
            JdbcClient jdbc,
            Vault vault,
            Say say,
            Clock clock) {
        this.intake = intake;
        this.enrolments = enrolments;
        this.occupations = occupations;
        this.jdbc = jdbc;
        this.vault = vault;
        this.say = say;
        this.clock = clock;
    }

    @Override
    public Section section() {
        return Section.WISHES;
    }

    @Override
    @Transactional(readOnly = true)
    public WorkProfile read(ParticipantId id) {
        String sector = enrolments.written(id).direction().wishedSector();
        return jdbc.sql("select * from work_profile where participant_id = ?")
                .param(id.value())
                .query((row, n) -> new WorkProfile(
                        sector,
                        Columns.words(Licence.class, row.getArray("licences")),
                        Columns.word(DigitalSkills.class, row.getString("digital_skills")),
                        vault.open(row.getBytes("own_words"))))
                .optional()
                .orElse(new WorkProfile(sector, List.of(), null, null));
    }

    @Override
    public void write(Actor actor, ParticipantId id, WorkProfile is) {
        enrolments.amend(actor, id, known -> known.going(way -> way.wishing(is.sector())));
        jdbc.sql("""
                        insert into work_profile (participant_id, licences, digital_skills, own_words)
                        values (:id, cast(:licences as text[]), :digital, :words)
                        on conflict (participant_id) do update set licences = excluded.licences,
                            digital_skills = excluded.digital_skills, own_words = excluded.own_words
                        """)
                .param("id", id.value())
                .param("licences", Columns.array(is.licences()))
                .param("digital", Columns.name(is.digital()))
                .param("words", vault.sealOptional(is.ownWords()))
                .update();
    }

    /** The occupations that somebody wishes for, the oldest wish first. */
    @Transactional(readOnly = true)
    public List<Wish> wishes(ParticipantId id) {
        return jdbc
                .sql("select id, occupation from work_wish where participant_id = ? order by added_at, id")
                .param(id.value())
                .query((row, n) -> {
                    UUID wish = row.getObject(1, UUID.class);
                    return occupations.find(row.getString(2)).map(found -> new Wish(wish, found));
                })
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Adds a wish; one that is there already stays as it is. */
    public void wish(Actor actor, ParticipantId id, Occupation occupation) {
        intake.hold(actor, id, Section.WISHES);
        jdbc.sql("""
                        insert into work_wish (id, participant_id, occupation, isco, added_at) values (?, ?, ?, ?, ?)
                        on conflict (participant_id, occupation) do nothing
                        """)
                .params(Uuids.next(), id.value(), occupation.code(), occupation.isco(), Timestamp.from(clock.instant()))
                .update();
        intake.mark(actor, id, Section.WISHES);
    }

    /** Takes a wish away. */
    public void drop(Actor actor, ParticipantId id, UUID wish) {
        intake.hold(actor, id, Section.WISHES);
        jdbc.sql("delete from work_wish where id = ? and participant_id = ?")
                .params(wish, id.value())
                .update();
        intake.mark(actor, id, Section.WISHES);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Fact> known(Actor reader, ParticipantId id) {
        List<Fact> facts = new ArrayList<>();
        List<String> wishes =
                wishes(id).stream().map(wish -> wish.occupation().label()).toList();
        facts.add(Fact.key(say.text("sections.wishes"), wishes.isEmpty() ? null : String.join(", ", wishes)));
        facts.addAll(facts(reader, read(id)));
        return facts;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Fact> facts(Actor reader, WorkProfile is) {
        return List.of(
                Fact.of(say.text("participants.wished-sector"), sector(is.sector())),
                Fact.of(say.text("sections.licences"), licences(is)),
                Fact.of(say.text("sections.digital"), say.word(is.digital())),
                Fact.of(say.text("sections.own-words"), is.ownWords()));
    }

    private @Nullable String sector(@Nullable String code) {
        return code == null ? null : say.text(Sectors.label(code));
    }

    private static @Nullable String licences(WorkProfile is) {
        return is.licences().isEmpty()
                ? null
                : String.join(", ", is.licences().stream().map(Enum::name).toList());
    }
}
