package org.caravanserai.meeting;

/**
 * A meeting was made as a copy of an earlier one, with its rooms, topics and types; what other modules keep for a meeting
 * may come along, in the same transaction.
 *
 * @param days how much later the copy is
 */
public record MeetingCopied(MeetingId source, MeetingId copy, long days) {}
