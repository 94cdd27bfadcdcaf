package org.caravanserai.review.affinity;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;

/**
 * What a proposal is about.
 *
 * @param title its title
 * @param abstractText its abstract
 * @param topics keys of its topics, the main one first
 * @param talkLanguage BCP 47 tag of what will be spoken; empty if not said
 */
public record Matter(LocalizedText title, LocalizedText abstractText, List<UUID> topics, String talkLanguage) {

    private static final double MAIN = 1;
    private static final double OTHER = 0.5;

    public Matter {
        topics = List.copyOf(topics);
    }

    /** The languages in which it can be read: those that have a title and an abstract. */
    public Set<Language> readableIn() {
        var languages = new java.util.LinkedHashSet<>(title.languages());
        languages.retainAll(abstractText.languages());
        return languages.isEmpty() ? title.languages() : languages;
    }

    /** What a topic weighs by its place. */
    static double weight(int place) {
        return place == 0 ? MAIN : OTHER;
    }
}
