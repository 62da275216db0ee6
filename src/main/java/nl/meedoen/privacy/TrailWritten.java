package nl.meedoen.privacy;

/** A line was written to the trail, in the transaction that this is told in. */
public record TrailWritten(Trail.Action action) {}
