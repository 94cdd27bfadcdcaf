package org.caravanserai.people;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.caravanserai.platform.CountedInput;
import org.caravanserai.text.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a dump of the Research Organization Registry in its schema 2, as JSON, gzipped or as the zip that the registry
 * publishes, one record after the other, so that a dump of any size needs little memory.
 */
final class RorDump {

    /** The most bytes that a dump may unfold to; the whole registry has a quarter of it. */
    private static final long LARGEST = 1_200L * 1024 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(100_000)
                            .maxNestingDepth(20)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private RorDump() {}

    /**
     * Reads a dump to its end.
     *
     * @param each is given every institution; it may throw to end the reading
     * @param progress is told how many bytes of the file are read
     * @throws Refusal if the file is no dump, broken, too large, in another encoding or of another schema
     */
    static void read(Path file, Consumer<InstitutionEntry> each, LongConsumer progress) {
        read(file, LARGEST, each, progress);
    }

    static void read(Path file, long most, Consumer<InstitutionEntry> each, LongConsumer progress) {
        var records = new Records(each);
        try {
            switch (magic(file)) {
                case ZIP -> zip(file, most, records, progress);
                case GZIP -> {
                    try (var bytes = new GZIPInputStream(counted(Files.newInputStream(file), progress), 1 << 16)) {
                        records.read(new Bounded(bytes, most));
                    }
                }
                case OTHER -> {
                    try (var bytes = counted(Files.newInputStream(file), progress)) {
                        records.read(new Bounded(bytes, most));
                    }
                }
            }
        } catch (CharacterCodingException e) {
            throw Refusal.at("file", "institution.import.encoding", records.count);
        } catch (EOFException | ZipException e) {
            throw Refusal.at("file", "institution.import.broken", records.count);
        } catch (IOException e) {
            throw Refusal.at("file", "institution.import.unreadable");
        }
    }

    private enum Kind {
        ZIP,
        GZIP,
        OTHER
    }

    private static Kind magic(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var head = in.readNBytes(4);
            if (head.length == 0) {
                throw Refusal.at("file", "institution.import.notDump");
            }
            if (head.length == 4 && head[0] == 'P' && head[1] == 'K') {
                return Kind.ZIP;
            }
            return head.length > 1 && head[0] == 0x1f && head[1] == (byte) 0x8b ? Kind.GZIP : Kind.OTHER;
        }
    }

    /** The registry's zip holds the same records as JSON and as tables, and for a time it held two schemas. */
    private static void zip(Path file, long most, Records records, LongConsumer progress) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var entry = Collections.list(zip.entries()).stream()
                    .filter(e -> !e.isDirectory() && e.getName().endsWith(".json"))
                    .max(java.util.Comparator.<ZipEntry>comparingInt(
                                    e -> e.getName().contains("schema_v2") ? 1 : 0)
                            .thenComparingLong(ZipEntry::getSize))
                    .orElseThrow(() -> Refusal.at("file", "institution.import.notDump"));
            var whole = Files.size(file);
            var share = entry.getSize() > 0 ? (double) whole / entry.getSize() : 0;
            try (var bytes = counted(zip.getInputStream(entry), read -> progress.accept((long) (read * share)))) {
                records.read(new Bounded(bytes, most));
            }
        }
    }

    private static InputStream counted(InputStream in, LongConsumer progress) {
        return new CountedInput(new BufferedInputStream(in, 1 << 16), progress::accept);
    }

    /** The records of one dump, counted so that a message can say how far it was read. */
    private static final class Records {

        private final Consumer<InstitutionEntry> each;
        private int count;

        Records(Consumer<InstitutionEntry> each) {
            this.each = each;
        }

        void read(InputStream bytes) throws IOException {
            var strict = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            try (var parser = JSON.createParser(new InputStreamReader(bytes, strict))) {
                var first = parser.nextToken();
                if (first != JsonToken.START_ARRAY) {
                    throw Refusal.at("file", "institution.import.notDump");
                }
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    one(parser);
                }
                if (parser.currentToken() != JsonToken.END_ARRAY || parser.nextToken() != null) {
                    throw broken();
                }
            } catch (StreamConstraintsException e) {
                throw broken();
            } catch (JacksonException e) {
                // Binding wraps what the stream beneath it threw.
                for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                    if (cause instanceof IOException unreadable) {
                        throw unreadable;
                    }
                    if (cause instanceof RuntimeException ended && !(cause instanceof JacksonException)) {
                        throw ended;
                    }
                }
                throw broken();
            }
            if (count == 0) {
                throw Refusal.at("file", "institution.import.notDump");
            }
        }

        private void one(JsonParser parser) {
            RorRecord read = JSON.readValue(parser, RorRecord.class);
            InstitutionEntry entry;
            try {
                entry = read.entry();
            } catch (Refusal refusal) {
                throw Refusal.at(
                        "file",
                        read.isOfFirstSchema() ? "institution.import.schema" : "institution.import.record",
                        count + 1);
            }
            count++;
            each.accept(entry);
        }

        private Refusal broken() {
            return count == 0
                    ? Refusal.at("file", "institution.import.notDump")
                    : Refusal.at("file", "institution.import.broken", count);
        }
    }

    /** Refuses a file that unfolds to more than anybody publishes, such as a gzip bomb. */
    private static final class Bounded extends java.io.FilterInputStream {

        private final long most;
        private long read;

        Bounded(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            take(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int n = super.read(target, from, length);
            take(Math.max(0, n));
            return n;
        }

        private void take(int bytes) {
            read += bytes;
            if (read > most) {
                throw Refusal.at("file", "institution.import.large", most / 1024 / 1024);
            }
        }
    }
}
