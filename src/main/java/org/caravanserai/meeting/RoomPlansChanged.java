package org.caravanserai.meeting;

/** The plans of a meeting, or where rooms are on them, are other than before. */
public record RoomPlansChanged(MeetingId meeting) {}
