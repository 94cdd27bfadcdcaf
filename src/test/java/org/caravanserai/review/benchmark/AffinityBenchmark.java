package org.caravanserai.review.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.caravanserai.review.affinity.Affinities;
import org.caravanserai.review.affinity.Expertise;
import org.caravanserai.review.affinity.Matter;
import org.caravanserai.testing.SharedTalks;
import org.caravanserai.text.LocalizedText;
import tools.jackson.databind.JsonNode;

/**
 * What it costs to compare every reviewer's works with every proposal. The texts are real talks of the shared data, used
 * again and again until there are enough; each reviewer has four of them as her works. Prints one table in Markdown.
 */
public final class AffinityBenchmark {

    private static final int WORKS = 4;

    private AffinityBenchmark() {}

    /**
     * Measures.
     *
     * @param args none are read
     */
    public static void main(String[] args) throws IOException {
        var talks = SharedTalks.read();
        System.out.println("| proposals × reviewers | CPU | wall |\n|---|---|---|");
        measure(talks, 200, 50);
        measure(talks, 200, 50);
        measure(talks, 1_000, 300);
        measure(talks, 4_000, 1_500);
    }

    private static void measure(List<JsonNode> talks, int proposals, int reviewers) {
        var matters = new ArrayList<Matter>();
        for (int p = 0; p < proposals; p++) {
            var talk = talks.get(p % talks.size());
            var language = SharedTalks.language(talk);
            matters.add(new Matter(
                    LocalizedText.of(language, talk.path("title").asString("") + " " + p),
                    LocalizedText.of(language, talk.path("abstract").asString("")),
                    List.of(),
                    language.tag()));
        }
        var experts = new ArrayList<Expertise>();
        for (int r = 0; r < reviewers; r++) {
            var works = new ArrayList<String>();
            for (int w = 0; w < WORKS; w++) {
                var talk = talks.get((r * WORKS + w) * 7 % talks.size());
                works.add(talk.path("title").asString("") + "\n"
                        + talk.path("abstract").asString(""));
            }
            experts.add(new Expertise(Map.of(), Set.of(), works));
        }
        var threads = ManagementFactory.getThreadMXBean();
        var cpu = threads.getCurrentThreadCpuTime();
        var wall = System.nanoTime();
        var affinities = Affinities.between(matters, experts);
        cpu = threads.getCurrentThreadCpuTime() - cpu;
        wall = System.nanoTime() - wall;
        if (!(affinities.score(0, 0, 1) > 0)) {
            throw new IllegalStateException("nothing was compared");
        }
        System.out.printf(
                Locale.ROOT, "| %,d × %,d | %.1f s | %.1f s |%n", proposals, reviewers, cpu / 1e9, wall / 1e9);
    }
}
