package org.caravanserai.meeting;

/** A meeting has been opened to the public, closed to it, or moved to another address. */
public record MeetingChanged(MeetingId meeting) {}
