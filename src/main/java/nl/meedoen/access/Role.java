package nl.meedoen.access;

import static nl.meedoen.access.Permission.*;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.meedoen.webkit.Texts;

/** The roles of the programme; everything that is not listed with a role is refused. */
public enum Role {
    COORDINATOR(
            "/participants",
            TODAY,
            PARTICIPANTS_LIST,
            DOSSIER_VIEW,
            PARTICIPANT_ENROL,
            DOSSIER_EDIT,
            REACHABILITY_EDIT,
            PARTICIPANTS_IMPORT,
            LIST_EXPORT,
            COACH_ASSIGN,
            COACHES_VIEW,
            PLAN_VIEW,
            PLAN_EDIT,
            PITCH_VIEW,
            NETWORK_SEARCH,
            OUTLINES_EDIT,
            DOCUMENTS,
            TRAINING_VIEW,
            COHORT_PLAN,
            COHORT_EDIT,
            ATTENDANCE_EDIT,
            LIBRARY_VIEW,
            EMPLOYERS_EDIT,
            PLACEMENT_VIEW,
            PLACEMENT_EDIT,
            DASHBOARD_VIEW,
            STAFF_INVITE,
            QUESTION_ASK,
            QUESTION_ANSWER,
            CONTACT_PRAISE,
            DOSSIER_LOG,
            SUBJECT_ACCESS,
            RETENTION,
            EMERGENCY),
    COACH(
            "/today",
            TODAY,
            PARTICIPANTS_LIST,
            DOSSIER_VIEW,
            REACHABILITY_EDIT,
            PLAN_VIEW,
            PLAN_EDIT,
            PITCH_VIEW,
            PITCH_RATE,
            DOCUMENTS,
            TRAINING_VIEW,
            LIBRARY_VIEW,
            PLACEMENT_VIEW,
            HOURS_WRITE,
            NETWORK_OWN,
            QUESTION_ASK,
            QUESTION_ANSWER),
    TRAINER(
            "/today",
            TODAY,
            PARTICIPANTS_LIST,
            TRAINING_VIEW,
            COHORT_EDIT,
            ATTENDANCE_EDIT,
            PITCH_VIEW,
            PITCH_RATE,
            LIBRARY_VIEW,
            LIBRARY_EDIT),
    CLIENT_MANAGER(
            "/dashboard",
            TODAY,
            PARTICIPANTS_LIST,
            PROGRESS_VIEW,
            QUESTION_ASK,
            QUESTION_ANSWER,
            DASHBOARD_VIEW,
            LIST_EXPORT),
    NATIONAL_LEAD("/dashboard", DASHBOARD_VIEW, TARGETS_EDIT, LIBRARY_VIEW, LIBRARY_EDIT),
    ADMINISTRATOR("/admin/accounts", ACCOUNTS_EDIT, ORGANISATION_EDIT);

    private final String home;
    private final Set<Permission> permissions;

    Role(String home, Permission... permissions) {
        this.home = home;
        this.permissions = Collections.unmodifiableSet(EnumSet.copyOf(List.of(permissions)));
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** The page where a working day in this role begins. */
    public String home() {
        return home;
    }

    /** The message code of the role's name. */
    public String labelKey() {
        return Texts.code(this);
    }

    /** The roles that hold a permission, for tests and for sentences such as "ask your coordinator". */
    public static Set<Role> holding(Permission permission) {
        return Arrays.stream(values())
                .filter(role -> role.may(permission))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }
}
