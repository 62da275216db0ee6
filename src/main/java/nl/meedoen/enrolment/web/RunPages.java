package nl.meedoen.enrolment.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.documents.DocumentArchive;
import nl.meedoen.enrolment.Aftercare;
import nl.meedoen.enrolment.EligibilityKind;
import nl.meedoen.enrolment.EnrolmentHistory;
import nl.meedoen.enrolment.Funding;
import nl.meedoen.enrolment.Transfers;
import nl.meedoen.enrolment.WaitingList;
import nl.meedoen.enrolment.sources.FundingSources;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.DossierFrame;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.participants.registration.EnrolmentCorrections;
import nl.meedoen.participants.registration.EnrolmentDates;
import nl.meedoen.participants.registration.EnrolmentStatus;
import nl.meedoen.participants.registration.Outcome;
import nl.meedoen.webkit.Option;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the pages of a run through the programme. */
@Component
@Transactional
class RunPages {

    /** What is asked by the funder, and the check that counts. */
    record Asked(EligibilityKind kind, Funding.@Nullable Check last, List<Funding.Check> before) {}

    record RunPage(
            DossierFrame frame,
            EnrolmentCorrections.Run run,
            boolean waits,
            Funding.@Nullable Source source,
            List<Asked> asked,
            long met,
            List<Aftercare.CheckIn> checkIns,
            boolean mayClose,
            List<Transfers.Transfer> transfers,
            List<EnrolmentHistory.Step> steps) {

        public String path() {
            return "/participants/" + frame.id() + "/enrolment";
        }

        /** Whether it ended, so that it can be opened again. */
        public boolean ended() {
            return !List.of(EnrolmentStatus.REGISTERED, EnrolmentStatus.INTAKE, EnrolmentStatus.ACTIVE)
                    .contains(run.status());
        }

        /** Whether somebody has still to be asked. */
        public boolean aftercareOpen() {
            return checkIns.stream().anyMatch(one -> one.doneOn() == null);
        }
    }

    /** A form about the run; {@code options} are what it lets choose from. */
    record FormPage(
            ParticipantId id,
            String person,
            EnrolmentCorrections.Run run,
            List<Option> options,
            List<Option> documents,
            List<Saved> theirs) {

        public String path() {
            return "/participants/" + id + "/enrolment";
        }

        private FormPage beside(List<Saved> saved) {
            return new FormPage(id, person, run, options, documents, saved);
        }
    }

    /** What somebody else saved meanwhile in a field; null where nothing stands there. */
    record Saved(String label, @Nullable String value) {}

    private final Dossiers dossiers;
    private final EnrolmentCorrections corrections;
    private final EnrolmentHistory history;
    private final Funding funding;
    private final FundingSources sources;
    private final Aftercare aftercare;
    private final WaitingList waiting;
    private final Transfers transfers;
    private final DocumentArchive archive;
    private final Texts texts;
    private final Words words;

    RunPages(
            Dossiers dossiers,
            EnrolmentCorrections corrections,
            EnrolmentHistory history,
            Funding funding,
            FundingSources sources,
            Aftercare aftercare,
            WaitingList waiting,
            Transfers transfers,
            DocumentArchive archive,
            Texts texts,
            Words words) {
        this.dossiers = dossiers;
        this.corrections = corrections;
        this.history = history;
        this.funding = funding;
        this.sources = sources;
        this.aftercare = aftercare;
        this.waiting = waiting;
        this.transfers = transfers;
        this.archive = archive;
        this.texts = texts;
        this.words = words;
    }

