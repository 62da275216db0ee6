package nl.meedoen.participants.merging;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.kernel.Uuids;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.participants.Glances;
import nl.meedoen.participants.Merging;
import nl.meedoen.participants.ParticipantScope;
import nl.meedoen.participants.registration.Enrolments;
import nl.meedoen.participants.registration.Registration;
import nl.meedoen.privacy.Trail;
import nl.meedoen.webkit.NotFound;
import nl.meedoen.webkit.RuleBroken;
import nl.meedoen.webkit.StaleVersion;
import nl.meedoen.webkit.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes one dossier of two, in one transaction, and two of one again. */
@Service
@Transactional
public class Merges {

    /** Days in which a merge can be undone. */
    public static final int UNDO_DAYS = 30;

    /** Rows that others rewrite while two dossiers become one. */
    private static final List<String> REWRITTEN = List.of("participant", "glance", "participant_search");

    /**
     * What somebody chose.
     *
     * @param stays the dossier that keeps its number
     * @param enrolment whose run stays open, where both have one
     * @param coach whose coach stays, where both have one
     * @param versions of the two dossiers as they were shown
     */
    public record Choice(
            Side stays,
            Map<MergeField, Side> fields,
            Side enrolment,
            Side coach,
            long firstVersion,
            long secondVersion) {}

    /**
     * What a merge would do.
     *
     * @param moved message code to count
     * @param staying rows that stay in the dossier that goes, since the other has the same
     * @param objections message codes of what has to be put right first
     */
    public record Preview(Registration result, Map<String, Integer> moved, int staying, List<String> objections) {}

