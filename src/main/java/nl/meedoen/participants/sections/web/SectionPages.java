package nl.meedoen.participants.sections.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.participants.sections.Fact;
import nl.meedoen.participants.sections.Intake;
import nl.meedoen.participants.sections.Section;
import nl.meedoen.participants.sections.SectionRecords;
import nl.meedoen.webkit.Flash;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.StaleVersion;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import nl.meedoen.webkit.form.Answer;
import nl.meedoen.webkit.form.Attempt;
import nl.meedoen.webkit.form.SentForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/**
 * Makes the page of a section, and takes its form in. Works in the transaction of the handler, which it marks as undone
 * where somebody else was first; a transaction of its own could not do that.
 */
@Component
class SectionPages {

    static final String VIEW = "participants/sections/page";

    /** The content of a section to which one only adds: nobody can overwrite anything there. */
    static final Record LIST = new Listed(true);

    private record Listed(boolean adds) {}

    private final Dossiers dossiers;
    private final Intake intake;
    private final SectionDrafts drafts;
    private final Texts texts;
    private final Words words;

    SectionPages(Dossiers dossiers, Intake intake, SectionDrafts drafts, Texts texts, Words words) {
        this.dossiers = dossiers;
        this.intake = intake;
        this.drafts = drafts;
        this.texts = texts;
        this.words = words;
    }

    /** A form that was sent, with all that its answer needs. */
    record Sent(Actor actor, ParticipantId id, Object form, BindingResult errors, Answer answer) {

        /** What the section held when its page was opened. */
        @Nullable
        String version() {
            return answer.sent("version");
        }

        /** The button beside a box was used: to see what is called like that, and not yet to save. */
        boolean searching() {
            return answer.sent("search") != null;
        }
    }

    /** The page, with the draft of this person in its form where there is one. */
    <F> String ask(
            Actor actor,
            ParticipantId id,
            Section section,
            Record content,
            Class<F> type,
            F fresh,
            Map<String, List<Option>> choices,
            List<SectionPage.Entry> entries,
            Model model) {
        SectionPage page = page(actor, id, section, choices).listing(entries);
        var left = drafts.find(actor, id, section, type);
        if (left.isPresent()) {
            String token = intake.renewed(id, section, left.get().version());
            page = page.seen(token, words.moment(left.get().at()));
            SentForm.show(model, left.get().form(), left.get().boxes());
        } else {
            model.addAttribute("form", fresh);
            page = page.seen(intake.token(id, section, content), null);
        }
        model.addAttribute("page", page);
        return VIEW;
    }

    /** The page of a section that is one form. */
    <C extends Record, F> String ask(
            Actor actor,
            ParticipantId id,
            SectionRecords<C> records,
            Class<F> type,
            Function<C, F> form,
            Function<C, Map<String, List<Option>>> choices,
            Model model) {
        dossiers.reach(actor, id);
        C now = records.read(id);
        return ask(actor, id, records.section(), now, type, form.apply(now), choices.apply(now), List.of(), model);
    }

