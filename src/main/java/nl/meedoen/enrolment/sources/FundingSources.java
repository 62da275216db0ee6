package nl.meedoen.enrolment.sources;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.meedoen.access.Actor;
import nl.meedoen.enrolment.EligibilityKind;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.StaleVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the projects that pay. Everybody may read them; the database lets administrators change them. */
@Service
@Transactional
public class FundingSources {

    /**
     * A project that pays.
     *
     * @param checks what it asks to be checked of everybody, in the order of the list
     */
    public record Project(
            UUID id,
            String code,
            String name,
            LocalDate from,
            LocalDate until,
            List<EligibilityKind> checks,
            long version) {

        /** Whether it pays on a day. */
        public boolean pays(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    /** What is written down of a project. */
    public record Facts(String code, String name, LocalDate from, LocalDate until, Set<EligibilityKind> checks) {}

    private static final String SELECT =
            "select id, code, name, from_on, until_on, checks, version from funding_source ";
    private static final String SUBJECT = "enrolment.funding-source";

    private final JdbcClient jdbc;
    private final Trail trail;

    FundingSources(JdbcClient jdbc, Trail trail) {
        this.jdbc = jdbc;
        this.trail = trail;
    }

    /** All of them, what ends last first. */
    @Transactional(readOnly = true)
    public List<Project> all() {
        return jdbc.sql(SELECT + "order by until_on desc, code, id")
                .query((row, n) -> project(row))
                .list();
    }

    /** @throws NotFound when there is none */
    @Transactional(readOnly = true)
    public Project one(UUID id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query((row, n) -> project(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** The project with this code, whatever its capitals. */
    @Transactional(readOnly = true)
    public Optional<Project> coded(String code) {
        return jdbc.sql(SELECT + "where lower(code) = lower(?)")
                .param(code.strip())
                .query((row, n) -> project(row))
                .optional();
    }

    /** @throws RuleBroken when the code is taken or the period ends before it begins */
    UUID add(Actor by, Facts facts) {
        check(facts, null);
        UUID id = Uuids.next();
        jdbc.sql("""
                        insert into funding_source (id, code, name, from_on, until_on, checks)
                        values (?, ?, ?, ?, ?, cast(? as text[]))
                        """)
                .params(id, facts.code(), facts.name(), facts.from(), facts.until(), array(facts.checks()))
                .update();
        trail.note(by, Trail.Action.CREATED, SUBJECT, id);
        return id;
    }

    /** @throws StaleVersion when somebody else saved it first */
    void change(Actor by, UUID id, long version, Facts facts) {
        check(facts, id);
        int changed = jdbc.sql("""
                        update funding_source set code = ?, name = ?, from_on = ?, until_on = ?,
                            checks = cast(? as text[]), version = version + 1 where id = ? and version = ?
                        """)
                .params(facts.code(), facts.name(), facts.from(), facts.until(), array(facts.checks()), id, version)
                .update();
        if (changed == 0) {
            throw new StaleVersion();
        }
        trail.note(by, Trail.Action.CHANGED, SUBJECT, id);
    }

    private void check(Facts facts, @Nullable UUID except) {
        if (facts.until().isBefore(facts.from())) {
            throw new RuleBroken("enrolment.period-order");
        }
        if (coded(facts.code()).filter(known -> !known.id().equals(except)).isPresent()) {
            throw new RuleBroken("enrolment.source.taken");
        }
    }

    private static String array(Collection<EligibilityKind> kinds) {
        return kinds.stream().sorted().map(Enum::name).collect(Collectors.joining(",", "{", "}"));
    }

    private static Project project(ResultSet row) throws SQLException {
        return new Project(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class),
                Arrays.stream((String[]) row.getArray(6).getArray())
                        .map(EligibilityKind::valueOf)
                        .toList(),
                row.getLong(7));
    }
}
