package org.caravanserai.people;

/** A person works elsewhere, or says so otherwise. */
public record AffiliationChanged(PersonId person) {}
