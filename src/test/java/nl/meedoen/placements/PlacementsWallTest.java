package nl.meedoen.placements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Role;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.RegionId;
import nl.meedoen.placements.market.EmployerId;
import nl.meedoen.placements.market.OpeningId;
import nl.meedoen.support.MeedoenTest;
import nl.meedoen.support.Village;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A query that forgot its condition: what does the database itself still let through? */
@MeedoenTest
class PlacementsWallTest {

    @Autowired
    Village village;

    @Autowired
    Market market;

    @Autowired
    JdbcClient jdbc;

    private PlacementId own;
    private PlacementId foreign;

    @BeforeEach
    void twoPlacements() {
        own = placed(village.north, village.amal);
        foreign = placed(village.south, village.celine);
    }

    @ParameterizedTest
    @EnumSource(names = {"COORDINATOR", "COACH", "CLIENT_MANAGER"})
    void whoFollowsAParticipantSeesTheirPlacementsOnly(Role role) {
        List<UUID> seen = seen(village.actor(role), "placement");

        assertThat(seen).contains(own.value()).doesNotContain(foreign.value());
    }

    @ParameterizedTest
    @EnumSource(names = {"TRAINER", "NATIONAL_LEAD", "ADMINISTRATOR"})
    void othersSeeNone(Role role) {
        assertThat(seen(village.actor(role), "placement")).isEmpty();
        assertThat(seen(village.actor(role), "employer")).isEmpty();
    }

    @Test
    void aClientManagerSeesNoPlacementWithoutConsent() {
        PlacementId quiet = placed(village.north, village.bahar);

        assertThat(seen(village.actor(Role.CLIENT_MANAGER), "placement")).doesNotContain(quiet.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"placement_change", "check_in", "employer", "opening", "contact_person", "employer_event"})
    void aClientManagerSeesNothingElse(String table) {
        assertThat(seen(village.actor(Role.CLIENT_MANAGER), table)).isEmpty();
    }

    @Test
    void aClientManagerChangesNothing() {
        Actor manager = village.actor(Role.CLIENT_MANAGER);

        int changed = village.as(
                manager, () -> jdbc.sql("update placement set supervisor = 'x'").update());
        assertThat(changed).isZero();
    }

    @Test
    void aCoachReadsTheEmployersOfTheOwnCaseloadAndChangesNone() {
        Actor coach = village.actor(Role.COACH);
        UUID employer = employerOf(own);

        assertThat(seen(coach, "employer")).contains(employer).doesNotContain(employerOf(foreign));
        assertThat(seen(coach, "contact_person")).isEmpty();
        int changed = village.as(
                coach,
                () -> jdbc.sql("update employer set name = 'x' where id = ?")
                        .param(employer)
                        .update());
        assertThat(changed).isZero();
    }

    @Test
    void nobodyInParticularSeesNothing() {
        assertThat(jdbc.sql("select count(*) from placement")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from employer")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private PlacementId placed(RegionId region, ParticipantId person) {
        LocalDate began = village.today().minusWeeks(14);
        EmployerId employer = market.employer("Muur", region);
        market.person(employer, "Persoon");
        OpeningId opening = market.opening(employer, OpeningKind.INTERNSHIP, 2);
        PlacementId id = market.running(person, employer, opening, OpeningKind.INTERNSHIP, began, null);
        market.checkIn(id, person, 13, began.plusWeeks(13));
        return id;
    }

    private UUID employerOf(PlacementId id) {
        return market.rows()
                .sql("select employer_id from placement where id = ?")
                .param(id.value())
                .query(UUID.class)
                .single();
    }

    private List<UUID> seen(Actor actor, String table) {
        return village.as(
                actor,
                () -> jdbc.sql("select id from " + table).query(UUID.class).list());
    }
}
