package nl.meedoen.participants.merging.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.merging.MergeField;
import nl.meedoen.participants.merging.MergeRecord;
import nl.meedoen.participants.merging.Merges;
import nl.meedoen.participants.merging.PairId;
import nl.meedoen.participants.merging.Pairs;
import nl.meedoen.participants.merging.Runs;
import nl.meedoen.participants.merging.Side;
import nl.meedoen.participants.registration.Enrolments;
import nl.meedoen.participants.registration.Registration;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.StaleVersion;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import nl.meedoen.webkit.form.Answer;
import nl.meedoen.webkit.form.Attempt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Two dossiers side by side: choosing, looking at what would come of it, merging, and taking it back. */
@Controller
class MergeController {

    private final Pairs pairs;
    private final Merges merges;
    private final Enrolments enrolments;
    private final Runs runs;
    private final Trail trail;
    private final MergeWords fields;
    private final Texts texts;
    private final Words words;

    MergeController(
            Pairs pairs,
            Merges merges,
            Enrolments enrolments,
            Runs runs,
            Trail trail,
            MergeWords fields,
            Texts texts,
            Words words) {
        this.pairs = pairs;
        this.merges = merges;
        this.enrolments = enrolments;
        this.runs = runs;
        this.trail = trail;
        this.fields = fields;
        this.texts = texts;
        this.words = words;
    }

    /** One of two or three to choose from. */
    record Option(String value, String text, String from, boolean chosen) {}

    /** A field on which the two do not agree. */
    record Ask(
            String name,
            String label,
            List<Option> options,
            @Nullable String error) {}

    /** A field and what is known. */
    record Fact(String label, String value, @Nullable String from) {}

    /** All that the page with two dossiers shows. */
    record ChoosePage(
            Pairs.Pair pair, List<Ask> asks, List<Fact> facts, long firstVersion, long secondVersion, boolean stale) {}

    /** All that the page with the outcome shows. */
    record PreviewPage(
            Pairs.Pair pair,
            Pairs.One stays,
            Pairs.One goes,
            List<Fact> facts,
            List<String> moves,
            int staying,
            List<String> objections,
            boolean otherMunicipality,
            Map<String, String> carried,
            String back) {}

    record UndoPage(MergeRecord merge, boolean open, int changed) {}

    @Needs(Permission.DOSSIER_EDIT)
    @GetMapping("/participants/doubles/{pair}")
    @Transactional
    public String choose(Actor actor, @PathVariable PairId pair, @RequestParam Map<String, String> sent, Model model) {
        Pairs.Pair known = pairs.find(actor, pair);
        trail.dossier(actor, Trail.Action.OPENED, "doubles", pair.value(), first(known));
        trail.dossier(actor, Trail.Action.OPENED, "doubles", pair.value(), second(known));
        return choosePage(actor, known, new MergeForm(sent), false, false, model);
    }

    private static ParticipantId first(Pairs.Pair pair) {
        return Objects.requireNonNull(pair.first().id());
    }

    private static ParticipantId second(Pairs.Pair pair) {
        return Objects.requireNonNull(pair.second().id());
    }

    private String choosePage(
            Actor actor, Pairs.Pair pair, MergeForm form, boolean refused, boolean stale, Model model) {
        Enrolments.Known a = enrolments.known(actor, first(pair));
        Enrolments.Known b = enrolments.known(actor, second(pair));
        List<Ask> asks = new ArrayList<>();
        asks.add(new Ask(
                "stays",
                texts.of("doubles.stays"),
                List.of(
                        option(pair, Side.FIRST, form.stays(), a.number()),
                        option(pair, Side.SECOND, form.stays(), b.number())),
                null));
        askRuns(pair, form, refused, asks);
        List<Fact> facts = new ArrayList<>();
        Map<MergeField, Side> chosen = form.fields();
        for (MergeField field : MergeField.values()) {
            String one = fields.of(field, a.registration());
            String other = fields.of(field, b.registration());
            if (field.differs(a.registration(), b.registration())) {
                Side side = chosen.getOrDefault(field, field.usual(a.registration(), b.registration()));
                List<Option> options = new ArrayList<>(List.of(
                        option(pair, Side.FIRST, side, String.valueOf(one)),
                        option(pair, Side.SECOND, side, String.valueOf(other))));
                if (field.joinable()) options.add(option(pair, Side.BOTH, side, texts.of("doubles.both-texts")));
                asks.add(new Ask(field.slug(), fields.label(field), options, null));
            } else if (one != null || other != null) {
                String from = one == null
                        ? pair.second().number()
                        : other == null ? pair.first().number() : null;
                facts.add(new Fact(fields.label(field), String.valueOf(one == null ? other : one), from));
            }
        }
        model.addAttribute("page", new ChoosePage(pair, asks, facts, a.version(), b.version(), stale));
        return "participants/doubles/choose";
    }

