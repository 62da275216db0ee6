package nl.meedoen.training.programme;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.privacy.Trail;
import nl.meedoen.training.WorkFormId;
import nl.meedoen.training.programme.domain.Tip;
import nl.meedoen.training.programme.domain.TipRepository;
import nl.meedoen.training.programme.domain.WorkForm;
import nl.meedoen.training.programme.domain.WorkFormRepository;
import nl.meedoen.webkit.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the trainers' manual and keeps the colleagues' tips. Callers check who may do so. */
@Service
@Transactional
public class Library {

    private final WorkFormRepository workForms;
    private final TipRepository tips;
    private final JdbcClient jdbc;
    private final Trail trail;
    private final Clock clock;

    Library(WorkFormRepository workForms, TipRepository tips, JdbcClient jdbc, Trail trail, Clock clock) {
        this.workForms = workForms;
        this.tips = tips;
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Replaces what a work form says and keeps what it said before.
     *
     * @throws nl.meedoen.webkit.StaleVersion when somebody else changed it since the author read it
     */
    public void rewrite(Actor actor, WorkFormId id, long version, WorkForm.Content content) {
        Instant now = clock.instant();
        WorkForm workForm = load(id);
        if (workForm.content().equals(content)) {
            return;
        }
        workForm.rewrite(content, version, actor, now);
        jdbc.sql("""
                        insert into work_form_edition (work_form_id, version, replaced_at, replaced_by, content)
                        select w.id, w.version, ?, ?, to_jsonb(w) from work_form w where w.id = ?
                        """)
                .params(Timestamp.from(now), actor.id().value(), id.value())
                .update();
        trail.note(actor, Trail.Action.CHANGED, "training.work-form", id.value());
    }

    /** Adds a tip for colleagues. */
    public void addTip(Actor actor, WorkFormId workForm, String body) {
        load(workForm);
        Tip tip = tips.save(new Tip(workForm, actor, body, clock.instant()));
        trail.note(actor, Trail.Action.CREATED, "training.tip", tip.id());
    }

    /** Takes one's own tip away. */
    public void removeTip(Actor actor, WorkFormId workForm, UUID tip) {
        tip(workForm, tip).remove(actor, clock.instant());
        trail.note(actor, Trail.Action.REMOVED, "training.tip", tip);
    }

    /** Brings one's own tip back. */
    public void restoreTip(Actor actor, WorkFormId workForm, UUID tip) {
        tip(workForm, tip).restore(actor);
        trail.note(actor, Trail.Action.UNDONE, "training.tip", tip);
    }

    /** Says that a tip helped, or takes that back; everybody counts once. */
    public void vote(Actor actor, WorkFormId workForm, UUID tip, boolean helpful) {
        if (tip(workForm, tip).removed()) {
            throw new NotFound();
        }
        jdbc.sql(
                        helpful
                                ? "insert into tip_vote (tip_id, account_id) values (?, ?) on conflict do nothing"
                                : "delete from tip_vote where tip_id = ? and account_id = ?")
                .params(tip, actor.id().value())
                .update();
    }

    private WorkForm load(WorkFormId id) {
        return workForms.find(id.value()).orElseThrow(NotFound::new);
    }

    private Tip tip(WorkFormId workForm, UUID id) {
        return tips.find(id, workForm.value()).orElseThrow(NotFound::new);
    }
}
