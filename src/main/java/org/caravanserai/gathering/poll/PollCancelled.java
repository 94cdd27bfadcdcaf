package org.caravanserai.gathering.poll;

/** Of a poll: nothing will come of it. */
public record PollCancelled(PollId poll) {}
