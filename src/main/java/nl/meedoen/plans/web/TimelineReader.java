package nl.meedoen.plans.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.meedoen.access.Actor;
import nl.meedoen.access.Permission;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.ParticipantScope;
import nl.meedoen.plans.ContactChannel;
import nl.meedoen.plans.GoalState;
import nl.meedoen.plans.reviews.ReviewKind;
import nl.meedoen.privacy.Vault;
import nl.meedoen.webkit.Cursor;
import nl.meedoen.webkit.Texts;
import nl.meedoen.webkit.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads what happened with a participant, newest first, a part at a time. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TimelineReader {

    private static final int PART = 10;

    /** What has only a day stands at noon, so that it keeps its place among the things with an hour. */
    private static final String NOON = " + time '12:00') at time zone 'Europe/Amsterdam'";

    private static final String UPDATES = """
            select u.*, w.name who,
                (select string_agg(pa.name, ', ' order by pr.given_at) from praise pr
                    join account pa on pa.id = pr.account_id where pr.contact_id = u.id) praised,
                exists (select 1 from praise pr where pr.contact_id = u.id and pr.account_id = :reader) own_praise,
                (select case when bool_or(contacts_from is null) then null else min(contacts_from) end from reach
                    where participant_id = :participant and account_id = :reader and capacity = 'COACH'
                        and from_on <= :today and (until_on is null or until_on >= :today)) contacts_from
            from (
                select 'CONTACT' kind, id, happened_at at, author_id who_id, channel a, minutes::text b, note sealed,
                    held_on = (written_at at time zone 'Europe/Amsterdam')::date exact
                from contact where participant_id = :participant and {contacts}
                union all
                select 'STEP', id, done_at, done_by, title, null, note, true
                from step where participant_id = :participant and status = 'DONE'
                union all
                select 'GOAL_NEW', id, created_at, created_by, title, null, null, true
                from goal where participant_id = :participant
                union all
                select 'GOAL_END', id, state_at, state_by, title, state, reason, true
                from goal where participant_id = :participant and state <> 'OPEN'
                union all
                select 'APPOINTMENT', id, coalesce(cancelled_at, starts_at), coalesce(cancelled_by, created_by), title,
                    case when cancelled_at is not null then 'CANCELLED' end, null, true
                from appointment where participant_id = :participant and (cancelled_at is not null or starts_at <= :now)
                union all
                select 'LADDER', id, (measured_on""" + NOON + """
            , measured_by, rung::text,
                    lag(rung) over (order by measured_on, id)::text, null, false
                from ladder_measurement where participant_id = :participant
                union all
                select 'ENROLMENT', id, case when changed_on = (changed_at at time zone 'Europe/Amsterdam')::date
                    then changed_at else (changed_on""" + NOON + """
             end, changed_by, to_status, null, reason, changed_on = (changed_at at time zone 'Europe/Amsterdam')::date
                from enrolment_change where participant_id = :participant
                union all
                select 'COACH', c.id, (c.from_on""" + NOON + """
            , c.assigned_by, a.name, null, null, false
                from coach_assignment c join account a on a.id = c.coach_id
                where c.participant_id = :participant and c.from_on <= :today
                union all
                select case when m.author_role = q.asked_as then 'QUESTION' else 'ANSWER' end, m.id, m.written_at,
                    m.author_id, case when m.author_role = q.asked_as then q.asked_of else q.asked_as end, q.id::text,
                    m.body, true
                from question_message m join question q on q.id = m.question_id
                where m.participant_id = :participant
                union all
                select 'REVIEW', id, decided_at, decided_by, kind, state, coalesce(outcome, reason), true
                from review where participant_id = :participant and state <> 'PLANNED'
                union all
                select 'AGREEMENT', id, made_at, made_by, number::text, null, objection, true
                from agreement where participant_id = :participant
            ) u left join account w on w.id = u.who_id
            """;

    private final JdbcClient jdbc;
    private final ParticipantScope scope;
    private final Vault vault;
    private final Texts texts;
    private final Words words;
    private final java.time.Clock clock;

    TimelineReader(
            JdbcClient jdbc, ParticipantScope scope, Vault vault, Texts texts, Words words, java.time.Clock clock) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.vault = vault;
        this.texts = texts;
        this.words = words;
        this.clock = clock;
    }

    /** The part of the timeline before the cursor, or the newest part. */
    PlanRows.Timeline read(Actor actor, ParticipantId participant, @Nullable String before) {
        Cursor cursor = Cursor.parse(before, 2);
        Position from = cursor == null ? null : Position.of(cursor);
        ParticipantScope.Condition readable = scope.contacts(actor, "contact");
        JdbcClient.StatementSpec query = jdbc.sql(UPDATES.replace("{contacts}", readable.sql())
                        + (from == null ? "" : " where (u.at, u.id) < (:at, :id)")
                        + " order by u.at desc, u.id desc limit " + (PART + 1))
                .param("participant", participant.value())
                .param("reader", actor.id().value())
                .param("now", Timestamp.from(clock.instant()))
                .param("today", words.today())
                .params(readable.params());
        if (from != null) {
            query = query.param("at", Timestamp.from(from.at())).param("id", from.id());
        }
        List<Found> found = query.query((row, n) -> new Found(
                        new Position(row.getTimestamp("at").toInstant(), row.getObject("id", UUID.class)),
                        update(actor, participant, row),
                        row.getObject("contacts_from", LocalDate.class)))
                .list();
        boolean more = found.size() > PART;
        List<Found> part = more ? found.subList(0, PART) : found;
        return new PlanRows.Timeline(
                part.stream().map(Found::update).toList(),
                more ? part.get(PART - 1).position().cursor() : null,
                found.isEmpty() ? null : found.get(0).contactsFrom());
    }

    /** @param contactsFrom the same in each: from when the handover lets the reader read contacts; null when it lets all */
    private record Found(
            Position position,
            PlanRows.Update update,
            @Nullable LocalDate contactsFrom) {}

    private record Position(Instant at, UUID id) {

        static @Nullable Position of(Cursor cursor) {
            try {
                return new Position(
                        Instant.parse(cursor.values().get(0)),
                        UUID.fromString(cursor.values().get(1)));
            } catch (java.time.DateTimeException | IllegalArgumentException notOurs) {
                return null;
            }
        }

        public String cursor() {
            return Cursor.of(at.toString(), id.toString()).toString();
        }
    }

    private PlanRows.Update update(Actor actor, ParticipantId participant, ResultSet row) throws SQLException {
        Instant at = row.getTimestamp("at").toInstant();
        boolean exact = row.getBoolean("exact");
        String a = row.getString("a");
        String b = row.getString("b");
        LocalDate day = LocalDate.ofInstant(at, Words.ZONE);
        Heading heading = heading(row.getString("kind"), a, b);
        boolean own = "CONTACT".equals(row.getString("kind"))
                && actor.id().value().equals(row.getObject("who_id", UUID.class));
        String moment = exact && day.equals(words.today()) ? words.moment(at) : words.date(day);
        return new PlanRows.Update(
                heading.icon(),
                heading.tone(),
                heading.title(),
                moment,
                day.toString(),
                row.getString("who"),
                vault.open(row.getBytes("sealed")),
                links(actor, participant, row, own),
                row.getString("praised"));
    }

    /** What the reader can do with it from here. */
    private static List<PlanRows.Link> links(Actor actor, ParticipantId participant, ResultSet row, boolean own)
            throws SQLException {
        String base = "/participants/" + participant;
        List<PlanRows.Link> links = new ArrayList<>();
        switch (row.getString("kind")) {
            case "CONTACT" -> {
                String contact = base + "/contacts/" + row.getString("id");
                if (own) {
                    links.add(new PlanRows.Link(contact, "plans.contact.edit", false));
                }
                if (actor.may(Permission.QUESTION_ASK)) {
                    links.add(new PlanRows.Link(
                            base + "/questions/new?contact=" + row.getString("id"), "plans.question.follow-up", false));
                }
                if (actor.may(Permission.CONTACT_PRAISE) && !own && !row.getBoolean("own_praise")) {
                    links.add(new PlanRows.Link(contact + "/praise", "plans.praise", true));
                }
            }
            case "QUESTION", "ANSWER" ->
                links.add(new PlanRows.Link(
                        base + "/questions#q-" + row.getString("b"), "plans.question.to-thread", false));
            case "AGREEMENT" ->
                links.add(new PlanRows.Link(
                        base + "/plan/agreements/" + row.getString("a"), "plans.agreement.read", false));
            default -> {
                // there is nothing more to it
            }
        }
        return links;
    }

    private record Heading(String icon, String tone, String title) {}

    private Heading heading(String kind, @Nullable String a, @Nullable String b) {
        String what = a == null ? "" : a;
        return switch (kind) {
            case "CONTACT" -> {
                ContactChannel channel = ContactChannel.valueOf(what);
                String name = texts.of("plans.update." + Texts.code(channel));
                yield new Heading(
                        channel.icon(),
                        "busy",
                        b == null ? name : texts.of("plans.update.minutes", name, Integer.valueOf(b)));
            }
            case "STEP" -> new Heading("check", "ok", texts.of("plans.update.step", what));
            case "GOAL_NEW" -> new Heading("target", "", texts.of("plans.update.goal", what));
            case "GOAL_END" -> {
                GoalState state = GoalState.valueOf(String.valueOf(b));
                yield new Heading(
                        state.icon(),
                        state == GoalState.ACHIEVED ? "ok" : "",
                        texts.of("plans.update." + Texts.code(state), what));
            }
            case "APPOINTMENT" ->
                new Heading(
                        b == null ? "cal" : "calendar-x",
                        "",
                        texts.of(b == null ? "plans.update.appointment" : "plans.update.appointment-cancelled", what));
            case "LADDER" ->
                new Heading(
                        "trend",
                        "",
                        b == null
                                ? texts.of("plans.update.rung", what)
                                : b.equals(what)
                                        ? texts.of("plans.update.rung-same", what)
                                        : texts.of("plans.update.rungs", b, what));
            case "ENROLMENT" ->
                new Heading("file", "", texts.of("plans.update.enrolment." + what.toLowerCase(Locale.ROOT)));
            case "QUESTION", "ANSWER" ->
                new Heading(
                        "chat",
                        "QUESTION".equals(kind) ? "wait" : "ok",
                        texts.of("plans.update." + lower(kind) + "." + lower(what)));
            case "REVIEW" -> {
                boolean held = "HELD".equals(b);
                yield new Heading(
                        held ? "list" : "stop",
                        held ? "ok" : "",
                        texts.of(
                                held ? "plans.update.review" : "plans.update.review-skipped",
                                texts.of(ReviewKind.valueOf(what))));
            }
            case "AGREEMENT" -> new Heading("hand", "ok", texts.of("plans.update.agreement", what));
            default -> new Heading("user", "", texts.of("plans.update.coach", what));
        };
    }

    private static String lower(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
