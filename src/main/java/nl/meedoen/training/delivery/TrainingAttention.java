package nl.meedoen.training.delivery;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.desk.Attention;
import nl.meedoen.training.delivery.domain.CohortScope;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What asks for attention in the training: for a trainer the sessions of today and tomorrow and attendance that is
 * still to be filled in; for a coordinator groups that begin soon with free seats; for both, members to call.
 */
@Component
class TrainingAttention implements Attention.Source {

    private static final int SOON_DAYS = 21;

    private record Row(
            UUID session,
            UUID cohort,
            String name,
            int number,
            String title,
            LocalDate on,
            LocalTime at,
            String place,
            boolean due,
            int calls) {}

    private final JdbcClient jdbc;
    private final Texts texts;
    private final Words words;
    private final Clock clock;

    TrainingAttention(JdbcClient jdbc, Texts texts, Words words, Clock clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public List<Attention> of(Actor actor) {
        LocalDate today = LocalDate.now(clock.withZone(Words.ZONE));
        return switch (actor.role()) {
            case TRAINER -> sessions(actor, today);
            case COORDINATOR -> {
                List<Attention> both = new ArrayList<>(seats(actor, today));
                both.addAll(sessions(actor, today));
                yield both;
            }
            default -> List.of();
        };
    }

    private List<Attention> sessions(Actor actor, LocalDate today) {
        boolean trainer = actor.role() == Role.TRAINER;
        List<Row> rows = CohortScope.of(actor)
                .bind(jdbc.sql("""
                        select s.id, c.id, c.name, s.number, s.title, s.held_on, s.starts_at, s.place,
                               s.state = 'PLANNED' and s.held_on < :today and exists (select 1 from cohort_member m
                                   where m.cohort_id = c.id and not m.waiting and m.from_on <= s.held_on
                                     and (m.until_on is null or m.until_on >= s.held_on)) due,
                               (select count(*) from session_call k where k.session_id = s.id and k.told_at is null) calls
                        from session s join cohort c on c.id = s.cohort_id
                        where""" + CohortScope.SQL + """
                          and (s.state = 'PLANNED' and s.held_on <= :tomorrow
                               or exists (select 1 from session_call k where k.session_id = s.id and k.told_at is null))
                          and s.held_on >= :since
                        order by s.held_on, s.starts_at limit 40
                        """))
                .param("today", today)
                .param("tomorrow", today.plusDays(1))
                .param("since", today.minusDays(60))
                .query((row, n) -> new Row(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getInt(4),
                        row.getString(5),
                        row.getObject(6, LocalDate.class),
                        row.getObject(7, LocalTime.class),
                        row.getString(8),
                        row.getBoolean(9),
                        row.getInt(10)))
                .list();
        List<Attention> found = new ArrayList<>();
        for (Row row : rows) {
            if (row.calls() > 0 && !row.on().isBefore(today)) {
                found.add(calls(row));
            }
            if (trainer && row.due()) {
                found.add(marks(row));
            } else if (trainer && !row.on().isBefore(today) && !row.on().isAfter(today.plusDays(1))) {
                found.add(session(row));
            }
        }
        return found;
    }

    private Attention session(Row row) {
        return new Attention(
                "training.attention.session",
                "busy",
                "cal",
                row.name() + ": " + row.title(),
                texts.of("training.attention.session.text", words.weekday(row.on()), words.time(row.at()), row.place()),
                "/sessions/" + row.session(),
                null);
    }

    private Attention marks(Row row) {
        return new Attention(
                "training.attention.marks",
                "wait",
                "check",
                row.name(),
                texts.of("training.attention.marks.text", row.number(), words.weekday(row.on())),
                "/sessions/" + row.session() + "/attendance",
                row.on());
    }

    private Attention calls(Row row) {
        return new Attention(
                "training.attention.calls",
                "wait",
                "phone",
                row.name(),
                texts.of("training.attention.calls.text", row.calls(), row.number()),
                "/sessions/" + row.session() + "#calls",
                row.on());
    }

    private List<Attention> seats(Actor actor, LocalDate today) {
        return CohortScope.of(actor)
                .bind(jdbc.sql("""
                        select c.id, c.name, c.starts_on, c.capacity - m.seated
                        from cohort c cross join lateral (select count(*) seated from cohort_member
                             where cohort_id = c.id and not waiting and until_on is null) m
                        where""" + CohortScope.SQL + """
                          and c.starts_on > :today and c.starts_on <= :soon and m.seated < c.capacity
                        order by c.starts_on limit 10
                        """))
                .param("today", today)
                .param("soon", today.plusDays(SOON_DAYS))
                .query((row, n) -> seat(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getInt(4)))
                .list();
    }

    private Attention seat(UUID cohort, @Nullable String name, LocalDate starts, int free) {
        return new Attention(
                "training.attention.seats",
                "busy",
                "users-plus",
                String.valueOf(name),
                texts.of("training.attention.seats.text", free, words.weekday(starts)),
                "/cohorts/" + cohort + "/members/add",
                starts);
    }
}
