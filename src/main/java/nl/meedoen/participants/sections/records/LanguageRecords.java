package nl.meedoen.participants.sections.records;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.LanguageLevel;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.participants.DossierHistory;
import nl.meedoen.participants.registration.Enrolments;
import nl.meedoen.participants.sections.Fact;
import nl.meedoen.participants.sections.Intake;
import nl.meedoen.participants.sections.LanguageMeasurement;
import nl.meedoen.participants.sections.LanguageMeasurement.EarlierLevel;
import nl.meedoen.participants.sections.LanguageMeasurement.LanguageLevels;
import nl.meedoen.participants.sections.LanguageMeasurement.Skill;
import nl.meedoen.participants.sections.LanguageMeasurement.Source;
import nl.meedoen.participants.sections.Section;
import nl.meedoen.participants.sections.SectionFacts;
import nl.meedoen.webkit.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Levels of Dutch per skill, each measurement kept. */
@Component
@Transactional
public class LanguageRecords implements SectionFacts {

    private final Intake intake;
    private final Enrolments enrolments;
    private final DossierHistory history;
    private final JdbcClient jdbc;
    private final Say say;
    private final Clock clock;

    LanguageRecords(
            Intake intake, Enrolments enrolments, DossierHistory history, JdbcClient jdbc, Say say, Clock clock) {
        this.intake = intake;
        this.enrolments = enrolments;
        this.history = history;
        this.jdbc = jdbc;
        this.say = say;
        this.clock = clock;
    }

    @Override
    public Section section() {
        return Section.LANGUAGE;
    }

    /** All measurements, newest first. */
    @Transactional(readOnly = true)
    public List<LanguageMeasurement> all(ParticipantId id) {
        return jdbc.sql("""
                        select l.id, l.skill, l.level, l.source, l.measured_on, a.name
                        from language_measurement l join account a on a.id = l.recorded_by
                        where l.participant_id = ? order by l.measured_on desc, l.recorded_at desc, l.skill
                        """)
                .param(id.value())
                .query((row, n) -> new LanguageMeasurement(
                        row.getObject(1, UUID.class),
                        Skill.valueOf(row.getString(2)),
                        LanguageLevel.valueOf(row.getString(3)),
                        Source.valueOf(row.getString(4)),
                        row.getObject(5, LocalDate.class),
                        row.getString(6)))
                .list();
    }

    /** The last measurement of each skill that was measured. */
    public static Map<Skill, LanguageMeasurement> latest(List<LanguageMeasurement> newestFirst) {
        Map<Skill, LanguageMeasurement> latest = new EnumMap<>(Skill.class);
        newestFirst.forEach(measurement -> latest.putIfAbsent(measurement.skill(), measurement));
        return latest;
    }

    /** Records what was measured on one day; the level of the dossier becomes the lowest of the skills. */
    public void measure(Actor actor, ParticipantId id, Map<Skill, LanguageLevel> levels, Source source, LocalDate on) {
        intake.hold(actor, id, Section.LANGUAGE);
        LanguageLevels before = levels(all(id));
        levels.forEach((skill, level) -> jdbc.sql("""
                        insert into language_measurement (id, participant_id, skill, level, source, measured_on, recorded_by,
                            recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        Uuids.next(),
                        id.value(),
                        skill.name(),
                        level.name(),
                        source.name(),
                        on,
                        actor.id().value(),
                        Timestamp.from(clock.instant()))
                .update());
        Map<Skill, LanguageMeasurement> latest = settle(actor, id, before);
        levels.forEach((skill, level) -> {
            LanguageMeasurement last = latest.get(skill);
            if (last != null && last.on().isAfter(on)) {
                history.added(actor, id, new EarlierLevel(skill, level, source, on));
            }
        });
        intake.done(actor, id, Section.LANGUAGE, null);
    }

    /** Takes a measurement away that was written down by mistake. */
    public void remove(Actor actor, ParticipantId id, UUID measurement) {
        intake.hold(actor, id, Section.LANGUAGE);
        List<LanguageMeasurement> known = all(id);
        LanguageLevels before = levels(known);
        if (jdbc.sql("delete from language_measurement where id = ? and participant_id = ?")
                        .params(measurement, id.value())
                        .update()
                == 0) {
            throw new NotFound();
        }
        settle(actor, id, before);
        known.stream()
                .filter(one -> one.id().equals(measurement) && !latest(known).containsValue(one))
                .forEach(one ->
                        history.removed(actor, id, new EarlierLevel(one.skill(), one.level(), one.source(), one.on())));
        intake.mark(actor, id, Section.LANGUAGE);
    }

    /** The last measurements of now, after the level of the dossier and the history follow them. */
    private Map<Skill, LanguageMeasurement> settle(Actor actor, ParticipantId id, LanguageLevels before) {
        List<LanguageMeasurement> now = all(id);
        Map<Skill, LanguageMeasurement> latest = latest(now);
        latest.values().stream()
                .map(LanguageMeasurement::level)
                .min(Enum::compareTo)
                .ifPresent(lowest -> enrolments.amend(actor, id, known -> known.going(way -> way.speaking(lowest))));
        history.write(actor, id, before, levels(now));
        return latest;
    }

    private static LanguageLevels levels(List<LanguageMeasurement> newestFirst) {
        Map<Skill, LanguageMeasurement> latest = latest(newestFirst);
        return new LanguageLevels(
                last(latest.get(Skill.LISTENING)),
                last(latest.get(Skill.READING)),
                last(latest.get(Skill.SPEAKING)),
                last(latest.get(Skill.WRITING)));
    }

    private static LanguageLevels.@Nullable Last last(@Nullable LanguageMeasurement of) {
        return of == null ? null : new LanguageLevels.Last(of.level(), of.source(), of.on());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Fact> known(Actor reader, ParticipantId id) {
        Map<Skill, LanguageMeasurement> latest = latest(all(id));
        LanguageLevel overall = enrolments.written(id).direction().languageLevel();
        var facts = new java.util.ArrayList<Fact>();
        facts.add(Fact.key(say.text("participants.language-level"), say.word(overall)));
        for (Skill skill : Skill.values()) {
            LanguageMeasurement now = latest.get(skill);
            facts.add(Fact.of(String.valueOf(say.word(skill)), now == null ? null : line(now)));
        }
        return facts;
    }

    private @Nullable String line(LanguageMeasurement now) {
        return say.joined(say.word(now.level()), say.word(now.source()), say.day(now.on()));
    }
}
