package nl.meedoen.participants.bulk;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Handover;
import nl.meedoen.webkit.NoCitizenNumber;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done for whom.
 *
 * @param id the chosen participants
 * @param coach an account, or a name or a part of one as it was typed
 * @param contacts what a coach reads of the conversations before; everything where nothing was chosen
 * @param contactsFrom the first day that is read, with {@link Handover#FROM}
 */
public record BulkForm(
        @Nullable List<String> id,

        @NotNull(message = "{bulk.action-needed}") @Nullable BulkAction action,

        @Size(max = 200) @Nullable String coach,
        @Nullable String on,

        @NoCitizenNumber @Size(max = 300) @Nullable String reason,

        @Nullable Handover contacts,
        @Nullable String contactsFrom) {

    /** The chosen ones, each once; what is no id is left out. */
    Set<ParticipantId> chosen() {
        Set<ParticipantId> chosen = new LinkedHashSet<>();
        for (String text : id == null ? List.<String>of() : id) {
            try {
                chosen.add(ParticipantId.of(text));
            } catch (IllegalArgumentException notAnId) {
                // typed by hand into the address: nobody is called that
            }
        }
        return chosen;
    }
}
