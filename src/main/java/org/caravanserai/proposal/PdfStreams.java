package org.caravanserai.proposal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The packed parts of a PDF as they lie in its bytes, found without trusting its structure: what they name as author, and
 * whether they can be unpacked without harm. A part of some kilobytes can unpack to gigabytes, so all are weighed before
 * a library reads them.
 */
final class PdfStreams {

    /** What one part may unpack to, and all together. */
    private static final int MOST_EACH = 16 * 1024 * 1024;

    private static final long MOST = 256L * 1024 * 1024;

    /** How far before a part its dictionary is looked for. */
    private static final int DICTIONARY = 4_096;

    private static final int MOST_READ = 40 * 1024 * 1024;

    private static final Pattern STREAM = Pattern.compile("(?<!end)stream(?=\\s)");

    private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");

    /** Packed in a way that is not weighed here, or unpacked by rules that stand elsewhere. */
    private static final Pattern UNWEIGHED = Pattern.compile(
            "LZW|/RL\\b|RunLength|/Crypt\\b"
                    + "|/(?:Filter|F|DecodeParms|DP|Columns|Colors)\\s+\\d+\\s+\\d+\\s+R|/Columns\\s*\\d{6,}|/Colors\\s*\\d{3,}");

    /** What belongs to parts that carry the structure of the file, and to no picture. */
    private static final Pattern STRUCTURE = Pattern.compile("/(?:N|First|W|Index|ObjStm|XRef)\\b");

    private static final Pattern AUTHOR = Pattern.compile(
            "/(?:Author|Company|Manager|LastModifiedBy)\\s{0,20}"
                    + "(\\((?:[^\\\\)]|\\\\.){0,1000}+\\)|<[0-9A-Fa-f\\s]{0,2000}+>)",
            Pattern.DOTALL);

    private static final Pattern OCTAL = Pattern.compile("\\\\([0-7]{1,3}|.)", Pattern.DOTALL);

    private static final Pattern OBJECT = Pattern.compile("\\d\\s+obj\\b");

    private static final Pattern COMMENTED = Pattern.compile(">>\\s*(?:%[^\\r\\n]*+[\\r\\n]\\s*)+$");

    private record Part(String dictionary, int from) {

        boolean isPicture() {
            return dictionary.contains("/Image")
                    && !STRUCTURE.matcher(dictionary).find();
        }
    }

    private final byte[] bytes;
    private final String raw;
    private final List<Part> parts = new ArrayList<>();
    private boolean clear = true;

    private PdfStreams(byte[] bytes) {
        this.bytes = bytes;
        raw = new String(bytes, StandardCharsets.ISO_8859_1);
        var begins = STREAM.matcher(raw);
        while (begins.find()) {
            var before = raw.substring(Math.max(0, begins.start() - DICTIONARY), begins.start());
            if (before.stripTrailing().endsWith(">>")) {
                part(before, begins.end());
            } else {
                clear &= !COMMENTED.matcher(before).find();
            }
        }
    }

    private void part(String before, int from) {
        int object =
                OBJECT.matcher(before).results().mapToInt(m -> m.end()).max().orElse(0);
        var dictionary = before.substring(object).strip();
        // What hides behind a dictionary that is not one would be weighed as something else.
        clear &= isOneDictionary(dictionary);
        parts.add(new Part(plain(dictionary), from));
    }

    private static boolean isOneDictionary(String text) {
        int depth = 0;
        int i = 0;
        do {
            var c = i < text.length() ? text.charAt(i) : 0;
            if (c == '(') {
                i = afterString(text, i);
            } else if (c == '%' || c == ')' || i >= text.length()) {
                return false;
            } else if (text.startsWith("<<", i) || text.startsWith(">>", i)) {
                depth += c == '<' ? 1 : -1;
                i += 2;
            } else if (c == '<') {
                i = Math.max(i, text.indexOf('>', i)) + 1;
            } else {
                i++;
            }
        } while (depth > 0);
        return i == text.length() && text.startsWith("<<");
    }

    private static int afterString(String text, int from) {
        int depth = 0;
        int i = from;
        do {
            var c = i < text.length() ? text.charAt(i) : ')';
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            i += c == '\\' ? 2 : 1;
        } while (depth > 0);
        return i;
    }

