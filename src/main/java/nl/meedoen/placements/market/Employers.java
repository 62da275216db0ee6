package nl.meedoen.placements.market;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.Phone;
import nl.meedoen.kernel.RegionId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.placements.EventKind;
import nl.meedoen.placements.domain.Employer;
import nl.meedoen.placements.domain.EmployerRepository;
import nl.meedoen.privacy.Trail;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Employers of the actor's own regions, their contact persons and the history of the relation. */
@Service
@Transactional
public class Employers {

    private final EmployerRepository employers;
    private final OwnRegions regions;
    private final JdbcClient jdbc;
    private final Vault vault;
    private final Trail trail;
    private final Clock clock;

    Employers(
            EmployerRepository employers, OwnRegions regions, JdbcClient jdbc, Vault vault, Trail trail, Clock clock) {
        this.employers = employers;
        this.regions = regions;
        this.jdbc = jdbc;
        this.vault = vault;
        this.trail = trail;
        this.clock = clock;
    }

    /** What is recorded of an employer, and the version that it stands at. */
    public record Read(EmployerId id, RegionId region, EmployerDetails details, long version) {}

    /** Records an employer in one of the actor's regions; a trade-register number counts once a region. */
    public EmployerId add(Actor actor, RegionId region, EmployerDetails details) {
        if (!regions.ids(actor).contains(region.value())) {
            throw new NotFound();
        }
        once(region, details.kvk(), null);
        EmployerId id = EmployerId.next();
        employers.saveAndFlush(new Employer(id, region, details, clock.instant()));
        trail.note(actor, Trail.Action.CREATED, "placements.employer", id.value());
        return id;
    }

    /** Changes the details; a version that is no longer the newest is refused. */
    public void change(Actor actor, EmployerId id, long version, EmployerDetails details) {
        Employer employer = load(actor, id);
        once(employer.region(), details.kvk(), id);
        employer.change(details, version);
        trail.note(actor, Trail.Action.CHANGED, "placements.employer", id.value());
    }

    /** @throws NotFound for an employer of another region */
    @Transactional(readOnly = true)
    public Read read(Actor actor, EmployerId id) {
        Employer employer = load(actor, id);
        return new Read(id, employer.region(), employer.details(), employer.version());
    }

    /** Adds somebody to talk to. */
    public UUID addPerson(
            Actor actor,
            EmployerId id,
            String name,
            @Nullable String function,
            @Nullable Phone phone,
            @Nullable String email) {
        load(actor, id);
        UUID person = Uuids.next();
        jdbc.sql("insert into contact_person (id, employer_id, name, function, phone, email) values (?, ?, ?, ?, ?, ?)")
                .param(person)
                .param(id.value())
                .param(name.strip())
                .param(function)
                .param(phone == null ? null : phone.e164())
                .param(email)
                .update();
        trail.note(actor, Trail.Action.CREATED, "placements.contact-person", person);
        return person;
    }

    /** The person no longer works there, or does so again. */
    public void personWorksThere(Actor actor, EmployerId id, UUID person, boolean still) {
        load(actor, id);
        int found = jdbc.sql("update contact_person set left_on = ? where id = ? and employer_id = ?")
                .param(still ? null : today())
                .param(person)
                .param(id.value())
                .update();
        if (found == 0) {
            throw new NotFound();
        }
        trail.note(actor, still ? Trail.Action.UNDONE : Trail.Action.REMOVED, "placements.contact-person", person);
    }

    /** Writes a line in the history of the relation. */
    public UUID note(Actor actor, EmployerId id, LocalDate on, EventKind kind, String note) {
        load(actor, id);
        if (on.isAfter(today())) {
            throw new RuleBroken("placements.day-in-future");
        }
        UUID event = Uuids.next();
        jdbc.sql("""
                        insert into employer_event (id, employer_id, happened_on, kind, note, recorded_by, recorded_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        event,
                        id.value(),
                        on,
                        kind.name(),
                        vault.seal(note),
                        actor.id().value(),
                        Timestamp.from(clock.instant()))
                .update();
        trail.note(actor, Trail.Action.CREATED, "placements.employer-event", event);
        return event;
    }

    Employer load(Actor actor, EmployerId id) {
        return employers.findByIdAndRegionIdIn(id.value(), regions.ids(actor)).orElseThrow(NotFound::new);
    }

    private void once(RegionId region, @Nullable String kvk, @Nullable EmployerId self) {
        boolean taken = kvk != null
                && jdbc.sql(
                                "select exists (select 1 from employer where region_id = ? and kvk = ? and id is distinct from ?)")
                        .param(region.value())
                        .param(kvk)
                        .param(self == null ? null : self.value())
                        .query(Boolean.class)
                        .single();
        if (taken) {
            throw new RuleBroken("placements.kvk-known");
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Words.ZONE));
    }
}
