package nl.meedoen.consent;

import java.util.Map;

/** The words around the texts in one language and version: headings, buttons, and what is wrong with a form. */
public record ConsentWords(Map<String, String> byCode) {

    /** The word of a code such as {@code sign.hint}. */
    public String of(String code) {
        String word = byCode.get("word." + code);
        if (word == null) {
            throw new IllegalArgumentException("no word " + code + " in the texts of consent");
        }
        return word;
    }
}
