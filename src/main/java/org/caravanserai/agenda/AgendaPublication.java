package org.caravanserai.agenda;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.caravanserai.agenda.Publications.ReleaseSummary;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Access;
import org.caravanserai.text.Clean;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Publishes the working agenda as a numbered release that never changes again. */
@Service
public class AgendaPublication {

    /** The longest note in one language. */
    public static final int LONGEST_NOTE = 2_000;

    private final Releases releases;
    private final AgendaSnapshots snapshots;
    private final AgendaSnapshotBuilder builder;
    private final PublicationReader reader;
    private final Access access;
    private final Clock clock;

    AgendaPublication(
            Releases releases,
            AgendaSnapshots snapshots,
            AgendaSnapshotBuilder builder,
            PublicationReader reader,
            Access access,
            Clock clock) {
        this.releases = releases;
        this.snapshots = snapshots;
        this.builder = builder;
        this.reader = reader;
        this.access = access;
        this.clock = clock;
    }

    /**
     * What the next release would change.
     *
     * @param number the number it would get
     * @param sessions how many sessions it would have
     * @param difference what would change since the latest release; for a first one, everything is added
     */
    public record Preview(int number, int sessions, ReleaseDifference difference) {}

    /** What publishing now would change. */
    @Transactional(readOnly = true)
    @PreAuthorize("@access.organiser(#meeting.value)")
    public Preview preview(MeetingId meeting) {
        var latest = releases.findFirstByMeetingOrderByNumberDesc(meeting.value());
        var before = latest.map(snapshots::read).orElse(null);
        var now = builder.build(meeting, before);
        return new Preview(
                latest.map(Release::number).orElse(0) + 1,
                now.sessions().size(),
                ReleaseDifference.between(before, now));
    }

    /** All releases, the newest first, whether or not the public sees the meeting yet. */
    @Transactional(readOnly = true)
    @PreAuthorize("@access.organiser(#meeting.value)")
    public List<ReleaseSummary> releases(MeetingId meeting) {
        return reader.summaries(meeting, Integer.MAX_VALUE);
    }

    /**
     * Publishes the agenda as it stands and gives the release's number.
     *
     * @param note what to say to readers; may be empty
     * @throws Refusal if nothing is placed, the note is too long, or another organiser publishes at the same moment
     */
    @Transactional
    @PreAuthorize("@access.organiser(#meeting.value)")
    public int publish(MeetingId meeting, LocalizedText note) {
        var clean = note.map(Clean::lines);
        if (clean.longest() > LONGEST_NOTE) {
            throw Refusal.at("note", "meeting.text.long", LONGEST_NOTE);
        }
        return publish(meeting, clean, releases.findFirstByMeetingOrderByNumberDesc(meeting.value()));
    }

    private int publish(MeetingId meeting, LocalizedText note, Optional<Release> latest) {
        var snapshot = builder.build(meeting, latest.map(snapshots::read).orElse(null));
        if (snapshot.sessions().isEmpty()) {
            throw Refusal.of("agenda.release.empty");
        }
        var number = latest.map(Release::number).orElse(0) + 1;
        try {
            releases.saveAndFlush(
                    new Release(meeting, number, access.me().orElse(null), note, snapshots.store(snapshot), clock));
        } catch (DataIntegrityViolationException raced) {
            // The number is unique in the meeting: of two who publish at once, one gets it.
            throw Refusal.of("agenda.release.raced", number);
        }
        return number;
    }
}
