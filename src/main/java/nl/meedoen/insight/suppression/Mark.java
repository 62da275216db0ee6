package nl.meedoen.insight.suppression;

/** How a figure is shown. */
public enum Mark {
    /** As it is. */
    SHOWN,
    /** As "fewer than five". */
    SMALL,
    /** Not at all, because another count could be worked out from it. */
    WITHHELD
}
