package org.caravanserai.agenda.conflict;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A room and a time; {@code room} is null for all rooms. */
public record Spot(@Nullable UUID room, Interval time) {}
