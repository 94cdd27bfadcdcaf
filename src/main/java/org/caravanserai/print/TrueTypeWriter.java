package org.caravanserai.print;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes a TrueType font of given outlines: the tables that a document needs to embed it and no others, in units of a
 * thousandth of the type size.
 */
final class TrueTypeWriter {

    /** Units in the type size. */
    static final int EM = 1000;

    private static final int CHECKSUM_OF_ALL = 0xB1B0AFBA;
    private static final int ON_CURVE = 1;

    private final String name;
    private final boolean bold;
    private final int ascent;
    private final int descent;
    private final SortedMap<Integer, Integer> signs = new TreeMap<>();
    private final List<Outline> outlines = new ArrayList<>();
    private final List<Integer> advances = new ArrayList<>();

    /** A font that so far has nothing but the frame for what it lacks. */
    TrueTypeWriter(String name, boolean bold, int ascent, int descent) {
        this.name = name;
        this.bold = bold;
        this.ascent = ascent;
        this.descent = descent;
        outlines.add(Outline.frame(600, 700));
        advances.add(650);
    }

    /** Adds a sign. */
    void add(int sign, Outline outline, int advance) {
        signs.put(sign, outlines.size());
        outlines.add(outline);
        advances.add(advance);
    }

    /** The font file. */
    byte[] bytes() throws IOException {
        var glyphs = new ByteArrayOutputStream();
        var offsets = new ByteArrayOutputStream();
        var locations = new DataOutputStream(offsets);
        var box = new Box();
        for (var outline : outlines) {
            locations.writeInt(glyphs.size());
            glyphs.write(glyph(outline, box));
            while (glyphs.size() % 4 != 0) {
                glyphs.write(0);
            }
        }
        locations.writeInt(glyphs.size());
        var tables = new TreeMap<String, byte[]>();
        tables.put("OS/2", os2());
        tables.put("cmap", cmap());
        tables.put("glyf", glyphs.toByteArray());
        tables.put("head", head(box));
        tables.put("hhea", hhea(box));
        tables.put("hmtx", hmtx());
        tables.put("loca", offsets.toByteArray());
        tables.put("maxp", maxp());
        tables.put("name", name());
        tables.put("post", post());
        return file(tables);
    }

    /** The least box around all glyphs. */
    private static final class Box {
        private int left;
        private int low;
        private int right;
        private int high;
    }

    private static byte[] glyph(Outline outline, Box all) throws IOException {
        var contours = outline.contours();
        if (contours.isEmpty()) {
            return new byte[0];
        }
        var points = contours.stream().flatMap(List::stream).toList();
        int left = points.stream().mapToInt(Outline.Point::x).min().orElseThrow();
        int right = points.stream().mapToInt(Outline.Point::x).max().orElseThrow();
        int low = points.stream().mapToInt(Outline.Point::y).min().orElseThrow();
        int high = points.stream().mapToInt(Outline.Point::y).max().orElseThrow();
        all.left = Math.min(all.left, left);
        all.low = Math.min(all.low, low);
        all.right = Math.max(all.right, right);
        all.high = Math.max(all.high, high);
        return table(out -> {
            shorts(out, contours.size(), left, low, right, high);
            int end = -1;
            for (var contour : contours) {
                end += contour.size();
                out.writeShort(end);
            }
            out.writeShort(0);
            for (var point : points) {
                out.writeByte(point.on() ? ON_CURVE : 0);
            }
            int before = 0;
            for (var point : points) {
                out.writeShort(point.x() - before);
                before = point.x();
            }
            before = 0;
            for (var point : points) {
                out.writeShort(point.y() - before);
                before = point.y();
            }
        });
    }

    private byte[] head(Box box) throws IOException {
        return table(out -> {
            ints(out, 0x00010000, 0x00010000, 0, 0x5F0F3CF5);
            shorts(out, 0b1011, EM);
            // Two dates that nobody needs: the same document is the same bytes.
            ints(out, 0, 0, 0, 0);
            shorts(out, box.left, box.low, box.right, box.high, bold ? 1 : 0, 8, 2, 1, 0);
        });
    }

    private byte[] hhea(Box box) throws IOException {
        int widest = advances.stream().mapToInt(Integer::intValue).max().orElseThrow();
        return table(out -> {
            ints(out, 0x00010000);
            shorts(out, ascent, descent, 0, widest, box.left, 0, box.right, 1, 0, 0, 0, 0, 0, 0, 0, outlines.size());
        });
    }

