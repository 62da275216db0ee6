package nl.meedoen.plans.dream;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.LanguageLevel;
import nl.meedoen.participants.occupations.Occupation;
import nl.meedoen.participants.occupations.Occupations;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.StaleVersion;
import nl.meedoen.webkit.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What occupations take: one text for each, shared by all coaches and coordinators. */
@Service
@Transactional
public class Demands {

    /** What is kept of an occupation, by whom and since when. */
    public record Kept(Demand demand, LocalDate on, String by, long version) {}

    private final Occupations occupations;
    private final Trail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    Demands(Occupations occupations, Trail trail, JdbcClient jdbc, Clock clock) {
        this.occupations = occupations;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What was written about this occupation; empty while nobody did. */
    @Transactional(readOnly = true)
    public Optional<Kept> of(String occupation) {
        return jdbc.sql("""
                        select d.*, a.name from occupation_demand d join account a on a.id = d.written_by
                        where d.occupation = ?
                        """).param(occupation).query((row, n) -> kept(row)).optional();
    }

    /**
     * Writes what an occupation takes.
     *
     * @param version as it was read; -1 where nothing was written yet
     * @throws NotFound for what is no occupation
     * @throws StaleVersion when somebody else wrote meanwhile
     */
    public void write(Actor actor, String code, long version, Demand is) {
        Occupation occupation = occupations.find(code).orElseThrow(NotFound::new);
        int written = jdbc.sql("""
                        insert into occupation_demand as d (occupation, language, diploma_level, diploma, licences, regulated,
                            register, advice, written_at, written_by)
                        values (:occupation, :language, :level, :diploma, cast(:licences as text[]), :regulated, :register,
                            :advice, :now, :actor)
                        on conflict (occupation) do update set language = excluded.language,
                            diploma_level = excluded.diploma_level, diploma = excluded.diploma,
                            licences = excluded.licences, regulated = excluded.regulated, register = excluded.register,
                            advice = excluded.advice, written_at = excluded.written_at, written_by = excluded.written_by,
                            version = d.version + 1
                        where d.version = :version
                        """)
                .param("occupation", occupation.code())
                .param("language", is.language() == null ? null : is.language().name())
                .param("level", is.diplomaLevel())
                .param("diploma", is.diploma())
                .param("licences", "{" + String.join(",", is.licences()) + "}")
                .param("regulated", is.regulated())
                .param("register", is.register())
                .param("advice", is.advice())
                .param("now", Timestamp.from(clock.instant()))
                .param("actor", actor.id().value())
                .param("version", version)
                .update();
        if (written == 0) {
            throw new StaleVersion();
        }
        trail.note(actor, Trail.Action.CHANGED, "plans.demand", null, occupation.code());
    }

    private static Kept kept(ResultSet row) throws SQLException {
        String language = row.getString("language");
        int level = row.getInt("diploma_level");
        boolean noLevel = row.wasNull();
        return new Kept(
                new Demand(
                        language == null ? null : LanguageLevel.valueOf(language),
                        noLevel ? null : level,
                        row.getString("diploma"),
                        List.copyOf(Arrays.asList(
                                (String[]) row.getArray("licences").getArray())),
                        row.getBoolean("regulated"),
                        row.getString("register"),
                        row.getString("advice")),
                LocalDate.ofInstant(row.getTimestamp("written_at").toInstant(), Words.ZONE),
                row.getString("name"),
                row.getLong("version"));
    }
}
