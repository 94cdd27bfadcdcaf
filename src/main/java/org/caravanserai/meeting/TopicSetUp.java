package org.caravanserai.meeting;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the topics of a meeting. */
@Service
public class TopicSetUp {

    private final Topics topics;
    private final Parts parts;

    TopicSetUp(Topics topics, Parts parts) {
        this.topics = topics;
        this.parts = parts;
    }

    /**
     * What an organiser says of a topic.
     *
     * @param keywords words separated by commas, by language
     * @param hue 0 to 359
     */
    public record Content(LocalizedText name, LocalizedText keywords, int hue, Priority priority) {}

    /** Adds a topic behind the others. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public UUID add(MeetingId meeting, Content content) {
        var present = topics.findByMeetingOrderByPosition(meeting.value());
        parts.requireRoom(present.size());
        var taken = present.stream().map(Topic::topicKey).collect(Collectors.toSet());
        var key = Parts.keyFrom(content.name().exactly(Language.EN), '-', taken, "topic");
        return topics.save(new Topic(
                        meeting,
                        key,
                        content.name(),
                        content.keywords(),
                        content.hue(),
                        content.priority(),
                        next(present)))
                .key();
    }

    /**
     * Changes a topic.
     *
     * @param seen the version that the change was made looking at
     * @return the version made
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public long change(MeetingId meeting, UUID topic, long seen, Content content) {
        var loaded = of(meeting, topic);
        loaded.requireVersion(seen);
        loaded.change(content.name(), content.keywords(), content.hue(), content.priority(), loaded.position());
        return topics.saveAndFlush(loaded).version();
    }

    /**
     * Removes a topic.
     *
     * @return what {@link #restore} needs to undo it
     * @throws Refusal if something refers to it
     */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public Removed remove(MeetingId meeting, UUID topic) {
        var loaded = of(meeting, topic);
        parts.requireUnused(meeting, topic);
        topics.delete(loaded);
        return new Removed(MeetingView.TopicView.of(loaded), loaded.position());
    }

    /** A topic that was removed, and where it stood. */
    public record Removed(MeetingView.TopicView topic, int position) {}

    /** Brings a removed topic back to where it stood. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public UUID restore(MeetingId meeting, Removed removed) {
        var present = topics.findByMeetingOrderByPosition(meeting.value());
        parts.requireRoom(present.size());
        var was = removed.topic();
        var taken = present.stream().map(Topic::topicKey).collect(Collectors.toSet());
        var key = taken.contains(was.topicKey()) ? Parts.keyFrom(was.topicKey(), '-', taken, "topic") : was.topicKey();
        return topics.save(new Topic(
                        meeting, key, was.name(), was.keywords(), was.hue(), was.priority(), removed.position()))
                .key();
    }

    /** Brings the topics into an order. */
    @PreAuthorize("@access.organiser(#meeting.value)")
    @Transactional
    public void arrange(MeetingId meeting, List<UUID> order) {
        var place = 0;
        for (var topic : Parts.arranged(topics.findByMeetingOrderByPosition(meeting.value()), order, Topic::key)) {
            topic.moveTo(place++);
            topics.save(topic);
        }
    }

    private Topic of(MeetingId meeting, UUID topic) {
        return topics.findById(topic).filter(t -> t.meeting().equals(meeting)).orElseThrow(Parts::gone);
    }

    private static int next(List<Topic> present) {
        return present.isEmpty() ? 0 : present.getLast().position() + 1;
    }
}
