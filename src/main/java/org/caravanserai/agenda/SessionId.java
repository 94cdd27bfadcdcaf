package org.caravanserai.agenda;

import java.util.UUID;

/** Identifies a {@link Session}. */
public record SessionId(UUID value) {}
