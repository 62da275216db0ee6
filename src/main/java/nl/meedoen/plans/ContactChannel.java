package nl.meedoen.plans;

/** How a contact went. */
public enum ContactChannel {
    TALK("chat"),
    PHONE("phone"),
    MESSAGE("mail"),
    OTHER("info");

    private final String icon;

    ContactChannel(String icon) {
        this.icon = icon;
    }

    /** The timeline's symbol. */
    public String icon() {
        return icon;
    }
}
