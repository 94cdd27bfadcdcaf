package org.caravanserai.text.search.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.FSDirectory;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.search.Highlights;
import org.caravanserai.text.search.SearchFields;
import org.caravanserai.text.search.SearchWords;
import org.caravanserai.text.search.Typed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a search costs in an index of 4 000 proposals on disk, each made of the title of one of the demonstration and the
 * abstract of another, with three people: finding, in the order shown, and marking what was typed in twenty of them. The
 * CPU time is that of the thread that asks; prints one table in Markdown.
 */
public final class SearchBenchmark {

    private static final int PROPOSALS = 4_000;
    private static final int SHOWN = 20;
    private static final int WARM_UP = 60;
    private static final int ROUNDS = 60;
    private static final Map<String, Float> FIELDS = Map.of("title", 4f, "people", 3f, "text", 1f);
    private static final List<String> TYPED = List.of(
            "s",
            "sh",
            "Shavkat",
            "Шавкат",
            "Şavkat",
            "水",
            "みず",
            "水資源",
            "佐藤",
            "さとう",
            "вода",
            "водных ресурсов",
            "northern aral",
            "Shimoliy Orol",
            "zhumabkova",
            "hydrogen energy in the desert",
            "Takahasi Mika",
            "zzzzqqqq");

    private SearchBenchmark() {}

    private record Text(LocalizedText title, LocalizedText abstractText) {}

    /**
     * Measures.
     *
     * @param args none are read
     */
    public static void main(String[] args) throws IOException {
        var texts = texts();
        var names = names();
        var folder = Files.createTempDirectory("search");
        long began = System.nanoTime();
        try (var directory = FSDirectory.open(folder)) {
            try (var writer = new IndexWriter(directory, new IndexWriterConfig())) {
                var random = new Random(1);
                for (int i = 0; i < PROPOSALS; i++) {
                    var document = new Document();
                    SearchFields.add(
                            document,
                            "title",
                            SearchWords.in(
                                    texts.get(random.nextInt(texts.size())).title()));
                    SearchFields.add(
                            document,
                            "text",
                            SearchWords.in(
                                    texts.get(random.nextInt(texts.size())).abstractText()));
                    for (int person = 0; person < 3; person++) {
                        SearchFields.add(document, "people", SearchWords.in(names.get(random.nextInt(names.size()))));
                    }
                    writer.addDocument(document);
                }
            }
            System.out.printf(
                    Locale.ROOT, "Made in %.1f s of wall time%n%n", (System.nanoTime() - began) / 1_000_000_000d);
            System.out.println("| typed | found | CPU, median | CPU, largest |\n|---|---|---|---|");
            try (var reader = DirectoryReader.open(directory)) {
                var searcher = new IndexSearcher(reader);
                for (var typed : TYPED) {
                    measure(searcher, typed, texts);
                }
            }
        }
    }

    private static void measure(IndexSearcher searcher, String typed, List<Text> texts) throws IOException {
        var threads = ManagementFactory.getThreadMXBean();
        var micros = new long[ROUNDS];
        long found = 0;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long before = threads.getCurrentThreadCpuTime();
            found = search(searcher, typed, texts);
            if (round >= 0) {
                micros[round] = (threads.getCurrentThreadCpuTime() - before) / 1_000;
            }
        }
        Arrays.sort(micros);
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.1f ms | %.1f ms |%n",
                typed,
                found,
                micros[ROUNDS / 2] / 1_000d,
                micros[ROUNDS - 1] / 1_000d);
    }

    private static long search(IndexSearcher searcher, String words, List<Text> texts) throws IOException {
        var typed = Typed.of(words);
        var found = searcher.search(
                SearchFields.query(typed, FIELDS, false), new TopScoreDocCollectorManager(SHOWN, Integer.MAX_VALUE));
        if (found.totalHits.value() == 0) {
            found = searcher.search(
                    SearchFields.query(typed, FIELDS, true), new TopScoreDocCollectorManager(SHOWN, Integer.MAX_VALUE));
        }
        for (var one : found.scoreDocs) {
            var text = texts.get(one.doc % texts.size());
            Highlights.of(text.title().text(Language.EN), Language.EN, typed);
            Highlights.excerpt(text.abstractText().text(Language.EN), Language.EN, typed, 160);
        }
        return found.totalHits.value();
    }

    private static List<Text> texts() throws IOException {
        var texts = new ArrayList<Text>();
        for (int part = 1; part <= 5; part++) {
            for (var proposal : json("/demo/proposals-" + part + ".json")) {
                texts.add(new Text(localized(proposal.get("title")), localized(proposal.get("abstract"))));
            }
        }
        return texts;
    }

    private static List<PersonName> names() throws IOException {
        var names = new ArrayList<PersonName>();
        for (var person : json("/demo/people.json")) {
            names.add(new PersonName(
                    person.path("published").asString(""),
                    "",
                    "",
                    PersonName.Order.GIVEN_FIRST,
                    person.path("native").asString(""),
                    person.path("kana").asString(""),
                    ""));
        }
        return names;
    }

    private static LocalizedText localized(JsonNode texts) {
        var byTag = new HashMap<String, String>();
        texts.properties()
                .forEach(entry -> byTag.put(entry.getKey(), entry.getValue().asString("")));
        return LocalizedText.ofTags(byTag);
    }

    private static JsonNode json(String resource) throws IOException {
        try (var in = Objects.requireNonNull(SearchBenchmark.class.getResourceAsStream(resource), resource)) {
            return JsonMapper.builder().build().readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
