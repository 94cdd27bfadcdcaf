package org.caravanserai.meeting;

import java.util.UUID;

/** Identifies a {@link Meeting}. */
public record MeetingId(UUID value) {}
