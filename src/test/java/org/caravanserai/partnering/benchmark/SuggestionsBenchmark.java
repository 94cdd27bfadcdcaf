package org.caravanserai.partnering.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.partnering.matching.CardFacts;
import org.caravanserai.partnering.matching.CardKind;
import org.caravanserai.partnering.matching.Lexicon;
import org.caravanserai.partnering.matching.Sought;
import org.caravanserai.partnering.matching.Span;
import org.caravanserai.partnering.matching.Suggestions;
import org.caravanserai.people.Countries;
import org.caravanserai.testing.SharedTalks;
import org.caravanserai.text.Clean;
import org.caravanserai.text.LocalizedText;
import tools.jackson.databind.JsonNode;

/**
 * What it costs to bring the cards of a meeting together, and how the suggestions are shared out. The texts are beginnings of
 * real talks of the shared data; who asks for what is drawn by lot, half of it for the one most wanted thing. Prints one
 * table in Markdown.
 */
public final class SuggestionsBenchmark {

    private static final int TOPICS = 16;
    private static final int LENGTH = 400;

    private SuggestionsBenchmark() {}

    /**
     * Measures.
     *
     * @param args none are read
     */
    public static void main(String[] args) throws IOException {
        var talks = SharedTalks.read();
        System.out.println(
                "| cards | CPU | wall | suggestions | in most lists | fitting but in none |\n|---|---|---|---|---|---|");
        for (int cards : new int[] {400, 400, 1_000, 4_000}) {
            measure(talks, cards);
        }
    }

    private static void measure(List<JsonNode> talks, int count) {
        var cards = cards(talks, count);
        var threads = ManagementFactory.getThreadMXBean();
        var cpu = threads.getCurrentThreadCpuTime();
        var wall = System.nanoTime();
        var suggestions = Suggestions.among(cards, new Lexicon(List.of()), (to, shown) -> true);
        cpu = threads.getCurrentThreadCpuTime() - cpu;
        wall = System.nanoTime() - wall;
        var times = new HashMap<UUID, Integer>();
        int total = 0;
        int without = 0;
        // Reasons are told for the lists that are looked at; here the keys of all lists are enough.
        for (var card : cards) {
            var shown = suggestions.keys(card.key());
            total += shown.size();
            without += shown.isEmpty() ? 1 : 0;
            shown.forEach(key -> times.merge(key, 1, Integer::sum));
        }
        int most = times.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        System.out.printf(
                Locale.ROOT,
                "| %,d | %,d ms | %,d ms | %,d | %d | %d of %d without a list |%n",
                count,
                cpu / 1_000_000,
                wall / 1_000_000,
                total,
                most,
                count - times.size(),
                without);
    }

    private static List<CardFacts> cards(List<JsonNode> talks, int count) {
        var random = new Random(1);
        var cards = new ArrayList<CardFacts>();
        for (int i = 0; i < count; i++) {
            var talk = talks.get(i * 7 % talks.size());
            var language = SharedTalks.language(talk);
            var sought =
                    random.nextBoolean() ? Sought.PARTNER : Sought.values()[random.nextInt(Sought.values().length)];
            cards.add(new CardFacts(
                    new UUID(1, i),
                    new UUID(2, i / 2),
                    CardKind.values()[random.nextInt(2)],
                    sought,
                    Set.of("topic-" + random.nextInt(TOPICS)),
                    LocalizedText.of(language, talk.path("title").asString("") + " " + i),
                    LocalizedText.of(language, Clean.cut(talk.path("abstract").asString(""), LENGTH)),
                    List.of(),
                    Set.of(language.tag()),
                    Countries.MEETING.get(random.nextInt(Countries.MEETING.size())),
                    Span.ANY));
        }
        return cards;
    }
}
