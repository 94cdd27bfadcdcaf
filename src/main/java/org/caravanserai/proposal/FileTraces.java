package org.caravanserai.proposal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a file's bytes say of who made it: its properties and its words. Every step is bounded, since files come from
 * anybody.
 *
 * @param properties what its properties name as author or owner
 * @param words its words; the pages of a PDF end with a form feed
 * @param whole whether all of its words could be read
 */
record FileTraces(List<String> properties, String words, boolean whole) {

    /** The most words that are kept of a file, in characters: a book has fewer. */
    static final int MOST = 1_000_000;

    /** Those of a file that could not be read. */
    static final FileTraces UNREAD = new FileTraces(List.of(), "", false);

    private static final Pattern XML_AUTHOR = Pattern.compile(
            "<(?:[a-z]{1,20}:)?(?:creator|initial-creator|lastModifiedBy|Company|Manager|AuthorsPosition)\\b[^>]{0,300}>"
                    + "(.{0,1000}?)</(?!rdf:li|rdf:Seq|rdf:Bag)",
            Pattern.DOTALL);

    /** Characters that a person reads, four of them or more on end. */
    private static final Pattern READABLE = Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{P}\\p{Zs}\\n\\r\\t@+]{4,}+");

    /**
     * Those of a file of a known kind.
     *
     * @param tired whether it has taken too long and what was read so far must do
     */
    static FileTraces of(byte[] bytes, FileKind kind, BooleanSupplier tired) {
        return switch (kind) {
            case PDF -> pdf(bytes, tired);
            case DOCX, PPTX, XLSX, ODT, ODP, ODS -> OfficeWords.of(bytes, tired);
            case DOC, PPT, XLS -> new FileTraces(List.of(), old(bytes), true);
            // What a picture shows cannot be read, what is written into it about its making can.
            case PNG, JPEG, GIF, WEBP, TIFF ->
                new FileTraces(inXml(new String(bytes, StandardCharsets.UTF_8)), "", false);
        };
    }

    /** What its properties name as author or owner; empty if they name nobody. */
    Optional<String> author() {
        return properties.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** The page that a place in its words is on, from 1. */
    int page(int at) {
        return 1 + (int) words.substring(0, at).chars().filter(c -> c == '\f').count();
    }

    /** Whether its words lie on pages that a reader can turn to. */
    boolean isPaged() {
        return words.indexOf('\f') >= 0;
    }

    /** What properties written as XML name. */
    static List<String> inXml(String text) {
        return XML_AUTHOR.matcher(text).results().map(FileTraces::content).toList();
    }

    private static String content(MatchResult match) {
        return match.group(1).replaceAll("<[^>]*+>", " ").strip();
    }

    private static FileTraces pdf(byte[] bytes, BooleanSupplier tired) {
        var streams = PdfStreams.in(bytes);
        var properties = new ArrayList<>(streams.authors());
        properties.addAll(inXml(new String(bytes, StandardCharsets.UTF_8)));
        if (!streams.areLight()) {
            return new FileTraces(properties, "", false);
        }
        var words = PdfWords.of(bytes, tired);
        return new FileTraces(properties, words.words(), words.whole());
    }

    /** Words lie in old office files as they are, in one of two ways of writing characters. */
    private static String old(byte[] bytes) {
        var words = new StringBuilder();
        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_8)) {
            var runs = READABLE.matcher(new String(bytes, charset));
            while (runs.find() && words.length() < MOST) {
                words.append(runs.group()).append('\n');
            }
        }
        return words.toString();
    }
}
