package nl.meedoen.placements;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.RegionId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.placements.market.EmployerId;
import nl.meedoen.placements.market.OpeningId;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.Village;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays out employers, openings and placements behind the application's back. */
@Component
public class Market {

    private final OwnerJdbc jdbc;
    private final Village village;

    Market(OwnerJdbc jdbc, Village village) {
        this.jdbc = jdbc;
        this.village = village;
    }

    public EmployerId employer(String name) {
        return employer(name, village.north);
    }

    public EmployerId employer(String name, RegionId region) {
        EmployerId id = EmployerId.next();
        jdbc.sql("""
                        insert into employer (id, region_id, name, folded, sector, size, created_at)
                        values (?, ?, ?, lower(?), 'I', 'SMALL', now())
                        """).params(id.value(), region.value(), name, name).update();
        return id;
    }

    public UUID person(EmployerId employer, String name) {
        UUID id = Uuids.next();
        jdbc.sql("insert into contact_person (id, employer_id, name, phone) values (?, ?, ?, '+31612345678')")
                .params(id, employer.value(), name)
                .update();
        return id;
    }

    public OpeningId opening(EmployerId employer, OpeningKind kind, int places) {
        OpeningId id = OpeningId.next();
        jdbc.sql("""
                        insert into opening (id, employer_id, region_id, kind, title, folded, places, state, opened_on)
                        select ?, id, region_id, ?, 'Helpen', 'helpen', ?, 'OPEN', ? from employer where id = ?
                        """)
                .params(id.value(), kind.name(), places, village.today(), employer.value())
                .update();
        return id;
    }

    public PlacementId running(
            ParticipantId participant,
            EmployerId employer,
            OpeningId opening,
            OpeningKind kind,
            LocalDate began,
            @Nullable LocalDate until) {
        PlacementId id = PlacementId.next();
        jdbc.sql("""
                        insert into placement (id, participant_id, opening_id, employer_id, kind, state, proposed_on,
                            starts_on, ends_on, began_on, hours_a_week, agreement_signed_on, insurance_checked)
                        values (?, ?, ?, ?, ?, 'RUNNING', ?, ?, ?, ?, ?, ?, true)
                        """)
                .param(id.value())
                .param(participant.value())
                .param(opening.value())
                .param(employer.value())
                .param(kind.name())
                .param(began.minusDays(10))
                .param(began)
                .param(until)
                .param(began)
                .param(BigDecimal.valueOf(24))
                .param(began)
                .update();
        return id;
    }

    public UUID checkIn(PlacementId placement, ParticipantId participant, int weeks, LocalDate due) {
        UUID id = Uuids.next();
        jdbc.sql("insert into check_in (id, placement_id, participant_id, weeks, due_on) values (?, ?, ?, ?, ?)")
                .params(id, placement.value(), participant.value(), weeks, due)
                .update();
        return id;
    }

    /** The participant agrees that employers get to know them. */
    public void consent(ParticipantId participant) {
        jdbc.sql("""
                        insert into consent (id, participant_id, purpose, text_version, language, given_on, valid_until, how,
                            recorded_by, recorded_at)
                        values (?, ?, 'EMPLOYERS', '1', 'nl', ?, ?, 'PAPER', ?, now())
                        """)
                .params(
                        Uuids.next(),
                        participant.value(),
                        village.today(),
                        village.today().plusYears(1),
                        village.account(Role.COORDINATOR).value())
                .update();
    }

    /** One more participant at Alpha who agreed to meet employers. */
    public ParticipantId seeker(String name) {
        ParticipantId id = village.participant(name, "Zoekt", village.alpha, Village.OWN_MUNICIPALITY);
        consent(id);
        return id;
    }

    public ParticipantId stranger(String name, LocationId location) {
        return village.participant(name, "Elders", location, Village.FOREIGN_MUNICIPALITY);
    }

    public OwnerJdbc rows() {
        return jdbc;
    }
}
