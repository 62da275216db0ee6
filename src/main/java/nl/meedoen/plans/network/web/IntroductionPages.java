package nl.meedoen.plans.network.web;

import java.util.Arrays;
import java.util.List;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.DossierFrame;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.plans.network.AcquaintanceId;
import nl.meedoen.plans.network.Introduction;
import nl.meedoen.plans.network.IntroductionId;
import nl.meedoen.plans.network.IntroductionOutcome;
import nl.meedoen.plans.network.IntroductionState;
import nl.meedoen.plans.network.Introductions;
import nl.meedoen.plans.network.Networks;
import nl.meedoen.plans.network.Via;
import nl.meedoen.plans.text.Fact;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the pages of introductions; the number of statements does not depend on how many there are. */
@Component
@Transactional
class IntroductionPages {

    private final Dossiers dossiers;
    private final Introductions introductions;
    private final Networks networks;
    private final Texts texts;
    private final Words words;

    IntroductionPages(Dossiers dossiers, Introductions introductions, Networks networks, Texts texts, Words words) {
        this.dossiers = dossiers;
        this.introductions = introductions;
        this.networks = networks;
        this.texts = texts;
        this.words = words;
    }

    IntroductionPage page(Actor actor, ParticipantId id) {
        DossierFrame frame = dossiers.open(actor, id, "plan");
        boolean edit = actor.may(Permission.PLAN_EDIT) && frame.open();
        return new IntroductionPage(frame, edit, edit && actor.may(Permission.NETWORK_SEARCH), introductions.of(id));
    }

    Introduction find(Actor actor, ParticipantId id, IntroductionId introduction) {
        dossiers.reach(actor, id);
        return introductions.find(id, introduction);
    }

    Networks.Hit found(Actor actor, AcquaintanceId acquaintance) {
        return networks.found(actor, acquaintance);
    }

    /** By which name a participant is called. */
    String person(Actor actor, ParticipantId id) {
        return dossiers.reach(actor, id).name();
    }

    /** The page around a form. */
    IntroductionPage.Frame form(
            Actor actor, ParticipantId id, @Nullable Introduction now, @Nullable Introduction theirs) {
        return new IntroductionPage.Frame(
                id.value(),
                dossiers.reach(actor, id).name(),
                now == null ? null : now.whom(),
                now == null ? null : now.id(),
                options(Via.values()),
                options(IntroductionState.values()),
                options(IntroductionOutcome.values()),
                theirs == null ? null : facts(theirs.progress()));
    }

    private List<Fact> facts(Introduction.Progress is) {
        return List.of(
                new Fact("network.state", texts.of(is.state())),
                Fact.of("network.decided-on", is.on() == null ? null : words.fullDate(is.on())),
                Fact.of("network.outcome", is.outcome() == null ? null : texts.of(is.outcome())),
                Fact.of("network.note", is.note()));
    }

    private List<Option> options(Enum<?>... all) {
        return Arrays.stream(all)
                .map(one -> new Option(one.name(), texts.of(Texts.code(one))))
                .toList();
    }
}
