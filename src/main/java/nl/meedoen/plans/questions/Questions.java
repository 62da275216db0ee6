package nl.meedoen.plans.questions;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.plans.ContactId;
import nl.meedoen.privacy.Trail;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks, answers and closes questions. Every call throws {@link NotFound} for whoever does not reach the participant: for
 * a client manager that is from the request on in which the resident no longer shares.
 */
@Service
@Transactional
public class Questions {

    /** Days within which a question should be answered. */
    public static final int ANSWER_DAYS = 7;

    private static final String QUESTION = "plans.question";

    private final QuestionRepository questions;
    private final Dossiers dossiers;
    private final QuestionLetters letters;
    private final Trail trail;
    private final Vault vault;
    private final JdbcClient jdbc;
    private final Clock clock;

    Questions(
            QuestionRepository questions,
            Dossiers dossiers,
            QuestionLetters letters,
            Trail trail,
            Vault vault,
            JdbcClient jdbc,
            Clock clock) {
        this.questions = questions;
        this.dossiers = dossiers;
        this.letters = letters;
        this.trail = trail;
        this.vault = vault;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Asks another party something.
     *
     * @param about the contact that it follows up; the note of it stays where it is
     * @throws RuleBroken when there is nobody to ask: no coach, or a resident who does not share
     */
    public QuestionId ask(Actor actor, ParticipantId participant, Party of, String text, @Nullable ContactId about) {
        begin(actor, participant);
        checkAsked(participant, of);
        if (about != null) {
            checkContact(participant, about);
        }
        Instant now = clock.instant();
        Question question = questions.saveAndFlush(
                new Question(QuestionId.next(), participant, about, actor.id(), Party.of(actor.role()), of, now));
        write(actor, question, text, now);
        letters.asked(actor, question);
        trail.dossier(actor, Trail.Action.CREATED, QUESTION, question.id().value(), participant);
        return question.id();
    }

    /** Answers, or reacts to an answer. */
    public void say(Actor actor, ParticipantId participant, QuestionId id, String text) {
        begin(actor, participant);
        Question question = load(actor, participant, id);
        Instant now = clock.instant();
        question.spoken(Party.of(actor.role()), now);
        questions.saveAndFlush(question);
        write(actor, question, text, now);
        letters.answered(actor, question);
        trail.dossier(actor, Trail.Action.CHANGED, QUESTION, id.value(), participant);
    }

    /** Closes a question; twice is once. */
    public void close(Actor actor, ParticipantId participant, QuestionId id) {
        dossiers.reach(actor, participant);
        Question question = load(actor, participant, id);
        if (question.close(Party.of(actor.role()), actor.id(), clock.instant())) {
            trail.dossier(actor, Trail.Action.CHANGED, QUESTION, id.value(), participant);
        }
    }

    /** Takes the closing back. */
    public void reopen(Actor actor, ParticipantId participant, QuestionId id) {
        dossiers.reach(actor, participant);
        Question question = load(actor, participant, id);
        if (question.reopen(Party.of(actor.role()))) {
            trail.dossier(actor, Trail.Action.UNDONE, QUESTION, id.value(), participant);
        }
    }

    /** Says "well done" about a contact; twice is once. */
    public void praise(Actor actor, ParticipantId participant, ContactId contact) {
        dossiers.reach(actor, participant);
        checkContact(participant, contact);
        int given = jdbc.sql("""
                        insert into praise (contact_id, account_id, participant_id, given_at) values (?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(contact.value(), actor.id().value(), participant.value(), Timestamp.from(clock.instant()))
                .update();
        if (given > 0) {
            trail.dossier(actor, Trail.Action.CREATED, "plans.praise", contact.value(), participant);
        }
    }

    /** Takes the own "well done" back. */
    public void takePraiseBack(Actor actor, ParticipantId participant, ContactId contact) {
        dossiers.reach(actor, participant);
        checkContact(participant, contact);
        int gone = jdbc.sql("delete from praise where contact_id = ? and account_id = ?")
                .params(contact.value(), actor.id().value())
                .update();
        if (gone > 0) {
            trail.dossier(actor, Trail.Action.UNDONE, "plans.praise", contact.value(), participant);
        }
    }

    private void begin(Actor actor, ParticipantId participant) {
        if (!dossiers.reach(actor, participant).open()) {
            throw new RuleBroken("plans.enrolment-closed");
        }
    }

    private void checkAsked(ParticipantId participant, Party of) {
        LocalDate today = LocalDate.now(clock.withZone(Words.ZONE));
        boolean there = jdbc.sql("""
                        select case when :of = 'COACH' then coach_id is not null
                                    when :of = 'CLIENT_MANAGER' then coalesce(shared_until >= :today, false)
                                    else true end
                        from glance where participant_id = :participant
                        """)
                .param("of", of.name())
                .param("today", today)
                .param("participant", participant.value())
                .query(Boolean.class)
                .single();
        if (!there) {
            throw new RuleBroken(of == Party.COACH ? "plans.question-no-coach" : "plans.question-not-shared");
        }
    }

    private void checkContact(ParticipantId participant, ContactId contact) {
        if (jdbc.sql("select id from contact where id = ? and participant_id = ?")
                .params(contact.value(), participant.value())
                .query(UUID.class)
                .optional()
                .isEmpty()) {
            throw new NotFound();
        }
    }

    private Question load(Actor actor, ParticipantId participant, QuestionId id) {
        UUID person = participant.value();
        return questions
                .findForUpdate(id.value(), person)
                .filter(found -> OwnQuestions.has(actor, found))
                .orElseThrow(NotFound::new);
    }

    private void write(Actor actor, Question question, String text, Instant now) {
        jdbc.sql("""
                        insert into question_message (id, question_id, participant_id, municipality, author_id, author_role,
                            written_at, body)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        Uuids.next(),
                        question.id().value(),
                        question.participant().value(),
                        question.municipal(),
                        actor.id().value(),
                        Party.of(actor.role()).name(),
                        Timestamp.from(now),
                        vault.seal(text))
                .update();
    }
}
