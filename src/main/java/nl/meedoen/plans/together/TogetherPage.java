package nl.meedoen.plans.together;

import java.util.List;
import nl.meedoen.plans.ContactChannel;
import nl.meedoen.webkit.Option;
import org.jspecify.annotations.Nullable;

/**
 * The form for a conversation with several participants.
 *
 * @param searches whether there are more people than fit here, so that one looks them up by name
 * @param none whether nobody is called like what was typed
 * @param savedAt when the draft was kept; null when there is none
 */
record TogetherPage(
        List<Person> people,
        boolean searches,
        boolean none,
        List<Option> owners,
        @Nullable String savedAt) {

    /** Somebody to choose, with the open goals that a next step can belong to. */
    record Person(String id, String name, String number, List<Option> goals) {}

    public List<ContactChannel> channels() {
        return List.of(ContactChannel.values());
    }
}
