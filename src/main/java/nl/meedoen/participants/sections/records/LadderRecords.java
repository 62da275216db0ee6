package nl.meedoen.participants.sections.records;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Ladder;
import nl.meedoen.participants.Ladder.Moment;
import nl.meedoen.participants.sections.Fact;
import nl.meedoen.participants.sections.Intake;
import nl.meedoen.participants.sections.LadderAnswers;
import nl.meedoen.participants.sections.Section;
import nl.meedoen.participants.sections.SectionFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The questionnaire of the participation ladder, at four moments. */
@Component
@Transactional
public class LadderRecords implements SectionFacts {

    /**
     * A measurement.
     *
     * @param answers null where somebody chose a rung without the questions
     */
    public record Measured(
            Moment moment, int rung, LocalDate on, @Nullable LadderAnswers answers) {}

    private final Intake intake;
    private final Ladder ladder;
    private final JdbcClient jdbc;
    private final Say say;

    LadderRecords(Intake intake, Ladder ladder, JdbcClient jdbc, Say say) {
        this.intake = intake;
        this.ladder = ladder;
        this.jdbc = jdbc;
        this.say = say;
    }

    @Override
    public Section section() {
        return Section.LADDER;
    }

    /** All measurements, oldest first. */
    @Transactional(readOnly = true)
    public List<Measured> all(ParticipantId id) {
        return jdbc.sql("""
                        select l.moment, l.rung, l.measured_on, a.rung_answers, a.growth_answers
                        from ladder_measurement l left join ladder_answers a on a.measurement_id = l.id
                        where l.participant_id = ? order by l.measured_on, l.id
                        """)
                .param(id.value())
                .query((row, n) -> new Measured(
                        Moment.valueOf(row.getString(1)),
                        row.getInt(2),
                        row.getObject(3, LocalDate.class),
                        row.getString(4) == null
                                ? null
                                : new LadderAnswers(
                                        LadderAnswers.read(row.getString(4)), LadderAnswers.read(row.getString(5)))))
                .list();
    }

    /** The moment that comes next: the first that was not measured yet. */
    public static Moment next(List<Measured> measured) {
        for (Moment moment : Moment.values()) {
            if (measured.stream().noneMatch(m -> m.moment() == moment)) {
                return moment;
            }
        }
        return Moment.FOLLOW_UP;
    }

    /** Records the answers, and the rung that follows from them. */
    public int ask(Actor actor, ParticipantId id, Moment moment, LadderAnswers answers, LocalDate on) {
        intake.hold(actor, id, Section.LADDER);
        int rung = answers.rungReached();
        UUID measurement = ladder.measure(actor, id, moment, rung, on);
        jdbc.sql("""
                        insert into ladder_answers (measurement_id, participant_id, rung_answers, growth_answers, growth)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(
                        measurement,
                        id.value(),
                        LadderAnswers.letters(answers.rung()),
                        LadderAnswers.letters(answers.growth()),
                        answers.growthPoints())
                .update();
        intake.done(actor, id, Section.LADDER, measurement);
        return rung;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Fact> known(Actor reader, ParticipantId id) {
        List<Fact> facts = new ArrayList<>();
        for (Measured measured : all(id)) {
            LadderAnswers answers = measured.answers();
            facts.add(Fact.of(
                    String.valueOf(say.word(measured.moment())),
                    say.joined(
                            say.text("participants.rung-measured", measured.rung()),
                            answers == null ? null : say.text("sections.growth-of", answers.growthPoints()),
                            say.day(measured.on()))));
        }
        return facts;
    }
}
