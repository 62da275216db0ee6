package nl.meedoen.plans.cv;

import tools.jackson.databind.json.JsonMapper;

/** What stands behind a link: the same curriculum vitae in both languages, as it was when it was put there. */
record CvFile(CvLayout layout, CvPaper dutch, CvPaper english) {

    private static final JsonMapper JSON = new JsonMapper();

    CvPaper in(CvLanguage language) {
        return language == CvLanguage.NL ? dutch : english;
    }

    /** The text that is sealed and kept. */
    String text() {
        return JSON.writeValueAsString(this);
    }

    static CvFile read(String text) {
        return JSON.readValue(text, CvFile.class);
    }
}
