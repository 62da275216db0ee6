package nl.meedoen.support;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The objects of every room together, made once for all tests that go past every handler. */
@Component
public class EveryObject {

    private final List<AccessObjects> rooms;
    private @Nullable Map<String, String> own;
    private @Nullable Map<String, String> foreign;

    EveryObject(List<AccessObjects> rooms) {
        this.rooms = rooms;
    }

    /** Path variable to a value at Alpha. */
    public synchronized Map<String, String> own() {
        if (own == null) {
            own = new HashMap<>();
            for (AccessObjects room : rooms) {
                own.putAll(room.own());
            }
        }
        return own;
    }

    /** Path variable to a value at Beta; what belongs to nobody is missing. */
    public synchronized Map<String, String> foreign() {
        if (foreign == null) {
            foreign = new HashMap<>();
            for (AccessObjects room : rooms) {
                foreign.putAll(room.foreign());
            }
        }
        return foreign;
    }

    /** Parameters without which a handler cannot be called, by "METHOD /path". */
    public Map<String, Map<String, String>> parameters() {
        Map<String, Map<String, String>> all = new HashMap<>();
        rooms.forEach(room -> all.putAll(room.parameters()));
        return all;
    }
}
