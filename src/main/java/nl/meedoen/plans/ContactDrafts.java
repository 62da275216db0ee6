package nl.meedoen.plans;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.desk.Drafts;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.plans.text.DraftText;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the text of a contact that is not saved yet: one for each participant, and one for several together. */
@Component
@Transactional
public class ContactDrafts {

    /** Where the text for several stands, with the ids of those who were chosen behind it: it goes when one of them does. */
    private static final String SEVERAL = "contacts:";

    private static final Duration LATE = Duration.ofMinutes(2);

    private final Dossiers dossiers;
    private final Drafts drafts;
    private final JdbcClient jdbc;
    private final Vault vault;
    private final Texts texts;
    private final Words words;
    private final Clock clock;

    ContactDrafts(
            Dossiers dossiers, Drafts drafts, JdbcClient jdbc, Vault vault, Texts texts, Words words, Clock clock) {
        this.dossiers = dossiers;
        this.drafts = drafts;
        this.jdbc = jdbc;
        this.vault = vault;
        this.texts = texts;
        this.words = words;
        this.clock = clock;
    }

    /** A text for several, for whom, and when it was kept. */
    public record Together(DraftText text, Set<ParticipantId> people, Instant savedAt) {}

    /** What was kept of a contact with one participant. */
    @Transactional(readOnly = true)
    public Optional<Drafts.Draft> of(Actor actor, ParticipantId participant) {
        return drafts.find(actor, Contacts.draftPlace(participant));
    }

    /** When a draft was kept, in words. */
    public String said(Instant at) {
        LocalDateTime local = LocalDateTime.ofInstant(at, Words.ZONE);
        return local.toLocalDate().equals(words.today())
                ? texts.of("plans.draft.saved-today", words.time(local.toLocalTime()))
                : texts.of("plans.draft.saved", words.moment(at));
    }

    /** Keeps a draft; one that arrives after its text was saved is not brought back to life. */
    public Optional<Instant> keep(Actor actor, ParticipantId participant, DraftText draft) {
        dossiers.reach(actor, participant);
        if (savedJustNow(actor, List.of(participant), draft)) {
            return Optional.empty();
        }
        return drafts.keep(actor, Contacts.draftPlace(participant), draft.text());
    }

    /** Keeps the one draft for several, in place of what was kept before. */
    public Optional<Instant> keep(Actor actor, Set<ParticipantId> people, DraftText draft) {
        if (savedJustNow(actor, people, draft)) {
            return Optional.empty();
        }
        dropTogether(actor);
        String ids =
                String.join(",", people.stream().map(ParticipantId::toString).toList());
        return drafts.keep(actor, SEVERAL + ids, draft.text());
    }

    /** What was kept for several. */
    @Transactional(readOnly = true)
    public Optional<Together> together(Actor actor) {
        return drafts.all(actor).stream()
                .filter(draft -> draft.place().startsWith(SEVERAL))
                .findFirst()
                .map(draft -> new Together(
                        DraftText.read(draft.text()),
                        people(draft.place().substring(SEVERAL.length())),
                        draft.savedAt()));
    }

    /** Removes what was kept for several; part of the transaction that saves it. */
    public void dropTogether(Actor actor) {
        drafts.all(actor).stream()
                .map(Drafts.Draft::place)
                .filter(place -> place.startsWith(SEVERAL))
                .forEach(place -> drafts.drop(actor, place));
    }

    private static Set<ParticipantId> people(String ids) {
        Set<ParticipantId> people = new LinkedHashSet<>();
        if (!ids.isEmpty()) {
            for (String id : ids.split(",", -1)) {
                people.add(ParticipantId.of(id));
            }
        }
        return people;
    }

    /** The browser sends the draft by itself and the form when somebody presses; the two may overtake each other. */
    private boolean savedJustNow(Actor actor, Collection<ParticipantId> people, DraftText draft) {
        String note = draft.note();
        return note != null
                && jdbc
                        .sql("""
                                select note from contact
                                where author_id = :author and participant_id = any(:people) and written_at > :since
                                """)
                        .param("author", actor.id().value())
                        .param(
                                "people",
                                people.stream().map(ParticipantId::value).toArray(UUID[]::new))
                        .param("since", Timestamp.from(clock.instant().minus(LATE)))
                        .query((row, n) -> String.valueOf(vault.open(row.getBytes("note"))))
                        .list()
                        .stream()
                        .anyMatch(saved -> saved.startsWith(note));
    }
}
