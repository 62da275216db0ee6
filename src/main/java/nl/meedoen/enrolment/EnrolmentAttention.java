package nl.meedoen.enrolment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Permission;
import nl.meedoen.desk.Attention;
import nl.meedoen.people.Organisation;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Dossiers that came from another location, and people to ask how it goes after the programme. */
@Component
class EnrolmentAttention implements Attention.Source {

    private static final int MOST = 25;

    private final JdbcClient jdbc;
    private final Texts texts;
    private final Words words;

    EnrolmentAttention(JdbcClient jdbc, Texts texts, Words words) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.words = words;
    }

    @Override
    public List<Attention> of(Actor actor) {
        if (!actor.may(Permission.DOSSIER_EDIT)) {
            return List.of();
        }
        List<Attention> rows = new ArrayList<>(received(actor));
        rows.addAll(checkIns(actor));
        return rows;
    }

    private List<Attention> received(Actor actor) {
        return jdbc.sql("""
                        select x.* from unnest(cast(:locations as uuid[])) own(id) cross join lateral (
                            select t.participant_id, g.name, l.name location, t.transferred_at from transfer t
                                join glance g on g.participant_id = t.participant_id and g.location_id = own.id
                                join location l on l.id = t.from_location_id
                            where t.to_location_id = own.id and t.received_at is null
                            order by t.transferred_at limit :most) x
                        order by x.transferred_at limit :most
                        """)
                .param("locations", Organisation.array(actor.locations()))
                .param("most", MOST)
                .query((row, n) -> new Attention(
                        "enrolment.attention.transfer",
                        "busy",
                        "users-plus",
                        row.getString(2),
                        texts.of("enrolment.attention.transfer.text", row.getString(3)),
                        path(row.getString(1)),
                        row.getTimestamp(4).toInstant().atZone(Words.ZONE).toLocalDate()))
                .list();
    }

    private List<Attention> checkIns(Actor actor) {
        return jdbc.sql("""
                        select x.* from unnest(cast(:locations as uuid[])) own(id) cross join lateral (
                            select c.participant_id, g.name, c.weeks, c.due_on from aftercare_check_in c
                                join glance g on g.participant_id = c.participant_id
                            where c.location_id = own.id and c.done_on is null and c.due_on <= :today
                            order by c.due_on limit :most) x
                        order by x.due_on limit :most
                        """)
                .param("locations", Organisation.array(actor.locations()))
                .param("today", words.today())
                .param("most", MOST)
                .query((row, n) -> new Attention(
                        "enrolment.attention.check-in",
                        "wait",
                        "phone",
                        row.getString(2),
                        texts.of("enrolment.attention.check-in.text", row.getInt(3)),
                        path(row.getString(1)),
                        row.getObject(4, LocalDate.class)))
                .list();
    }

    private static String path(String participant) {
        return "/participants/" + participant + "/enrolment";
    }
}
