package nl.meedoen.participants.brought;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.meedoen.kernel.LanguageLevel;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads what somebody brings for work, in three statements; the caller has reached the person. */
@Service
@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
public class Bringing {

    private static final String DUTCH = """
            select distinct on (skill) level, measured_on from language_measurement where participant_id = ?
            order by skill, measured_on desc, recorded_at desc
            """;

    private static final String SCHOOLS = """
            select level, title, country, diploma, valuation, valued_as, valued_until from education
            where participant_id = ? order by level desc, until_year desc nulls first, id
            """;

    private static final String WORK = """
            select (select licences from work_profile where participant_id = :id) licences,
                array(select occupation from work_wish where participant_id = :id order by added_at, id) wishes
            """;

    private final JdbcClient jdbc;
    private final Words words;

    Bringing(JdbcClient jdbc, Words words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    private record Level(LanguageLevel level, LocalDate on) {}

    private record Work(Set<String> licences, List<String> wishes) {}

    /** What this person brings; of who keeps silent about something, nothing of it. */
    public Brought of(ParticipantId id) {
        UUID person = id.value();
        @Nullable
        Level lowest = jdbc
                .sql(DUTCH)
                .param(person)
                .query((row, n) ->
                        new Level(LanguageLevel.valueOf(row.getString(1)), row.getObject(2, LocalDate.class)))
                .list()
                .stream()
                .min((a, b) -> a.level().compareTo(b.level()))
                .orElse(null);
        List<Brought.School> schools =
                jdbc.sql(SCHOOLS).param(person).query((row, n) -> school(row)).list();
        Work work = jdbc.sql(WORK)
                .param("id", person)
                .query((row, n) ->
                        new Work(new LinkedHashSet<>(texts(row.getArray("licences"))), texts(row.getArray("wishes"))))
                .single();
        return new Brought(
                lowest == null ? null : lowest.level(),
                lowest == null ? null : lowest.on(),
                schools,
                work.licences(),
                work.wishes());
    }

    private Brought.School school(ResultSet row) throws SQLException {
        String valuation = row.getString("valuation");
        LocalDate until = row.getObject("valued_until", LocalDate.class);
        return new Brought.School(
                row.getInt("level"),
                row.getString("title"),
                "YES".equals(row.getString("diploma")),
                row.getString("country") != null && !"NL".equals(row.getString("country")),
                "GIVEN".equals(valuation) && (until == null || !until.isBefore(words.today())),
                "REQUESTED".equals(valuation),
                row.getString("valued_as"));
    }

    private static List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
