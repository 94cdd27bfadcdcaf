package org.caravanserai.proposal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

/**
 * Reads the properties and words of an office document, also those of notes, comments and changes that are followed, and
 * who made them. So much of a packed document is unpacked and no more.
 */
final class OfficeWords {

    private static final int MOST_UNPACKED = 40 * 1024 * 1024;
    private static final int MOST_ENTRIES = 5_000;

    /** Where an element names who wrote a comment or a change. */
    private static final Pattern BY =
            Pattern.compile("<(?:[a-zA-Z0-9]{1,20}:)?(?:ins|del|comment|cmAuthor|author|person|moveFrom|moveTo)\\s"
                    + "[^>]{0,400}?(?:author|name)=\"([^\"]{1,200})\"");

    private static final Pattern ENTITY =
            Pattern.compile("&(?:#(\\d{1,7})|#x([0-9A-Fa-f]{1,6})|(amp|lt|gt|quot|apos));");

    private final List<String> properties = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private boolean whole = true;

    private OfficeWords() {}

    static FileTraces of(byte[] bytes, BooleanSupplier tired) {
        var read = new OfficeWords();
        read.unpack(bytes, tired);
        return new FileTraces(List.copyOf(read.properties), read.words.toString(), read.whole);
    }

    private void unpack(byte[] bytes, BooleanSupplier tired) {
        int unpacked = 0;
        int entries = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_ENTRIES
                        || unpacked >= MOST_UNPACKED
                        || words.length() >= FileTraces.MOST
                        || tired.getAsBoolean()) {
                    whole = false;
                    return;
                }
                // What is not read is unpacked all the same to come to the next, and counts.
                var content = zip.readNBytes(MOST_UNPACKED - unpacked);
                unpacked += content.length;
                var name = entry.getName().toLowerCase(Locale.ROOT);
                if (name.endsWith(".xml")) {
                    read(name, new String(content, StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            // Damaged from here on: what came before was read.
            whole = false;
        }
    }

    private void read(String name, String xml) {
        if (name.startsWith("docprops/") || name.equals("meta.xml")) {
            FileTraces.inXml(xml).stream().map(OfficeWords::plain).forEach(properties::add);
        }
        BY.matcher(xml).results().map(m -> plain(m.group(1))).distinct().forEach(this::add);
        // Pieces of one word lie in elements of their own; those of a paragraph end with it.
        add(plain(xml.replaceAll(
                        "</(?:w:p|a:p|text:p|text:h|t)>|<(?:w:br|w:tab|a:br|text:tab|text:line-break)\\b", "\n$0")
                .replaceAll("<[^>]*+>", "")));
    }

    private void add(String text) {
        var room = FileTraces.MOST - words.length();
        whole &= text.length() <= room;
        words.append(text, 0, Math.clamp(room, 0, text.length())).append('\n');
    }

    private static String plain(String xml) {
        return ENTITY.matcher(xml).replaceAll(m -> Matcher.quoteReplacement(character(m)));
    }

    private static String character(MatchResult entity) {
        if (entity.group(3) != null) {
            return switch (entity.group(3)) {
                case "amp" -> "&";
                case "lt" -> "<";
                case "gt" -> ">";
                case "quot" -> "\"";
                default -> "'";
            };
        }
        int code = entity.group(1) != null ? Integer.parseInt(entity.group(1)) : Integer.parseInt(entity.group(2), 16);
        return Character.isValidCodePoint(code) ? Character.toString(code) : " ";
    }
}
