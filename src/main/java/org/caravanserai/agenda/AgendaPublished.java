package org.caravanserai.agenda;

import org.caravanserai.meeting.MeetingId;

/** A release of a meeting's agenda has been published. */
public record AgendaPublished(MeetingId meeting, int number) {}
