package org.caravanserai.api.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.caravanserai.programme.PublicMeetings;

/** A meeting in the list of meetings. */
record MeetingData(
        @Says("Names the meeting in addresses") String id,
        LocalizedData name,
        LocalDate firstDay,
        LocalDate lastDay,
        @Says("IANA time zone in which its days are days") String zone,
        LocalizedData city,

        @Says("When its call closes, if it takes proposals now")
        Optional<Instant> callCloses,

        @Says("Whether a programme is published") boolean published) {

    static MeetingData of(PublicMeetings.Line line) {
        return new MeetingData(
                line.slug(),
                LocalizedData.of(line.name()),
                line.firstDay(),
                line.lastDay(),
                line.zone().getId(),
                LocalizedData.of(line.city()),
                Optional.ofNullable(line.callCloses()),
                line.published());
    }

    /** A meeting with all that is told of it. */
    record MeetingDescribed(
            @Says("Names the meeting in addresses") String id,
            LocalizedData name,
            @Says("Markdown") LocalizedData description,
            LocalDate firstDay,
            LocalDate lastDay,

            @Says("IANA time zone in which its days are days")
            String zone,

            LocalizedData city,

            @Says("What its call asks about; the published topics are at /topics")
            List<TopicCalled> topics) {

        static MeetingDescribed of(PublicMeetings.Description meeting) {
            return new MeetingDescribed(
                    meeting.slug(),
                    LocalizedData.of(meeting.name()),
                    LocalizedData.of(meeting.description()),
                    meeting.firstDay(),
                    meeting.lastDay(),
                    meeting.zone().getId(),
                    LocalizedData.of(meeting.city()),
                    meeting.topics().stream()
                            .map(topic -> new TopicCalled(
                                    topic.topicKey(),
                                    LocalizedData.of(topic.name()),
                                    LocalizedData.of(topic.keywords())))
                            .toList());
        }
    }

    /** A topic of a meeting's call. */
    record TopicCalled(String id, LocalizedData name, LocalizedData keywords) {}
}
