package org.caravanserai.gathering.poll;

/** Of a poll: it can be answered again, and what was chosen is not. */
public record PollReopened(PollId poll) {}
