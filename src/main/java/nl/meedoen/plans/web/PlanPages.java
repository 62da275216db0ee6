package nl.meedoen.plans.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Permission;
import nl.meedoen.access.Role;
import nl.meedoen.desk.Drafts;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.DossierFrame;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.plans.ContactDrafts;
import nl.meedoen.plans.GoalId;
import nl.meedoen.plans.StepOwner;
import nl.meedoen.plans.reviews.ReviewKind;
import nl.meedoen.plans.text.DraftText;
import nl.meedoen.plans.text.Fact;
import nl.meedoen.plans.text.WishText;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the plan page and its parts. The number of statements does not depend on how much there is to show. */
@Component
@Transactional
class PlanPages {

    static final String TAB = "plan";

    /** The plan of the enrolment that runs, or else of the last one, with what stands beside it. */
    private static final String ASIDE = """
            select pl.id plan_id, pl.wish, pl.wish_language, p.preferred_name, p.given_names, p.interpreter, p.reachable_note, p.whatsapp,
                p.shared_until, l.name location, r.id review_id, r.kind review_kind, r.due_on review_on,
                (select max(number) from agreement where plan_id = pl.id) agreed,
                (select count(*) from question where participant_id = p.id and closed_at is null) questions, m.name municipality,
                (select min(measured_on) from ladder_measurement where participant_id = p.id) first_rung_on,
                (select max(measured_on) from ladder_measurement where participant_id = p.id) last_rung_on,
                array(select a.name from account a join account_role r on r.account_id = a.id and r.role = 'COORDINATOR'
                      join account_location al on al.account_id = a.id and al.location_id = p.location_id
                      where a.status = 'ACTIVE' order by a.name limit 2) coordinators
            from participant p join location l on l.id = p.location_id
                join municipality m on m.code = p.municipality_code
                left join lateral (
                    select id from enrolment where participant_id = p.id
                    order by status in ('REGISTERED', 'INTAKE', 'ACTIVE') desc, registered_on desc, id desc limit 1) e on true
                left join plan pl on pl.enrolment_id = e.id
                left join review r on r.enrolment_id = e.id and r.state = 'PLANNED'
            where p.id = :participant
            """;

    private final Dossiers dossiers;
    private final PlanReader reader;
    private final TimelineReader timelines;
    private final ContactDrafts drafts;
    private final JdbcClient jdbc;
    private final Vault vault;
    private final Texts texts;
    private final Words words;
    private final Clock clock;

    PlanPages(
            Dossiers dossiers,
            PlanReader reader,
            TimelineReader timelines,
            ContactDrafts drafts,
            JdbcClient jdbc,
            Vault vault,
            Texts texts,
            Words words,
            Clock clock) {
        this.dossiers = dossiers;
        this.reader = reader;
        this.timelines = timelines;
        this.drafts = drafts;
        this.jdbc = jdbc;
        this.vault = vault;
        this.texts = texts;
        this.words = words;
        this.clock = clock;
    }

    /** The page, and what was kept of the text that the reader had begun. */
    record Opened(PlanPage page, @Nullable DraftText draft) {}

    /** The whole page; opening it stands in the trail. */
    Opened open(Actor actor, ParticipantId id, @Nullable String before) {
        DossierFrame frame = dossiers.open(actor, id, TAB);
        Aside aside = aside(id, frame.name(), frame.coachName());
        PlanRows.Goals goals = reader.goals(aside.plan(), aside.names());
        boolean mayEdit = actor.may(Permission.PLAN_EDIT) && frame.open();
        Drafts.Draft draft = mayEdit ? drafts.of(actor, id).orElse(null) : null;
        PlanPage page = new PlanPage(
                frame,
                mayEdit,
                aside.names().participant(),
                aside.wish(),
                goals,
                reader.appointment(id).orElse(null),
                ladder(frame, aside),
                facts(frame, aside),
                following(aside, mayEdit),
                whoSees(actor, frame, aside),
                timelines.read(actor, id, before),
                before == null,
                draft == null ? null : drafts.said(draft.savedAt()),
                goals.open().stream()
                        .map(goal -> new Option(goal.id().toString(), goal.title()))
                        .toList(),
                owners(aside.names()));
        return new Opened(page, draft == null ? null : DraftText.read(draft.text()));
    }

    /** What came before a moment; asked for by a reader who has the page open. */
    PlanRows.Timeline older(Actor actor, ParticipantId id, @Nullable String before) {
        dossiers.reach(actor, id);
        return timelines.read(actor, id, before);
    }

    /** One goal as it stands after a change. */
    PlanPage.GoalPart part(Actor actor, ParticipantId id, GoalId goal, String said, @Nullable String undoPath) {
        Dossiers.Reached reached = dossiers.reach(actor, id);
        Aside aside = aside(id, reached.name(), reached.coachName());
        PlanRows.Goals goals = reader.goals(aside.plan(), aside.names());
        PlanRows.GoalRow row = goals.open().stream()
                .filter(one -> one.id().equals(goal.value()))
                .findFirst()
                .orElseThrow(NotFound::new);
        return new PlanPage.GoalPart(id.value(), true, goals, row, owners(aside.names()), said, undoPath);
    }
    /** The names by which the participant and the coach are called. */
    PlanReader.Names names(ParticipantId id, Dossiers.Reached reached) {
        return aside(id, reached.name(), reached.coachName()).names();
    }

    LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), Words.ZONE);
    }

    /** The choices for who does a step. */
    List<Option> owners(PlanReader.Names names) {
        String coach = names.coach();
        return List.of(
                new Option(StepOwner.PARTICIPANT.name(), names.participant()),
                new Option(StepOwner.COACH.name(), coach == null ? texts.of("plans.owner.coach") : coach),
                new Option(StepOwner.MUNICIPALITY.name(), texts.of("plans.owner.municipality")));
    }

    private record Aside(
            @Nullable UUID plan,
            @Nullable WishText wish,
            PlanReader.Names names,
            boolean interpreter,
            @Nullable String reachable,
            boolean whatsapp,
            @Nullable LocalDate sharedUntil,
            String location,
            String municipality,
            @Nullable LocalDate firstRungOn,
            @Nullable LocalDate lastRungOn,
            List<String> coordinators,
            PlanRows.@Nullable ReviewRow review,
            @Nullable Integer agreed,
            int questions) {}

    private PlanRows.Following following(Aside aside, boolean mayEdit) {
        return new PlanRows.Following(mayEdit ? aside.review() : null, aside.agreed(), aside.questions());
    }

    private PlanRows.@Nullable ReviewRow review(ResultSet row) throws SQLException {
        UUID id = row.getObject("review_id", UUID.class);
        if (id == null) {
            return null;
        }
        LocalDate due = row.getObject("review_on", LocalDate.class);
        String day = words.weekday(due);
        return new PlanRows.ReviewRow(
                id,
                texts.of(ReviewKind.valueOf(row.getString("review_kind"))),
                words.overdue(due) ? day + ", " + words.late(due) : day,
                words.overdue(due));
    }

    private Aside aside(ParticipantId id, String name, @Nullable String coach) {
        return jdbc.sql(ASIDE)
                .param("participant", id.value())
                .query((row, n) -> new Aside(
                        row.getObject("plan_id", UUID.class),
                        WishText.of(vault.open(row.getBytes("wish")), row.getString("wish_language")),
                        new PlanReader.Names(given(row, name), coach == null ? null : PlanNames.first(coach)),
                        row.getBoolean("interpreter"),
                        vault.open(row.getBytes("reachable_note")),
                        row.getBoolean("whatsapp"),
                        row.getObject("shared_until", LocalDate.class),
                        row.getString("location"),
                        row.getString("municipality"),
                        row.getObject("first_rung_on", LocalDate.class),
                        row.getObject("last_rung_on", LocalDate.class),
                        Arrays.asList((String[]) row.getArray("coordinators").getArray()),
                        review(row),
                        (Integer) row.getObject("agreed"),
                        row.getInt("questions")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** The name that people use; nobody is made to have a first name. */
    private static String given(ResultSet row, String name) throws SQLException {
        String preferred = row.getString("preferred_name");
        if (preferred != null) {
            return preferred;
        }
        String given = row.getString("given_names");
        return given == null ? name : PlanNames.first(given);
    }

    private @Nullable String ladder(DossierFrame frame, Aside aside) {
        Integer start = frame.rungStart();
        Integer now = frame.rungNow();
        LocalDate first = aside.firstRungOn();
        LocalDate last = aside.lastRungOn();
        if (now == null) {
            return null;
        }
        if (start == null || start.equals(now) || first == null || last == null) {
            return texts.of("plans.ladder.one", now);
        }
        return texts.of("plans.ladder.moved", start, now, ChronoUnit.MONTHS.between(first, last));
    }

    private List<Fact> facts(DossierFrame frame, Aside aside) {
        List<Fact> facts = new ArrayList<>();
        String coach = frame.coachName();
        facts.add(new Fact("plans.fact.coach", coach == null ? texts.of("plans.fact.no-coach") : coach));
        facts.add(
                new Fact("plans.fact.interpreter", texts.of(aside.interpreter() ? "plans.fact.yes" : "plans.fact.no")));
        String reachable = aside.reachable();
        if (reachable != null || aside.whatsapp()) {
            facts.add(
                    new Fact("plans.fact.reachable", reachable == null ? texts.of("plans.fact.whatsapp") : reachable));
        }
        LocalDate until = aside.sharedUntil();
        facts.add(new Fact(
                "plans.fact.consent",
                until == null
                        ? texts.of("plans.fact.consent.none")
                        : texts.of(
                                until.isBefore(words.today()) ? "plans.fact.consent.ended" : "plans.fact.consent.until",
                                words.fullDate(until))));
        return facts;
    }

    /** Follows from the roles and from the consent, as row-level security has them. */
    private String whoSees(Actor actor, DossierFrame frame, Aside aside) {
        String given = aside.names().participant();
        String coach = frame.coachName();
        List<String> coordinators = aside.coordinators();
        String office = coordinators.size() == 1
                ? texts.of("plans.sees.coordinator", coordinators.get(0))
                : texts.of("plans.sees.coordinators", aside.location());
        String people;
        if (actor.role() == Role.COACH) {
            people = texts.of("plans.sees.coach", given, office);
        } else if (coach == null) {
            people = texts.of("plans.sees.office", given, aside.location());
        } else {
            people = texts.of("plans.sees.office-and-coach", given, coach, aside.location());
        }
        LocalDate until = aside.sharedUntil();
        boolean shared = until != null && !until.isBefore(words.today());
        return people + " "
                + (shared
                        ? texts.of("plans.sees.shared", aside.municipality(), words.fullDate(until))
                        : texts.of("plans.sees.counts", aside.municipality()));
    }
}
