package nl.meedoen.plans.questions;

import java.util.List;
import java.util.UUID;
import nl.meedoen.participants.DossierFrame;
import nl.meedoen.webkit.Option;
import org.jspecify.annotations.Nullable;

/**
 * The questions about one participant.
 *
 * @param whoSees who reads this page, in one sentence
 */
record QuestionsPage(DossierFrame frame, List<Thread> open, List<Thread> closed, boolean mayAsk, String whoSees) {

    /**
     * A question and what followed.
     *
     * @param title who asks whom
     * @param mayReply whether the reader can say something
     * @param myTurn whether the reader's side is to speak
     * @param mayClose whether the reader can close it or, when it is closed, open it again
     */
    record Thread(
            UUID id,
            String title,
            QuestionStanding standing,
            List<Said> messages,
            boolean mayReply,
            boolean myTurn,
            boolean mayClose) {}

    /** What somebody said. */
    record Said(String who, String moment, String datetime, String text, boolean mine) {}

    /** The form for a new question. */
    record AskPage(
            DossierFrame frame,
            List<Option> parties,
            @Nullable String about) {}
}
