package nl.meedoen.participants.sections;

import java.util.List;

/**
 * The questionnaire of the participation ladder.
 *
 * @param rung paid work; with support; unpaid work with tasks and responsibility; organised activities each week;
 *     contacts outside the home each week
 * @param growth five questions about what may change within a year
 */
public record LadderAnswers(List<Boolean> rung, List<Boolean> growth) {

    /** Refuses anything but five answers each. */
    public LadderAnswers {
        if (rung.size() != 5 || growth.size() != 5) {
            throw new IllegalArgumentException("ladder.answers");
        }
    }

    /** The rung that follows: the highest that is answered with yes. */
    public int rungReached() {
        if (rung.get(0)) {
            return rung.get(1) ? 5 : 6;
        }
        for (int question = 2; question < 5; question++) {
            if (rung.get(question)) {
                return 6 - question;
            }
        }
        return 1;
    }

    /** How many of the five questions about growth were answered with yes. */
    public int growthPoints() {
        return (int) growth.stream().filter(yes -> yes).count();
    }

    /** Five letters, t or f, as the database keeps them. */
    public static String letters(List<Boolean> answers) {
        StringBuilder letters = new StringBuilder();
        answers.forEach(yes -> letters.append(yes ? 't' : 'f'));
        return letters.toString();
    }

    /** Reads {@link #letters}. */
    public static List<Boolean> read(String letters) {
        return letters.chars().mapToObj(letter -> letter == 't').toList();
    }
}
