package org.caravanserai.gathering.poll;

import java.util.UUID;

/** Identifies a {@link Poll}. */
public record PollId(UUID value) {}
