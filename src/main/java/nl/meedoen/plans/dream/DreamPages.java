package nl.meedoen.plans.dream;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.DossierFrame;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.participants.brought.Bringing;
import nl.meedoen.participants.brought.Brought;
import nl.meedoen.participants.occupations.Occupation;
import nl.meedoen.participants.occupations.Occupations;
import nl.meedoen.plans.StepStatus;
import nl.meedoen.webkit.Finder;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the page of the dream job; the number of statements does not depend on how much there is to show. */
@Component
@Transactional
class DreamPages {

    private static final int MOST = 8;

    private final Dossiers dossiers;
    private final Dreams dreams;
    private final Demands demands;
    private final Bringing bringing;
    private final Occupations occupations;
    private final GapWords words;
    private final Texts texts;
    private final JdbcClient jdbc;

    DreamPages(
            Dossiers dossiers,
            Dreams dreams,
            Demands demands,
            Bringing bringing,
            Occupations occupations,
            GapWords words,
            Texts texts,
            JdbcClient jdbc) {
        this.dossiers = dossiers;
        this.dreams = dreams;
        this.demands = demands;
        this.bringing = bringing;
        this.occupations = occupations;
        this.words = words;
        this.texts = texts;
        this.jdbc = jdbc;
    }

    DreamPage page(Actor actor, ParticipantId id) {
        DossierFrame frame = dossiers.open(actor, id, "plan");
        List<Dream> all = dreams.all(id);
        Brought brought = bringing.of(id);
        return new DreamPage(
                frame,
                actor.may(Permission.PLAN_EDIT) && frame.open(),
                all.isEmpty() ? null : chosen(all.get(0), brought),
                brought.wishes().stream()
                        .filter(code -> all.isEmpty() || !code.equals(all.get(0).occupation()))
                        .map(occupations::find)
                        .flatMap(Optional::stream)
                        .toList(),
                all.stream().skip(1).map(dream -> name(dream.occupation())).toList());
    }

    private DreamPage.Chosen chosen(Dream dream, Brought brought) {
        Demands.Kept kept = demands.of(dream.occupation()).orElse(null);
        Map<String, DreamPage.Planned> planned = new LinkedHashMap<>();
        jdbc.sql("select gap, id, title, status from step where dream_id = ?")
                .param(dream.id().value())
                .query(row -> {
                    planned.put(
                            row.getString(1),
                            new DreamPage.Planned(
                                    row.getObject(2, UUID.class),
                                    row.getString(3),
                                    StepStatus.valueOf(row.getString(4))));
                });
        List<DreamPage.Row> rows = kept == null
                ? List.of()
                : Gap.between(kept.demand(), brought).stream()
                        .map(gap -> new DreamPage.Row(
                                gap.code(),
                                gap.kind(),
                                words.takes(gap, kept.demand()),
                                words.has(gap, kept.demand(), brought),
                                gap.state(),
                                planned.get(gap.code())))
                        .toList();
        String bridge = dream.bridge();
        return new DreamPage.Chosen(
                dream.id().value(),
                occupation(dream.occupation()),
                kept == null
                        ? null
                        : new DreamPage.Written(
                                kept.on(), kept.by(), kept.demand().advice()),
                rows,
                bridge == null ? null : name(bridge),
                dream.bridgeReason());
    }

    /** The dream with this id, of somebody whom the actor reaches, and the page around its form. */
    Dream dream(Actor actor, ParticipantId id, DreamId dream) {
        dossiers.reach(actor, id);
        return dreams.all(id).stream()
                .filter(one -> one.id().equals(dream))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** By which name the person is called above a form. */
    String person(Actor actor, ParticipantId id) {
        return dossiers.reach(actor, id).name();
    }

    /** The occupations that are called like this; the one that is chosen stays among them. */
    Finder look(@Nullable String q, @Nullable String chosen) {
        List<Occupations.Found> found = new java.util.ArrayList<>(q == null ? List.of() : occupations.search(q, MOST));
        if (found.stream().noneMatch(hit -> hit.occupation().code().equals(chosen))) {
            occupations.find(chosen).ifPresent(one -> found.add(0, new Occupations.Found(one, null)));
        }
        List<Finder.Hit> hits = found.stream()
                .map(hit ->
                        new Finder.Hit(hit.occupation().code(), hit.occupation().label(), note(hit), "nl"))
                .toList();
        return new Finder("occupation", "q", "/demands/found", "dream.choose-one", q, hits, chosen);
    }

    Optional<Occupation> find(@Nullable String code) {
        return occupations.find(code);
    }

    String name(String code) {
        return occupation(code).label();
    }

    private Occupation occupation(String code) {
        return occupations.find(code).orElseGet(() -> new Occupation(code, "", code, ""));
    }

    private String note(Occupations.Found hit) {
        String group = hit.occupation().group();
        return hit.by() == null ? group : texts.of("dream.also-called", hit.by()) + " · " + group;
    }
}
