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
        return new AgreementPage.NewPage(
                frame, view(frame, current.content()), current.mark(), next, false, beside(id, beside));
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
        return new AgreementPage(
                frame,
                number,
                one.on(),
                Texts.code(one.how()),
                one.by(),
                one.objection(),
                view(frame, one.content()),
                others,
                number < all.size() ? number + 1 : null,
                PlanComparison.between(one.content(), after),
                beside(id, beside));
    }

    private AgreementPage.View view(DossierFrame frame, PlanSnapshot plan) {
        return new AgreementPage.View(
                plan.wish(),
                plan.goals().stream()
                        .filter(PlanSnapshot.Goal::ongoing)
                        .map(goal -> goal(frame, goal))
                        .toList(),
                plan.goals().stream()
                        .filter(goal -> !goal.ongoing())
                        .map(goal -> goal(frame, goal))
                        .toList());
    }

    private AgreementPage.GoalView goal(DossierFrame frame, PlanSnapshot.Goal goal) {
        String domain = texts.of(goal.domain());
        return new AgreementPage.GoalView(
                goal.title(),
                goal.targetOn() == null
                        ? domain
                        : texts.of("plans.goal.about", domain, words.fullDate(goal.targetOn())),
                goal.why(),
                goal.measure(),
                goal.state(),
                goal.reason(),
                goal.steps().stream().map(step -> step(frame, step)).toList());
    }

    private AgreementPage.StepView step(DossierFrame frame, PlanSnapshot.Step step) {
        String when = step.dueOn() == null
                ? texts.of("plans.step.no-date")
                : texts.of("plans.step.before", words.fullDate(step.dueOn()));
        return new AgreementPage.StepView(
                step.title(), when + " · " + who(frame, step.owner()), step.status() == StepStatus.DONE);
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