    private final Enrolments enrolments;
    private final Dossiers dossiers;
    private final Glances glances;
    private final ParticipantScope scope;
    private final OwnRows own;
    private final RowReturn back;
    private final ObjectProvider<Merging.Party> parties;
    private final Trail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    Merges(
            Enrolments enrolments,
            Dossiers dossiers,
            Glances glances,
            ParticipantScope scope,
            OwnRows own,
            RowReturn back,
            ObjectProvider<Merging.Party> parties,
            Trail trail,
            JdbcClient jdbc,
            Clock clock) {
        this.enrolments = enrolments;
        this.dossiers = dossiers;
        this.glances = glances;
        this.scope = scope;
        this.own = own;
        this.back = back;
        this.parties = parties;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What would come of it; nothing is changed. */
    public Preview preview(Actor actor, ParticipantId first, ParticipantId second, Choice choice) {
        Registration a = enrolments.known(actor, first).registration();
        Registration b = enrolments.known(actor, second).registration();
        ParticipantId into = choice.stays() == Side.SECOND ? second : first;
        ParticipantId from = choice.stays() == Side.SECOND ? first : second;
        MoveCount count = new MoveCount(jdbc, from, into);
        all().forEach(party -> party.take(count));
        return new Preview(
                MergeField.choose(a, b, choice.fields()), count.moved(), count.staying(), objections(from, into));
    }

    /**
     * Makes one dossier of two.
     *
     * @throws StaleVersion when one of them was changed since it was shown
     * @throws RuleBroken when something has to be put right first
     */
    public UUID merge(Actor actor, ParticipantId first, ParticipantId second, Choice choice) {
        dossiers.reach(actor, first);
        dossiers.reach(actor, second);
        lock(first, second);
        Enrolments.Known a = enrolments.known(actor, first);
        Enrolments.Known b = enrolments.known(actor, second);
        StaleVersion.check(a.version(), choice.firstVersion());
        StaleVersion.check(b.version(), choice.secondVersion());
        boolean swap = choice.stays() == Side.SECOND;
        ParticipantId into = swap ? second : first;
        ParticipantId from = swap ? first : second;
        List<String> objections = objections(from, into);
        if (!objections.isEmpty()) throw new RuleBroken(objections.get(0));

        UUID merging = begin(actor, swap ? b : a, swap ? a : b, from, into);
        RowJournal journal = new RowJournal(jdbc, merging, from, into);
        REWRITTEN.forEach(table -> journal.keep(table, into));
        Registration result = MergeField.choose(a.registration(), b.registration(), choice.fields());
        Registration stays = (swap ? b : a).registration();
        own.oneEnrolment(journal, choice.enrolment() != choice.stays());
        own.oneCoach(journal, choice.coach() != choice.stays());
        own.lastWord(
                journal,
                !Objects.equals(
                        a.registration().municipalityCode(), b.registration().municipalityCode()),
                !stays.municipalityCode().equals(result.municipalityCode()));
        all().forEach(party -> party.take(journal));
        enrolments.correct(actor, into, result, (swap ? b : a).version());
        own.join(from, into);
        settle(into);
        journal.remove("glance", "t.participant_id = :from", "participant_id");
        journal.remove("participant_search", "t.participant_id = :from", "participant_id");
        journal.change("participant", "merged_into = :into", "t.id = :from", "id");
        journal.kept(REWRITTEN, into);
        forget(from);
        trail.dossier(actor, Trail.Action.CHANGED, "doubles.merged", merging, into);
        trail.dossier(actor, Trail.Action.CHANGED, "doubles.merged-away", merging, from);
        return merging;
    }

    private UUID begin(
            Actor actor, Enrolments.Known stays, Enrolments.Known goes, ParticipantId from, ParticipantId into) {
        UUID merging = Uuids.next();
        jdbc.sql("""
                        insert into merging (id, into_id, from_id, into_number, from_number, merged_at, merged_by, undo_until)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        merging,
                        into.value(),
                        from.value(),
                        stays.number(),
                        goes.number(),
                        Timestamp.from(clock.instant()),
                        actor.id().value(),
                        today().plusDays(UNDO_DAYS))
                .update();
        return merging;
    }

    /**
     * Makes two dossiers of one. What was moved goes back, with what was changed in it since; what was added since stays
     * with the dossier that stayed; a field that was changed since keeps its value.
     *
     * @throws RuleBroken after thirty days, or when it was undone already
     */
    public MergeRecord undo(Actor actor, UUID merging) {
        MergeRecord record = find(actor, merging);
        jdbc.sql("select 1 from merging where id = ? for update")
                .param(merging)
                .query(Integer.class)
                .single();
        if (!record.open(today())) throw new RuleBroken("doubles.undo-too-late");
        lock(record.into(), record.from());
        boolean changed = back.undo(merging);
        if (changed) {
            settle(record.into());
            settle(record.from());
            enrolments.refresh(record.into());
        }
        jdbc.sql("update merging set undone_at = ?, undone_by = ? where id = ?")
                .params(Timestamp.from(clock.instant()), actor.id().value(), merging)
                .update();
        jdbc.sql("delete from merging_row where merging_id = ?").param(merging).update();
        jdbc.sql("update participant_search set compared_at = null where participant_id in (?, ?)")
                .params(record.into().value(), record.from().value())
                .update();
        trail.dossier(actor, Trail.Action.UNDONE, "doubles.merged", merging, record.into());
        trail.dossier(actor, Trail.Action.UNDONE, "doubles.merged-away", merging, record.from());
        return record;
    }

    /** How many rows were changed since a merge; shown before it is undone. */
    @Transactional(readOnly = true)
    public int changedSince(Actor actor, UUID merging) {
        return find(actor, merging).undone() ? 0 : back.changedSince(merging);
    }

    /**
     * A merge of a dossier that the actor reaches.
     *
     * @throws NotFound for others
     */
    @Transactional(readOnly = true)
    public MergeRecord find(Actor actor, UUID merging) {
        MergeRecord record = MergeRecord.read(jdbc, "m.id = :id", Map.of("id", merging)).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
        if (!record.undone()) dossiers.reach(actor, record.into());
        return record;
    }

    /** The dossier and those that became part of it: what was done with them is part of its log. */
    @Transactional(readOnly = true)
    public List<ParticipantId> dossiers(ParticipantId id) {
        return jdbc.sql("""
                        with recursive one as (
                            select cast(:id as uuid) id
                            union
                            select m.from_id from merging m join one on one.id = m.into_id where m.undone_at is null)
                        select id from one
                        """)
                .param("id", id.value())
                .query((row, n) -> new ParticipantId(row.getObject(1, UUID.class)))
                .list();
    }

    /** The merges that can still be undone, newest first, at most two hundred. */
    @Transactional(readOnly = true)
    public List<MergeRecord> recent(Actor actor) {
        ParticipantScope.Condition mine = scope.ofGlance(actor);
        Map<String, Object> params = new java.util.LinkedHashMap<>(mine.params());
        params.put("today", today());
        return MergeRecord.read(jdbc, mine.sql() + " and m.undone_at is null and m.undo_until >= :today", params);
    }

    private void settle(ParticipantId id) {
        all().forEach(party -> party.settle(id));
        glances.settle(id);
    }

    /** Nobody else is likely to be somebody who is no more; who was told apart stays told apart. */
    private void forget(ParticipantId from) {
        jdbc.sql("delete from likely_double where (participant_id = :id or other_id = :id) and dismissed_at is null")
                .param("id", from.value())
                .update();
        jdbc.sql("delete from match_key where participant_id = :id")
                .param("id", from.value())
                .update();
    }

    private List<String> objections(ParticipantId from, ParticipantId into) {
        List<String> objections = new ArrayList<>();
        all().forEach(party -> objections.addAll(party.objections(from, into)));
        return objections;
    }

    private Stream<Merging.Party> all() {
        return parties.orderedStream();
    }

    /** Always in the same order, so that two who merge at the same time wait and do not block each other. */
    /** First what the search for likely doubles holds while it writes about a participant: each would wait for the other. */
    private void lock(ParticipantId one, ParticipantId other) {
        jdbc.sql("select participant_id from participant_search where participant_id in (?, ?) order by 1 for update")
                .params(one.value(), other.value())
                .query(UUID.class)
                .list();
        jdbc.sql("select id from participant where id in (?, ?) order by id for update")
                .params(one.value(), other.value())
                .query(UUID.class)
                .list();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Words.ZONE));
    }
}
