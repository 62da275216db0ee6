package nl.meedoen.participants.sections;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.desk.Drafts;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.DossierHistory;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.StaleVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Saves the sections of an intake, each by itself, and says how far one is. */
@Service
@Transactional
public class Intake {

    private static final int TOKEN_LENGTH = 16;

    private final Dossiers dossiers;
    private final DossierHistory history;
    private final Drafts drafts;
    private final Trail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    Intake(Dossiers dossiers, DossierHistory history, Drafts drafts, Trail trail, JdbcClient jdbc, Clock clock) {
        this.dossiers = dossiers;
        this.history = history;
        this.drafts = drafts;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How one section stands: when it was saved last and by whom, and when the reader left a draft. */
    public record State(
            @Nullable Instant savedAt,
            @Nullable String savedBy,
            @Nullable Instant draftAt) {

        static final State NEW = new State(null, null, null);

        public boolean done() {
            return savedAt != null;
        }

        public boolean begun() {
            return draftAt != null;
        }
    }

    /** How all sections stand for this reader, who sees the own drafts and nobody else's. */
    @Transactional(readOnly = true)
    public Map<Section, State> progress(Actor reader, ParticipantId id) {
        Map<Section, State> states = new EnumMap<>(Section.class);
        Arrays.stream(Section.values()).forEach(section -> states.put(section, State.NEW));
        jdbc.sql("""
                        select coalesce(s.section, upper(split_part(d.place, ':', 3))), s.saved_at, a.name, d.saved_at
                        from (select * from intake_section where participant_id = :id) s
                        left join account a on a.id = s.saved_by
                        full join (select * from draft where account_id = :reader and place like :places) d
                          on upper(split_part(d.place, ':', 3)) = s.section
                        """)
                .param("id", id.value())
                .param("reader", reader.id().value())
                .param("places", "intake:" + id + ":%")
                .query(row -> {
                    states.put(
                            Section.valueOf(row.getString(1)),
                            new State(instant(row.getTimestamp(2)), row.getString(3), instant(row.getTimestamp(4))));
                });
        return states;
    }

    /** Lets nobody else change this person until the transaction ends. */
    public void hold(Actor actor, ParticipantId id, Section section) {
        dossiers.reach(actor, id);
        if (!section.mayEdit(actor)) {
            throw new NotFound();
        }
        if (jdbc.sql("select id from participant where id = ? for update")
                .param(id.value())
                .query(UUID.class)
                .list()
                .isEmpty()) {
            throw new NotFound();
        }
    }

    /**
     * Saves a section that is one form.
     *
     * @param seen the token of what the form was made from
     * @throws StaleVersion when something else stands there by now
     */
    public <C extends Record> void save(
            Actor actor, ParticipantId id, SectionRecords<C> records, C content, @Nullable String seen) {
        hold(actor, id, records.section());
        C before = records.read(id);
        if (seen == null || !seen.startsWith(fingerprint(before))) {
            throw new StaleVersion();
        }
        records.write(actor, id, content);
        Record was = records.remembered(before);
        Record is = records.remembered(content);
        if (was != null && is != null) {
            history.write(actor, id, was, is);
        }
        done(actor, id, records.section(), null);
    }

    /** Marks a section as gone through; its draft has done its work. */
    public void done(Actor actor, ParticipantId id, Section section, @Nullable UUID subject) {
        saved(actor, id, section);
        drafts.drop(actor, place(id, section));
        trail.dossier(actor, Trail.Action.CHANGED, section.code(), subject, id);
    }

    /** As {@link #done}, for a change that leaves a draft of the section alone. */
    public void mark(Actor actor, ParticipantId id, Section section) {
        saved(actor, id, section);
        trail.dossier(actor, Trail.Action.CHANGED, section.code(), null, id);
    }

    /** Says which content, saved when, a form is made from; the form sends it back. */
    @Transactional(readOnly = true)
    public String token(ParticipantId id, Section section, Record content) {
        return fingerprint(content) + moment(id, section);
    }

    /** The token of a draft that is gone on with: of what it began from, kept from now on. */
    @Transactional(readOnly = true)
    public String renewed(ParticipantId id, Section section, String token) {
        return token.substring(0, Math.min(TOKEN_LENGTH, token.length())) + moment(id, section);
    }

    /** Whether this person has not saved the section since the form with this token was made. */
    @Transactional(readOnly = true)
    public boolean current(Actor actor, ParticipantId id, Section section, @Nullable String token) {
        return token != null
                && (token.endsWith(moment(id, section))
                        || jdbc.sql("""
                                select count(*) from intake_section
                                where participant_id = ? and section = ? and saved_by = ?
                                """)
                                        .params(
                                                id.value(),
                                                section.name(),
                                                actor.id().value())
                                        .query(Integer.class)
                                        .single()
                                == 0);
    }

    /** Where the draft of a section is kept. */
    public static String place(ParticipantId id, Section section) {
        return "intake:" + id + ":" + section.code();
    }

    private void saved(Actor actor, ParticipantId id, Section section) {
        jdbc.sql("""
                        insert into intake_section (participant_id, section, saved_at, saved_by) values (?, ?, ?, ?)
                        on conflict (participant_id, section)
                        do update set saved_at = excluded.saved_at, saved_by = excluded.saved_by
                        """)
                .params(
                        id.value(),
                        section.name(),
                        Timestamp.from(clock.instant()),
                        actor.id().value())
                .update();
    }

    private String moment(ParticipantId id, Section section) {
        Optional<Timestamp> saved = jdbc.sql(
                        "select saved_at from intake_section where participant_id = ? and section = ?")
                .params(id.value(), section.name())
                .query(Timestamp.class)
                .optional();
        return "-" + saved.map(at -> at.getTime()).orElse(0L);
    }

    /** What tells one content from another. */
    public static String fingerprint(Record content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(content.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, TOKEN_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
