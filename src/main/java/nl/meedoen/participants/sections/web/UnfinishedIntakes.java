package nl.meedoen.participants.sections.web;

import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Permission;
import nl.meedoen.desk.Attention;
import nl.meedoen.participants.ParticipantScope;
import nl.meedoen.participants.sections.Section;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Intakes that this person began and did not finish, for Today. */
@Component
class UnfinishedIntakes implements Attention.Source {

    private static final String BEGUN = """
            select g.participant_id, g.name, count(*) parts, max(s.saved_at) last
            from glance g join intake_section s on s.participant_id = g.participant_id
            where g.phase = 'REGISTERED' and %s
              and exists (select 1 from intake_section mine
                          where mine.participant_id = g.participant_id and mine.saved_by = :me)
            group by g.participant_id, g.name
            order by last limit 50
            """;

    private final JdbcClient jdbc;
    private final ParticipantScope scope;
    private final Texts texts;

    UnfinishedIntakes(JdbcClient jdbc, ParticipantScope scope, Texts texts) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.texts = texts;
    }

    @Override
    public List<Attention> of(Actor actor) {
        if (!actor.may(Permission.DOSSIER_EDIT)) {
            return List.of();
        }
        ParticipantScope.Condition mine = scope.ofGlance(actor);
        return jdbc.sql(BEGUN.formatted(mine.sql()))
                .params(mine.params())
                .param("me", actor.id().value())
                .query((row, n) -> {
                    Timestamp last = row.getTimestamp("last");
                    return new Attention(
                            "sections.attention",
                            "wait",
                            "edit",
                            row.getString("name"),
                            texts.of("sections.attention.text", row.getInt("parts"), Section.values().length),
                            "/participants/" + row.getObject("participant_id", UUID.class) + "/intake",
                            last.toInstant().atZone(Words.ZONE).toLocalDate());
                })
                .list();
    }
}
