package nl.meedoen.participants.sections.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.participants.sections.Intake;
import nl.meedoen.participants.sections.SectionEntries;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.StaleVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.springframework.ui.Model;

/** Pages of a section that is a list: the list with a form to add, and one entry's form. As {@link SectionPages}. */
@Component
class EntryPages {

    private final SectionPages pages;
    private final Dossiers dossiers;

    EntryPages(SectionPages pages, Dossiers dossiers) {
        this.pages = pages;
        this.dossiers = dossiers;
    }

    /** The list, with an empty form or the draft of one. */
    <E extends Record, F> String ask(
            Actor actor,
            ParticipantId id,
            SectionEntries<E> records,
            Class<F> type,
            F empty,
            Map<String, List<Option>> choices,
            Model model) {
        dossiers.reach(actor, id);
        return pages.ask(
                actor,
                id,
                records.section(),
                SectionPages.LIST,
                type,
                empty,
                choices,
                entries(records, id, null),
                model);
    }

    /** Adds an entry; null is one that could not be read, which is shown again with what is wrong. */
    <E extends Record> String add(
            SectionPages.Sent sent, SectionEntries<E> records, @Nullable E typed, Map<String, List<Option>> choices) {
        dossiers.reach(sent.actor(), sent.id());
        if (typed == null) {
            return pages.wrong(sent, records.section(), choices, entries(records, sent.id(), null));
        }
        records.add(sent.actor(), sent.id(), typed);
        return pages.stay(sent, records.section());
    }

    /** The page on which an entry is corrected, without its form. */
    SectionPage editing(
            Actor actor, ParticipantId id, SectionEntries<?> records, UUID entry, Map<String, List<Option>> choices) {
        dossiers.reach(actor, id);
        SectionPage page = pages.page(actor, id, records.section(), choices).listing(entries(records, id, entry));
        return page.correcting(entry, page.action() + "/" + entry, Intake.fingerprint(records.find(id, entry)));
    }

    /** Corrects an entry, or shows it again with what is wrong or beside what somebody else made of it. */
    <E extends Record> String correct(
            SectionPages.Sent sent, SectionPage page, SectionEntries<E> records, UUID entry, @Nullable E typed) {
        if (typed == null) {
            return pages.again(sent, page.seen(String.valueOf(sent.version()), null));
        }
        try {
            records.correct(sent.actor(), sent.id(), entry, typed, sent.version());
        } catch (StaleVersion somebodyElse) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return pages.stale(sent, page, records.fact(records.find(sent.id(), entry)), records.fact(typed));
        }
        return pages.stay(sent, records.section());
    }

    private static <E extends Record> List<SectionPage.Entry> entries(
            SectionEntries<E> records, ParticipantId id, @Nullable UUID editing) {
        return records.all(id).stream()
                .map(entry -> new SectionPage.Entry(
                        entry.id(), records.fact(entry.content()), entry.id().equals(editing)))
                .toList();
    }
}
