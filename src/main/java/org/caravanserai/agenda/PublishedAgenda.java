package org.caravanserai.agenda;

import java.time.Instant;
import org.caravanserai.meeting.MeetingId;

/**
 * A release as readers and exports get it. Immutable: the same meeting and number always mean the same bytes.
 *
 * @param meeting whose agenda it is
 * @param number the release's number, 1 for the first
 * @param publishedAt when it was published
 * @param snapshot the agenda
 */
public record PublishedAgenda(MeetingId meeting, int number, Instant publishedAt, AgendaSnapshot snapshot) {}
