package nl.meedoen.plans.questions;

import nl.meedoen.webkit.Texts;

/** How a question stands, in words. */
public enum QuestionStanding {
    WAITS("wait", "clock"),
    ANSWERED("ok", "check"),
    CLOSED("neutral", "lock");

    private final String tone;
    private final String icon;

    QuestionStanding(String tone, String icon) {
        this.tone = tone;
        this.icon = icon;
    }

    /** From what the row says. */
    public static QuestionStanding of(boolean closed, String turn) {
        return closed ? CLOSED : Question.Turn.ASKED.name().equals(turn) ? WAITS : ANSWERED;
    }

    /** The badge's colour. */
    public String tone() {
        return tone;
    }

    /** The badge's symbol. */
    public String icon() {
        return icon;
    }

    /** The message code of its name. */
    public String labelKey() {
        return Texts.code(this);
    }
}
