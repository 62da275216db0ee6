package nl.meedoen.plans.agreement;

import java.util.ArrayList;
import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.DossierFrame;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.plans.StepOwner;
import nl.meedoen.plans.StepStatus;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the pages on which people agree, and read what they agreed. */
@Component
@Transactional
class AgreementPages {

    private final Agreements agreements;
    private final Dossiers dossiers;
    private final MessageSource messages;
    private final JdbcClient jdbc;
    private final Texts texts;
    private final Words words;

    AgreementPages(
            Agreements agreements,
            Dossiers dossiers,
            MessageSource messages,
            JdbcClient jdbc,
            Texts texts,
            Words words) {
        this.agreements = agreements;
        this.dossiers = dossiers;
        this.messages = messages;
        this.jdbc = jdbc;
        this.texts = texts;
        this.words = words;
    }

    /** The language that was asked for; else Arabic for who prefers it, nothing for who prefers Dutch, and English. */
    private @Nullable Beside beside(ParticipantId id, @Nullable String wanted) {
        String own = jdbc.sql("select coalesce(preferred_language, 'en') from participant where id = ?")
                .param(id.value())
                .query(String.class)
                .single();
        String language = wanted != null ? wanted : List.of("ar", "nl").contains(own) ? own : "en";
        return List.of("ar", "en").contains(language) ? Beside.in(language, messages) : null;
    }

    AgreementPage.NewPage begin(Actor actor, ParticipantId id, @Nullable String beside) {
        DossierFrame frame = dossiers.open(actor, id, "plan");
        if (!frame.open()) {
            throw new RuleBroken("plans.enrolment-closed");
        }
        Agreements.Current current = agreements
                .current(id)
                .filter(plan -> plan.content().hasOpenGoals())
                .orElseThrow(() -> new RuleBroken("plans.agreement-empty"));
        int next = agreements.of(current.plan()).size() + 1;
        Beside said = beside(id, beside);
        return new AgreementPage.NewPage(
                frame, view(frame, current.content(), said), current.mark(), next, false, said);
    }

    AgreementPage read(Actor actor, ParticipantId id, int number, @Nullable String beside) {
        DossierFrame frame = dossiers.open(actor, id, "plan");
        Agreements.Current current = agreements.current(id).orElseThrow(NotFound::new);
        List<Agreements.Agreement> all = agreements.of(current.plan());
        if (number < 1 || number > all.size()) {
            throw new NotFound();
        }
        Agreements.Agreement one = all.get(number - 1);
        PlanSnapshot after = number < all.size() ? all.get(number).content() : current.content();
        List<AgreementPage.Version> others = new ArrayList<>();
        for (int i = all.size() - 1; i >= 0; i--) {
            Agreements.Agreement other = all.get(i);
            others.add(new AgreementPage.Version(
                    other.number(), other.on(), other.number() == number, other.objection() != null));
        }
        Beside said = beside(id, beside);
        return new AgreementPage(
                frame,
                number,
                one.on(),
                Texts.code(one.how()),
                one.by(),
                one.objection(),
                view(frame, one.content(), said),
                others,
                number < all.size() ? number + 1 : null,
                PlanComparison.between(one.content(), after),
                said);
    }

    private AgreementPage.View view(DossierFrame frame, PlanSnapshot plan, @Nullable Beside beside) {
        List<AgreementPage.GoalView> open = new ArrayList<>();
        List<AgreementPage.GoalView> ended = new ArrayList<>();
        plan.goals().forEach(goal -> (goal.ongoing() ? open : ended).add(goal(frame, goal, beside)));
        return new AgreementPage.View(plan.wish(), open, ended);
    }

    private AgreementPage.GoalView goal(DossierFrame frame, PlanSnapshot.Goal goal, @Nullable Beside beside) {
        String domain = texts.of(goal.domain());
        return new AgreementPage.GoalView(
                goal.title(),
                goal.targetOn() == null
                        ? domain
                        : texts.of("plans.goal.about", domain, words.fullDate(goal.targetOn())),
                beside == null ? null : beside.about(goal),
                goal.why(),
                goal.measure(),
                goal.state(),
                goal.reason(),
                goal.steps().stream().map(step -> step(frame, step, beside)).toList());
    }

    private AgreementPage.StepView step(DossierFrame frame, PlanSnapshot.Step step, @Nullable Beside beside) {
        String when = step.dueOn() == null
                ? texts.of("plans.step.no-date")
                : texts.of("plans.step.before", words.fullDate(step.dueOn()));
        boolean done = step.status() == StepStatus.DONE;
        String about = when + " · " + who(frame, step.owner());
        return new AgreementPage.StepView(
                step.title(),
                done ? about + " · " + texts.of(step.status()) : about,
                beside == null ? null : beside.about(step),
                done);
    }

    private String who(DossierFrame frame, StepOwner owner) {
        String coach = frame.coachName();
        return switch (owner) {
            case PARTICIPANT -> frame.name();
            case COACH -> coach == null ? texts.of("plans.owner.coach") : coach;
            case MUNICIPALITY -> texts.of("plans.owner.municipality");
        };
    }
}
