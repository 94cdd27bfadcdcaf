package org.caravanserai.meeting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.caravanserai.people.TopicCatalogue;
import org.caravanserai.text.LocalizedText;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The topics and session types that a meeting made from scratch begins with. */
@Component
class StartingSet {

    private final List<TopicSeed> topics = read("meeting/topics.json", new TypeReference<>() {});
    private final List<TypeSeed> types = read("meeting/session-types.json", new TypeReference<>() {});

    private record TopicSeed(
            String key, Priority priority, int hue, Map<String, String> name, Map<String, String> keywords) {}

    private record TypeSeed(
            String key, SessionType.Kind kind, int minutes, boolean mayHoldTalks, Map<String, String> name) {}

    List<Topic> topics(MeetingId meeting) {
        var made = new ArrayList<Topic>();
        for (var seed : topics) {
            made.add(new Topic(
                    meeting,
                    seed.key(),
                    LocalizedText.ofTags(seed.name()),
                    LocalizedText.ofTags(seed.keywords()),
                    seed.hue(),
                    seed.priority(),
                    made.size()));
        }
        return made;
    }

    /** The topics as anybody may be interested in them, whatever the meeting. */
    List<TopicCatalogue.Offered> offered() {
        return topics.stream()
                .map(seed -> new TopicCatalogue.Offered(seed.key(), LocalizedText.ofTags(seed.name()), seed.hue()))
                .toList();
    }

    List<SessionType> types(MeetingId meeting) {
        var made = new ArrayList<SessionType>();
        for (var seed : types) {
            made.add(new SessionType(
                    meeting,
                    seed.key(),
                    LocalizedText.ofTags(seed.name()),
                    seed.kind(),
                    seed.minutes(),
                    seed.mayHoldTalks(),
                    made.size()));
        }
        return made;
    }

    private static <T> List<T> read(String path, TypeReference<List<T>> type) {
        try (var in = new ClassPathResource(path).getInputStream()) {
            return JsonMapper.builder().build().readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
