package nl.meedoen.placements;

/** How many people work for an employer: up to 9, 49, 249, or more (the European classes). */
public enum SizeBand {
    MICRO,
    SMALL,
    MEDIUM,
    LARGE
}
