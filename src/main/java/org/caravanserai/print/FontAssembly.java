package org.caravanserai.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one font, in two weights, of exactly the signs that a document has: each sign is taken from the first font of the
 * machine that has it. So every script stands in one line, PostScript outlines (which cannot be embedded in part) serve as
 * well as TrueType ones, and a sign that no font has is known before anything is set.
 */
final class FontAssembly {

    /** The family's name in style sheets. */
    static final String FAMILY = "Print";

    /** What stands for a sign that no font has. */
    static final int FRAME = 0x25A1;

    private static final Logger LOG = LoggerFactory.getLogger(FontAssembly.class);

    private final SortedSet<Integer> wanted;
    private final SortedMap<Integer, Glyphs> found = new TreeMap<>();
    private int ascent = 1069;
    private int descent = -293;

    private FontAssembly(SortedSet<Integer> wanted) {
        this.wanted = wanted;
    }

    /**
     * A font for a document.
     *
     * @param missing the signs for which this machine has no font
     */
    record Assembled(byte[] regular, byte[] bold, SortedSet<Integer> missing) {}

    private record Glyph(Outline outline, int advance) {}

    private record Glyphs(Glyph regular, Glyph bold) {}

    /** A font of these signs. */
    static Assembled of(SortedSet<Integer> signs, List<PrintFonts.Pair> installed) throws IOException {
        var assembly = new FontAssembly(new TreeSet<>(signs));
        assembly.wanted.remove(FRAME);
        for (var pair : installed) {
            if (!assembly.wanted.isEmpty()) {
                assembly.takeFrom(pair);
            }
        }
        if (!assembly.wanted.isEmpty()) {
            try (var last = SourceFont.lastResort()) {
                assembly.take(last, last);
            }
        }
        return new Assembled(assembly.write(false), assembly.write(true), assembly.wanted);
    }

    private void takeFrom(PrintFonts.Pair pair) {
        try (var regular = SourceFont.open(pair.regular())) {
            if (wanted.stream().noneMatch(s -> regular.glyph(s) != 0)) {
                return;
            }
            if (pair.bold().equals(pair.regular())) {
                take(regular, regular);
                return;
            }
            try (var bold = SourceFont.open(pair.bold())) {
                take(regular, bold);
            }
        } catch (IOException | RuntimeException e) {
            // A broken file among the fonts of the machine must not keep a document from the others.
            LOG.warn("The font {} cannot be used: {}", pair, e.toString());
        }
    }

    private void take(SourceFont regular, SourceFont bold) throws IOException {
        if (found.isEmpty()) {
            ascent = regular.ascent();
            descent = regular.descent();
        }
        for (int sign : new ArrayList<>(wanted)) {
            if (regular.glyph(sign) != 0) {
                var plain = glyph(regular, sign);
                found.put(sign, new Glyphs(plain, bold.glyph(sign) == 0 ? plain : glyph(bold, sign)));
                wanted.remove(sign);
            }
        }
    }

    private static Glyph glyph(SourceFont font, int sign) throws IOException {
        var glyph = font.glyph(sign);
        return new Glyph(font.outline(glyph), font.advance(glyph));
    }

    private byte[] write(boolean bold) throws IOException {
        var writer = new TrueTypeWriter(FAMILY, bold, ascent, descent);
        writer.add(FRAME, Outline.frame(600, 700), 650);
        for (var sign : found.entrySet()) {
            var glyph = bold ? sign.getValue().bold() : sign.getValue().regular();
            writer.add(sign.getKey(), glyph.outline(), glyph.advance());
        }
        return writer.bytes();
    }
}
