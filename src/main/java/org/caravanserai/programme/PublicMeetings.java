package org.caravanserai.programme;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.agenda.Releases;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.meeting.Priority;
import org.caravanserai.meeting.Topics;
import org.caravanserai.people.Everyone;
import org.caravanserai.proposal.CallReading;
import org.caravanserai.proposal.CallView;
import org.caravanserai.text.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What anyone may read of the meetings that are open to the public. */
@Service
public class PublicMeetings {

    private final Meetings meetings;
    private final Topics topics;
    private final CallReading calls;
    private final Releases releases;

    PublicMeetings(Meetings meetings, Topics topics, CallReading calls, Releases releases) {
        this.meetings = meetings;
        this.topics = topics;
        this.calls = calls;
        this.releases = releases;
    }

    /**
     * A meeting in the list of meetings.
     *
     * @param callCloses when its call closes, if it takes proposals now
     * @param published whether there is a programme to read
     */
    public record Line(
            String slug,
            LocalizedText name,
            LocalDate firstDay,
            LocalDate lastDay,
            ZoneId zone,
            LocalizedText city,
            java.time.@Nullable Instant callCloses,
            boolean published) {}

    /** A topic of a meeting. */
    public record TopicLine(String topicKey, LocalizedText name, LocalizedText keywords, int hue, Priority priority) {}

    /**
     * A meeting with all that is told of it.
     *
     * @param description as Markdown
     * @param call what it calls for; null if it has no call
     */
    public record Description(
            MeetingId meeting,
            String slug,
            LocalizedText name,
            LocalizedText description,
            LocalDate firstDay,
            LocalDate lastDay,
            ZoneId zone,
            LocalizedText city,
            List<TopicLine> topics,
            @Nullable CallView call) {}

    /** All open meetings by their first day, in as many statements whatever their number. */
    @Everyone
    @Transactional(readOnly = true)
    public List<Line> open() {
        var closing = new HashMap<UUID, java.time.Instant>();
        calls.openNow().forEach(c -> closing.put(c.meeting().value(), c.closesAt()));
        var published = releases.findPublishedMeetings();
        return meetings.findByOpenTrueOrderByFirstDay().stream()
                .map(m -> new Line(
                        m.slug().value(),
                        m.name(),
                        m.firstDay(),
                        m.lastDay(),
                        m.zone(),
                        m.city(),
                        closing.get(m.key()),
                        published.contains(m.key())))
                .toList();
    }

    /** The open meeting at this address; empty if there is none. */
    @Everyone
    @Transactional(readOnly = true)
    public Optional<Description> find(String slug) {
        return meetings.findBySlug(slug)
                .filter(Meeting::isOpen)
                .map(m -> new Description(
                        m.id(),
                        m.slug().value(),
                        m.name(),
                        m.description(),
                        m.firstDay(),
                        m.lastDay(),
                        m.zone(),
                        m.city(),
                        topics.findByMeetingOrderByPosition(m.key()).stream()
                                .map(t -> new TopicLine(t.topicKey(), t.name(), t.keywords(), t.hue(), t.priority()))
                                .toList(),
                        calls.of(m.id()).orElse(null)));
    }
}
