package nl.meedoen.participants;

import nl.meedoen.access.Permission;

/**
 * A tab of the dossier; each room declares its own as a bean and serves the page behind it.
 *
 * @param order lower comes first
 * @param code names the tab; its page passes it when it asks for the frame
 * @param suffix what follows {@code /participants/{id}} in the address; empty for the data page
 * @param labelKey the message code of its name
 * @param needs who sees it
 */
public record DossierTab(int order, String code, String suffix, String labelKey, Permission needs) {}
