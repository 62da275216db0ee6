package nl.meedoen.plans.questions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Permission;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.DossierFrame;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.plans.ContactId;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the pages of questions: all threads of a participant in one statement. */
@Component
@Transactional
class QuestionPages {

    static final String TAB = "questions";

    private static final String MESSAGES = """
            select q.id, q.turn, q.asked_as, q.asked_of, q.closed_at is not null closed, c.held_on,
                m.author_id, m.author_role, m.written_at, m.body, a.name
            from question q join question_message m on m.question_id = q.id
                left join account a on a.id = m.author_id
                left join contact c on c.id = q.contact_id
            where q.participant_id = :participant
                and q.id = any(array(select q.id from question q where q.participant_id = :participant and %s
                    order by q.closed_at is not null, q.asked_at desc limit 40))
            order by q.closed_at is not null, q.asked_at desc, q.id, m.written_at, m.id
            """;

    private final Dossiers dossiers;
    private final JdbcClient jdbc;
    private final Vault vault;
    private final Texts texts;
    private final Words words;

    QuestionPages(Dossiers dossiers, JdbcClient jdbc, Vault vault, Texts texts, Words words) {
        this.dossiers = dossiers;
        this.jdbc = jdbc;
        this.vault = vault;
        this.texts = texts;
        this.words = words;
    }

    private record Row(QuestionsPage.Thread thread, QuestionsPage.Said said) {}

    QuestionsPage page(Actor actor, ParticipantId id) {
        DossierFrame frame = dossiers.open(actor, id, TAB);
        Map<UUID, QuestionsPage.Thread> threads = new LinkedHashMap<>();
        jdbc.sql(MESSAGES.formatted(OwnQuestions.condition(actor)))
                .param("participant", id.value())
                .param("own_municipalities", OwnQuestions.municipalities(actor))
                .query((row, n) -> row(actor, frame, row))
                .list()
                .forEach(row -> threads.computeIfAbsent(row.thread().id(), known -> row.thread())
                        .messages()
                        .add(row.said()));
        return new QuestionsPage(
                frame,
                threads.values().stream()
                        .filter(one -> one.standing() != QuestionStanding.CLOSED)
                        .toList(),
                threads.values().stream()
                        .filter(one -> one.standing() == QuestionStanding.CLOSED)
                        .toList(),
                actor.may(Permission.QUESTION_ASK) && frame.open(),
                texts.of(
                        actor.role() == Role.CLIENT_MANAGER
                                ? "plans.questions.who-sees.municipality"
                                : "plans.questions.who-sees"));
    }

    /** The form for a new question; only the parties that are there and may be asked stand in it. */
    QuestionsPage.AskPage ask(Actor actor, ParticipantId id, @Nullable ContactId about) {
        DossierFrame frame = dossiers.open(actor, id, TAB);
        if (!frame.open()) {
            throw new RuleBroken("plans.enrolment-closed");
        }
        boolean shares = jdbc.sql("select coalesce(shared_until >= ?, false) from glance where participant_id = ?")
                .params(words.today(), id.value())
                .query(Boolean.class)
                .single();
        Party own = Party.of(actor.role());
        List<Option> parties = new ArrayList<>();
        if (own != Party.COACH && frame.coachName() != null) {
            parties.add(new Option(Party.COACH.name(), texts.of("plans.question.of.coach", frame.coachName())));
        }
        if (own != Party.COORDINATOR) {
            parties.add(new Option(Party.COORDINATOR.name(), texts.of("plans.question.of.coordinator")));
        }
        if (own != Party.CLIENT_MANAGER && shares) {
            parties.add(new Option(Party.CLIENT_MANAGER.name(), texts.of("plans.question.of.client-manager")));
        }
        return new QuestionsPage.AskPage(frame, parties, about == null ? null : aboutContact(id, about));
    }

    private String aboutContact(ParticipantId id, ContactId contact) {
        return jdbc.sql("select held_on from contact where id = ? and participant_id = ?")
                .params(contact.value(), id.value())
                .query(LocalDate.class)
                .optional()
                .map(on -> texts.of("plans.question.about-contact", words.date(on)))
                .orElseThrow(NotFound::new);
    }

    private Row row(Actor actor, DossierFrame frame, ResultSet row) throws SQLException {
        Party own = Party.of(actor.role());
        Party as = Party.valueOf(row.getString("asked_as"));
        Party of = Party.valueOf(row.getString("asked_of"));
        boolean closed = row.getBoolean("closed");
        boolean asked = Question.Turn.ASKED.name().equals(row.getString("turn"));
        LocalDate contactOn = row.getObject("held_on", LocalDate.class);
        String title = texts.of("plans.question.title", name(as), texts.of("plans.question.to." + code(of)));
        QuestionsPage.Thread thread = new QuestionsPage.Thread(
                row.getObject("id", UUID.class),
                contactOn == null
                        ? title
                        : title + ", " + texts.of("plans.question.about-contact", words.date(contactOn)),
                QuestionStanding.of(closed, row.getString("turn")),
                new ArrayList<>(),
                !closed && frame.open(),
                asked ? own == of : own == as,
                own == as || own == Party.COORDINATOR);
        Instant at = row.getTimestamp("written_at").toInstant();
        String author = row.getString("name");
        Party role = Party.valueOf(row.getString("author_role"));
        boolean mine = actor.id().value().equals(row.getObject("author_id", UUID.class));
        return new Row(
                thread,
                new QuestionsPage.Said(
                        author == null ? name(role) : author + ", " + name(role).toLowerCase(Locale.ROOT),
                        words.moment(at),
                        LocalDate.ofInstant(at, Words.ZONE).toString(),
                        String.valueOf(vault.open(row.getBytes("body"))),
                        mine));
    }

    private String name(Party party) {
        return texts.of("plans.question.from." + code(party));
    }

    private static String code(Party party) {
        return party.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
