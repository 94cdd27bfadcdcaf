package org.caravanserai.partnering.matching;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.text.LocalizedText;

/**
 * What a card says, as far as it matters for who belongs together.
 *
 * @param author whose card it is: nobody is suggested to herself
 * @param topics keys of topics
 * @param methods methods, instruments and programmes, each a word or a few in any language
 * @param languages BCP 47 tags of the languages that its author works in
 * @param country where she works, ISO 3166-1 alpha-2; empty if not told
 */
public record CardFacts(
        UUID key,
        UUID author,
        CardKind kind,
        Sought sought,
        Set<String> topics,
        LocalizedText title,
        LocalizedText text,
        List<String> methods,
        Set<String> languages,
        String country,
        Span term) {

    public CardFacts {
        topics = Set.copyOf(topics);
        methods = List.copyOf(methods);
        languages = Set.copyOf(languages);
    }
}
