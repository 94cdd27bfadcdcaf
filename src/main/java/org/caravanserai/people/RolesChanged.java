package org.caravanserai.people;

/** A person's roles, or whether her account is enabled, have changed; views already open look again. */
public record RolesChanged(PersonId person) {}
