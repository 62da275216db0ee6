package nl.meedoen.training.session;

import java.util.List;

/**
 * What stands around a form about a session.
 *
 * @param version the version that a next save replaces
 * @param changedMeanwhile whether somebody else saved the session while the form was open
 * @param shelves the library to choose from; empty where the form does not choose
 */
record SessionFormPage(SessionPage session, long version, boolean changedMeanwhile, List<SessionPages.Shelf> shelves) {}
