package org.caravanserai.people;

/** A person has registered and shown that she reads mail sent to this address; invitations to it are hers now. */
public record PersonRegistered(PersonId person, EmailAddress email) {}
