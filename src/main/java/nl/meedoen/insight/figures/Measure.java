package nl.meedoen.insight.figures;

import java.util.List;

/** What is counted. The figures of one measure are people, or placements where it says so. */
public enum Measure {
    /** Everybody who ever registered; and by the period in which they did. */
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
    /** Placements that began, by period: 2026, 2026-4. */
    BEGUN,
    /** Placements that began in a year, by kind: 2026/PAID. */
    BEGUN_KIND,
    /** Everybody whose first placement began 26 weeks ago or earlier. */
    REACHED("ALL"),
    LASTING("STILL", "ENDED"),
    /** Of those, who was still placed after 26 weeks, by the period in which that was. */
    STILL,
    /** And who was not. */
    ENDED,
    /** Everybody who had a benefit when they registered or after it. */
    BENEFIT("ALL"),
    OUTFLOW("LEFT", "STAYED"),
    /** Those whose benefit ended, by the period in which it did. */
    LEFT,
    /** Average of the days that people wait for a coach now. */
    WAITING_DAYS,
    /** Average of the days between intake and coach, by the period in which the coach was found. */
    FOUND_DAYS,
    /** Average of the rungs between the start and now. */
    RUNG_GAIN,
    /** Average of the days from the plan to the first placement, by the period in which that began. */
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