    static PdfStreams in(byte[] bytes) {
        return new PdfStreams(bytes);
    }

    /** Whether all of them unpack to little enough; not so of an encrypted file, whose parts cannot be weighed. */
    boolean areLight() {
        if (!clear || plain(raw).contains("/Encrypt")) {
            return false;
        }
        long all = 0;
        for (var part : parts) {
            var size = size(bytes, part.from());
            all += size;
            if (all > MOST
                    || (!part.isPicture()
                            && (size > MOST_EACH
                                    || UNWEIGHED.matcher(part.dictionary()).find()))) {
                return false;
            }
        }
        return true;
    }

    /** What the properties name as author or owner, wherever in the file they lie. */
    List<String> authors() {
        var found = new ArrayList<>(authors(raw));
        int read = 0;
        for (var part : parts) {
            if (read < MOST_READ
                    && (part.dictionary().contains("/ObjStm")
                            || part.dictionary().contains("/Metadata"))) {
                var out = new ByteArrayOutputStream();
                unpack(bytes, start(bytes, part.from()), Math.min(MOST_EACH, MOST_READ - read), out);
                read += out.size();
                found.addAll(authors(out.toString(StandardCharsets.ISO_8859_1)));
                found.addAll(FileTraces.inXml(out.toString(StandardCharsets.UTF_8)));
            }
        }
        return found;
    }

    /** Whether a part unpacks to more than is allowed. */
    static boolean isHeavy(byte[] part) {
        return size(part, 0) > MOST_EACH;
    }

    /** What a part unpacks to at most, counted a little beyond what is allowed and no further. */
    private static long size(byte[] bytes, int from) {
        // Whether white space belongs to the part is read differently by different programs.
        return Math.max(
                unpack(bytes, start(bytes, from), MOST_EACH, OutputStream.nullOutputStream()),
                unpack(bytes, skipWhite(bytes, from), MOST_EACH, OutputStream.nullOutputStream()));
    }

    private static int start(byte[] bytes, int from) {
        int at = from;
        if (at < bytes.length && bytes[at] == '\r') {
            at++;
        }
        return at < bytes.length && bytes[at] == '\n' ? at + 1 : at;
    }

    private static int skipWhite(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] <= ' ' && bytes[at] >= 0) {
            at++;
        }
        return at;
    }

    /** As readers do, the two bytes before the packed data are not looked at. */
    private static long unpack(byte[] bytes, int from, int most, OutputStream out) {
        if (from + 2 >= bytes.length) {
            return 0;
        }
        var inflater = new Inflater(true);
        long size = 0;
        try {
            inflater.setInput(bytes, from + 2, bytes.length - from - 2);
            var buffer = new byte[16 * 1024];
            for (int count = inflater.inflate(buffer); count > 0 && size <= most; count = inflater.inflate(buffer)) {
                out.write(buffer, 0, count);
                size += count;
            }
        } catch (DataFormatException e) {
            // Packed otherwise or not at all, or damaged from here on: what came before counts.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            inflater.end();
        }
        return size;
    }

    private static List<String> authors(String text) {
        return AUTHOR.matcher(text).results().map(m -> string(m.group(1))).toList();
    }

    private static String plain(String names) {
        return names.indexOf('#') < 0
                ? names
                : ESCAPED.matcher(names)
                        .replaceAll(
                                m -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(m.group(1), 16))));
    }

    private static String string(String literal) {
        var inner = literal.substring(1, literal.length() - 1);
        var said = literal.startsWith("<") ? hex(inner) : escaped(inner);
        var wide = said.length > 1 && (said[0] & 0xff) == 0xfe && (said[1] & 0xff) == 0xff;
        Charset charset = wide ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1;
        return new String(said, charset);
    }

    private static byte[] hex(String digits) {
        var even = digits.replaceAll("\\s", "");
        return HexFormat.of().parseHex(even.length() % 2 == 0 ? even : even + "0");
    }

    private static byte[] escaped(String text) {
        return OCTAL.matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(
                        Character.isDigit(m.group(1).charAt(0))
                                ? Character.toString(Integer.parseInt(m.group(1), 8) & 0xff)
                                : m.group(1)))
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
