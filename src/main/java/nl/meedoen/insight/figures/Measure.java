package nl.meedoen.insight.figures;

import java.util.List;

/** What is counted. The figures of one measure are people, or placements where it says so. */
public enum Measure {
    /** Everybody who ever registered. */
    REGISTERED("ALL"),
    /** How far they are; each person in one. */
    STATE("WAITING_INTAKE", "WAITING_COACH", "PLANNING", "ACTING", "PLACED", "STOPPED"),
    /** What those who are placed do. */
    KIND("PAID", "LEARNING", "EDUCATION", "VOLUNTEER"),
    /** Everybody with a rung at the start. */
    MEASURED("ALL"),
    RUNG_START("1", "2", "3", "4", "5", "6"),
    RUNG_NOW("1", "2", "3", "4", "5", "6"),
    RUNG_CHANGE("UP", "SAME", "DOWN"),
    /** Everybody who could have been at a session. */
    ATTENDED("ALL"),
    ATTENDANCE("HIGH", "MIDDLE", "LOW"),
    /** Placements that began, by year. */
    YEAR,
    /** Placements that began, by quarter: 2026-4. */
    STARTED,
    /** Everybody whose first placement began 26 weeks ago or earlier. */
    REACHED("ALL"),
    LASTING("STILL", "ENDED"),
    /** Average of the days that people wait for a coach. */
    WAITING_DAYS,
    /** Average of the rungs between the start and now. */
    RUNG_GAIN,
    /** Average of the days from the plan to the first placement. */
    PLAN_TO_PLACEMENT;

    private final List<String> dimensions;

    Measure(String... dimensions) {
        this.dimensions = List.of(dimensions);
    }

    /** The categories, in their order; none where they follow from the calendar. */
    public List<String> dimensions() {
        return dimensions;
    }
}
