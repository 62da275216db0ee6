package nl.meedoen.placements.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.Phone;
import nl.meedoen.participants.ParticipantScope;
import nl.meedoen.people.Sectors;
import nl.meedoen.placements.EventKind;
import nl.meedoen.placements.OpeningKind;
import nl.meedoen.placements.OpeningState;
import nl.meedoen.placements.PlacementState;
import nl.meedoen.placements.SizeBand;
import nl.meedoen.placements.market.EmployerId;
import nl.meedoen.placements.market.Employers;
import nl.meedoen.privacy.Trail;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the page of an employer. */
@Component
class EmployerPages {

    private final JdbcClient jdbc;
    private final Employers employers;
    private final ParticipantScope scope;
    private final Choices choices;
    private final Vault vault;
    private final Trail trail;
    private final Texts texts;
    private final Words words;

    EmployerPages(
            JdbcClient jdbc,
            Employers employers,
            ParticipantScope scope,
            Choices choices,
            Vault vault,
            Trail trail,
            Texts texts,
            Words words) {
        this.jdbc = jdbc;
        this.employers = employers;
        this.scope = scope;
        this.choices = choices;
        this.vault = vault;
        this.trail = trail;
        this.texts = texts;
        this.words = words;
    }

    record PersonRow(
            UUID id,
            String name,
            @Nullable String function,
            @Nullable String phone,
            @Nullable String phoneShown,
            @Nullable String email,
            @Nullable LocalDate leftOn) {}

    record EventRow(LocalDate on, EventKind kind, String note, String by) {}

    record OpeningRow(UUID id, String title, OpeningKind kind, OpeningState state, int places, int taken) {}

    record PlacementRow(
            UUID id,
            String name,
            OpeningKind kind,
            PlacementState state,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn) {}

    record EmployerPage(
            EmployerId id,
            String name,
            @Nullable String kvk,
            String sector,
            SizeBand size,
            @Nullable String address,
            @Nullable String municipality,
            @Nullable String note,
            List<PersonRow> persons,
            List<OpeningRow> openings,
            List<PlacementRow> placements,
            List<EventRow> events,
            List<Option> eventKinds) {}

    /** One employer, with the placements of the actor's own participants only. */
    @Transactional
    public EmployerPage page(Actor actor, EmployerId id) {
        Employers.Read employer = employers.read(actor, id);
        trail.note(actor, Trail.Action.OPENED, "placements.employer", id.value());
        var details = employer.details();
        String address = java.util.stream.Stream.of(details.street(), details.postcode(), details.town())
                .filter(java.util.Objects::nonNull)
                .collect(java.util.stream.Collectors.joining(", "));
        return new EmployerPage(
                id,
                details.name(),
                details.kvk(),
                texts.of(Sectors.label(details.sector())),
                details.size(),
                address.isEmpty() ? null : address,
                choices.municipalityName(details.municipalityCode()),
                details.note(),
                persons(id),
                openings(id),
                placements(actor, id),
                events(id),
                choices.of(EventKind.class));
    }

    private List<PersonRow> persons(EmployerId id) {
        return jdbc.sql("""
                        select id, name, function, phone, email, left_on from contact_person
                        where employer_id = ? order by left_on is not null, name limit 50
                        """)
                .param(id.value())
                .query((row, n) -> new PersonRow(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("function"),
                        row.getString("phone"),
                        row.getString("phone") == null ? null : new Phone(row.getString("phone")).display(),
                        row.getString("email"),
                        row.getObject("left_on", LocalDate.class)))
                .list();
    }

    private List<OpeningRow> openings(EmployerId id) {
        return jdbc.sql("""
                        select id, title, kind, state, places, taken from opening
                        where employer_id = ? order by state <> 'OPEN', opened_on desc, id desc limit 50
                        """)
                .param(id.value())
                .query((row, n) -> new OpeningRow(
                        row.getObject("id", UUID.class),
                        row.getString("title"),
                        OpeningKind.valueOf(row.getString("kind")),
                        OpeningState.valueOf(row.getString("state")),
                        row.getInt("places"),
                        row.getInt("taken")))
                .list();
    }

    private List<PlacementRow> placements(Actor actor, EmployerId id) {
        ParticipantScope.Condition mine = scope.ofGlance(actor);
        return jdbc.sql("""
                        select p.id, g.name, p.kind, p.state, p.starts_on, p.ends_on
                        from placement p join glance g on g.participant_id = p.participant_id
                        where p.employer_id = :employer and %s
                        order by p.state in ('FINISHED', 'STOPPED'), p.proposed_on desc, p.id desc limit 50
                        """.formatted(mine.sql()))
                .param("employer", id.value())
                .params(mine.params())
                .query((row, n) -> new PlacementRow(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        OpeningKind.valueOf(row.getString("kind")),
                        PlacementState.valueOf(row.getString("state")),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class)))
                .list();
    }

    private List<EventRow> events(EmployerId id) {
        return jdbc.sql("""
                        select v.happened_on, v.kind, v.note, a.name from employer_event v
                        join account a on a.id = v.recorded_by
                        where v.employer_id = ? order by v.happened_on desc, v.id desc limit 50
                        """)
                .param(id.value())
                .query((row, n) -> new EventRow(
                        row.getObject(1, LocalDate.class),
                        EventKind.valueOf(row.getString(2)),
                        String.valueOf(vault.open(row.getBytes(3))),
                        row.getString(4)))
                .list();
    }

    LocalDate today() {
        return words.today();
    }
}
