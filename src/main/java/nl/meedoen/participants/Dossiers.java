package nl.meedoen.participants;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.LanguageNames;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens dossiers: checks that the asker reaches the person, and makes what stands above every tab. */
@Service
public class Dossiers {

    private final JdbcClient jdbc;
    private final ParticipantScope scope;
    private final Trail trail;
    private final Texts texts;
    private final Words words;
    private final ObjectProvider<DossierTab> tabs;
    private final ObjectProvider<DossierAction> actions;

    Dossiers(
            JdbcClient jdbc,
            ParticipantScope scope,
            Trail trail,
            Texts texts,
            Words words,
            ObjectProvider<DossierTab> tabs,
            ObjectProvider<DossierAction> actions) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.trail = trail;
        this.texts = texts;
        this.words = words;
        this.tabs = tabs;
        this.actions = actions;
    }

    /** What a handler needs to know of a person before it changes something. */
    public record Reached(
            ParticipantId id,
            String name,
            boolean open,
            @Nullable String coachName) {}

    /**
     * The person, if the actor reaches them; for every handler that changes something in a dossier.
     *
     * @throws NotFound for whoever is out of scope and for whoever does not exist
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Reached reach(Actor actor, ParticipantId id) {
        return reach(actor, id, scope.ofDossier(actor));
    }

    /**
     * As {@link #reach}, but never by way of an emergency: for what only the dossier's own location hands out or lets go.
     *
     * @throws NotFound for whoever is out of scope and for whoever does not exist
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Reached own(Actor actor, ParticipantId id) {
        return reach(actor, id, scope.ofGlance(actor));
    }

    private Reached reach(Actor actor, ParticipantId id, ParticipantScope.Condition mine) {
        return jdbc.sql("select g.name, g.status, g.coach_name from glance g where g.participant_id = :id and "
                        + mine.sql())
                .param("id", id.value())
                .params(mine.params())
                .query((row, n) -> new Reached(id, row.getString(1), open(row.getString(2)), row.getString(3)))
                .optional()
                .orElseThrow(() -> elsewhere(actor, id));
    }

    /**
     * What stands above a tab, and a line in the trail that the dossier was opened.
     *
     * @param tab the code of the {@link DossierTab} that is shown
     * @throws NotFound for whoever is out of scope and for whoever does not exist
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public DossierFrame open(Actor actor, ParticipantId id, String tab) {
        DossierFrame frame = find(actor, id, tab).orElseThrow(() -> elsewhere(actor, id));
        trail.dossier(actor, Trail.Action.OPENED, tab, null, id);
        return frame;
    }

    /**
     * A client manager of the person's municipality, as far as reading goes, and what would stand above the page that they
     * would see. Empty where they would see nobody, since no consent holds.
     *
     * @throws NotFound where the reader does not reach the person
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<AsMunicipality> asTheMunicipality(Actor reader, ParticipantId id) {
        reach(reader, id);
        String code = jdbc.sql("select municipality_code from glance where participant_id = ?")
                .param(id.value())
                .query(String.class)
                .single();
        Actor manager = new Actor(
                reader.id(), reader.name(), Role.CLIENT_MANAGER, Set.of(Role.CLIENT_MANAGER), Set.of(), Set.of(code));
        // it is the reader who looks, not the municipality
        trail.dossier(reader, Trail.Action.OPENED, "shared-preview", null, id);
        return find(manager, id, "progress").map(frame -> new AsMunicipality(manager, frame));
    }

    /** Who would look, and what stands above what they would see. */
    public record AsMunicipality(Actor manager, DossierFrame frame) {}

    private Optional<DossierFrame> find(Actor actor, ParticipantId id, String tab) {
        ParticipantScope.Condition mine = scope.ofDossier(actor);
        return jdbc.sql("""
                        select g.*, (select max(e.ends_at) from emergency_access e where e.participant_id = g.participant_id
                                and e.account_id = :reader and e.ended_at is null) emergency_until, municipality_shown(g.municipality_code) municipality, p.phone, p.whatsapp, p.email, p.interpreter, p.language_level
                        from glance g join participant p on p.id = g.participant_id
                        where g.participant_id = :id and
                        """ + mine.sql())
                .param("id", id.value())
                .param("reader", actor.id().value())
                .params(mine.params())
                .query((row, n) -> frame(actor, id, tab, row))
                .optional();
    }

    /** Not there, or part of another dossier: told only to whoever may see that one. */
    private RuntimeException elsewhere(Actor actor, ParticipantId id) {
        ParticipantScope.Condition mine = scope.ofGlance(actor);
        return jdbc.sql("""
                        with recursive way as (
                            select m.from_id, m.into_id, m.from_number from merging m
                            where m.from_id = :id and m.undone_at is null
                            union
                            select m.from_id, m.into_id, w.from_number from merging m join way w on m.from_id = w.into_id
                            where m.undone_at is null)
                        select w.into_id, w.from_number from way w join glance g on g.participant_id = w.into_id
                        where
                        """ + mine.sql())
                .param("id", id.value())
                .params(mine.params())
                .query((row, n) -> (RuntimeException) new MergedDossier(
                        id, new ParticipantId(row.getObject(1, java.util.UUID.class)), row.getString(2)))
                .optional()
                .orElseGet(NotFound::new);
    }

    private static boolean open(String status) {
        return List.of("REGISTERED", "INTAKE", "ACTIVE", "COMPLETED", "AFTERCARE")
                .contains(status);
    }

    private DossierFrame frame(Actor actor, ParticipantId id, String current, ResultSet row) throws SQLException {
        boolean limited = actor.role() == Role.CLIENT_MANAGER;
        Phase phase = Phase.valueOf(row.getString("phase"));
        List<DossierFrame.Fact> facts = new ArrayList<>();
        facts.add(new DossierFrame.Fact(null, row.getString("number")));
        facts.add(new DossierFrame.Fact("pin", row.getString("municipality")));
        String language = row.getString("language");
        if (language != null && !limited) {
            facts.add(new DossierFrame.Fact("chat", spoken(language, row.getString("language_level"))));
        }
        String name = row.getString("name");
        boolean mine = actor.role() == Role.COACH || actor.role() == Role.TRAINER;
        Instant emergency = emergency(actor, row);
        boolean open = emergency == null && open(row.getString("status"));
        return new DossierFrame(
                id,
                row.getString("number"),
                name,
                row.getString("original_name"),
                initials(name),
                phase,
                open,
                facts,
                phases(row, phase),
                tabsFor(actor, id, current),
                limited ? null : row.getString("phone"),
                row.getBoolean("whatsapp"),
                limited ? null : row.getString("email"),
                row.getString("coach_name"),
                integer(row, "rung_start"),
                integer(row, "rung_now"),
                "/participants",
                limited ? "participants.menu.residents" : mine ? "participants.mine" : "participants.title",
                open ? actionFor(actor, id) : null,
                emergency);
    }

    /** Until when a dossier of another location is open to this reader; null for those of the own ones. */
    private static @Nullable Instant emergency(Actor actor, ResultSet row) throws SQLException {
        Timestamp until = row.getTimestamp("emergency_until");
        LocationId location = new LocationId(row.getObject("location_id", UUID.class));
        return until == null
                        || actor.role() != Role.COORDINATOR
                        || actor.locations().contains(location)
                ? null
                : until.toInstant();
    }

    private DossierFrame.@Nullable Action actionFor(Actor actor, ParticipantId id) {
        return actions.stream()
                .filter(action -> actor.may(action.needs()))
                .map(action -> new DossierFrame.Action(
                        "/participants/" + id + action.suffix(), texts.of(action.labelKey()), action.icon()))
                .findFirst()
                .orElse(null);
    }

    private String spoken(String language, @Nullable String level) {
        String own = LanguageNames.of(language, org.springframework.context.i18n.LocaleContextHolder.getLocale());
        return level == null
                ? own
                : texts.of(
                        "participants.speaks",
                        own,
                        texts.of("language-level."
                                + level.toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    private List<DossierFrame.Tab> tabsFor(Actor actor, ParticipantId id, String current) {
        return tabs.stream()
                .filter(tab -> actor.may(tab.needs()))
                .sorted(Comparator.comparingInt(DossierTab::order))
                .map(tab -> new DossierFrame.Tab(
                        "/participants/" + id + tab.suffix(),
                        texts.of(tab.labelKey()),
                        tab.code().equals(current),
                        null))
                .toList();
    }

    private List<DossierFrame.PhaseStep> phases(ResultSet row, Phase now) throws SQLException {
        String[] columns = {"registered_on", "intake_on", "coach_on", "plan_on", "acting_on", "placed_on", "ended_on"};
        List<DossierFrame.PhaseStep> steps = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            LocalDate on = row.getObject(columns[i], LocalDate.class);
            String state = now.standOf(Phase.WAY.get(i), on != null);
            String sub = "current".equals(state)
                    ? texts.of("participants.phase.now")
                    : "done".equals(state) && on != null ? words.date(on) : "";
            steps.add(new DossierFrame.PhaseStep(
                    "participants.phase."
                            + Phase.WAY.get(i).name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    sub,
                    state));
        }
        return steps;
    }

    private static String initials(String name) {
        String[] parts = name.strip().split("\\s+");
        String first = parts[0].substring(0, parts[0].offsetByCodePoints(0, 1));
        String last = parts.length < 2
                ? ""
                : parts[parts.length - 1].substring(0, parts[parts.length - 1].offsetByCodePoints(0, 1));
        return first + last;
    }

    private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }
}
