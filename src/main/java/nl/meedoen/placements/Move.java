package nl.meedoen.placements;

/** A step that changes a placement, as the history names it. */
public enum Move {
    PROPOSE("spark"),
    INTERVIEW("chat"),
    AGREE("file"),
    PAPERS("shield"),
    START("brief"),
    EXTEND("cal"),
    FINISH("check"),
    STOP("stop"),
    CHECK_IN("check");

    private final String icon;

    Move(String icon) {
        this.icon = icon;
    }

    /** A symbol of the sprite. */
    public String icon() {
        return icon;
    }
}
