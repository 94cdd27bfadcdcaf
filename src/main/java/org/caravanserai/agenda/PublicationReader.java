package org.caravanserai.agenda;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.agenda.Publications.ReleaseSummary;
import org.caravanserai.agenda.Publications.Standing;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.Meetings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads from the database what {@link Publications} does not remember. */
@Component
@Transactional(readOnly = true)
class PublicationReader {

    private final Meetings meetings;
    private final Releases releases;
    private final AgendaSnapshots snapshots;
    private final Cache<UUID, ReleaseDifference> differences =
            Caffeine.newBuilder().maximumSize(1_000).build();

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

    /** A release never changes, so what it changed is worked out once and not again for every list it stands in. */
    List<ReleaseSummary> summaries(MeetingId meeting, int upTo) {
        var summaries = new ArrayList<ReleaseSummary>();
        @Nullable Release before = null;
        @Nullable AgendaSnapshot read = null;
        for (var release :
                releases.findByMeetingOrderByNumberDesc(meeting.value()).reversed()) {
            if (release.number() > upTo) {
                break;
            }
            var difference = differences.getIfPresent(release.key());
            if (difference == null) {
                var earlier = before == null || read != null ? read : snapshots.read(before);
                read = snapshots.read(release);
                difference = ReleaseDifference.between(earlier, read);
                differences.put(release.key(), difference);
            } else {
                read = null;
            }
            summaries.add(new ReleaseSummary(release.number(), release.publishedAt(), release.note(), difference));
            before = release;
        }
        return List.copyOf(summaries.reversed());
    }
}
