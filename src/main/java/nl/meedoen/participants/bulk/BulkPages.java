package nl.meedoen.participants.bulk;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.participants.Caseload;
import nl.meedoen.participants.Handover;
import nl.meedoen.participants.caseload.CoachChoice;
import nl.meedoen.people.CoachProfile;
import nl.meedoen.people.Coaches;
import nl.meedoen.people.VogState;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the pages for many at once show. */
@Component
class BulkPages {

    /** The chosen ones and what can be done. */
    public record ChoosePage(
            String title,
            List<Bulk.Line> lines,
            boolean cut,
            List<Option> actions,
            List<Option> coaches,
            List<Option> handovers) {}

    /**
     * What will change, and what will not.
     *
     * @param sentence what is going to be done, in one sentence
     * @param warnings what is not forbidden but should be known
     */
    public record PreviewPage(
            String sentence,
            BulkForm form,
            List<Bulk.Line> able,
            List<Bulk.Line> refused,
            List<String> warnings,
            @Nullable AccountId coach,
            @Nullable String coachName) {}

    /** What was done. */
    public record DonePage(String sentence, Bulk.Done done, int kept) {}

    private final Coaches coaches;
    private final Caseload caseload;
    private final CoachChoice choice;
    private final Texts texts;
    private final Words words;

    BulkPages(Coaches coaches, Caseload caseload, CoachChoice choice, Texts texts, Words words) {
        this.coaches = coaches;
        this.caseload = caseload;
        this.choice = choice;
        this.texts = texts;
        this.words = words;
    }

    ChoosePage choose(Actor actor, List<Bulk.Line> lines, boolean cut) {
        return new ChoosePage(
                texts.of("bulk.title", lines.size()),
                lines,
                cut,
                Arrays.stream(BulkAction.values())
                        .map(action -> new Option(action.name(), texts.of(action)))
                        .toList(),
                choice.options(actor, null),
                Arrays.stream(Handover.values())
                        .map(choice -> new Option(choice.name(), texts.of(choice)))
                        .toList());
    }

    PreviewPage preview(Actor actor, BulkForm form, Bulk.Order order, List<Bulk.Line> lines) {
        List<Bulk.Line> able =
                lines.stream().filter(line -> line.refusal() == null).toList();
        CoachProfile coach = coach(actor, order.coach());
        return new PreviewPage(
                sentence(order, able.size(), coach),
                form,
                able,
                lines.stream().filter(line -> line.refusal() != null).toList(),
                coach == null ? List.of() : warnings(coach, able.size()),
                order.coach(),
                coach == null ? null : coach.name());
    }

    @Nullable
    CoachProfile coach(Actor actor, @Nullable AccountId chosen) {
        return chosen == null
                ? null
                : coaches.profilesAt(actor.locations()).stream()
                        .filter(known -> known.account().equals(chosen))
                        .findFirst()
                        .orElse(null);
    }

    DonePage done(Bulk.Done done) {
        int kept = (int)
                done.lines().stream().filter(line -> line.refusal() != null).count();
        String word =
                done.undoneAt() != null ? "undone-all" : done.action().name().toLowerCase(java.util.Locale.ROOT);
        return new DonePage(texts.of("bulk.done." + word, done.lines().size() - kept), done, kept);
    }

    private String sentence(Bulk.Order order, int count, @Nullable CoachProfile coach) {
        LocalDate on = order.on();
        return switch (order.action()) {
            case COACH -> texts.of("bulk.will.coach", count, coach == null ? "" : coach.name(), words.fullDate(on));
            case RELEASE -> texts.of("bulk.will.release", count);
            case INTAKE -> texts.of("bulk.will.intake", count, words.fullDate(on));
        };
    }

    private List<String> warnings(CoachProfile coach, int more) {
        List<String> warnings = new java.util.ArrayList<>();
        int now = caseload.countsOf(List.of(coach.account())).getOrDefault(coach.account(), 0);
        if (now + more > coach.capacity()) {
            warnings.add(texts.of("bulk.warning.full", coach.name(), now + more, coach.capacity()));
        }
        VogState vog = coach.vog(words.today());
        if (vog == VogState.EXPIRED || vog == VogState.MISSING) {
            warnings.add(texts.of("bulk.warning.vog", coach.name()));
        }
        return warnings;
    }
}
