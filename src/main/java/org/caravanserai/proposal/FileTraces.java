package org.caravanserai.proposal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipInputStream;

/** What a file's bytes say of who made it: its properties, and the words of an office document. */
final class FileTraces {

    private static final int MOST_INFLATED = 40 * 1024 * 1024;

    private static final Pattern PDF_AUTHOR = Pattern.compile(
            "/(?:Author|Company|Manager|LastModifiedBy)\\s*(\\((?:\\\\.|[^\\\\)])*\\)|<[0-9A-Fa-f\\s]*>)");

    private static final Pattern XML_AUTHOR = Pattern.compile(
            "<(?:[a-z]+:)?(?:creator|initial-creator|lastModifiedBy|Company|Manager|AuthorsPosition)\\b[^>]*>(.*?)</",
            Pattern.DOTALL);

    private static final Pattern STREAM = Pattern.compile("stream\\r?\\n");

    private static final Pattern OCTAL = Pattern.compile("\\\\([0-7]{1,3}|.)", Pattern.DOTALL);

    private final List<String> properties = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();

    private FileTraces() {}

    /** Those of a file. */
    static FileTraces of(byte[] bytes, String mediaType) {
        var traces = new FileTraces();
        if (mediaType.equals(FileKind.PDF.mediaType())) {
            traces.pdf(bytes);
        } else if (mediaType.contains("openxmlformats") || mediaType.contains("opendocument")) {
            traces.zipped(bytes);
        } else {
            traces.words
                    .append(new String(bytes, StandardCharsets.UTF_8))
                    .append('\n')
                    .append(new String(bytes, StandardCharsets.UTF_16LE));
            traces.xml(new String(bytes, StandardCharsets.UTF_8));
        }
        return traces;
    }

    /** What its properties name as author or owner; empty if they name nobody. */
    Optional<String> author() {
        return properties.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** Its words, as far as they can be read without drawing it. */
    String words() {
        return words.toString();
    }

    private void pdf(byte[] bytes) {
        var raw = new String(bytes, StandardCharsets.ISO_8859_1);
        pdfText(raw);
        xml(new String(bytes, StandardCharsets.UTF_8));
        int inflated = 0;
        var begins = STREAM.matcher(raw);
        // Properties may lie in compressed object streams.
        while (begins.find() && inflated < MOST_INFLATED) {
            var dictionary = raw.substring(Math.max(0, begins.start() - 400), begins.start());
            if (dictionary.contains("/ObjStm") || dictionary.contains("/Metadata")) {
                var text = inflate(bytes, begins.end(), MOST_INFLATED - inflated);
                inflated += text.length;
                pdfText(new String(text, StandardCharsets.ISO_8859_1));
                xml(new String(text, StandardCharsets.UTF_8));
            }
        }
    }

    private void pdfText(String raw) {
        PDF_AUTHOR.matcher(raw).results().map(m -> pdfString(m.group(1))).forEach(properties::add);
    }

    private void xml(String text) {
        XML_AUTHOR.matcher(text).results().map(FileTraces::content).forEach(properties::add);
    }

    private static String content(MatchResult match) {
        return match.group(1).replaceAll("<[^>]*>", " ");
    }

    private void zipped(byte[] bytes) {
        int inflated = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var name = entry.getName().toLowerCase(Locale.ROOT);
                if (name.endsWith(".xml") && inflated < MOST_INFLATED) {
                    var content = zip.readNBytes(MOST_INFLATED - inflated);
                    inflated += content.length;
                    var text = new String(content, StandardCharsets.UTF_8);
                    if (name.startsWith("docprops/") || name.equals("meta.xml")) {
                        xml(text);
                    }
                    // Pieces of one word lie in elements of their own; those of a paragraph end with it.
                    words.append(text.replaceAll("</(?:w:p|a:p|text:p|text:h|t)>", "\n")
                                    .replaceAll("<[^>]*>", ""))
                            .append('\n');
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] inflate(byte[] bytes, int from, int most) {
        var inflater = new Inflater();
        try {
            inflater.setInput(bytes, from, bytes.length - from);
            var out = new java.io.ByteArrayOutputStream();
            var buffer = new byte[8192];
            while (!inflater.finished() && out.size() < most) {
                int count = inflater.inflate(buffer);
                if (count == 0) {
                    break;
                }
                out.write(buffer, 0, count);
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            // Compressed otherwise or not at all: what is readable was read with the raw bytes.
            return new byte[0];
        } finally {
            inflater.end();
        }
    }

    private static String pdfString(String literal) {
        var inner = literal.substring(1, literal.length() - 1);
        var bytes = literal.startsWith("<") ? hex(inner) : escaped(inner);
        var wide = bytes.length > 1 && (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff;
        Charset charset = wide ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1;
        return new String(bytes, charset);
    }

    private static byte[] hex(String digits) {
        var even = digits.replaceAll("\\s", "");
        return java.util.HexFormat.of().parseHex(even.length() % 2 == 0 ? even : even + "0");
    }

    private static byte[] escaped(String text) {
        return OCTAL.matcher(text)
                .replaceAll(m -> java.util.regex.Matcher.quoteReplacement(
                        Character.isDigit(m.group(1).charAt(0))
                                ? Character.toString(Integer.parseInt(m.group(1), 8) & 0xff)
                                : m.group(1)))
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
