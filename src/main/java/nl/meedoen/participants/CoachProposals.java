package nl.meedoen.participants;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.registration.Enrolments;
import nl.meedoen.participants.registration.Registration;
import nl.meedoen.people.CoachProfile;
import nl.meedoen.people.Coaches;
import nl.meedoen.people.Organisation;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which coach fits somebody, with the reasons. */
@Service
@Transactional(readOnly = true)
public class CoachProposals {

    /** Why a coach is proposed. */
    public enum Reason {
        SPEAKS_LANGUAGE,
        KNOWS_SECTOR,
        SAME_MUNICIPALITY,
        SAME_REGION,
        HAS_ROOM,
        VOG_VALID
    }

    /**
     * A coach for somebody, with the reasons; a full caseload, an expired certificate or an absence is said, not hidden.
     *
     * @param absentUntil the last day on which somebody covers for this coach, if that is now
     */
    public record Proposal(
            CoachProfile coach,
            String municipality,
            int participants,
            boolean full,
            boolean vogExpired,
            @Nullable LocalDate absentUntil,
            List<Reason> reasons,
            int score) {}

    private final Caseload caseload;
    private final Enrolments enrolments;
    private final Coaches coaches;
    private final Organisation organisation;
    private final Words words;

    CoachProposals(Caseload caseload, Enrolments enrolments, Coaches coaches, Organisation organisation, Words words) {
        this.caseload = caseload;
        this.enrolments = enrolments;
        this.coaches = coaches;
        this.organisation = organisation;
        this.words = words;
    }

    /** The coaches of the actor's locations, those who fit best first. */
    public List<Proposal> of(Actor actor, ParticipantId id) {
        Enrolments.Known known = enrolments.known(actor, id);
        Registration person = known.registration();
        LocalDate today = words.today();
        List<CoachProfile> all = coaches.profilesAt(actor.locations());
        Map<AccountId, Integer> counts =
                caseload.countsOf(all.stream().map(CoachProfile::account).toList());
        Map<AccountId, LocalDate> absent = caseload.absentUntil();
        List<Proposal> proposals = new ArrayList<>();
        for (CoachProfile coach : all) {
            int participants = counts.getOrDefault(coach.account(), 0);
            boolean full = participants >= coach.capacity();
            boolean expired = !coach.vog(today).valid();
            List<Reason> reasons = reasons(person, known.location(), coach, full, expired);
            int score = reasons.stream().mapToInt(CoachProposals::weight).sum()
                    - (full ? 100 : 0)
                    - (expired ? 50 : 0)
                    - (absent.containsKey(coach.account()) ? 25 : 0)
                    - participants;
            String municipality = coach.municipalityCode() == null
                    ? ""
                    : organisation
                            .municipality(coach.municipalityCode())
                            .map(m -> m.name())
                            .orElse("");
            proposals.add(new Proposal(
                    coach, municipality, participants, full, expired, absent.get(coach.account()), reasons, score));
        }
        proposals.sort(Comparator.comparingInt(Proposal::score)
                .reversed()
                .thenComparing(p -> p.coach().name()));
        return proposals;
    }

    private static List<Reason> reasons(
            Registration person, LocationId location, CoachProfile coach, boolean full, boolean expired) {
        List<Reason> reasons = new ArrayList<>();
        String language = person.reachability().language();
        if (language != null && coach.languages().contains(language)) {
            reasons.add(Reason.SPEAKS_LANGUAGE);
        }
        String wished = person.direction().wishedSector();
        if (wished != null && coach.sectors().contains(wished)) {
            reasons.add(Reason.KNOWS_SECTOR);
        }
        if (person.municipalityCode().equals(coach.municipalityCode())) {
            reasons.add(Reason.SAME_MUNICIPALITY);
        } else if (coach.locationId().equals(location)) {
            reasons.add(Reason.SAME_REGION);
        }
        if (!full) {
            reasons.add(Reason.HAS_ROOM);
        }
        if (!expired) {
            reasons.add(Reason.VOG_VALID);
        }
        return reasons;
    }

    private static int weight(Reason reason) {
        return switch (reason) {
            case SPEAKS_LANGUAGE -> 30;
            case KNOWS_SECTOR -> 20;
            case SAME_MUNICIPALITY -> 15;
            case HAS_ROOM -> 10;
            case SAME_REGION -> 5;
            case VOG_VALID -> 0;
        };
    }
}
