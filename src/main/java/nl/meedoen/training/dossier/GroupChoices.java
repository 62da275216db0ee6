package nl.meedoen.training.dossier;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.DossierFrame;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.training.CohortId;
import nl.meedoen.training.Memberships;
import nl.meedoen.training.delivery.domain.CohortScope;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which groups somebody can be put in, and the way in and out, seen from the dossier. */
@Component
@Transactional
class GroupChoices {

    /** A group that has begun is offered as long as half of the programme is still to come. */
    private static final String OFFERED = """
            select c.id, c.name, c.place, c.starts_on, c.starts_at, greatest(0, c.capacity - m.seated) seats, m.waiting,
                   s.held, s.ahead,
                   (select string_agg(a.name, ', ' order by a.name) from cohort_trainer t
                    join account a on a.id = t.account_id where t.cohort_id = c.id) trainers
            from cohort c
                 join glance g on g.location_id = c.location_id and g.participant_id = :participant
                 cross join lateral (select count(*) filter (where not waiting) seated,
                    count(*) filter (where waiting) waiting,
                    coalesce(bool_or(participant_id = :participant), false) there
                    from cohort_member where cohort_id = c.id and until_on is null) m
                 cross join lateral (select count(*) filter (where state <> 'CANCELLED' and held_on < :today) held,
                    count(*) filter (where state = 'PLANNED' and held_on >= :today) ahead
                    from session where cohort_id = c.id) s
            where c.ends_on >= :today and s.ahead > 0 and s.ahead >= s.held and not m.there and
            """ + CohortScope.SQL + """
            order by m.seated >= c.capacity, s.held > 0, c.starts_on, c.id limit 20
            """;

    private final Dossiers dossiers;
    private final Memberships memberships;
    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final Words words;

    GroupChoices(Dossiers dossiers, Memberships memberships, EntityManager entities, JdbcClient jdbc, Words words) {
        this.dossiers = dossiers;
        this.memberships = memberships;
        this.entities = entities;
        this.jdbc = jdbc;
        this.words = words;
    }

    /** What came of joining, with the membership by which it can be taken back. */
    record Joined(Memberships.Seat seat, String group, UUID member) {}

    /** A membership that was ended or came back. */
    record Moved(String person, String group, Memberships.Seat seat) {}

    GroupChoicePage page(Actor actor, ParticipantId id) {
        DossierFrame frame = dossiers.open(actor, id, "training");
        if (!frame.open()) {
            throw new RuleBroken("training.enrolment-closed", frame.name());
        }
        List<GroupChoicePage.Choice> all = CohortScope.of(actor)
                .bind(jdbc.sql(OFFERED))
                .param("participant", id.value())
                .param("today", words.today())
                .query((row, n) -> new GroupChoicePage.Choice(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("place"),
                        row.getString("trainers"),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("starts_at", LocalTime.class),
                        row.getInt("seats"),
                        row.getInt("waiting"),
                        row.getInt("held") > 0,
                        row.getInt("ahead")))
                .list();
        return new GroupChoicePage(
                frame,
                all.stream().filter(one -> one.seats() > 0).toList(),
                all.stream().filter(one -> one.seats() == 0).toList());
    }

    Joined join(Actor actor, ParticipantId id, CohortId cohort) {
        Memberships.Seat seat = memberships.join(actor, cohort, id);
        entities.flush();
        return jdbc.sql("""
                        select m.id, c.name from cohort_member m join cohort c on c.id = m.cohort_id
                        where m.cohort_id = ? and m.participant_id = ? and m.until_on is null
                        """)
                .params(cohort.value(), id.value())
                .query((row, n) -> new Joined(seat, row.getString(2), row.getObject(1, UUID.class)))
                .single();
    }

    GroupChoicePage.LeavePage leaving(Actor actor, ParticipantId id, UUID member) {
        Found found = find(actor, id, member);
        if (!found.present()) {
            throw new NotFound();
        }
        return new GroupChoicePage.LeavePage(id.value(), found.person(), member, found.group(), found.waiting());
    }

    Moved leave(Actor actor, ParticipantId id, UUID member, String reason) {
        Found found = find(actor, id, member);
        memberships.leave(actor, found.cohort(), member, reason);
        return new Moved(found.person(), found.group(), Memberships.Seat.SEATED);
    }

    Moved comeBack(Actor actor, ParticipantId id, UUID member) {
        Found found = find(actor, id, member);
        return new Moved(found.person(), found.group(), memberships.comeBack(actor, found.cohort(), member));
    }

    private record Found(CohortId cohort, String person, String group, boolean waiting, boolean present) {}

    private Found find(Actor actor, ParticipantId id, UUID member) {
        String person = dossiers.reach(actor, id).name();
        return CohortScope.of(actor)
                .bind(jdbc.sql("""
                        select c.id, c.name, m.waiting, m.until_on is null from cohort_member m
                             join cohort c on c.id = m.cohort_id
                        where m.id = :member and m.participant_id = :participant and
                        """ + CohortScope.SQL))
                .param("member", member)
                .param("participant", id.value())
                .query((row, n) -> new Found(
                        new CohortId(row.getObject(1, UUID.class)),
                        person,
                        row.getString(2),
                        row.getBoolean(3),
                        row.getBoolean(4)))
                .optional()
                .orElseThrow(NotFound::new);
    }
}
