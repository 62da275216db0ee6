package nl.meedoen.participants.holdings;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What participants keeps of somebody, and what the rooms below it keep, which know no participants. */
@Component
@Order(0)
class OwnHoldings implements PersonalData {

    private static final String OWN_ID = "(:ids)";

    @Override
    public List<Holding> holdings() {
        List<Holding> all = new ArrayList<>();
        all.add(new Holding(
                        "participant",
                        "t.id in " + OWN_ID,
                        "t.number",
                        java.util.Set.of(),
                        java.util.Map.of(),
                        Holding.Shown.PAPER,
                        Holding.Going.AT_THE_END)
                .without("sort_name", "reachable_note_plain"));
        all.addAll(List.of(
                Holding.of("background", "t.participant_id")
                        .named("permit_kind", "select k.name_nl from permit_kind k where k.code = t.permit_kind")
                        .named(
                                "social_service_id",
                                "select s.name from social_service s where s.id = t.social_service_id"),
                Holding.of("benefit", "t.participant_id"),
                Holding.of("household", "t.participant_id").early(),
                Holding.of("functional_limits", "t.participant_id").early(),
                Holding.of("integration", "t.participant_id"),
                Holding.of("language_measurement", "t.measured_on, t.id"),
                Holding.of("education", "t.until_year, t.id"),
                Holding.of("work_experience", "t.from_year, t.id"),
                Holding.of("work_wish", "t.added_at"),
                Holding.of("work_profile", "t.participant_id"),
                Holding.of("ladder_measurement", "t.measured_on, t.id"),
                Holding.of("ladder_answers", "t.measurement_id"),
                Holding.of("intake_section", "t.saved_at"),
                Holding.of("enrolment", "t.registered_on, t.id"),
                Holding.of("enrolment_change", "t.changed_at, t.id"),
                Holding.of("consent", "t.recorded_at, t.id"),
                Holding.of("coach_assignment", "t.from_on, t.id").without("reason_plain"),
                Holding.of("reach", "t.from_on").without("source"),
                Holding.of("participant_history", "t.changed_at, t.id").early(),
                Holding.of("legal_hold", "t.set_at, t.id"),
                Holding.of("emergency_access", "t.begun_at, t.id"),
                Holding.of("glance", "t.participant_id")
                        .without("coach_id", "sort_name")
                        .inTheFile(),
                Holding.of("participant_search", "t.participant_id").inTheFile(),
                Holding.of("match_key", "t.key").inTheFile(),
                // the other one is somebody else, or will turn out to be the same: then the dossiers are merged
                Holding.of("likely_double", "t.found_at")
                        .where("t.participant_id in (:ids) or t.other_id in (:ids)")
                        .without(
                                "participant_id",
                                "other_id",
                                "location_id",
                                "other_location_id",
                                "reasons",
                                "dismissed_reason"),
                // how something stood before many were changed at once
                Holding.of("bulk_change_item", "t.bulk_id")
                        .without("assignment_before", "coach_before", "by_before", "assignment_after")
                        .inTheFile(),
                Holding.of("merging", "t.merged_at").where("t.into_id in (:ids) or t.from_id in (:ids)"),
                // copies of rows as they were, for thirty days
                Holding.of("merging_row", "t.id")
                        .where(
                                "t.merging_id in (select m.id from merging m where m.into_id in (:ids) or m.from_id in (:ids))")
                        .notShown(),
                Holding.of("import_row", "t.number")
                        .without(
                                "same_as_row",
                                "likely_participants",
                                "likely_rows",
                                "possible_participants",
                                "fingerprint")
                        .inTheFile(),
                // what a colleague has not finished writing; gone when they do, or after some weeks
                Holding.of("draft", "t.saved_at")
                        .where("exists (select 1 from regexp_matches(t.place,"
                                + " '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', 'g') of_whom"
                                + " where of_whom[1] in (:texts))")
                        .notShown()
                        .early(),
                Holding.of("trail", "t.id")
                        .without("id", "subject_id", "detail", "origin", "written_in", "chain", "result")
                        .stays()));
        return all;
    }

    @Override
    public List<String> loosen() {
        return List.of("""
                update import_row set
                    likely_participants = (select coalesce(array_agg(x), '{}') from unnest(likely_participants) x where x not in (:ids)),
                    possible_participants = (select coalesce(array_agg(x), '{}') from unnest(possible_participants) x where x not in (:ids))
                where likely_participants && cast(array[:ids] as uuid[]) or possible_participants && cast(array[:ids] as uuid[])
                """);
    }

    @Override
    public List<String> clearNotes() {
        return List.of(
                """
                update participant set remark = null, reachable_note = null, notes_gone_on = app_today(), version = version + 1
                where id in (:ids)""", "update enrolment set end_reason = null where participant_id in (:ids)", """
                update enrolment_change set reason = null where participant_id in (:ids)""", """
                update coach_assignment set reason = null where participant_id in (:ids)""", """
                update work_profile set own_words = null where participant_id in (:ids)""", """
                update work_experience set note = null where participant_id in (:ids)""");
    }

    @Override
    public List<String> leaveFigures() {
        return List.of("""
                insert into past_person (id, municipality_code, phase, registered_on, intake_on, coach_on, coached, plan_on,
                    acting_on, placed_on, placement_kind, rung_start, rung_now, attendance_percent, benefit, benefit_until)
                select :past, municipality_code, phase, registered_on, intake_on, coach_on, coached, plan_on,
                    acting_on, placed_on, placement_kind, rung_start, rung_now, attendance_percent, benefit, benefit_until
                from counted_person where id in (:ids)""");
    }
}
