package nl.meedoen.plans.together;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.ParticipantScope;
import nl.meedoen.plans.StepOwner;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads who can be chosen, in two statements however many they are. */
@Component
@Transactional(readOnly = true)
class TogetherPages {

    /** As many as one talks with at once, and as fit on a page. */
    static final int MOST = 25;

    private static final String PEOPLE = """
            select g.participant_id, g.name, g.number from glance g
            where {scope} and g.status in ('REGISTERED', 'INTAKE', 'ACTIVE', 'COMPLETED', 'AFTERCARE')
                and (g.participant_id = any(cast(:chosen as uuid[])) or {found})
            order by g.participant_id = any(cast(:chosen as uuid[])) desc, g.sort_name, g.participant_id limit :most
            """;

    private static final String GOALS = """
            select g.participant_id, g.id, g.title from goal g join plan p on p.id = g.plan_id
            where g.participant_id = any(cast(:people as uuid[])) and g.state = 'OPEN' and p.enrolment_id = (
                select e.id from enrolment e where e.participant_id = g.participant_id
                order by e.status in ('REGISTERED', 'INTAKE', 'ACTIVE') desc, e.registered_on desc, e.id desc limit 1)
            order by g.participant_id, case g.domain when 'PERSONAL' then 1 when 'CAREER' then 2 else 3 end, g.position
            """;

    private final ParticipantScope scope;
    private final JdbcClient jdbc;
    private final Texts texts;
    private final Words words;

    TogetherPages(ParticipantScope scope, JdbcClient jdbc, Texts texts, Words words) {
        this.scope = scope;
        this.jdbc = jdbc;
        this.texts = texts;
        this.words = words;
    }

    private record Row(UUID id, String name, String number) {}

    /** The people to choose from: a coach's own, and of a coordinator's many those that were looked up. */
    TogetherPage page(Actor actor, TogetherForm form, @Nullable String savedAt) {
        Set<ParticipantId> chosen = form.chosen();
        String q = form.q();
        boolean all = actor.role() == Role.COACH && (q == null || q.isBlank());
        String looked = q == null ? "" : q.strip();
        ParticipantScope.Condition mine = scope.ofGlance(actor);
        List<Row> rows = jdbc.sql(PEOPLE.replace("{scope}", mine.sql())
                        .replace(
                                "{found}",
                                all
                                        ? "true"
                                        : looked.isEmpty()
                                                ? "false"
                                                : "position(lower(:q) in lower(g.name)) > 0 or g.number = :q"))
                .params(mine.params())
                .param("chosen", ids(chosen.stream().map(ParticipantId::value).toList()))
                .param("q", looked)
                .param("most", MOST + 1)
                .query((row, n) -> new Row(row.getObject(1, UUID.class), row.getString(2), row.getString(3)))
                .list();
        boolean tooMany = rows.size() > MOST;
        List<Row> shown = tooMany ? rows.subList(0, MOST) : rows;
        Map<UUID, List<Option>> goals = goals(shown.stream().map(Row::id).toList());
        return new TogetherPage(
                shown.stream()
                        .map(row -> new TogetherPage.Person(
                                row.id().toString(), row.name(), row.number(), goals.getOrDefault(row.id(), List.of())))
                        .toList(),
                actor.role() != Role.COACH || tooMany || !looked.isEmpty(),
                !looked.isEmpty() && shown.size() <= chosen.size(),
                owners(),
                savedAt);
    }

    /** The open goals of these people, in the order of their plans. */
    Map<UUID, List<Option>> goals(Collection<UUID> people) {
        Map<UUID, List<Option>> goals = new LinkedHashMap<>();
        jdbc.sql(GOALS).param("people", ids(people)).query(row -> {
            goals.computeIfAbsent(row.getObject(1, UUID.class), id -> new ArrayList<>())
                    .add(new Option(row.getString(2), row.getString(3)));
        });
        return goals;
    }

    LocalDate today() {
        return words.today();
    }

    private List<Option> owners() {
        return List.of(
                new Option(StepOwner.PARTICIPANT.name(), texts.of("together.owner.participant")),
                new Option(StepOwner.COACH.name(), texts.of("plans.owner.coach")),
                new Option(StepOwner.MUNICIPALITY.name(), texts.of("plans.owner.municipality")));
    }

    private static String ids(Collection<UUID> ids) {
        return String.join(",", ids.stream().map(UUID::toString).toList()).transform(all -> "{" + all + "}");
    }
}
