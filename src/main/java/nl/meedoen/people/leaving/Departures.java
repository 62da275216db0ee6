package nl.meedoen.people.leaving;

import java.util.ArrayList;
import java.util.List;
import nl.meedoen.access.ActingAs;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.people.Duty;
import nl.meedoen.webkit.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Collects what somebody has in hand from every room, as counts. */
@Component
class Departures {

    private final List<Duty.Source> sources;
    private final TransactionTemplate apart;
    private final Words words;

    Departures(List<Duty.Source> sources, PlatformTransactionManager transactions, Words words) {
        this.sources = sources;
        this.apart = new TransactionTemplate(transactions);
        // the one who asks may not see the work itself: it is counted in the service's name, in a transaction of its
        // own
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.apart.setReadOnly(true);
        this.words = words;
    }

    List<Duty> of(AccountId leaver) {
        List<Duty> duties = new ArrayList<>();
        ActingAs.service(() -> apart.executeWithoutResult(
                tx -> sources.forEach(source -> duties.addAll(source.of(leaver, words.today())))));
        return duties.stream().filter(duty -> duty.count() > 0).toList();
    }
}