    private byte[] hmtx() throws IOException {
        return table(out -> {
            for (int i = 0; i < outlines.size(); i++) {
                int left = outlines.get(i).contours().stream()
                        .flatMap(List::stream)
                        .mapToInt(Outline.Point::x)
                        .min()
                        .orElse(0);
                shorts(out, advances.get(i), left);
            }
        });
    }

    private byte[] maxp() throws IOException {
        int points = outlines.stream()
                .mapToInt(o -> o.contours().stream().mapToInt(List::size).sum())
                .max()
                .orElse(0);
        int contours =
                outlines.stream().mapToInt(o -> o.contours().size()).max().orElse(0);
        return table(out -> {
            ints(out, 0x00010000);
            shorts(out, outlines.size(), points, contours, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0);
        });
    }

    private byte[] cmap() throws IOException {
        return table(out -> {
            shorts(out, 0, 1, 3, 10);
            ints(out, 12);
            shorts(out, 12, 0);
            ints(out, 16 + 12 * signs.size(), 0, signs.size());
            for (var sign : signs.entrySet()) {
                ints(out, sign.getKey(), sign.getKey(), sign.getValue());
            }
        });
    }

    private byte[] name() throws IOException {
        var style = bold ? "Bold" : "Regular";
        var texts = new TreeMap<>(
                Map.of(1, name, 2, style, 3, name + "-" + style, 4, name + " " + style, 6, name + "-" + style));
        return table(out -> {
            shorts(out, 0, texts.size(), 6 + 12 * texts.size());
            var words = new ByteArrayOutputStream();
            for (var entry : texts.entrySet()) {
                var text = entry.getValue().getBytes(StandardCharsets.UTF_16BE);
                shorts(out, 3, 1, 0x409, entry.getKey(), text.length, words.size());
                words.write(text);
            }
            out.write(words.toByteArray());
        });
    }

    private byte[] os2() throws IOException {
        int first = Math.min(signs.isEmpty() ? 0 : signs.firstKey(), 0xFFFF);
        int last = Math.min(signs.isEmpty() ? 0 : signs.lastKey(), 0xFFFF);
        return table(out -> {
            shorts(out, 4, 550, bold ? 700 : 400, 5, 0);
            shorts(out, 650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0);
            out.write(new byte[] {2, 11, 5, 2, 4, 5, 4, 2, 2, 4});
            ints(out, 0, 0, 0, 0, 0x4E4F4E45);
            shorts(out, bold ? 0x20 : 0x40, first, last, ascent, descent, 0, ascent, -descent);
            ints(out, 0, 0);
            shorts(out, 536, 714, 0, 0x20, 1);
        });
    }

    private static byte[] post() throws IOException {
        return table(out -> {
            ints(out, 0x00030000, 0);
            shorts(out, -100, 50);
            ints(out, 0, 0, 0, 0, 0);
        });
    }

    private static byte[] file(SortedMap<String, byte[]> tables) throws IOException {
        int count = tables.size();
        int power = Integer.highestOneBit(count);
        var directory = new ByteArrayOutputStream();
        var body = new ByteArrayOutputStream();
        var out = new DataOutputStream(directory);
        ints(out, 0x00010000);
        shorts(out, count, power * 16, Integer.numberOfTrailingZeros(power), (count - power) * 16);
        int headAt = 0;
        for (var table : tables.entrySet()) {
            var at = 12 + 16 * count + body.size();
            if (table.getKey().equals("head")) {
                headAt = at;
            }
            out.write(table.getKey().getBytes(StandardCharsets.US_ASCII));
            ints(out, checksum(table.getValue()), at, table.getValue().length);
            body.write(table.getValue());
            while (body.size() % 4 != 0) {
                body.write(0);
            }
        }
        directory.write(body.toByteArray());
        var bytes = directory.toByteArray();
        ByteBuffer.wrap(bytes).putInt(headAt + 8, CHECKSUM_OF_ALL - checksum(bytes));
        return bytes;
    }

    private static int checksum(byte[] bytes) {
        int sum = 0;
        for (int i = 0; i < bytes.length; i++) {
            sum += (bytes[i] & 0xFF) << (24 - 8 * (i % 4));
        }
        return sum;
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] table(Writing writing) throws IOException {
        var bytes = new ByteArrayOutputStream();
        writing.to(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static void shorts(DataOutputStream out, int... values) throws IOException {
        for (int value : values) {
            out.writeShort(value);
        }
    }

    private static void ints(DataOutputStream out, int... values) throws IOException {
        for (int value : values) {
            out.writeInt(value);
        }
    }
}
