package org.caravanserai.gathering.poll;

import java.util.UUID;

/** Somebody answered a poll, or changed her answers. */
public record PollAnswered(PollId poll, UUID guest) {}
