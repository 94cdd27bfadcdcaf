package org.caravanserai.text.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people type in eight languages, held against what they mean: the table {@code search/pairs.txt}. */
class SearchPairsTest {

    private static final Map<String, MemoryIndex> KINDS = new LinkedHashMap<>();

    /** A line of the table. */
    record Pair(String typed, boolean comes, String answer) {

        @Override
        public String toString() {
            return typed + (comes ? " finds " : " does not find ") + answer;
        }
    }

    @BeforeAll
    static void indexTheDemonstration() throws IOException {
        KINDS.put("people", new MemoryIndex(people()));
        KINDS.put("sessions", new MemoryIndex(sessions()));
        KINDS.put("institutions", new MemoryIndex(institutions()));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void whatIsTypedFindsWhatIsMeant(Pair pair) {
        var typed = Typed.of(pair.typed());
        var found = KINDS.values().stream()
                .flatMap(index -> index.find(typed).stream())
                .toList();

        if (pair.comes()) {
            assertThat(found).contains(pair.answer());
        } else {
            assertThat(found).doesNotContain(pair.answer());
        }
    }

    @Test
    void theTableHasMoreThanTwoHundredLinesAndEveryAnswerExists() throws IOException {
        var names = new ArrayList<String>(people().keySet());
        names.addAll(sessions().keySet());
        names.addAll(institutions().keySet());

        assertThat(pairs()).hasSizeGreaterThan(200);
        assertThat(pairs()).extracting(Pair::answer).isSubsetOf(names);
    }

    static List<Pair> pairs() throws IOException {
        return read("/search/pairs.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.contains(" > ") ? line.split(" > ", 2) : line.split("(?= ! )", 2))
                .map(parts -> parts[1].startsWith(" ! ")
                        ? new Pair(parts[0], false, parts[1].substring(3))
                        : new Pair(parts[0], true, parts[1]))
                .toList();
    }

    private static Map<String, List<Word>> people() throws IOException {
        var people = new HashMap<String, List<Word>>();
        for (var person : json("/demo/people.json")) {
            var name = new PersonName(
                    text(person, "published"),
                    text(person, "family"),
                    text(person, "given"),
                    PersonName.Order.GIVEN_FIRST,
                    text(person, "native"),
                    text(person, "kana"),
                    text(person, "patronymic"));
            people.put(name.published(), SearchWords.in(name));
        }
        return people;
    }

    private static Map<String, List<Word>> sessions() throws IOException {
        var sessions = new HashMap<String, List<Word>>();
        for (int part = 1; part <= 5; part++) {
            for (var proposal : json("/demo/proposals-" + part + ".json")) {
                var title = localized(proposal.get("title"));
                sessions.put(title.text(Language.EN), SearchWords.in(title));
            }
        }
        return sessions;
    }

    private static Map<String, List<Word>> institutions() throws IOException {
        var lines = read("/people/institutions.csv").lines().toList();
        var head = List.of(lines.getFirst().split(","));
        var institutions = new HashMap<String, List<Word>>();
        for (var line : lines.subList(1, lines.size())) {
            var cells = cells(line);
            var names = new LinkedHashMap<String, String>();
            for (var language : Language.values()) {
                names.put(language.tag(), cells.get(head.indexOf(language.tag())));
            }
            var words = new ArrayList<>(SearchWords.in(LocalizedText.ofTags(names)));
            Stream.of("aliases", "acronyms")
                    .flatMap(column -> Stream.of(cells.get(head.indexOf(column)).split("\\|")))
                    .forEach(other -> words.addAll(SearchWords.in(other)));
            institutions.put(Objects.requireNonNull(names.get("en")), words);
        }
        return institutions;
    }

    /** The cells of a line, of which some stand in quotes. */
    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (var c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private static LocalizedText localized(JsonNode texts) {
        var byTag = new HashMap<String, String>();
        texts.properties()
                .forEach(entry -> byTag.put(entry.getKey(), entry.getValue().asString()));
        return LocalizedText.ofTags(byTag);
    }

    private static String text(JsonNode object, String field) {
        return object.has(field) ? object.get(field).asString("") : "";
    }

    private static JsonNode json(String resource) throws IOException {
        return JsonMapper.builder().build().readTree(read(resource));
    }

    private static String read(String resource) throws IOException {
        try (var in = Objects.requireNonNull(SearchPairsTest.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
