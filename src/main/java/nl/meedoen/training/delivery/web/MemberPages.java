package nl.meedoen.training.delivery.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.LanguageNames;
import nl.meedoen.participants.ParticipantScope;
import nl.meedoen.privacy.Trail;
import nl.meedoen.training.CohortId;
import nl.meedoen.training.delivery.domain.CohortScope;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads who can be added to a group, and whom a form is about. */
@Component
class MemberPages {

    private static final int MOST = 15;

    /** The head of a group. */
    record Head(UUID id, String name, UUID location, int capacity, int seated) {

        public int free() {
            return Math.max(0, capacity - seated);
        }
    }

    /**
     * Somebody who can be added.
     *
     * @param otherGroup a group that they are in already
     */
    record Candidate(
            UUID id,
            String name,
            String number,
            String municipality,
            @Nullable String language,
            long waitingDays,
            @Nullable String otherGroup) {}

    /** The search for people to add. */
    record AddPage(Head cohort, @Nullable String q, List<Candidate> found, boolean more) {}

    /** Somebody who leaves. */
    record RemovePage(Head cohort, UUID memberId, String name, boolean waiting) {}

    private final JdbcClient jdbc;
    private final ParticipantScope scope;
    private final Trail trail;
    private final Clock clock;

    MemberPages(JdbcClient jdbc, ParticipantScope scope, Trail trail, Clock clock) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.trail = trail;
        this.clock = clock;
    }

    /** Those without a group first, who have waited longest; not read-only, since the trail keeps that one searched. */
    @Transactional
    AddPage add(Actor actor, CohortId id, @Nullable String q) {
        Head head = head(actor, id);
        LocalDate today = LocalDate.now(clock.withZone(Words.ZONE));
        ParticipantScope.Condition mine = scope.ofGlance(actor);
        List<Candidate> found = jdbc.sql("""
                        select g.participant_id, g.name, g.number, m.name, g.language,
                               coalesce(g.intake_on, g.registered_on), o.name
                        from glance g join municipality m on m.code = g.municipality_code
                             left join lateral (select c.name from cohort_member x join cohort c on c.id = x.cohort_id
                                where x.participant_id = g.participant_id and x.until_on is null and c.ends_on >= :today
                                order by c.starts_on desc limit 1) o on true
                        where g.location_id = :location and g.status in ('REGISTERED', 'INTAKE', 'ACTIVE')
                          and not exists (select 1 from cohort_member x where x.participant_id = g.participant_id
                                          and x.cohort_id = :cohort and x.until_on is null)
                          and (cast(:q as text) is null and o.name is null
                               or unaccent(g.name || ' ' || coalesce(g.original_name, '') || ' ' || g.number)
                                  ilike '%' || unaccent(:q) || '%')
                          and\s""" + mine.sql() + """

                        order by o.name is not null, coalesce(g.intake_on, g.registered_on), g.participant_id limit :most
                        """)
                .param("today", today)
                .param("location", head.location())
                .param("cohort", id.value())
                .param("q", q == null ? null : q.replaceAll("([\\\\%_])", "\\\\$1"))
                .param("most", MOST + 1)
                .params(mine.params())
                .query((row, n) -> {
                    String language = row.getString(5);
                    return new Candidate(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            language == null ? null : LanguageNames.of(language, LocaleContextHolder.getLocale()),
                            ChronoUnit.DAYS.between(row.getObject(6, LocalDate.class), today),
                            row.getString(7));
                })
                .list();
        trail.note(actor, Trail.Action.SEARCHED, "training.candidates", id.value());
        boolean more = found.size() > MOST;
        return new AddPage(head, q, more ? found.subList(0, MOST) : found, more);
    }

    @Transactional(readOnly = true)
    RemovePage remove(Actor actor, CohortId id, UUID member) {
        Head head = head(actor, id);
        return jdbc.sql("""
                        select m.id, g.name, m.waiting from cohort_member m
                             join glance g on g.participant_id = m.participant_id
                        where m.id = ? and m.cohort_id = ? and m.until_on is null
                        """)
                .params(member, id.value())
                .query((row, n) ->
                        new RemovePage(head, row.getObject(1, UUID.class), row.getString(2), row.getBoolean(3)))
                .optional()
                .orElseThrow(NotFound::new);
    }

    private Head head(Actor actor, CohortId id) {
        return CohortScope.of(actor)
                .bind(jdbc.sql("""
                        select c.id, c.name, c.location_id, c.capacity, (select count(*) from cohort_member m
                               where m.cohort_id = c.id and not m.waiting and m.until_on is null)
                        from cohort c where c.id = :id and""" + CohortScope.SQL))
                .param("id", id.value())
                .query((row, n) -> new Head(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getObject(3, UUID.class),
                        row.getInt(4),
                        row.getInt(5)))
                .optional()
                .orElseThrow(NotFound::new);
    }
}