    private void askRuns(Pairs.Pair pair, MergeForm form, boolean refused, List<Ask> asks) {
        Runs.Open one = runs.enrolment(first(pair)).orElse(null);
        Runs.Open other = runs.enrolment(second(pair)).orElse(null);
        if (one != null && other != null) {
            asks.add(ask(pair, form, refused, "enrolment", run(one), run(other)));
        }
        String coach = runs.coach(first(pair));
        String otherCoach = runs.coach(second(pair));
        if (coach != null && otherCoach != null) asks.add(ask(pair, form, refused, "coach", coach, otherCoach));
    }

    private Ask ask(Pairs.Pair pair, MergeForm form, boolean refused, String name, String one, String other) {
        Side side = form.side(name);
        return new Ask(
                name,
                texts.of("doubles." + name),
                List.of(option(pair, Side.FIRST, side, one), option(pair, Side.SECOND, side, other)),
                refused && side == null ? texts.of("doubles." + name + "-needed") : null);
    }

    private String run(Runs.Open run) {
        return texts.of(
                "doubles.run",
                texts.of("doubles.status." + run.status().toLowerCase(java.util.Locale.ROOT)),
                words.fullDate(run.registeredOn()));
    }

    private static Option option(Pairs.Pair pair, Side side, @Nullable Side chosen, String text) {
        String from =
                side == Side.BOTH ? "" : String.valueOf((side == Side.FIRST ? pair.first() : pair.second()).number());
        return new Option(side.name().toLowerCase(java.util.Locale.ROOT), text, from, side == chosen);
    }

    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping("/participants/doubles/{pair}/preview")
    @Transactional(readOnly = true)
    public String preview(
            Actor actor,
            @PathVariable PairId pair,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        Pairs.Pair known = pairs.find(actor, pair);
        MergeForm form = new MergeForm(sent);
        if (unanswered(known, form)) {
            response.setStatus(422);
            return choosePage(actor, known, form, true, false, model);
        }
        Merges.Choice choice = form.choice();
        Merges.Preview preview = merges.preview(actor, first(known), second(known), choice);
        List<Fact> facts = new ArrayList<>();
        for (MergeField field : MergeField.values()) {
            String value = fields.of(field, preview.result());
            if (value != null) facts.add(new Fact(fields.label(field), value, null));
        }
        String aliases = preview.result().name().aliases();
        if (aliases != null) facts.add(4, new Fact(texts.of("doubles.field.aliases"), aliases, null));
        Registration a = enrolments.known(actor, first(known)).registration();
        Registration b = enrolments.known(actor, second(known)).registration();
        boolean swap = choice.stays() == Side.SECOND;
        model.addAttribute(
                "page",
                new PreviewPage(
                        known,
                        swap ? known.second() : known.first(),
                        swap ? known.first() : known.second(),
                        facts,
                        moves(preview.moved()),
                        preview.staying(),
                        preview.objections().stream().map(texts::of).toList(),
                        !a.municipalityCode().equals(b.municipalityCode()),
                        new LinkedHashMap<>(form.carried()),
                        "/participants/doubles/" + pair + form.query()));
        return "participants/doubles/preview";
    }

    private List<String> moves(Map<String, Integer> moved) {
        return moved.entrySet().stream()
                .map(entry -> texts.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private boolean unanswered(Pairs.Pair pair, MergeForm form) {
        List<Ask> asks = new ArrayList<>();
        askRuns(pair, form, true, asks);
        return asks.stream().anyMatch(ask -> ask.error() != null);
    }

    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping("/participants/doubles/{pair}/merge")
    @Transactional
    public String merge(Actor actor, @PathVariable PairId pair, @RequestParam Map<String, String> sent, Answer answer) {
        Pairs.Pair known = pairs.find(actor, pair);
        MergeForm form = new MergeForm(sent);
        if (unanswered(known, form)) {
            return answer.again(choosePage(actor, known, form, true, false, answer.model()));
        }
        try {
            UUID merging = merges.merge(actor, first(known), second(known), form.choice());
            MergeRecord record = merges.find(actor, merging);
            return answer.go(
                    Flash.ok(texts.of("doubles.merged", record.fromNumber(), words.fullDate(record.undoUntil())))
                            .undo("/participants/merges/" + merging + "/undo", texts.of("webkit.undo")),
                    "/participants/" + record.into());
        } catch (StaleVersion somebodyElse) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return answer.again(Attempt.STALE, choosePage(actor, known, form, false, true, answer.model()));
        }
    }

    @Needs(Permission.DOSSIER_EDIT)
    @GetMapping("/participants/merges/{merging}")
    @Transactional
    public String askUndo(Actor actor, @PathVariable UUID merging, Model model) {
        MergeRecord record = merges.find(actor, merging);
        model.addAttribute(
                "page", new UndoPage(record, record.open(words.today()), merges.changedSince(actor, merging)));
        return "participants/doubles/undo";
    }

    @Needs(Permission.DOSSIER_EDIT)
    @PostMapping("/participants/merges/{merging}/undo")
    String undo(Actor actor, @PathVariable UUID merging, Answer answer) {
        MergeRecord record = merges.undo(actor, merging);
        return answer.go(
                Flash.ok(texts.of("doubles.undone", record.intoNumber(), record.fromNumber())),
                "/participants/" + record.from());
    }
}
