package nl.meedoen.support;

import java.util.Map;

/**
 * The objects that the access table is tried on: for each path variable of a room's handlers one thing that belongs to
 * the village's own people and one that belongs to the foreign ones. A test component of the room.
 */
public interface AccessObjects {

    /** Path variable to a value at Alpha, within reach of whoever may do something there. */
    Map<String, String> own();

    /** Path variable to a value at Beta. A variable that is missing here names something that all may know. */
    Map<String, String> foreign();

    /** Parameters without which a handler cannot be called, by "METHOD /path"; most need none. */
    default Map<String, Map<String, String>> parameters() {
        return Map.of();
    }
}
