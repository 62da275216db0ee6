package nl.meedoen.participants.caseload;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Caseload;
import nl.meedoen.participants.Handover;
import nl.meedoen.participants.ParticipantScope;
import nl.meedoen.participants.Phase;
import nl.meedoen.people.CoachProfile;
import nl.meedoen.people.Coaches;
import nl.meedoen.people.VogState;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much a coach has to do, with whom, and who covers. */
@Component
class LoadPages {

    private static final int MOST = 50;

    /** A participant of the caseload, also one in aftercare. */
    public record Row(
            ParticipantId id,
            String name,
            String number,
            Phase phase,
            @Nullable String nextStep,
            @Nullable LocalDate nextStepOn,
            @Nullable LocalDate lastContactOn) {}

    /**
     * The page of one coach.
     *
     * @param count of the own participants; those of a cover are not counted
     * @param today the day by which a cover runs
     */
    public record LoadPage(
            CoachProfile coach, VogState vog, int count, List<Row> rows, List<Covers.Cover> covers, LocalDate today) {}

    /** The form for an absence. */
    public record CoverPage(CoachProfile coach, int count, List<Option> coaches, List<Option> handovers) {}

    private final JdbcClient jdbc;
    private final ParticipantScope scope;
    private final Coaches coaches;
    private final Caseload caseload;
    private final Covers covers;
    private final CoachChoice choice;
    private final Texts texts;
    private final Words words;

    LoadPages(
            JdbcClient jdbc,
            ParticipantScope scope,
            Coaches coaches,
            Caseload caseload,
            Covers covers,
            CoachChoice choice,
            Texts texts,
            Words words) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.coaches = coaches;
        this.caseload = caseload;
        this.covers = covers;
        this.choice = choice;
        this.texts = texts;
        this.words = words;
    }

    LoadPage load(Actor actor, AccountId id) {
        CoachProfile coach = coach(actor, id);
        return new LoadPage(
                coach, coach.vog(words.today()), count(id), rows(actor, id), covers.of(actor, id), words.today());
    }

    CoverPage cover(Actor actor, AccountId id) {
        CoachProfile coach = coach(actor, id);
        return new CoverPage(
                coach,
                count(id),
                choice.options(actor, id),
                List.of(Handover.ALL, Handover.NONE).stream()
                        .map(choice -> new Option(choice.name(), texts.of("cover." + Texts.code(choice))))
                        .toList());
    }

    /** @throws NotFound for a coach of another location */
    CoachProfile coach(Actor actor, AccountId id) {
        return coaches.profile(id)
                .filter(profile -> actor.locations().contains(profile.locationId()))
                .orElseThrow(NotFound::new);
    }

    private int count(AccountId id) {
        return caseload.countsOf(List.of(id)).getOrDefault(id, 0);
    }

    private List<Row> rows(Actor actor, AccountId coach) {
        ParticipantScope.Condition mine = scope.ofGlance(actor);
        return jdbc.sql("""
                        select g.participant_id, g.name, g.number, g.phase, g.next_step, g.next_step_on, g.last_contact_on
                        from glance g where g.coach_id = :coach and %s
                        order by g.attention_on, g.participant_id limit %d
                        """.formatted(mine.sql(), MOST))
                .param("coach", coach.value())
                .params(mine.params())
                .query((row, n) -> new Row(
                        new ParticipantId(row.getObject(1, UUID.class)),
                        row.getString(2),
                        row.getString(3),
                        Phase.valueOf(row.getString(4)),
                        row.getString(5),
                        row.getObject(6, LocalDate.class),
                        row.getObject(7, LocalDate.class)))
                .list();
    }
}
