package org.caravanserai.review.affinity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What a reviewer knows.
 *
 * @param topics strength by topic key, from above 0 (knows of it) to 1 (works on it)
 * @param languages BCP 47 tags of the languages that she can judge in; empty if she has not said
 * @param works texts of her own, each a title or a title with its abstract, in whatever language
 */
public record Expertise(Map<UUID, Double> topics, Set<String> languages, List<String> works) {

    public Expertise {
        topics = Map.copyOf(topics);
        languages = Set.copyOf(languages);
        works = List.copyOf(works);
    }
}
