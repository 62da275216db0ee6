package nl.meedoen.plans.reviews;

/** What a review is. */
public enum ReviewKind {
    REGULAR,
    HALFWAY,
    FINAL
}
