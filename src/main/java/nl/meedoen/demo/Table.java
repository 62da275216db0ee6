package nl.meedoen.demo;

import java.util.List;
import java.util.Locale;

/** The tables that the demo fills, in the order in which foreign keys allow it, with the columns that it writes. */
enum Table {
    REGION("id", "name", "target"),
    LOCATION("id", "region_id", "name"),
    LOCATION_MUNICIPALITY("location_id", "municipality_code", "from_on"),
    SOCIAL_SERVICE("id", "name"),
    SOCIAL_SERVICE_MUNICIPALITY("social_service_id", "municipality_code", "from_on"),
    ACCOUNT("id", "email", "name", "language", "status", "created_at"),
    ACCOUNT_ROLE("account_id", "role"),
    ACCOUNT_LOCATION("account_id", "location_id"),
    ACCOUNT_MUNICIPALITY("account_id", "municipality_code"),
    CREDENTIAL("account_id", "password_hash", "changed_at"),
    COACH_PROFILE(
            "account_id",
            "location_id",
            "municipality_code",
            "languages",
            "sectors",
            "capacity",
            "availability",
            "vog_on",
            "vog_until",
            "network"),
    PARTICIPANT(
            "id",
            "number",
            "location_id",
            "municipality_code",
            "given_names",
            "infix",
            "surname",
            "preferred_name",
            "original_name",
            "aliases",
            "sort_name",
            "birth_year",
            "birth_month",
            "birth_day",
            "birth_source",
            "gender",
            "phone",
            "whatsapp",
            "email",
            "street",
            "town",
            "reachable_note",
            "preferred_language",
            "interpreter",
            "country",
            "client_number",
            "benefit",
            "learning_route",
            "language_level",
            "wished_sector",
            "remark",
            "shared_until",
            "created_at",
            "updated_at"),
    PARTICIPANT_SEARCH(
            "participant_id",
            "location_id",
            "municipality_code",
            "shared_until",
            "tokens",
            "phonetic",
            "number",
            "phone",
            "email",
            "birth_year",
            "client_number"),
    GLANCE(
            "participant_id",
            "location_id",
            "municipality_code",
            "shared_until",
            "number",
            "name",
            "sort_name",
            "original_name",
            "language",
            "status",
            "phase",
            "phase_since",
            "registered_on",
            "intake_on",
            "coach_on",
            "plan_on",
            "placed_on",
            "ended_on",
            "coach_id",
            "coach_name",
            "rung_start",
            "rung_now",
            "next_step",
            "next_step_on",
            "next_appointment_at",
            "next_appointment",
            "acting_on",
            "last_contact_on",
            "attendance_percent",
            "placement_kind",
            "placement_until",
            "attention_on"),
    ENROLMENT(
            "id",
            "participant_id",
            "status",
            "registered_on",
            "intake_on",
            "active_on",
            "ended_on",
            "end_reason",
            "end_kind"),
    ENROLMENT_CHANGE(
            "id",
            "enrolment_id",
            "participant_id",
            "from_status",
            "to_status",
            "changed_on",
            "changed_by",
            "changed_at",
            "reason"),
    CONSENT(
            "id",
            "participant_id",
            "purpose",
            "text_version",
            "language",
            "given_on",
            "valid_until",
            "how",
            "recorded_by",
            "recorded_at",
            "withdrawn_on",
            "withdrawn_by"),
    COACH_ASSIGNMENT("id", "participant_id", "coach_id", "from_on", "until_on", "reason", "assigned_by", "ended_by"),
    REACH("participant_id", "account_id", "capacity", "source", "from_on", "until_on"),
    LADDER_MEASUREMENT("id", "participant_id", "moment", "rung", "measured_on", "measured_by");

    private final List<String> columns;

    Table(String... columns) {
        this.columns = List.of(columns);
    }

    /** The table's name in the database. */
    String sqlName() {
        return name().toLowerCase(Locale.ROOT);
    }

    int width() {
        return columns.size();
    }

    /** The statement that takes rows of this table in. */
    String copy() {
        return "copy " + sqlName() + " (" + String.join(", ", columns) + ") from stdin";
    }
}
