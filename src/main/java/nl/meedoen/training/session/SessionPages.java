package nl.meedoen.training.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.LanguageNames;
import nl.meedoen.privacy.Vault;
import nl.meedoen.training.CohortId;
import nl.meedoen.training.SessionId;
import nl.meedoen.training.delivery.SessionDates;
import nl.meedoen.training.delivery.domain.CohortScope;
import nl.meedoen.training.delivery.domain.SessionState;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads one session with its work forms and calls. */
@Component
@Transactional(readOnly = true)
class SessionPages {

    /** A theme with its work forms, those in use ticked. */
    record Shelf(String title, List<Choice> workForms) {}

    /** A work form to choose. */
    record Choice(UUID id, String title, int minutes, boolean chosen) {}

    /** Where a group's sessions end, so that one more can follow. */
    record Last(
            UUID cohortId,
            String cohort,
            int nextNumber,
            LocalDate nextDay,
            LocalTime startsAt,
            LocalTime endsAt,
            String place) {}

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    SessionPages(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    SessionPage session(Actor actor, SessionId id) {
        List<SessionPage.WorkFormLine> workForms = jdbc.sql(inLanguage("""
                        select w.id, w.title_xx, w.minutes from session_work_form x join work_form w on w.id = x.work_form_id
                        where x.session_id = ? order by x.position
                        """))
                .param(id.value())
                .query((row, n) ->
                        new SessionPage.WorkFormLine(row.getObject(1, UUID.class), row.getString(2), row.getInt(3)))
                .list();
        List<SessionPage.Call> calls = calls(id);
        return CohortScope.of(actor)
                .bind(jdbc.sql("""
                        select s.*, c.name cohort, l.name location,
                               (select string_agg(a.name, ', ' order by a.name) from cohort_trainer t
                                join account a on a.id = t.account_id where t.cohort_id = c.id) trainers,
                               (select count(*) from cohort_member m where m.cohort_id = c.id and not m.waiting
                                and m.from_on <= s.held_on and (m.until_on is null or m.until_on >= s.held_on)) members,
                               k.present, k.late, k.excused, k.absent,
                               b.id previous_id, b.number previous_number, n.id next_id, n.number next_number
                        from session s join cohort c on c.id = s.cohort_id join location l on l.id = c.location_id
                             cross join lateral (select count(*) filter (where mark = 'PRESENT') present,
                                count(*) filter (where mark = 'LATE') late,
                                count(*) filter (where mark = 'EXCUSED') excused,
                                count(*) filter (where mark = 'ABSENT') absent
                                from attendance where session_id = s.id) k
                             left join session b on b.cohort_id = s.cohort_id and b.number = s.number - 1
                             left join session n on n.cohort_id = s.cohort_id and n.number = s.number + 1
                        where s.id = :id and""" + CohortScope.SQL))
                .param("id", id.value())
                .query((row, n) -> page(row, workForms, calls))
                .optional()
                .orElseThrow(NotFound::new);
    }

    private SessionPage page(ResultSet row, List<SessionPage.WorkFormLine> workForms, List<SessionPage.Call> calls)
            throws SQLException {
        LocalDate on = row.getObject("held_on", LocalDate.class);
        SessionState state = SessionState.valueOf(row.getString("state"));
        boolean begun = !on.isAfter(LocalDate.now(clock.withZone(Words.ZONE)));
        return new SessionPage(
                row.getObject("id", UUID.class),
                row.getObject("cohort_id", UUID.class),
                row.getString("cohort"),
                row.getString("location"),
                row.getString("trainers"),
                row.getInt("number"),
                row.getString("title"),
                on,
                row.getObject("starts_at", LocalTime.class),
                row.getObject("ends_at", LocalTime.class),
                row.getString("place"),
                state,
                row.getObject("moved_from", LocalDate.class),
                vault.open(row.getBytes("reason")),
                row.getLong("version"),
                begun && state != SessionState.CANCELLED,
                row.getInt("members"),
                new SessionPage.Marks(
                        row.getInt("present"), row.getInt("late"), row.getInt("excused"), row.getInt("absent")),
                workForms,
                calls,
                neighbour(row, "previous"),
                neighbour(row, "next"));
    }

    private static SessionPage.@Nullable Neighbour neighbour(ResultSet row, String side) throws SQLException {
        UUID id = row.getObject(side + "_id", UUID.class);
        return id == null ? null : new SessionPage.Neighbour(id, row.getInt(side + "_number"));
    }

    private List<SessionPage.Call> calls(SessionId id) {
        Locale reader = LocaleContextHolder.getLocale();
        return jdbc.sql("""
                        select k.participant_id, g.name, p.phone, p.whatsapp, g.language, p.interpreter, k.told_at, a.name
                        from session_call k join glance g on g.participant_id = k.participant_id
                             join participant p on p.id = k.participant_id left join account a on a.id = k.told_by
                        where k.session_id = ? order by g.sort_name, k.participant_id
                        """)
                .param(id.value())
                .query((row, n) -> {
                    var told = row.getTimestamp(7);
                    String language = row.getString(5);
                    return new SessionPage.Call(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getString(3),
                            row.getBoolean(4),
                            language == null ? null : LanguageNames.of(language, reader),
                            row.getBoolean(6),
                            told == null ? null : told.toInstant(),
                            row.getString(8));
                })
                .list();
    }

    /** The whole library, by theme, to choose from; nothing is chosen but what is listed. */
    List<Shelf> shelves(List<UUID> chosen) {
        record Line(String theme, Choice choice) {}
        List<Line> lines = jdbc.sql(inLanguage("""
                        select t.title_xx, w.id, w.title_xx, w.minutes
                        from work_form w join theme t on t.id = w.theme_id order by t.position, w.position
                        """))
                .query((row, n) -> {
                    UUID id = row.getObject(2, UUID.class);
                    return new Line(
                            row.getString(1), new Choice(id, row.getString(3), row.getInt(4), chosen.contains(id)));
                })
                .list();
        List<Shelf> shelves = new ArrayList<>();
        for (Line line : lines) {
            if (shelves.isEmpty() || !shelves.get(shelves.size() - 1).title().equals(line.theme())) {
                shelves.add(new Shelf(line.theme(), new ArrayList<>()));
            }
            shelves.get(shelves.size() - 1).workForms().add(line.choice());
        }
        return shelves;
    }

    /** The day proposed for one more: a week after the last, from today on, not on a public holiday. */
    Last last(Actor actor, CohortId cohort) {
        LocalDate today = LocalDate.now(clock.withZone(Words.ZONE));
        return CohortScope.of(actor)
                .bind(jdbc.sql("""
                        select c.id, c.name, (select max(number) from session s where s.cohort_id = c.id) + 1, c.ends_on,
                               c.starts_at, c.ends_at, c.place
                        from cohort c where c.id = :id and""" + CohortScope.SQL))
                .param("id", cohort.value())
                .query((row, n) -> {
                    LocalDate day = row.getObject(4, LocalDate.class).plusWeeks(1);
                    while (day.isBefore(today)) {
                        day = day.plusWeeks(1);
                    }
                    return new Last(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getInt(3),
                            SessionDates.weekly(day, 1).first(),
                            row.getObject(5, LocalTime.class),
                            row.getObject(6, LocalTime.class),
                            row.getString(7));
                })
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static String inLanguage(String sql) {
        return sql.replace("_xx", "nl".equals(LocaleContextHolder.getLocale().getLanguage()) ? "_nl" : "_en");
    }
}
