package nl.meedoen.participants.bulk;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.meedoen.kernel.AccountId;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.participants.Handover;
import nl.meedoen.webkit.NoCitizenNumber;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done for whom.
 *
 * @param id the chosen participants
 * @param contacts what a coach reads of the conversations before; everything where nothing was chosen
 */
public record BulkForm(
        @Nullable List<String> id,

        @NotNull(message = "{bulk.action-needed}") @Nullable BulkAction action,

        @Nullable AccountId coach,
        @Nullable String on,

        @NoCitizenNumber @Size(max = 300) @Nullable String reason,

        @Nullable Handover contacts) {

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
