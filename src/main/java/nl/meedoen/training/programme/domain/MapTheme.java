package nl.meedoen.training.programme.domain;

/** The eight themes of the module labour market and participation (MAP) that practice hours count for. */
public enum MapTheme {
    ORIENTATION,
    EMPLOYEE_COMPETENCES,
    REALISTIC_PICTURE,
    OWN_CHANCES,
    ACQUIRING,
    NETWORK,
    FINDING_WORK,
    WORK_CULTURE
}
