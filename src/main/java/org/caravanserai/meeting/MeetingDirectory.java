package org.caravanserai.meeting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.people.Access;
import org.caravanserai.people.Everyone;
import org.caravanserai.people.SignedIn;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells what meetings there are and what they are set up with: anyone about those open to the public, people with a role
 * in a hidden one about that. What was read is kept until this process changes it, and for some seconds at most, so that a
 * change by another process is seen too.
 */
@Service
public class MeetingDirectory {

    private final Meetings meetings;
    private final SeriesCollection series;
    private final Topics topics;
    private final SessionTypes types;
    private final Rooms rooms;
    private final RoomClosures closures;
    private final MeetingAccess meetingAccess;
    private final Access access;
    private final Cache<UUID, Optional<MeetingView>> kept = Caffeine.newBuilder()
            .maximumSize(200)
            .expireAfterWrite(Duration.ofSeconds(5))
            .build();

    MeetingDirectory(
            Meetings meetings,
            SeriesCollection series,
            Topics topics,
            SessionTypes types,
            Rooms rooms,
            RoomClosures closures,
            MeetingAccess meetingAccess,
            Access access,
            MeetingChanges changes) {
        this.meetings = meetings;
        this.series = series;
        this.topics = topics;
        this.types = types;
        this.rooms = rooms;
        this.closures = closures;
        this.meetingAccess = meetingAccess;
        this.access = access;
        changes.listen(this::forget);
    }

    /** The meeting with this address; empty if there is none that the acting person may see. */
    @Everyone
    @Transactional(readOnly = true)
    public Optional<MeetingView> bySlug(String slug) {
        return meetings.keyOf(slug).flatMap(key -> byId(new MeetingId(key)));
    }

    /** The meeting with this identity; empty if there is none that the acting person may see. */
    @Everyone
    @Transactional(readOnly = true)
    public Optional<MeetingView> byId(MeetingId meeting) {
        var view = view(meeting.value());
        return view.filter(v -> v.open() || meetingAccess.maySee(meeting.value()));
    }

    /** The meetings open to the public, the next ones first. */
    @Everyone
    @Transactional(readOnly = true)
    public List<MeetingSummary> open() {
        return meetings.summariesOpen();
    }

    /**
     * The meetings that the acting person helps to run, newest first: those she organises, and all of them for
     * administrators.
     *
     * @param offset how many to leave out
     * @param limit how many at most
     */
    @SignedIn
    @Transactional(readOnly = true)
    public List<MeetingSummary> mine(int offset, int limit) {
        return access.administrator()
                ? meetings.summaries(offset, limit)
                : meetings.summariesOf(organised(), offset, limit);
    }

    /**
     * The meetings in which the acting person has any role, newest first.
     *
     * @param limit how many at most
     */
    @SignedIn
    @Transactional(readOnly = true)
    public List<MeetingSummary> withARole(int limit) {
        var keys = new java.util.HashSet<UUID>();
        for (var role : org.caravanserai.people.Role.values()) {
            keys.addAll(access.meetingsAs(role));
        }
        return keys.isEmpty() ? List.of() : meetings.summariesOf(keys, 0, limit);
    }

    /** How many meetings {@link #mine} has. */
    @SignedIn
    @Transactional(readOnly = true)
    public int countMine() {
        return Math.toIntExact(
                access.administrator() ? meetings.count() : organised().size());
    }

    /** The series in which the acting person may make a further meeting. */
    @SignedIn
    @Transactional(readOnly = true)
    public List<SeriesSummary> mySeries() {
        var all = access.administrator();
        var mine = all ? java.util.Set.<UUID>of() : meetings.seriesOf(organised());
        return series.findAll().stream()
                .filter(s -> all || mine.contains(s.key()))
                .map(s -> new SeriesSummary(s.key(), s.slug().value(), s.name()))
                .sorted(java.util.Comparator.comparing(SeriesSummary::slug))
                .toList();
    }

    /** A series in a list. */
    public record SeriesSummary(UUID key, String slug, org.caravanserai.text.LocalizedText name) {}

    private java.util.Set<UUID> organised() {
        return access.meetingsAs(org.caravanserai.people.Role.ORGANISER);
    }

    private Optional<MeetingView> view(UUID meeting) {
        // A transaction that writes sees its own changes, which must not be shown to others before it commits.
        var writes = TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
        return writes ? read(meeting) : kept.get(meeting, this::read);
    }

    private Optional<MeetingView> read(UUID key) {
        return meetings.findById(key).map(meeting -> {
            var closed = closures.ofMeeting(key).stream().collect(Collectors.groupingBy(RoomClosure::room));
            return new MeetingView(
                    meeting.id(),
                    meeting.version(),
                    meeting.slug().value(),
                    meeting.series(),
                    series.findById(meeting.series()).orElseThrow().name(),
                    meeting.name(),
                    meeting.description(),
                    meeting.venue(),
                    meeting.firstDay(),
                    meeting.lastDay(),
                    meeting.zone(),
                    meeting.city(),
                    meeting.languages(),
                    meeting.isOpen(),
                    topics.findByMeetingOrderByPosition(key).stream()
                            .map(MeetingView.TopicView::of)
                            .toList(),
                    types.findByMeetingOrderByPosition(key).stream()
                            .map(MeetingView.TypeView::of)
                            .toList(),
                    rooms.findByMeetingOrderByPosition(key).stream()
                            .map(room -> MeetingView.RoomView.of(room, closed.getOrDefault(room.key(), List.of())))
                            .toList());
        });
    }

    /** Forgets what belongs to a meeting, a series or a room. */
    private void forget(UUID owner) {
        kept.invalidate(owner);
        kept.asMap().values().removeIf(view -> view.isEmpty() || belongs(view.get(), owner));
    }

    private static boolean belongs(MeetingView view, UUID owner) {
        return view.series().equals(owner)
                || view.rooms().stream().anyMatch(room -> room.key().equals(owner));
    }
}
