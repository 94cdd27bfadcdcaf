package org.caravanserai.gathering.poll;

import java.util.UUID;

/** One of a poll's candidates was chosen. */
public record PollClosed(PollId poll, UUID candidate) {}
