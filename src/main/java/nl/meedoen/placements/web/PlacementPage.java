package nl.meedoen.placements.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meedoen.kernel.ParticipantId;
import nl.meedoen.placements.Move;
import nl.meedoen.placements.OpeningKind;
import nl.meedoen.placements.PlacementId;
import nl.meedoen.placements.PlacementRule;
import nl.meedoen.placements.PlacementState;
import nl.meedoen.placements.StopKind;
import org.jspecify.annotations.Nullable;

/** One placement as its page shows it. */
record PlacementPage(
        Facts facts,
        PlacementRule rule,
        boolean nearTerm,
        boolean consent,
        boolean mayEdit,
        boolean maySeeEmployer,
        List<Step> steps,
        List<Move> moves,
        List<CheckIn> checkIns,
        List<Change> history) {

    record Facts(
            PlacementId id,
            ParticipantId participant,
            String name,
            String number,
            String municipality,
            UUID employer,
            String employerName,
            UUID opening,
            String title,
            OpeningKind kind,
            PlacementState state,
            LocalDate proposedOn,
            @Nullable LocalDate interviewOn,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable LocalDate beganOn,
            @Nullable LocalDate endedOn,
            @Nullable BigDecimal hours,
            @Nullable String supervisor,
            @Nullable LocalDate signedOn,
            boolean insured,
            @Nullable StopKind stopKind,
            @Nullable String stopReason) {

        /** Steps that can be taken now; the first one is the usual one. */
        public List<Move> moves(PlacementRule rule) {
            boolean papers = (!rule.agreementNeeded() || signedOn != null) && (!rule.insuranceNeeded() || insured);
            List<Move> moves = new ArrayList<>();
            switch (state) {
                case PROPOSED -> moves.addAll(List.of(Move.INTERVIEW, Move.AGREE, Move.STOP));
                case INTERVIEW -> moves.addAll(List.of(Move.AGREE, Move.INTERVIEW, Move.PAPERS, Move.STOP));
                case AGREED ->
                    moves.addAll(
                            papers
                                    ? List.of(Move.START, Move.AGREE, Move.PAPERS, Move.STOP)
                                    : List.of(Move.PAPERS, Move.AGREE, Move.STOP));
                case RUNNING -> {
                    if (endsOn != null) {
                        moves.add(Move.EXTEND);
                    }
                    moves.addAll(List.of(Move.FINISH, Move.PAPERS, Move.STOP));
                }
                default -> {}
            }
            return moves;
        }

        /** The last day that an extension may reach; null where there is no limit. */
        @Nullable
        public LocalDate latestEnd(PlacementRule rule) {
            return rule.extendableMonths() == null || startsOn == null
                    ? null
                    : PlacementRule.lastDay(startsOn, rule.extendableMonths());
        }
    }

    /** A step of the way, as {@code webkit/parts :: phases} draws it. */
    record Step(String labelKey, String sub, String state) {}

    record CheckIn(
            UUID id,
            int weeks,
            LocalDate dueOn,
            @Nullable LocalDate doneOn,
            @Nullable Boolean stillThere,
            @Nullable String note,
            boolean due) {}

    record Change(
            Move what,
            PlacementState to,
            LocalDate on,
            @Nullable LocalDate endsOn,
            String by,
            Instant at) {}
}
