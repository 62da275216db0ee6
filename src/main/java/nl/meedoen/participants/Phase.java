package nl.meedoen.participants;

import java.util.List;

/** How far somebody is; follows from facts and is never chosen. In the order in which people go through them. */
public enum Phase {
    REGISTERED("new", "spark"),
    INTAKE_DONE("wait", "pause"),
    COACH_FOUND("busy", "file"),
    PLAN_AGREED("busy", "file"),
    IN_ACTION("busy", "trend"),
    PLACED("ok", "brief"),
    AFTERCARE("ok", "check"),
    STOPPED("neutral", "stop");

    /** The steps that everybody sees on the way; whoever stopped left it. */
    static final List<Phase> WAY =
            List.of(REGISTERED, INTAKE_DONE, COACH_FOUND, PLAN_AGREED, IN_ACTION, PLACED, AFTERCARE);

    private final String tone;
    private final String icon;

    Phase(String tone, String icon) {
        this.tone = tone;
        this.icon = icon;
    }

    /** The message code of its name. */
    public String labelKey() {
        return nl.meedoen.webkit.Texts.code(this);
    }

    /** The badge's colour. */
    public String tone() {
        return tone;
    }

    /** The badge's symbol. */
    public String icon() {
        return icon;
    }

    /**
     * How a step of the way stands for somebody in this phase: done, current, next or later. A phase up to the plan says
     * what was reached, and the step after it is being worked on; a later phase says itself what is being done.
     *
     * @param step one of {@link #WAY}
     * @param dated whether the day of that step is known
     */
    String standOf(Phase step, boolean dated) {
        int place = WAY.indexOf(step);
        if (this == STOPPED) {
            return dated && step != AFTERCARE ? "done" : "later";
        }
        int reached = WAY.indexOf(this);
        int current = reached < WAY.indexOf(IN_ACTION) ? reached + 1 : reached;
        if (place < current) {
            return "done";
        }
        return place == current ? "current" : place == current + 1 ? "next" : "later";
    }
}
