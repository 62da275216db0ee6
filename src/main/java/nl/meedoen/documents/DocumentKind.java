package nl.meedoen.documents;

import nl.meedoen.webkit.Texts;

/** What a document is for. An identity document is none of these and is not kept. */
public enum DocumentKind {
    CV("user"),
    DIPLOMA("certificate"),
    CERTIFICATE("certificate"),
    LANGUAGE_TEST("chat"),
    WORK_REFERENCE("brief"),
    AGREEMENT_SIGNED("edit"),
    CONSENT_SCAN("shield"),
    OTHER("file");

    private final String icon;

    DocumentKind(String icon) {
        this.icon = icon;
    }

    /** A symbol of the sprite. */
    public String icon() {
        return icon;
    }

    /** The message code of its name. */
    public String labelKey() {
        return Texts.code(this);
    }
}
