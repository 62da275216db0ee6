package nl.meedoen.placements.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.Phone;
import nl.meedoen.participants.ParticipantScope;
import nl.meedoen.people.Sectors;
import nl.meedoen.placements.EmployerId;
import nl.meedoen.placements.Employers;
import nl.meedoen.placements.EventKind;
import nl.meedoen.placements.OpeningKind;
import nl.meedoen.placements.OpeningState;
import nl.meedoen.placements.OwnRegions;
import nl.meedoen.placements.PlacementState;
import nl.meedoen.placements.SizeBand;
import nl.meedoen.placements.domain.Folded;
import nl.meedoen.privacy.Trail;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.Bounded;
import nl.meedoen.webkit.Cursor;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the list of employers and the page of one. */
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

    /** What was asked of the list. */
    record EmployerQuery(
            @Nullable String q,
            @Nullable String sector,
            @Nullable String size,
            @Nullable String open,
            @Nullable String after,
            @Nullable String before) {

        public Sheet.Query address() {
            return Sheet.Query.of("/employers", "q", q, "sector", sector, "size", size, "open", open);
        }
    }

    record EmployerRow(
            EmployerId id,
            String name,
            String sector,
            SizeBand size,
            @Nullable String place,
            int open,
            int running,
            @Nullable LocalDate lastOn) {}

    record EmployerList(
            List<Sheet.Tab> tabs,
            EmployerQuery query,
            List<Option> sectors,
            List<Option> sizes,
            List<Sheet.Chip> chips,
            String found,
            List<EmployerRow> rows,
            Sheet.Pager pager) {}

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

    /** The three lists of this room. */
    static List<Sheet.Tab> views(Texts texts, String current) {
        List<Sheet.Tab> tabs = new ArrayList<>();
        for (String path : List.of("/employers", "/openings", "/placements")) {
            tabs.add(new Sheet.Tab(path, texts.of("placements.view." + path.substring(1)), null, path.equals(current)));
        }
        return tabs;
    }

    @Transactional(readOnly = true)
    public EmployerList list(Actor actor, EmployerQuery query) {
        Sheet.Turn turn = Sheet.Turn.of(query.after(), query.before(), 2);
        StringBuilder where = new StringBuilder(" e.region_id = own.region");
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("ownLocations", OwnRegions.param(actor));
        List<Sheet.Chip> chips = narrow(query, where, params);
        int found = jdbc.sql("""
                        select least(coalesce(sum(c.n), 0), %3$d) from %1$s cross join lateral
                            (select count(*) n from (select 1 from employer e where %2$s limit %3$d) x) c
                        """.formatted(OwnRegions.SLICES, where, Bounded.STOP))
                .params(params)
                .query(Integer.class)
                .single();
        ParticipantScope.Condition mine = scope.of(actor, "p", "participant_id");
        List<EmployerRow> rows = jdbc.sql("""
                        select e.id, e.name, e.sector, e.size, coalesce(e.town, m.name) place,
                            (select count(*) from opening o where o.employer_id = e.id and o.state = 'OPEN') open,
                            (select count(*) from placement p
                             where p.employer_id = e.id and p.state = 'RUNNING' and %1$s) running,
                            (select max(v.happened_on) from employer_event v where v.employer_id = e.id) last_on
                        from %6$s cross join lateral (
                            select e.* from employer e where %2$s %3$s order by e.name %4$s, e.id %4$s limit %5$d) e
                        left join municipality m on m.code = e.municipality_code
                        order by e.name %4$s, e.id %4$s limit %5$d
                        """.formatted(
                                mine.sql(),
                                where,
                                turn.condition("e.name, e.id", "text", "uuid"),
                                turn.direction(),
                                Sheet.SIZE + 1,
                                OwnRegions.SLICES))
                .params(params)
                .params(mine.params())
                .params(turn.params())
                .query((row, n) -> new EmployerRow(
                        new EmployerId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        texts.of(Sectors.label(row.getString("sector"))),
                        SizeBand.valueOf(row.getString("size")),
                        row.getString("place"),
                        row.getInt("open"),
                        row.getInt("running"),
                        row.getObject("last_on", LocalDate.class)))
                .list();
        Sheet<EmployerRow> sheet =
                Sheet.cut(rows, turn, row -> Cursor.of(row.name(), row.id().toString()), query.address());
        return new EmployerList(
                views(texts, "/employers"),
                query,
                choices.sectors(),
                choices.of(SizeBand.class),
                chips,
                texts.of("placements.employers.found", Bounded.shown(found)),
                sheet.rows(),
                sheet.pager());
    }

    private List<Sheet.Chip> narrow(EmployerQuery query, StringBuilder where, Map<String, Object> params) {
        List<Sheet.Chip> chips = new ArrayList<>();
        Sheet.Query address = query.address();
        if (query.q() != null) {
            where.append(" and (e.folded like :q or e.kvk = :kvk)");
            params.put("q", Folded.like(query.q()));
            params.put("kvk", query.q().replaceAll("\\D", ""));
            chips.add(new Sheet.Chip(texts.of("placements.chip.q", query.q()), address.with("q", null)));
        }
        if (query.sector() != null && Sectors.CODES.contains(query.sector())) {
            where.append(" and e.sector = :sector");
            params.put("sector", query.sector());
            chips.add(new Sheet.Chip(texts.of(Sectors.label(query.sector())), address.with("sector", null)));
        }
        for (SizeBand size : SizeBand.values()) {
            if (size.name().equals(query.size())) {
                where.append(" and e.size = :size");
                params.put("size", size.name());
                chips.add(new Sheet.Chip(texts.of(size), address.with("size", null)));
            }
        }
        if (query.open() != null) {
            where.append(" and exists (select 1 from opening o where o.employer_id = e.id and o.state = 'OPEN')");
            chips.add(new Sheet.Chip(texts.of("placements.with-openings"), address.with("open", null)));
        }
        return chips;
    }

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
