package nl.meedoen.participants.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meedoen.people.MunicipalitiesMerged;
import nl.meedoen.people.Organisation;
import nl.meedoen.webkit.Words;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Keeps the lookup as administrators have it: a merger is known from its own day on, on each instance. */
@Component
class MunicipalitiesOfToday {

    private final MunicipalityLookup lookup;
    private final Organisation organisation;
    private final Words words;
    private final Set<String> listed;

    MunicipalitiesOfToday(MunicipalityLookup lookup, Organisation organisation, Words words) {
        this.lookup = lookup;
        this.organisation = organisation;
        this.words = words;
        this.listed = lookup.all().stream().map(Municipality::code).collect(Collectors.toUnmodifiableSet());
    }

    /** Each quarter of an hour: another instance may have merged some, and at midnight a merger begins. */
    @Scheduled(fixedDelay = 900_000)
    void read() {
        organisation.readMunicipalitiesAgain();
        Map<String, String> became = new HashMap<>(organisation.mergedInto(words.today()));
        // of a municipality that became part of one that became part of a third, the third counts
        became.replaceAll((code, into) -> became.getOrDefault(into, into));
        List<Municipality> added = organisation.municipalities().stream()
                .filter(one -> !listed.contains(one.code()))
                .map(one -> new Municipality(one.code(), one.name(), one.province()))
                .toList();
        lookup.follow(added, became);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void merged(MunicipalitiesMerged event) {
        read();
    }
}
