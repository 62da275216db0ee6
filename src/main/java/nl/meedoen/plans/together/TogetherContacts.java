package nl.meedoen.plans.together;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.plans.ContactDrafts;
import nl.meedoen.plans.Contacts;
import nl.meedoen.plans.GoalId;
import nl.meedoen.plans.text.ContactText;
import nl.meedoen.plans.text.StepText;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes one conversation in several dossiers: in all of them or in none. */
@Service
@Transactional
public class TogetherContacts {

    private final Contacts contacts;
    private final TogetherPages pages;
    private final ContactDrafts drafts;

    TogetherContacts(Contacts contacts, TogetherPages pages, ContactDrafts drafts) {
        this.contacts = contacts;
        this.pages = pages;
        this.drafts = drafts;
    }

    /**
     * Gives each of these people a contact of their own with the same text, and a next step where one was agreed; what was
     * kept as a draft is gone then.
     *
     * @param goals to which the step belongs, at most one open goal of each; who has none among them gets no step
     * @return in how many dossiers it stands now
     * @throws NotFound when one of them is out of reach
     * @throws RuleBroken when there are more than one talks with at once, or somebody's enrolment takes no more changes
     */
    public int write(
            Actor actor, Set<ParticipantId> people, ContactText text, @Nullable StepText next, Set<GoalId> goals) {
        if (people.size() > TogetherPages.MOST) {
            throw new RuleBroken("together.too-many", TogetherPages.MOST);
        }
        Map<UUID, List<Option>> open =
                pages.goals(people.stream().map(ParticipantId::value).toList());
        // always in the same order, so that two who write for the same people do not wait for each other
        for (ParticipantId person :
                people.stream().sorted((a, b) -> a.value().compareTo(b.value())).toList()) {
            contacts.write(actor, person, text, step(next, open.getOrDefault(person.value(), List.of()), goals), null);
        }
        drafts.dropTogether(actor);
        return people.size();
    }

    private static Contacts.@Nullable NextStep step(@Nullable StepText next, List<Option> own, Set<GoalId> goals) {
        return next == null
                ? null
                : own.stream()
                        .map(option -> GoalId.of(option.value()))
                        .filter(goals::contains)
                        .findFirst()
                        .map(goal -> new Contacts.NextStep(goal, next))
                        .orElse(null);
    }
}
