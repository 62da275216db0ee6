package nl.meedoen.insight.web;

import java.time.LocalDate;
import java.util.UUID;
import nl.meedoen.access.Role;
import nl.meedoen.insight.figures.CounterRefresh;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.LocationId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.support.OwnerJdbc;
import nl.meedoen.support.Village;

/**
 * A region of its own with three municipalities, so that the figures are known to the last person: sixty people in
 * Enschede, three in Almelo, thirty in Hengelo.
 */
final class Counted {

    static final String ENSCHEDE = "GM0153";
    static final String ALMELO = "GM0141";
    static final String HENGELO = "GM0164";

    private static Counted made;

    final AccountId clientManager;
    final AccountId clientManagerOfAlmelo;
    final AccountId coordinator;
    final UUID region = Uuids.next();
    private final Village village;
    private final OwnerJdbc jdbc;
    private final LocationId gamma = new LocationId(Uuids.next());
    private final LocalDate today;

    /** Makes it once for all tests that share the database. */
    static synchronized Counted in(Village village, OwnerJdbc jdbc, CounterRefresh refresh) {
        if (made == null || made.village != village) {
            made = new Counted(village, jdbc);
        }
        refresh.refresh();
        return made;
    }

    private Counted(Village village, OwnerJdbc jdbc) {
        this.village = village;
        this.jdbc = jdbc;
        today = village.today();
        jdbc.sql("insert into region (id, name, target) values (?, 'Oost', 100)")
                .param(region)
                .update();
        jdbc.sql("insert into location (id, region_id, name) values (?, ?, 'Gamma')")
                .params(gamma.value(), region)
                .update();
        UUID service = Uuids.next();
        jdbc.sql("insert into social_service values (?, 'Sociale Dienst Oost')")
                .param(service)
                .update();
        clientManager = village.account(Role.CLIENT_MANAGER, "oost", gamma, ENSCHEDE);
        clientManagerOfAlmelo = village.account(Role.CLIENT_MANAGER, "almelo", gamma, ALMELO);
        coordinator = village.account(Role.COORDINATOR, "oost", gamma, ENSCHEDE);
        for (String code : new String[] {ENSCHEDE, ALMELO, HENGELO}) {
            jdbc.sql("insert into location_municipality values (?, ?, date '2020-01-01', null)")
                    .params(gamma.value(), code)
                    .update();
            jdbc.sql("insert into social_service_municipality values (?, ?, date '2020-01-01', null)")
                    .params(service, code)
                    .update();
            jdbc.sql("insert into account_municipality values (?, ?) on conflict do nothing")
                    .params(clientManager.value(), code)
                    .update();
        }
        people();
    }

    private void people() {
        add(ENSCHEDE, 6, "status = status");
        add(ENSCHEDE, 7, "intake_on = registered_on + 10, phase = 'INTAKE_DONE'");
        add(ENSCHEDE, 5, "coach_id = '" + coordinator + "', coach_on = registered_on, phase = 'COACH_FOUND'");
        add(ENSCHEDE, 20, "plan_on = registered_on, phase = 'PLAN_AGREED', rung_start = 2, rung_now = 4");
        add(ENSCHEDE, 10, """
                plan_on = registered_on, phase = 'PLACED', placed_on = registered_on, placement_kind = 'PAID_WORK',
                rung_start = 2, rung_now = 2
                """);
        add(ENSCHEDE, 5, "phase = 'PLACED', placed_on = registered_on, placement_kind = 'EDUCATION'");
        add(ENSCHEDE, 7, "status = 'WITHDRAWN', phase = 'STOPPED'");
        add(ALMELO, 3, "intake_on = registered_on, phase = 'INTAKE_DONE'");
        add(HENGELO, 10, "status = status");
        add(HENGELO, 20, "plan_on = registered_on, phase = 'PLAN_AGREED'");
        placements();
    }

    /** Adds so many people to a municipality, registered thirty days ago. */
    void add(String municipality, int people, String facts) {
        for (int each = 0; each < people; each++) {
            ParticipantId id = village.participant("Oost", "Proef", gamma, municipality);
            jdbc.sql("update glance set " + facts + " where participant_id = ?")
                    .param(id.value())
                    .update();
        }
    }

    /** Of ten people in paid work in Enschede six began 200 days ago, and one of them stopped after a month. */
    private void placements() {
        UUID employer = Uuids.next();
        UUID opening = Uuids.next();
        jdbc.sql("""
                        insert into employer (id, region_id, name, folded, sector, size, created_at)
                        values (?, ?, 'Proefbedrijf', 'proefbedrijf', 'F', 'SMALL', now())
                        """).params(employer, region).update();
        jdbc.sql("""
                        insert into opening (id, employer_id, region_id, kind, title, folded, places, state, opened_on)
                        values (?, ?, ?, 'PAID_WORK', 'Proefwerk', 'proefwerk', 50, 'OPEN', ?)
                        """).params(opening, employer, region, today.minusDays(300)).update();
        int at = 0;
        for (UUID participant : jdbc.sql(
                        "select participant_id from glance where municipality_code = ? and placement_kind = 'PAID_WORK'")
                .param(ENSCHEDE)
                .query(UUID.class)
                .list()) {
            LocalDate began = today.minusDays(at < 6 ? 200 : 0);
            LocalDate ended = at == 0 ? began.plusDays(30) : null;
            jdbc.sql("""
                            insert into placement (id, participant_id, opening_id, employer_id, kind, state, proposed_on,
                                began_on, ended_on)
                            values (?, ?, ?, ?, 'PAID_WORK', ?, ?, ?, cast(? as date))
                            """)
                    .param(Uuids.next())
                    .param(participant)
                    .param(opening)
                    .param(employer)
                    .param(ended == null ? "RUNNING" : "FINISHED")
                    .param(began)
                    .param(began)
                    .param(ended)
                    .update();
            at++;
        }
    }
}
