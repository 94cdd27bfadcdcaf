package org.caravanserai.people;

/**
 * A person's roles, or whether her account is enabled, have changed; views already open look again.
 *
 * @param person whose
 * @param lost whether something may have been taken away, so that what is on her screen must go
 */
public record RolesChanged(PersonId person, boolean lost) {

    /** Something changed, perhaps for less. */
    public RolesChanged(PersonId person) {
        this(person, true);
    }

    /** A role was given and none was taken. */
    public static RolesChanged gained(PersonId person) {
        return new RolesChanged(person, false);
    }
}
