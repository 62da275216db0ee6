package nl.meedoen.participants.intake.web;

import java.util.List;
import nl.meedoen.participants.intake.file.RowProblem;
import nl.meedoen.webkit.Texts;
import org.springframework.stereotype.Component;

/** What is to be said about a row, in the reader's language. */
@Component
class RowWords {

    private final Texts texts;

    RowWords(Texts texts) {
        this.texts = texts;
    }

    /** A problem as a sentence that can be understood without the table around it. */
    String sentence(RowProblem problem) {
        List<String> args = problem.args();
        if (problem.code().equals(RowProblem.MUNICIPALITY_UNKNOWN)
                && args.get(1).isEmpty()) {
            return texts.of("import.place.unknown", args.get(0));
        }
        String sentence = texts.of(problem.code(), args.toArray());
        return problem.code().startsWith("date.") && problem.field() != null && !args.isEmpty()
                ? texts.of("import.about", texts.of(problem.field().messageKey()), args.get(0), sentence)
                : sentence;
    }
}
