package nl.meedoen.privacy;

/**
 * A line was written to the trail, in the transaction that this is told in.
 *
 * @param personal whether it is about one participant, so that it stands in that person's log
 */
public record TrailWritten(Trail.Action action, String subject, boolean personal) {}
