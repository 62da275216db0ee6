package nl.meedoen.participants;

import nl.meedoen.kernel.ParticipantId;

/** The dossier became part of another one, which the asker may see; a page leads there, a form changes nothing. */
public final class MergedDossier extends RuntimeException {

    private final transient ParticipantId asked;
    private final transient ParticipantId into;
    private final String number;

    MergedDossier(ParticipantId asked, ParticipantId into, String number) {
        super("merged", null, false, false);
        this.asked = asked;
        this.into = into;
        this.number = number;
    }

    public ParticipantId asked() {
        return asked;
    }

    public ParticipantId into() {
        return into;
    }

    /** The number of the dossier that was asked for. */
    public String number() {
        return number;
    }
}
