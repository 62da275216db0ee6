package nl.meedoen.demo.places;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A location with those who work there.
 *
 * @param participants how many people it serves in this load
 * @param clientManagers by the code of the municipality that they work for
 * @param towns what it serves; a town that stands here twice is twice as large
 */
public record Place(
        UUID id,
        UUID region,
        String name,
        int participants,
        List<Town> towns,
        List<Colleague> coordinators,
        List<Colleague> coaches,
        List<Colleague> trainers,
        Map<String, Colleague> clientManagers) {

    /** A municipality. */
    public record Town(String code, String name) {}

    /**
     * Somebody who works there.
     *
     * @param languages of a coach, besides Dutch
     */
    public record Colleague(UUID id, String name, List<String> languages) {}
}
