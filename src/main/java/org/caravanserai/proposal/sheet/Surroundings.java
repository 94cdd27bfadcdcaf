package org.caravanserai.proposal.sheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.meeting.SessionType;
import org.caravanserai.proposal.Question;
import org.caravanserai.text.Folding;
import org.caravanserai.text.LocalizedText;

/**
 * What of the meeting a row is read against.
 *
 * @param types what may be proposed, in order
 * @param topics the topics, in order
 * @param questions the call's questions, in order
 * @param languages the meeting's languages, as tags
 */
public record Surroundings(List<Type> types, List<Topic> topics, List<Asked> questions, Set<String> languages) {

    /** A session type; the limits are 0 where the call does not allow it. */
    public record Type(
            UUID key,
            String typeKey,
            LocalizedText name,
            SessionType.Kind kind,
            int usualMinutes,
            int minMinutes,
            int maxMinutes) {}

    /** A topic. */
    public record Topic(UUID key, String topicKey, LocalizedText name) {}

    /** A question. */
    public record Asked(UUID key, Question.Kind kind, LocalizedText label, List<Question.Option> options) {}

    /** The type with a key. */
    public Optional<Type> type(UUID key) {
        return types.stream().filter(t -> t.key().equals(key)).findFirst();
    }

    Map<String, UUID> typesByWord() {
        var words = new HashMap<String, UUID>();
        types.forEach(type -> put(words, type.typeKey(), type.name(), type.key()));
        return words;
    }

    Map<String, UUID> topicsByWord() {
        var words = new HashMap<String, UUID>();
        topics.forEach(topic -> put(words, topic.topicKey(), topic.name(), topic.key()));
        return words;
    }

    private static void put(Map<String, UUID> words, String key, LocalizedText name, UUID value) {
        words.put(Folding.fold(key), value);
        for (var language : name.languages()) {
            words.put(Folding.fold(name.exactly(language)), value);
        }
    }

    /** The questions by what their columns may be called. */
    public List<Mapping.Question> labels() {
        return questions.stream()
                .filter(q -> q.kind() != Question.Kind.FILE)
                .map(q -> new Mapping.Question(
                        q.key(),
                        q.label().languages().stream()
                                .map(l -> Folding.fold(q.label().exactly(l)))
                                .collect(java.util.stream.Collectors.toSet())))
                .toList();
    }
}
