package nl.meedoen.participants.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.Gender;
import nl.meedoen.kernel.PartialDate;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.PersonName;
import nl.meedoen.kernel.Phone;
import nl.meedoen.participants.ParticipantScope;
import nl.meedoen.participants.matching.MatchReason;
import nl.meedoen.participants.matching.MatchScore;
import nl.meedoen.participants.matching.MatchSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds people who may be the same person, among those whom the asker may see. */
@Service
public class Doubles {

    /** Most that are compared in full for one question. */
    private static final int CANDIDATES = 200;

    private static final String LOOK = """
            select p.id, p.number, g.name, p.given_names, p.infix, p.surname, p.preferred_name, p.original_name,
                   p.aliases, p.birth_year, p.birth_month, p.birth_day, p.gender, p.phone, p.email,
                   p.client_number, m.name municipality, g.coach_name
            from participant_search s
                 join participant p on p.id = s.participant_id
                 join glance g on g.participant_id = p.id
                 join municipality m on m.code = p.municipality_code
            """;

    /** Somebody who is there, to be laid beside somebody who may be the same. */
    public record Known(
            ParticipantId id,
            String number,
            String name,
            String municipality,
            @Nullable String coach,
            MatchSubject subject) {}

    /** Somebody who may be the same person, and why. */
    public record Likeness(
            ParticipantId id,
            String number,
            String name,
            PartialDate birth,
            String municipality,
            @Nullable String coach,
            double score,
            boolean likely,
            List<MatchReason> reasons) {}

    private final JdbcClient jdbc;
    private final ParticipantScope scope;

    Doubles(JdbcClient jdbc, ParticipantScope scope) {
        this.jdbc = jdbc;
        this.scope = scope;
    }

    /** The likely and possible doubles of somebody, best first, at most eight. */
    @Transactional(readOnly = true)
    public List<Likeness> of(Actor actor, MatchSubject subject) {
        if (subject.keys().isEmpty()
                && subject.phone() == null
                && subject.email() == null
                && subject.clientNumber() == null) {
            return List.of();
        }
        ParticipantScope.Condition mine = scope.of(actor, "s", "participant_id");
        List<Likeness> found = new ArrayList<>();
        Phone phone = subject.phone();
        SearchKeys keys = SearchKeys.of(subject);
        jdbc.sql("""
                        %s where %s and (s.phonetic && cast(:keys as text[]) or s.phone = :phone or s.email = :email
                              or s.client_number = :client or similarity(s.tokens, :tokens) > 0.45)
                        order by (s.phone is not distinct from :phone) desc, similarity(s.tokens, :tokens) desc
                        limit :most
                        """.formatted(LOOK, mine.sql()))
                .params(mine.params())
                .param("keys", keys.phonetic())
                .param("tokens", keys.tokens())
                .param("phone", phone == null ? "" : phone.e164())
                .param("email", subject.email() == null ? "-" : subject.email())
                .param("client", subject.clientNumber() == null ? "-" : subject.clientNumber())
                .param("most", CANDIDATES)
                .query(row -> {
                    MatchSubject known = subject(row);
                    MatchScore score = MatchScore.of(subject, known);
                    if (score.isPossible()) {
                        found.add(new Likeness(
                                new ParticipantId(row.getObject("id", UUID.class)),
                                row.getString("number"),
                                row.getString("name"),
                                known.birth(),
                                row.getString("municipality"),
                                row.getString("coach_name"),
                                score.value(),
                                score.isLikely(),
                                score.reasons()));
                    }
                });
        found.sort(Comparator.comparingDouble(Likeness::score).reversed());
        return found.size() > 8 ? List.copyOf(found.subList(0, 8)) : found;
    }

    /** Everybody whom the asker may see, to compare many with at once. */
    @Transactional(readOnly = true)
    public void everybody(Actor actor, Consumer<Known> taker) {
        ParticipantScope.Condition mine = scope.of(actor, "s", "participant_id");
        jdbc.sql(LOOK + "where " + mine.sql()).params(mine.params()).query(row -> {
            taker.accept(known(row));
        });
    }

    /** Those of these people whom the asker may see. */
    @Transactional(readOnly = true)
    public Map<ParticipantId, Known> these(Actor actor, Collection<ParticipantId> ids) {
        ParticipantScope.Condition mine = scope.of(actor, "s", "participant_id");
        Map<ParticipantId, Known> found = new HashMap<>();
        jdbc.sql(LOOK + "where " + mine.sql() + " and p.id = any(cast(:ids as uuid[]))")
                .params(mine.params())
                .param("ids", ids.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}")))
                .query(row -> {
                    Known known = known(row);
                    found.put(known.id(), known);
                });
        return found;
    }

    /** All of these people, for a job that compares everybody with everybody who shares a key. */
    @Transactional(readOnly = true)
    public Map<ParticipantId, Known> these(Collection<ParticipantId> ids) {
        Map<ParticipantId, Known> found = new HashMap<>();
        jdbc.sql(LOOK + "where s.participant_id = any(cast(:ids as uuid[]))")
                .param("ids", ids.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}")))
                .query(row -> {
                    Known known = known(row);
                    found.put(known.id(), known);
                });
        return found;
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                new ParticipantId(row.getObject("id", UUID.class)),
                row.getString("number"),
                row.getString("name"),
                row.getString("municipality"),
                row.getString("coach_name"),
                subject(row));
    }

    private static MatchSubject subject(ResultSet row) throws SQLException {
        PersonName name = new PersonName(
                row.getString("given_names"),
                row.getString("infix"),
                row.getString("surname"),
                row.getString("preferred_name"),
                row.getString("original_name"),
                row.getString("aliases"));
        PartialDate birth =
                new PartialDate((Integer) row.getObject("birth_year"), (Integer) row.getObject("birth_month"), (Integer)
                        row.getObject("birth_day"));
        String phone = row.getString("phone");
        return MatchSubject.of(
                name,
                birth,
                Gender.valueOf(row.getString("gender")),
                phone == null ? null : new Phone(phone),
                row.getString("email"),
                row.getString("client_number"));
    }
}
