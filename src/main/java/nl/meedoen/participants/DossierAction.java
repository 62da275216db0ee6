package nl.meedoen.participants;

import nl.meedoen.access.Permission;

/**
 * The main thing to do in a dossier, as a button in its head; a room above declares it as a bean. It stands there only
 * while the enrolment takes changes.
 *
 * @param suffix what follows {@code /participants/{id}} in the address
 * @param labelKey the message code of the button
 * @param icon a symbol of the sprite
 * @param needs who sees it
 */
public record DossierAction(String suffix, String labelKey, String icon, Permission needs) {}
