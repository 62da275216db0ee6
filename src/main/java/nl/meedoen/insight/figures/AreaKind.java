package nl.meedoen.insight.figures;

/** What an area is; the wider first. */
public enum AreaKind {
    COUNTRY,
    REGION,
    /** Municipalities that one office or person works for. */
    GROUP,
    MUNICIPALITY
}
