package nl.meedoen.participants.registration;

import nl.meedoen.participants.matching.MatchSubject;

/**
 * What a search compares of one registration, for whoever writes many at once.
 *
 * @param tokens the folded parts of all names, each between spaces
 * @param phonetic the phonetic keys as PostgreSQL reads an array
 */
public record SearchKeys(String tokens, String phonetic) {

    /** The same as what is kept when somebody is enrolled on the screen. */
    public static SearchKeys of(Registration registration) {
        MatchSubject subject = registration.subject();
        return new SearchKeys(SearchEntry.tokens(subject), SearchEntry.keys(subject.keys()));
    }
}