    /** Saves a section that is one form, or shows it again with what is wrong or with what somebody else saved. */
    <C extends Record> String save(
            Sent sent, SectionRecords<C> records, @Nullable C typed, Supplier<Map<String, List<Option>>> choices) {
        dossiers.reach(sent.actor(), sent.id());
        Section section = records.section();
        if (typed == null || sent.errors().hasErrors()) {
            return wrong(sent, section, choices.get(), List.of());
        }
        try {
            intake.save(sent.actor(), sent.id(), records, typed, sent.version());
        } catch (StaleVersion somebodyElse) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            C now = records.read(sent.id());
            List<SectionPage.Difference> differences =
                    differences(records.facts(sent.actor(), now), records.facts(sent.actor(), typed));
            SectionPage page = page(sent.actor(), sent.id(), section, choices.get())
                    .seen(intake.token(sent.id(), section, now), null)
                    .with(differences);
            return again(sent, Attempt.STALE, page);
        }
        return saved(sent, section);
    }

    /** Shows the form again with what is wrong at its fields. */
    String wrong(Sent sent, Section section, Map<String, List<Option>> choices, List<SectionPage.Entry> entries) {
        SectionPage page = page(sent.actor(), sent.id(), section, choices)
                .listing(entries)
                .seen(Objects.requireNonNullElse(sent.version(), ""), null);
        return again(sent, page);
    }

    /** As {@link #wrong}, with a page that was made before. */
    String again(Sent sent, SectionPage page) {
        return again(sent, sent.searching() ? Attempt.DONE : Attempt.REFUSED, page);
    }

    private static String again(Sent sent, Attempt attempt, SectionPage page) {
        return sent.answer()
                .showing(sent.form(), sent.errors())
                .with("page", page)
                .again(attempt, VIEW);
    }

    /** Shows the form of one entry again, beside what somebody else made of it. */
    String stale(Sent sent, SectionPage page, Fact theirs, Fact yours) {
        return again(
                sent,
                Attempt.STALE,
                page.with(List.of(new SectionPage.Difference(texts.of(page.section()), line(theirs), line(yours)))));
    }

    private static String line(Fact fact) {
        return fact.value() == null ? fact.label() : fact.label() + ": " + fact.value();
    }

    /** On to the next section that is not done, or to wherever the button said. */
    String saved(Sent sent, Section section) {
        String then = sent.answer().sent("then");
        if ("stay".equals(then)) {
            return stay(sent, section);
        }
        Section next = "overview".equals(then) ? null : next(sent, section);
        return sent.answer()
                .go(saved(section), "/participants/" + sent.id() + "/intake" + (next == null ? "" : "/" + next.code()));
    }

    /** Back to the section, for the next entry of its list. */
    String stay(Sent sent, Section section) {
        return sent.answer().go(saved(section), path(sent.id(), section));
    }

    private Flash saved(Section section) {
        return Flash.ok(texts.of("sections.saved", texts.of(section)));
    }

    private static String path(ParticipantId id, Section section) {
        return "/participants/" + id + "/intake/" + section.code();
    }

    /** The first after this one that is not done; null when all are. */
    private @Nullable Section next(Sent sent, Section section) {
        Map<Section, Intake.State> progress = intake.progress(sent.actor(), sent.id());
        Section[] all = Section.values();
        for (int i = 1; i < all.length; i++) {
            Section next = all[(section.ordinal() + i) % all.length];
            if (next.mayEdit(sent.actor())
                    && !Objects.requireNonNull(progress.get(next)).done()) {
                return next;
            }
        }
        return null;
    }

    /** Back to the section, of which something was taken away. */
    String removed(ParticipantId id, Section section, Answer answer) {
        return answer.go(Flash.ok(texts.of("sections.removed")), path(id, section));
    }

    /** The page without its form. */
    SectionPage page(Actor actor, ParticipantId id, Section section, Map<String, List<Option>> choices) {
        Dossiers.Reached reached = dossiers.reach(actor, id);
        if (!section.mayEdit(actor)) {
            throw new NotFound();
        }
        List<SectionPage.Step> steps = steps(actor, id, section);
        int done =
                (int) steps.stream().filter(step -> step.state().equals("done")).count();
        return new SectionPage(
                id.toString(),
                reached.name(),
                section,
                "participants/sections/" + section.code(),
                path(id, section),
                steps,
                done,
                "",
                null,
                null,
                choices,
                List.of(),
                null);
    }

    /** How far all sections are. */
    List<SectionPage.Step> steps(Actor actor, ParticipantId id, @Nullable Section current) {
        List<SectionPage.Step> steps = new ArrayList<>();
        intake.progress(actor, id).forEach((section, state) -> {
            String saved = state.savedAt() == null
                    ? null
                    : texts.of("sections.saved-by", words.moment(state.savedAt()), String.valueOf(state.savedBy()));
            steps.add(new SectionPage.Step(
                    section,
                    state.begun() ? "draft" : state.done() ? "done" : "open",
                    section == current,
                    section.mayEdit(actor),
                    saved));
        });
        return steps;
    }

    private static List<SectionPage.Difference> differences(List<Fact> theirs, List<Fact> yours) {
        List<SectionPage.Difference> differences = new ArrayList<>();
        for (Fact fact : theirs) {
            String typed = value(yours, fact.label());
            String saved = Objects.requireNonNullElse(fact.value(), "–");
            if (!saved.equals(typed)) {
                differences.add(new SectionPage.Difference(fact.label(), saved, typed));
            }
        }
        yours.stream()
                .filter(fact -> fact.value() != null
                        && theirs.stream().noneMatch(other -> other.label().equals(fact.label())))
                .forEach(fact ->
                        differences.add(new SectionPage.Difference(fact.label(), "–", String.valueOf(fact.value()))));
        return differences;
    }

    private static String value(List<Fact> facts, String label) {
        return facts.stream()
                .filter(fact -> fact.label().equals(label) && fact.value() != null)
                .map(fact -> String.valueOf(fact.value()))
                .findFirst()
                .orElse("–");
    }
}
