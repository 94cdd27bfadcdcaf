package org.caravanserai.people;

import java.util.Set;

/**
 * Knows who does not want to meet whom. Whoever shows people to a person, or finds them for her, asks it and leaves them
 * out.
 */
public interface Concealment {

    /** Those whom a person must not be shown, nor she to them: one of the two has asked for it. */
    Set<PersonId> hiddenFrom(PersonId person);

    /** Whether two people must not be shown each other. */
    default boolean isBetween(PersonId one, PersonId other) {
        return hiddenFrom(one).contains(other);
    }
}
