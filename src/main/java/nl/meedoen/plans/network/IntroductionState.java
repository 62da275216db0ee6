package nl.meedoen.plans.network;

import nl.meedoen.webkit.Texts;

/** How far an introduction is. */
public enum IntroductionState {
    ASKED,
    MADE,
    DECLINED;

    /** Message code of its name. */
    public String labelKey() {
        return Texts.code(this);
    }

    /** As badges have it. */
    public String tone() {
        return switch (this) {
            case ASKED -> "wait";
            case MADE -> "ok";
            case DECLINED -> "neutral";
        };
    }

    /** A symbol of the sprite. */
    public String icon() {
        return switch (this) {
            case ASKED -> "clock";
            case MADE -> "check";
            case DECLINED -> "x";
        };
    }
}
