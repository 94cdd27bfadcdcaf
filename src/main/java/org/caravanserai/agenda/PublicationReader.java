package org.caravanserai.agenda;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.agenda.Publications.ReleaseSummary;
import org.caravanserai.agenda.Publications.Standing;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.Meetings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads from the database what {@link Publications} does not remember. */
@Component
@Transactional(readOnly = true)
class PublicationReader {

    private final Meetings meetings;
    private final Releases releases;
    private final AgendaSnapshots snapshots;

    PublicationReader(Meetings meetings, Releases releases, AgendaSnapshots snapshots) {
        this.meetings = meetings;
        this.releases = releases;
        this.snapshots = snapshots;
    }

    Standing standing(String slug) {
        return standing(meetings.findBySlug(slug));
    }

    Standing standing(UUID meeting) {
        return standing(meetings.findById(meeting));
    }

    private Standing standing(Optional<Meeting> found) {
        return found.filter(Meeting::isOpen)
                .flatMap(meeting -> releases.findFirstByMeetingOrderByNumberDesc(meeting.key())
                        .map(release -> new Standing(meeting.id(), release.number())))
                .orElse(Standing.NOTHING);
    }

    PublishedAgenda agenda(MeetingId meeting, int number) {
        var release = releases.findByMeetingAndNumber(meeting.value(), number).orElseThrow();
        return new PublishedAgenda(meeting, number, release.publishedAt(), snapshots.read(release));
    }

    List<ReleaseSummary> summaries(MeetingId meeting, int upTo) {
        var summaries = new ArrayList<ReleaseSummary>();
        AgendaSnapshot before = null;
        for (var release :
                releases.findByMeetingOrderByNumberDesc(meeting.value()).reversed()) {
            if (release.number() <= upTo) {
                var snapshot = snapshots.read(release);
                summaries.add(new ReleaseSummary(
                        release.number(),
                        release.publishedAt(),
                        release.note(),
                        ReleaseDifference.between(before, snapshot)));
                before = snapshot;
            }
        }
        return List.copyOf(summaries.reversed());
    }
}
