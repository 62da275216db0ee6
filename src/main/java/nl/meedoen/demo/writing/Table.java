package nl.meedoen.demo.writing;

import java.util.List;
import java.util.Locale;

/** The tables that the demo fills, in the order in which foreign keys allow it, with the columns that it writes. */
public enum Table {
    REGION("id, name, target"),
    FIGURE_TARGET("area_code, year, placements, waiting_days, plan_months, lasting_percent, set_by, set_at"),
    LOCATION("id, region_id, name"),
    LOCATION_MUNICIPALITY("location_id, municipality_code, from_on"),
    SOCIAL_SERVICE("id, name"),
    SOCIAL_SERVICE_MUNICIPALITY("social_service_id, municipality_code, from_on"),
    ACCOUNT("id, email, name, language, status, created_at"),
    ACCOUNT_ROLE("account_id, role"),
    ACCOUNT_LOCATION("account_id, location_id"),
    ACCOUNT_MUNICIPALITY("account_id, municipality_code"),
    FUNDING_SOURCE("id, code, name, from_on, until_on, checks"),
    ACCOUNT_SOCIAL_SERVICE("account_id, social_service_id, from_on"),
    CREDENTIAL("account_id, password_hash, changed_at"),
    COACH_PROFILE("""
            account_id, location_id, municipality_code, languages, sectors, capacity, availability, vog_on,
            vog_until, network"""),
    COACH_HOURS("coach_id, month, minutes, written_at"),
    COACH_COVER("id, coach_id, cover_id, location_id, from_on, until_on, reason, made_by, made_at"),
    PARTICIPANT("""
            id, number, location_id, municipality_code, given_names, infix, surname, preferred_name, original_name,
            aliases, sort_name, birth_year, birth_month, birth_day, birth_source, gender, phone, whatsapp, email,
            street, town, reachable_note, preferred_language, interpreter, country, client_number, benefit,
            benefit_from, benefit_until, learning_route, language_level, wished_sector, remark, shared_until,
            created_at, updated_at"""),
    PARTICIPANT_SEARCH("""
            participant_id, location_id, municipality_code, shared_until, tokens, phonetic, number, phone, email,
            birth_year, client_number"""),
    GLANCE("""
            participant_id, location_id, municipality_code, shared_until, number, name, sort_name, original_name,
            language, status, phase, phase_since, registered_on, intake_on, coach_on, plan_on, placed_on, ended_on,
            coach_id, coach_name, rung_start, rung_now, next_step, next_step_on, next_appointment_at,
            next_appointment, acting_on, last_contact_on, attendance_percent, placement_kind, placement_until,
            next_review_on, attention_on"""),
    ENROLMENT(
            "id, participant_id, status, registered_on, intake_on, active_on, ended_on, end_reason, end_kind, outcome"),
    ENROLMENT_CHANGE("""
            id, enrolment_id, participant_id, from_status, to_status, changed_on, changed_by, changed_at, reason"""),
    ENROLMENT_FUNDING("enrolment_id, participant_id, project_code, from_on, until_on, set_by, set_at"),
    ELIGIBILITY_CHECK("id, enrolment_id, participant_id, kind, met, remark, checked_by, checked_at"),
    AFTERCARE_CHECK_IN("""
            id, enrolment_id, participant_id, location_id, weeks, due_on, done_on, situation, note, done_by"""),
    CONSENT("""
            id, participant_id, purpose, text_version, language, given_on, valid_until, how, recorded_by,
            recorded_at, withdrawn_on, withdrawn_by, recipient"""),
    CONSENT_SIGNATURE("consent_id, strokes"),
    COACH_ASSIGNMENT("id, participant_id, coach_id, from_on, until_on, reason, assigned_by, ended_by"),
    REACH("participant_id, account_id, capacity, source, from_on, until_on"),
    COVERED_REACH("reach", "participant_id, account_id, capacity, source, from_on, until_on, cover"),
    LADDER_MEASUREMENT("id, participant_id, moment, rung, measured_on, measured_by"),
    LADDER_ANSWERS("measurement_id, participant_id, rung_answers, growth_answers, growth"),
    INTAKE_SECTION("participant_id, section, saved_at, saved_by"),
    BACKGROUND("""
            participant_id, permit_kind, permit_from, permit_until, arrived_year, arrived_month, arrived_day,
            social_service_id"""),
    BENEFIT("participant_id, kind"),
    HOUSEHOLD("participant_id, kind, children, childcare, hours_a_week, days, note"),
    FUNCTIONAL_LIMITS("participant_id, words"),
    INTEGRATION("""
            participant_id, act, term_from, term_until, pip_on, language_state, language_on, knm_state, knm_on,
            map_state, map_on, pvt_state, pvt_on"""),
    LANGUAGE_MEASUREMENT("id, participant_id, skill, level, source, measured_on, recorded_by, recorded_at"),
    EDUCATION("""
            id, participant_id, level, title, country, until_year, diploma, valuation, valued_as, valued_on,
            valued_until"""),
    WORK_EXPERIENCE("id, participant_id, occupation, isco, country, from_year, until_year, note"),
    WORK_WISH("id, participant_id, occupation, isco, added_at"),
    WORK_PROFILE("participant_id, licences, digital_skills, own_words"),
    PLAN("id, participant_id, enrolment_id, wish, wish_on, wish_by, created_at, created_by"),
    GOAL("""
            id, plan_id, participant_id, domain, title, why, measure, target_on, state, state_at, state_by, reason,
            replaced_by, position, created_at, created_by"""),
    STEP("""
            id, goal_id, participant_id, title, owner, due_on, status, status_before, note, done_on, done_at,
            done_by, position, created_at, created_by"""),
    AGREEMENT("id, plan_id, participant_id, number, content, agreed_on, how, objection, made_at, made_by"),
    PITCH("id, participant_id, who_i_am, what_i_can, what_i_want, written_at, written_by"),
    PITCH_RATING("pitch_id, participant_id, rated_by, rated_as, clarity, substance, presence, remark, rated_at"),
    CONTACT("id, participant_id, held_on, happened_at, minutes, channel, note, author_id, written_at"),
    APPOINTMENT("id, participant_id, starts_at, minutes, title, place, created_at, created_by"),
    QUESTION("id, participant_id, asked_by, asked_as, asked_of, asked_at, turn, turn_since, closed_at, closed_by"),
    QUESTION_MESSAGE("id, question_id, participant_id, municipality, author_id, author_role, written_at, body"),
    PRAISE("contact_id, account_id, participant_id, given_at"),
    REVIEW("id, enrolment_id, participant_id, kind, due_on, state, held_on, outcome, reason, decided_at, decided_by"),
    COHORT("id, location_id, name, place, starts_at, ends_at, starts_on, ends_on, capacity, created_at"),
    COHORT_TRAINER("cohort_id, account_id"),
    COHORT_MEMBER("""
            id, cohort_id, location_id, participant_id, waiting, queued_at, from_on, until_on, reason, added_by"""),
    SESSION("""
            id, cohort_id, location_id, number, title, held_on, starts_at, ends_at, place, state, moved_from, reason"""),
    ATTENDANCE("session_id, participant_id, cohort_id, location_id, mark, minutes, reason, recorded_by, recorded_at"),
    EMPLOYER("id, region_id, name, folded, kvk, sector, size, street, town, municipality_code, note, created_at"),
    CONTACT_PERSON("id, employer_id, name, function, phone, email"),
    EMPLOYER_EVENT("id, employer_id, happened_on, kind, note, recorded_by, recorded_at"),
    OPENING("""
            id, employer_id, region_id, kind, title, folded, description, places, from_on, hours_a_week,
            municipality_code, state, opened_on"""),
    PLACEMENT("""
            id, participant_id, opening_id, employer_id, kind, state, proposed_on, interview_on, starts_on, ends_on,
            began_on, ended_on, hours_a_week, supervisor, agreement_signed_on, insurance_checked, stop_kind,
            stop_reason"""),
    PLACEMENT_CHANGE("""
            id, placement_id, participant_id, from_state, to_state, what, on_day, ends_on, changed_by, changed_at"""),
    CHECK_IN("id, placement_id, participant_id, weeks, due_on, done_on, still_there, done_by");

    private final String table;
    private final List<String> columns;

    Table(String columns) {
        this("", columns);
    }

    Table(String table, String columns) {
        this.table = table;
        this.columns = List.of(columns.split(",\\s+"));
    }

    /** The table's name in the database. */
    public String sqlName() {
        return table.isEmpty() ? name().toLowerCase(Locale.ROOT) : table;
    }

    /** How many values a row has. */
    public int width() {
        return columns.size();
    }

    /** The statement that takes rows of this table in. */
    public String copy() {
        return "copy " + sqlName() + " (" + String.join(", ", columns) + ") from stdin";
    }
}
