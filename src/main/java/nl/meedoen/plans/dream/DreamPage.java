package nl.meedoen.plans.dream;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.meedoen.participants.DossierFrame;
import nl.meedoen.participants.occupations.Occupation;
import nl.meedoen.plans.StepStatus;
import org.jspecify.annotations.Nullable;

/**
 * From a dream job to what there is to do.
 *
 * @param dream the present dream; null while none was chosen
 * @param wishes occupations that were wished for at the intake, to be chosen with one tap
 * @param earlier the names of dreams before this one
 */
record DreamPage(
        DossierFrame frame, boolean mayEdit, @Nullable Chosen dream, List<Occupation> wishes, List<String> earlier) {

    /**
     * The present dream.
     *
     * @param written when and by whom what it takes was written; null while nobody did
     * @param bridge the name of the job on the way; null while there is none
     */
    record Chosen(
            UUID id,
            Occupation occupation,
            @Nullable Written written,
            List<Row> rows,
            @Nullable String bridge,
            @Nullable String bridgeReason) {

        /** How much of it is there. */
        public long met() {
            return rows.stream().filter(Row::isMet).count();
        }
    }

    /** Who wrote what an occupation takes. */
    record Written(LocalDate on, String by, @Nullable String advice) {}

    /**
     * One thing beside the other.
     *
     * @param step what was planned for it; null when nothing was
     */
    record Row(
            String code,
            Gap.Kind kind,
            String takes,
            String has,
            Gap.State state,
            @Nullable Planned step) {

        public boolean isMet() {
            return state == Gap.State.MET || step != null && step.status() == StepStatus.DONE;
        }
    }

    /** A step that closes a gap. */
    record Planned(UUID id, String title, StepStatus status) {}
}
