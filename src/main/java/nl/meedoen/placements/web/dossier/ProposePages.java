package nl.meedoen.placements.web.dossier;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.LanguageNames;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.DossierFrame;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.participants.ParticipantScope;
import nl.meedoen.participants.Phase;
import nl.meedoen.placements.OpeningKind;
import nl.meedoen.placements.domain.Folded;
import nl.meedoen.placements.market.EmployerConsent;
import nl.meedoen.placements.market.Employers;
import nl.meedoen.placements.market.OpeningId;
import nl.meedoen.placements.market.Openings;
import nl.meedoen.placements.market.OwnRegions;
import nl.meedoen.placements.web.Choices;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Searches whom to propose for an opening, and where to propose a participant; ten results at most. */
@Component
class ProposePages {

    private static final int RESULTS = 10;

    private final JdbcClient jdbc;
    private final Openings openings;
    private final Employers employers;
    private final Dossiers dossiers;
    private final EmployerConsent consents;
    private final ParticipantScope scope;
    private final Choices choices;
    private final Trail trail;

    ProposePages(
            JdbcClient jdbc,
            Openings openings,
            Employers employers,
            Dossiers dossiers,
            EmployerConsent consents,
            ParticipantScope scope,
            Choices choices,
            Trail trail) {
        this.jdbc = jdbc;
        this.openings = openings;
        this.employers = employers;
        this.dossiers = dossiers;
        this.consents = consents;
        this.scope = scope;
        this.choices = choices;
        this.trail = trail;
    }

    record Person(
            UUID id,
            String name,
            String number,
            Phase phase,
            @Nullable String language,
            @Nullable String level) {}

    /** Results to choose a participant from. */
    record ParticipantChoice(
            OpeningId id,
            String title,
            String employerName,
            OpeningKind kind,
            @Nullable String level,
            @Nullable String q,
            List<Person> results,
            boolean more) {}

    record Offer(
            UUID id,
            String title,
            String employer,
            OpeningKind kind,
            @Nullable String level,
            @Nullable String place,
            @Nullable BigDecimal hours,
            int free) {}

    /** Results to choose an opening from, under the dossier's frame. */
    record OpeningChoice(
            DossierFrame frame,
            @Nullable String q,
            @Nullable String kind,
            List<Option> kinds,
            List<Offer> results,
            boolean more,
            boolean consent) {}

    /** Own participants whose file is open and who are not yet proposed there; without words, those longest underway. */
    @Transactional
    public ParticipantChoice participants(Actor actor, OpeningId id, @Nullable String q) {
        Openings.Read opening = openings.read(actor, id);
        ParticipantScope.Condition mine = scope.ofGlance(actor);
        Map<String, Object> params = new LinkedHashMap<>(mine.params());
        StringBuilder words = new StringBuilder();
        if (q != null) {
            trail.note(actor, Trail.Action.SEARCHED, "participants", null);
            int i = 0;
            for (String word : Folded.of(q).split(" ")) {
                words.append(" and (s.tokens like :word")
                        .append(i)
                        .append(" or lower(g.number) like :word")
                        .append(i);
                words.append(" or lower(g.name) like :word").append(i).append(")");
                params.put("word" + i++, Folded.like(word));
            }
        }
        List<Person> found = jdbc.sql("""
                        select g.participant_id, g.name, g.number, g.phase, g.language, p.language_level
                        from glance g join participant p on p.id = g.participant_id
                            left join participant_search s on s.participant_id = g.participant_id
                        where %s and g.status in ('REGISTERED', 'INTAKE', 'ACTIVE', 'COMPLETED', 'AFTERCARE')
                            and not exists (select 1 from placement x where x.participant_id = g.participant_id
                                and x.opening_id = :opening and x.state in ('PROPOSED', 'INTERVIEW', 'AGREED', 'RUNNING'))
                            %s
                        order by g.placed_on is not null, g.plan_on is null, g.registered_on, g.participant_id limit %d
                        """.formatted(mine.sql(), words, RESULTS + 1))
                .params(params)
                .param("opening", id.value())
                .query((row, n) -> new Person(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        Phase.valueOf(row.getString(4)),
                        row.getString(5) == null
                                ? null
                                : LanguageNames.of(row.getString(5), LocaleContextHolder.getLocale()),
                        choices.level(row.getString(6))))
                .list();
        boolean more = found.size() > RESULTS;
        return new ParticipantChoice(
                id,
                opening.details().title(),
                employers.read(actor, opening.employer()).details().name(),
                opening.details().kind(),
                opening.details().language() == null
                        ? null
                        : opening.details().language().display(),
                q,
                more ? found.subList(0, RESULTS) : found,
                more);
    }

    /** Open offers of the actor's regions; without words, those that have waited longest. */
    @Transactional
    public OpeningChoice openings(Actor actor, ParticipantId id, @Nullable String q, @Nullable String kind) {
        DossierFrame frame = dossiers.open(actor, id, PlacementsRoom.TAB);
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("ownLocations", OwnRegions.param(actor));
        StringBuilder words = new StringBuilder();
        if (q != null) {
            words.append(" and (o.folded like :q or e.folded like :q)");
            params.put("q", Folded.like(q));
        }
        if (kind != null) {
            words.append(" and o.kind = :kind");
            params.put("kind", kind.toUpperCase(Locale.ROOT));
        }
        List<Offer> found = jdbc.sql("""
                        select o.id, o.title, e.name, o.kind, o.language_level, m.name, o.hours_a_week, o.places - o.taken
                        from opening o join employer e on e.id = o.employer_id
                            left join municipality m on m.code = o.municipality_code
                        where o.%s and o.state = 'OPEN' %s
                            and not exists (select 1 from placement x where x.participant_id = :participant
                                and x.opening_id = o.id and x.state in ('PROPOSED', 'INTERVIEW', 'AGREED', 'RUNNING'))
                        order by o.opened_on, o.id limit %d
                        """.formatted(OwnRegions.CONDITION.strip(), words, RESULTS + 1))
                .params(params)
                .param("participant", id.value())
                .query((row, n) -> new Offer(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        OpeningKind.valueOf(row.getString(4)),
                        choices.level(row.getString(5)),
                        row.getString(6),
                        row.getBigDecimal(7),
                        row.getInt(8)))
                .list();
        boolean more = found.size() > RESULTS;
        return new OpeningChoice(
                frame,
                q,
                kind,
                choices.of(OpeningKind.class),
                more ? found.subList(0, RESULTS) : found,
                more,
                consents.holds(id));
    }
}
