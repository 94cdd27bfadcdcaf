package org.caravanserai.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.caravanserai.text.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real talks of the shared data, for benchmarks that need texts as people write them. */
public final class SharedTalks {

    private static final Path TALKS = Path.of("..", "shared", "data", "proposals", "talks.jsonl.gz");

    /** The talks name their languages by ISO 639-3. */
    private static final Map<String, Language> LANGUAGES =
            Map.of("eng", Language.EN, "jpn", Language.JA, "rus", Language.RU);

    private SharedTalks() {}

    /** All of them. */
    public static List<JsonNode> read() throws IOException {
        var mapper = JsonMapper.builder().build();
        var talks = new ArrayList<JsonNode>();
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(TALKS)), StandardCharsets.UTF_8))) {
            lines.lines().map(mapper::readTree).forEach(talks::add);
        }
        return talks;
    }

    /** The language of a talk; English if it is none of ours. */
    public static Language language(JsonNode talk) {
        return LANGUAGES.getOrDefault(talk.path("language").asString(""), Language.EN);
    }
}
