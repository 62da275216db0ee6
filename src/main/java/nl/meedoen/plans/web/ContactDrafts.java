package nl.meedoen.plans.web;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.meedoen.access.Actor;
import nl.meedoen.desk.Drafts;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.plans.Contacts;
import nl.meedoen.privacy.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the text of a contact that is not saved yet. */
@Component
@Transactional
class ContactDrafts {

    private static final Duration LATE = Duration.ofMinutes(2);

    private final Dossiers dossiers;
    private final Drafts drafts;
    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    ContactDrafts(Dossiers dossiers, Drafts drafts, JdbcClient jdbc, Vault vault, Clock clock) {
        this.dossiers = dossiers;
        this.drafts = drafts;
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** Keeps a draft; one that arrives after its text was saved is not brought back to life. */
    Optional<Instant> keep(Actor actor, ParticipantId participant, DraftText draft) {
        dossiers.reach(actor, participant);
        if (savedJustNow(actor, participant, draft)) {
            return Optional.empty();
        }
        return drafts.keep(actor, Contacts.draftPlace(participant), draft.text());
    }

    /** The browser sends the draft by itself and the form when somebody presses; the two may overtake each other. */
    private boolean savedJustNow(Actor actor, ParticipantId participant, DraftText draft) {
        String note = draft.note();
        return note != null
                && jdbc
                        .sql("""
                                select note from contact
                                where author_id = :author and participant_id = :participant and written_at > :since
                                """)
                        .param("author", actor.id().value())
                        .param("participant", participant.value())
                        .param("since", Timestamp.from(clock.instant().minus(LATE)))
                        .query((row, n) -> String.valueOf(vault.open(row.getBytes("note"))))
                        .list()
                        .stream()
                        .anyMatch(saved -> saved.startsWith(note));
    }

    /** What is kept of a contact that somebody is writing: what they typed, as they typed it. */
    record DraftText(
            @Nullable String channel,
            @Nullable String note,
            @Nullable String nextTitle,
            @Nullable String meetTitle,
            @Nullable String meetPlace) {

        private static final String SEPARATOR = "\u001f";

        /** The text to keep; empty when nothing was typed, whatever kind was chosen. */
        public String text() {
            boolean empty = List.of(plain(note), plain(nextTitle), plain(meetTitle), plain(meetPlace)).stream()
                    .allMatch(String::isBlank);
            return empty
                    ? ""
                    : String.join(
                            SEPARATOR,
                            plain(note),
                            plain(channel),
                            plain(nextTitle),
                            plain(meetTitle),
                            plain(meetPlace));
        }

        static DraftText read(String text) {
            String[] parts = text.split(SEPARATOR, -1);
            return new DraftText(at(parts, 1), at(parts, 0), at(parts, 2), at(parts, 3), at(parts, 4));
        }

        private static String plain(@Nullable String text) {
            return text == null ? "" : text.replace(SEPARATOR, " ");
        }

        private static @Nullable String at(String[] parts, int index) {
            return index < parts.length && !parts[index].isEmpty() ? parts[index] : null;
        }
    }
}
