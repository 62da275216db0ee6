package nl.meedoen.participants.lists;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.Map;
import nl.meedoen.access.Actor;
import nl.meedoen.kernel.Phone;
import nl.meedoen.participants.Glances;
import nl.meedoen.participants.ParticipantScope;
import nl.meedoen.participants.Phase;
import nl.meedoen.participants.matching.FoldedName;
import nl.meedoen.participants.matching.NameFolding;
import nl.meedoen.participants.matching.PhoneticKey;
import nl.meedoen.webkit.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a view asks of a participant, as conditions on {@code glance g}, each beginning with "and". */
@Component
class ListConditions {

    /** Has no coach and still takes part. */
    static final String WITHOUT_COACH = "g.coach_id is null and g.status in ('REGISTERED', 'INTAKE', 'ACTIVE')";

    private final JdbcClient jdbc;
    private final ParticipantScope scope;
    private final Words words;

    ListConditions(JdbcClient jdbc, ParticipantScope scope, Words words) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.words = words;
    }

    /** The condition behind one of the counts above the list; uses the parameter {@code today}. */
    static String attention(String code) {
        return switch (code) {
            case "waiting" -> Glances.WAITING;
            case "silent" -> Glances.SILENT;
            default -> "g.shared_until between cast(:today as date) and cast(:today as date) + 30";
        };
    }

    /** All conditions of the view; a search asks the database first how the name was meant. */
    String of(Actor actor, ListQuery query, Map<String, Object> params) {
        StringBuilder sql = new StringBuilder(filters(query.openTo(actor.role()), "", params));
        if (query.q() != null) {
            search(actor, query.q(), sql, params);
        }
        return sql.toString();
    }

    /**
     * The conditions of all filters but the search.
     *
     * @param prefix stands before the names of the parameters, for views that are counted in one statement
     */
    String filters(ListQuery query, String prefix, Map<String, Object> params) {
        StringBuilder sql = new StringBuilder();
        params.put("today", words.today());
        Phase phase = query.phase();
        if (phase != null) {
            sql.append(" and g.phase = :").append(prefix).append("phase");
            params.put(prefix + "phase", phase.name());
        }
        coach(query, prefix, sql, params);
        if (query.municipality() != null) {
            sql.append(" and g.municipality_code = :").append(prefix).append("municipality");
            params.put(prefix + "municipality", query.municipality());
        }
        String rung = query.chosenRung();
        if (ListQuery.NONE.equals(rung)) {
            sql.append(" and g.rung_now is null");
        } else if (rung != null) {
            sql.append(" and g.rung_now = :").append(prefix).append("rung");
            params.put(prefix + "rung", Integer.valueOf(rung));
        }
        if (query.language() != null) {
            sql.append(" and g.language = :").append(prefix).append("language");
            params.put(prefix + "language", query.language());
        }
        String contact = query.chosenContact();
        if (ListQuery.NEVER.equals(contact)) {
            sql.append(" and g.last_contact_on is null");
        } else if (contact != null) {
            sql.append(" and coalesce(g.last_contact_on, date '-infinity') <= cast(:")
                    .append(prefix)
                    .append("silent as date)");
            params.put(prefix + "silent", words.today().minusDays(Long.parseLong(contact)));
        }
        String sharing = query.chosenSharing();
        if (sharing != null) {
            sql.append(" and coalesce(g.shared_until >= cast(:today as date), false) = ")
                    .append("yes".equals(sharing));
        }
        String attention = query.chosenAttention();
        if (attention != null) {
            sql.append(" and ").append(attention(attention));
        }
        return sql.toString();
    }

    private static void coach(ListQuery query, String prefix, StringBuilder sql, Map<String, Object> params) {
        String coach = query.coach();
        if (coach == null) {
            return;
        }
        if (ListQuery.NONE.equals(coach)) {
            sql.append(" and ").append(WITHOUT_COACH);
            return;
        }
        sql.append(
                ListQuery.isUuid(coach)
                        ? " and g.coach_id = cast(:%scoach as uuid)".formatted(prefix)
                        : " and position(lower(:%scoach) in lower(g.coach_name)) > 0".formatted(prefix));
        params.put(prefix + "coach", coach);
    }

    /** By number, by phone, or by name: folded, by sound, or misspelt. */
    private void search(Actor actor, String q, StringBuilder sql, Map<String, Object> params) {
        ParticipantScope.Condition mine = scope.of(actor, "s", "participant_id");
        FoldedName name = NameFolding.fold(q);
        StringBuilder any = new StringBuilder("s.number = :number or s.participant_id in"
                + " (select m.into_id from merging m where m.from_number = :number and m.undone_at is null)");
        params.put("number", number(q));
        Phone.parse(q).ifPresent(phone -> {
            any.append(" or s.phone = :phone");
            params.put("phone", phone.e164());
        });
        params.putAll(mine.params());
        if (!name.isEmpty()) {
            String sounds = each(name, params, false);
            // misspelt names cost much more to compare: only where nothing sounds like what was typed
            boolean known = jdbc.sql("select exists (select 1 from participant_search s where " + mine.sql() + " and ("
                            + any + " or (" + sounds + ")))")
                    .params(params)
                    .query(Boolean.class)
                    .single();
            any.append(" or (")
                    .append(known ? sounds : each(name, params, true))
                    .append(")");
        }
        sql.append(" and g.participant_id in (select s.participant_id from participant_search s where ")
                .append(mine.sql())
                .append(" and (")
                .append(any)
                .append("))");
    }

    /** Each part of the name sounds like what is known, or is a part of it, or is a misspelling of it. */
    private static String each(FoldedName name, Map<String, Object> params, boolean misspelt) {
        StringBuilder all = new StringBuilder();
        int i = 0;
        for (String token : name.tokens()) {
            all.append(all.isEmpty() ? "" : " and ")
                    .append("(s.phonetic && cast(:key" + i + " as text[]) or s.tokens like :part" + i)
                    .append(misspelt ? " or word_similarity(:token" + i + ", s.tokens) > 0.6)" : ")");
            params.put("key" + i, PhoneticKey.all(token).stream().collect(joining(",", "{", "}")));
            params.put("part" + i, "% " + token.replaceAll("[%_\\\\]", "") + "%");
            params.put("token" + i, token);
            i++;
        }
        return all.toString();
    }

    /** "412", "2026-412" and "vip-2026-000412" are all written in full where they can be. */
    private String number(String q) {
        String plain = q.strip().toUpperCase(Locale.ROOT);
        if (plain.matches("\\d{1,6}")) {
            return "VIP-%d-%06d".formatted(words.today().getYear(), Integer.parseInt(plain));
        }
        if (plain.matches("\\d{4}-\\d{1,6}")) {
            String[] parts = plain.split("-");
            return "VIP-%s-%06d".formatted(parts[0], Integer.parseInt(parts[1]));
        }
        return plain;
    }
}
