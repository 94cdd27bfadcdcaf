package org.caravanserai.exchange.archive;

import java.util.regex.Pattern;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The names and limits that writing and reading an archive share. */
final class ArchiveFormat {

    static final String NAME = "caravanserai-meeting";
    /** Counts up when a reader of the earlier form would misread the new one. */
    static final int VERSION = 1;

    static final String MANIFEST = "manifest.json";
    static final String MEETING = "meeting.json";
    static final int MOST_ENTRIES = 100_000;
    static final long LARGEST_TABLE = 128L * 1024 * 1024;
    static final Pattern KEY = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(60)
                            .maxStringLength(20_000_000)
                            .build())
                    .build())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private ArchiveFormat() {}

    static String table(String name) {
        return "tables/" + name + ".json";
    }

    /** Where a row's file lies: by its key, so that the name, which people chose, is never an address. */
    static String file(String table, String key) {
        return "files/" + table + "/" + key;
    }
}