    RunPage show(Actor actor, ParticipantId id) {
        DossierFrame frame = dossiers.open(actor, id, "data");
        List<Funding.Check> checks = funding.checks(id);
        Funding.@Nullable Source source = funding.of(id).orElse(null);
        List<EligibilityKind> wanted = source == null
                ? List.of(EligibilityKind.values())
                : sources.coded(source.projectCode())
                        .map(FundingSources.Project::checks)
                        .orElse(List.of(EligibilityKind.values()));
        List<Asked> asked = Arrays.stream(EligibilityKind.values())
                .filter(kind -> wanted.contains(kind) || checks.stream().anyMatch(one -> one.kind() == kind))
                .map(kind -> asked(
                        kind, checks.stream().filter(one -> one.kind() == kind).toList()))
                .toList();
        List<Aftercare.CheckIn> checkIns = aftercare.of(id);
        EnrolmentCorrections.Run run = corrections.of(actor, id);
        return new RunPage(
                frame,
                run,
                waiting.waits(id),
                source,
                asked,
                asked.stream()
                        .filter(one -> one.last() != null && one.last().met())
                        .count(),
                checkIns,
                run.status() == EnrolmentStatus.AFTERCARE && checkIns.stream().allMatch(one -> one.doneOn() != null),
                transfers.of(id),
                history.of(id));
    }

    private static Asked asked(EligibilityKind kind, List<Funding.Check> checks) {
        return checks.isEmpty()
                ? new Asked(kind, null, List.of())
                : new Asked(kind, checks.get(0), checks.subList(1, checks.size()));
    }

    FormPage form(Actor actor, ParticipantId id) {
        return page(actor, id, List.of(), List.of());
    }

    /** The form of who pays, with the projects of the list. */
    FormPage paying(Actor actor, ParticipantId id) {
        String now = funding.of(id).map(Funding.Source::projectCode).orElse("");
        List<Option> listed = sources.all().stream()
                .filter(one -> one.pays(words.today()) || one.code().equalsIgnoreCase(now))
                .map(one -> new Option(one.code(), one.code() + " · " + one.name()))
                .toList();
        return page(actor, id, listed, List.of());
    }

    /** The form of the days after somebody else saved them: what was typed stays, and these stand beside it. */
    FormPage besideDates(Actor actor, ParticipantId id) {
        FormPage page = form(actor, id);
        EnrolmentDates days = page.run().dates();
        return page.beside(List.of(
                saved("enrolment.day.registered", days.registeredOn()),
                saved("enrolment.day.intake", days.intakeOn()),
                saved("enrolment.day.active", days.activeOn()),
                saved("enrolment.day.ended", days.endedOn())));
    }

    /** As {@link #besideDates}, for who pays. */
    FormPage besideSource(Actor actor, ParticipantId id) {
        return paying(actor, id)
                .beside(source(actor, id)
                        .map(now -> List.of(
                                new Saved(texts.of("enrolment.project"), now.projectCode()),
                                saved("enrolment.from", now.from()),
                                saved("enrolment.until", now.until())))
                        .orElse(List.of()));
    }

    private Saved saved(String label, @Nullable LocalDate day) {
        return new Saved(texts.of(label), day == null ? null : words.fullDate(day));
    }

    FormPage check(Actor actor, ParticipantId id) {
        List<Option> kinds = Arrays.stream(EligibilityKind.values())
                .map(kind -> new Option(kind.name(), texts.of(kind)))
                .toList();
        return page(actor, id, kinds, archive.titles(actor, id));
    }

    FormPage answer(Actor actor, ParticipantId id, UUID checkIn) {
        aftercare.find(actor, id, checkIn);
        List<Option> situations = Arrays.stream(Outcome.values())
                .map(one -> new Option(one.name(), texts.of(one)))
                .toList();
        return page(actor, id, situations, List.of());
    }

    FormPage transfer(Actor actor, ParticipantId id) {
        List<Option> targets = transfers.targets(actor, id).stream()
                .map(one -> new Option(one.id().toString(), one.name() + " (" + one.regionName() + ")"))
                .toList();
        return page(actor, id, targets, List.of());
    }

    Optional<Funding.Source> source(Actor actor, ParticipantId id) {
        dossiers.reach(actor, id);
        return funding.of(id);
    }

    private FormPage page(Actor actor, ParticipantId id, List<Option> options, List<Option> documents) {
        String person = dossiers.reach(actor, id).name();
        return new FormPage(id, person, corrections.of(actor, id), options, documents, List.of());
    }
}
