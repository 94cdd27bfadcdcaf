package org.caravanserai.people;

import java.util.UUID;

/** Identifies a {@link Person}. */
public record PersonId(UUID value) {}
