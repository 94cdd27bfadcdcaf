package org.caravanserai.search.index;

import java.util.UUID;

/**
 * What is indexed as one: all documents of it are replaced together.
 *
 * @param object the key of the proposal, person, institution or, for a published agenda, meeting
 */
record Unit(Kind kind, UUID object) {

    /** Of what a unit is; the last three concern more than one. */
    enum Kind {
        PROPOSAL,
        PERSON,
        INSTITUTION,
        AGENDA,
        /** All institutions, after many were written at once. */
        INSTITUTIONS,
        /** The whole index is to be made anew, by every process. */
        EVERYTHING,
        /** Nothing: a place in the log that an index begins at. */
        MARK;

        boolean isBulk() {
            return this == INSTITUTIONS || this == EVERYTHING;
        }
    }

    /** What its documents are found by, to be replaced. */
    String term() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + ':' + object;
    }
}
