package org.caravanserai.gathering.poll;

/** Of a poll: it can be answered from now on. */
public record PollOpened(PollId poll) {}
