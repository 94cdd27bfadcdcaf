package org.caravanserai.partnering.card;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.caravanserai.partnering.matching.CardFacts;
import org.caravanserai.partnering.matching.Lexicon;
import org.caravanserai.partnering.matching.Suggestions;
import org.caravanserai.people.Countries;
import org.caravanserai.text.Language;
import org.caravanserai.text.search.MemoryIndex;
import org.caravanserai.text.search.SearchWords;
import org.caravanserai.text.search.Typed;
import org.caravanserai.text.search.Word;
import org.springframework.util.function.SingletonSupplier;

/** The cards of a meeting that are shown, the latest first, with an index of their words and who is shown what; immutable. */
final class KnownCards {

    private final String stamp;
    private final List<KnownCard> cards;
    private final Map<UUID, KnownCard> byKey;
    private final MemoryIndex index;
    private final Supplier<Suggestions> suggestions;

    /**
     * The cards.
     *
     * @param stamp tells whether they still stand as they were read
     * @param apart who is kept away from whom, in both directions
     */
    KnownCards(String stamp, List<KnownCard> cards, Map<UUID, Set<UUID>> apart, Lexicon lexicon) {
        this.stamp = stamp;
        this.cards = List.copyOf(cards);
        byKey = this.cards.stream().collect(Collectors.toMap(KnownCard::key, Function.identity()));
        index = index(this.cards);
        suggestions = SingletonSupplier.of(() -> Suggestions.among(
                this.cards.stream().map(KnownCard::facts).toList(),
                lexicon,
                (to, shown) -> mayShow(byKey, apart, to, shown)));
    }

    String stamp() {
        return stamp;
    }

    List<KnownCard> all() {
        return cards;
    }

    Map<UUID, KnownCard> byKey() {
        return byKey;
    }

    /** Which of those that somebody may see say what was typed; all of them where nothing was. */
    List<KnownCard> find(String words, Predicate<KnownCard> visible) {
        var seen = cards.stream().filter(visible).toList();
        var typed = Typed.of(words);
        if (typed.isEmpty()) {
            return seen;
        }
        var among = seen.stream().map(card -> card.key().toString()).collect(Collectors.toSet());
        var keys = index.find(typed, among::contains);
        return seen.stream()
                .filter(card -> keys.contains(card.key().toString()))
                .toList();
    }

    /** Made when first asked for: for thousands of cards a matter of seconds. */
    Suggestions suggestions() {
        return suggestions.get();
    }

    private static boolean mayShow(
            Map<UUID, KnownCard> byKey, Map<UUID, Set<UUID>> apart, CardFacts to, CardFacts shown) {
        var reader = byKey.get(to.key());
        var card = byKey.get(shown.key());
        return reader != null
                && card != null
                && card.isFor(reader.member())
                && !apart.getOrDefault(to.author(), Set.of()).contains(shown.author());
    }

    /** A name is not among the words: it is not for everybody who sees the card. */
    private static MemoryIndex index(List<KnownCard> cards) {
        var texts = new HashMap<String, List<Word>>();
        for (var card : cards) {
            var facts = card.facts();
            var said = new ArrayList<>(SearchWords.in(facts.title()));
            said.addAll(SearchWords.in(facts.text()));
            facts.methods().forEach(method -> said.addAll(SearchWords.in(method)));
            if (!facts.country().isEmpty()) {
                for (var language : Language.values()) {
                    said.addAll(SearchWords.in(Countries.name(language, facts.country()), language));
                }
            }
            texts.put(card.key().toString(), said);
        }
        return new MemoryIndex(texts);
    }
}
