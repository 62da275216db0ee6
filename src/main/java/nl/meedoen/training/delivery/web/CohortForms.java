package nl.meedoen.training.delivery.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.meedoen.access.Actor;
import nl.meedoen.people.Organisation;
import nl.meedoen.people.Trainers;
import nl.meedoen.training.CohortId;
import nl.meedoen.training.Cohorts;
import nl.meedoen.training.delivery.SessionDates;
import nl.meedoen.training.delivery.SessionPlan;
import nl.meedoen.training.delivery.domain.Cohort;
import nl.meedoen.training.delivery.domain.CohortRepository;
import nl.meedoen.training.delivery.domain.CohortScope;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.Option;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what the forms of groups offer to choose from. */
@Component
@Transactional(readOnly = true)
class CohortForms {

    private final Organisation organisation;
    private final Trainers trainers;
    private final SessionPlan plan;
    private final CohortRepository cohorts;

    CohortForms(Organisation organisation, Trainers trainers, SessionPlan plan, CohortRepository cohorts) {
        this.organisation = organisation;
        this.trainers = trainers;
        this.plan = plan;
        this.cohorts = cohorts;
    }

    CohortFormPage page(Actor actor) {
        return new CohortFormPage(locations(actor), trainers(actor), null);
    }

    /** The same with the sessions as the plan would make them. */
    CohortFormPage preview(Actor actor, Cohorts.Plan wanted) {
        SessionDates dates = SessionDates.weekly(wanted.startsOn(), wanted.sessions());
        return new CohortFormPage(
                locations(actor),
                trainers(actor),
                new CohortFormPage.Preview(
                        IntStream.range(0, wanted.sessions())
                                .mapToObj(i -> new CohortFormPage.Line(
                                        i + 1, dates.dates().get(i), plan.title(i + 1)))
                                .toList(),
                        dates.skipped().stream()
                                .map(skipped -> new CohortFormPage.Skipped(skipped.day(), skipped.holiday()))
                                .toList()));
    }

    CohortChangeForm form(Actor actor, CohortId id) {
        Cohort cohort = load(actor, id);
        return new CohortChangeForm(
                cohort.version(),
                cohort.name(),
                cohort.trainers().stream().map(Object::toString).toList(),
                cohort.capacity());
    }

    /** @param theirs whether to show beside the form what stands now */
    CohortChangePage changePage(Actor actor, CohortId id, long read, boolean theirs) {
        Cohort cohort = load(actor, id);
        List<Option> known = trainers(actor);
        String names = known.stream()
                .filter(option -> cohort.trainers().stream()
                        .anyMatch(trainer -> trainer.toString().equals(option.value())))
                .map(Option::label)
                .collect(Collectors.joining(", "));
        return new CohortChangePage(
                id.value(),
                cohort.name(),
                theirs ? cohort.version() : read,
                known,
                theirs ? new CohortChangePage.Theirs(cohort.name(), cohort.capacity(), names) : null);
    }

    private Cohort load(Actor actor, CohortId id) {
        return cohorts.find(id, CohortScope.of(actor)).orElseThrow(NotFound::new);
    }

    private List<Option> locations(Actor actor) {
        return organisation.locations(actor.locations()).stream()
                .map(location -> new Option(location.id().toString(), location.name()))
                .toList();
    }

    private List<Option> trainers(Actor actor) {
        return trainers.at(actor.locations()).stream()
                .map(trainer -> new Option(trainer.account().toString(), trainer.name()))
                .toList();
    }
}
