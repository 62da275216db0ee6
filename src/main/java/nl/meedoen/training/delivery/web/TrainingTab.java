package nl.meedoen.training.delivery.web;

import static nl.meedoen.access.Permission.TRAINING_VIEW;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Needs;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.DossierFrame;
import nl.meedoen.participants.Dossiers;
import nl.meedoen.privacy.Vault;
import nl.meedoen.training.AttendanceMark;
import nl.meedoen.training.delivery.domain.SessionState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The dossier's tab on training: groups, sessions and attendance of one participant. */
@Controller
class TrainingTab {

    /**
     * The tab.
     *
     * @param mayOpen whether the reader can open the pages of groups and sessions
     */
    record TabPage(DossierFrame frame, List<Group> groups, boolean mayOpen, boolean mayPlan) {

        /** Whether this reader can put the participant in a group, or take them out. */
        public boolean mayPlace() {
            return mayPlan && frame.open();
        }
    }

    /**
     * A group that somebody is, was or waits to be in.
     *
     * @param member the membership, by which it can be ended
     */
    record Group(
            UUID member,
            UUID id,
            String name,
            String place,
            String trainers,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String leftBecause,
            boolean waiting,
            int rank,
            List<Meeting> sessions) {

        public long held() {
            return sessions.stream().filter(s -> s.state() == SessionState.HELD).count();
        }

        public long attended() {
            return sessions.stream()
                    .filter(s -> s.mark() != null && s.mark().attended())
                    .count();
        }

        @Nullable
        public Integer percent() {
            return held() == 0 ? null : Math.round(100f * attended() / held());
        }

        /** The first session to come. */
        @Nullable
        public Meeting next() {
            return sessions.stream()
                    .filter(s -> s.state() == SessionState.PLANNED && !s.past())
                    .findFirst()
                    .orElse(null);
        }
    }

    /** A session as this participant met it. */
    record Meeting(
            UUID id,
            int number,
            String title,
            LocalDate heldOn,
            LocalTime startsAt,
            LocalTime endsAt,
            String place,
            SessionState state,
            boolean past,
            @Nullable AttendanceMark mark,
            @Nullable Integer minutes,
            @Nullable String reason) {}

    private record Row(Group group, @Nullable Meeting meeting) {}

    private final Dossiers dossiers;
    private final JdbcClient jdbc;
    private final Vault vault;
    private final TransactionTemplate transactions;

    TrainingTab(Dossiers dossiers, JdbcClient jdbc, Vault vault, TransactionTemplate transactions) {
        this.dossiers = dossiers;
        this.jdbc = jdbc;
        this.vault = vault;
        this.transactions = transactions;
    }

    @Needs(TRAINING_VIEW)
    @GetMapping("/participants/{id}/training")
    String show(@PathVariable ParticipantId id, Actor actor, Model model) {
        model.addAttribute("page", transactions.execute(tx -> page(actor, id)));
        return "training/tab";
    }

    private TabPage page(Actor actor, ParticipantId id) {
        return new TabPage(
                dossiers.open(actor, id, "training"),
                groups(id),
                actor.may(Permission.COHORT_EDIT),
                actor.may(Permission.COHORT_PLAN));
    }

    private List<Group> groups(ParticipantId id) {
        List<Row> rows = jdbc.sql("""
                        select m.id, c.id, c.name, c.place,
                               (select string_agg(a.name, ', ' order by a.name) from cohort_trainer t
                                join account a on a.id = t.account_id where t.cohort_id = c.id),
                               m.from_on, m.until_on, m.reason, m.waiting,
                               (select count(*) from cohort_member o where o.cohort_id = m.cohort_id and o.waiting
                                and o.until_on is null and (o.queued_at, o.id) <= (m.queued_at, m.id)),
                               s.id, s.number, s.title, s.held_on, s.starts_at, s.ends_at, s.place, s.state,
                               s.held_on < app_today(), k.mark, k.minutes, k.reason
                        from cohort_member m join cohort c on c.id = m.cohort_id
                             left join session s on s.cohort_id = c.id and not m.waiting and s.held_on >= m.from_on
                                  and (m.until_on is null or s.held_on <= m.until_on)
                             left join attendance k on k.session_id = s.id and k.participant_id = m.participant_id
                        where m.participant_id = ?
                        order by m.until_on is not null, m.from_on desc, m.id, s.held_on, s.number
                        """)
                .param(id.value())
                .query((row, n) -> {
                    UUID session = row.getObject(11, UUID.class);
                    String mark = row.getString(20);
                    int minutes = row.getInt(21);
                    Integer late = row.wasNull() ? null : Integer.valueOf(minutes);
                    return new Row(
                            new Group(
                                    row.getObject(1, UUID.class),
                                    row.getObject(2, UUID.class),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getObject(6, LocalDate.class),
                                    row.getObject(7, LocalDate.class),
                                    vault.open(row.getBytes(8)),
                                    row.getBoolean(9),
                                    row.getInt(10),
                                    new ArrayList<>()),
                            session == null
                                    ? null
                                    : new Meeting(
                                            session,
                                            row.getInt(12),
                                            row.getString(13),
                                            row.getObject(14, LocalDate.class),
                                            row.getObject(15, LocalTime.class),
                                            row.getObject(16, LocalTime.class),
                                            row.getString(17),
                                            SessionState.valueOf(row.getString(18)),
                                            row.getBoolean(19),
                                            mark == null ? null : AttendanceMark.valueOf(mark),
                                            late,
                                            vault.open(row.getBytes(22))));
                })
                .list();
        List<Group> groups = new ArrayList<>();
        for (Row row : rows) {
            Group last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
            if (last == null || !last.member().equals(row.group().member())) {
                last = row.group();
                groups.add(last);
            }
            Meeting meeting = row.meeting();
            if (meeting != null) {
                last.sessions().add(meeting);
            }
        }
        return groups;
    }
}
