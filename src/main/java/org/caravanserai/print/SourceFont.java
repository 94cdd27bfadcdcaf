package org.caravanserai.print;

import java.awt.geom.GeneralPath;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.fontbox.cff.CFFCIDFont;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.jspecify.annotations.Nullable;

/** A font file as a source of outlines: TrueType or PostScript, alone or in a collection, of which the Japanese one is taken. */
final class SourceFont implements Closeable {

    private static final String LAST_RESORT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final TrueTypeFont font;
    private final @Nullable Closeable collection;
    private final CmapLookup signs;
    private final double scale;

    private SourceFont(TrueTypeFont font, @Nullable Closeable collection) throws IOException {
        this.font = font;
        this.collection = collection;
        this.signs = font.getUnicodeCmapLookup();
        this.scale = (double) TrueTypeWriter.EM / font.getUnitsPerEm();
    }

    /**
     * Opens a font.
     *
     * @throws IOException if it cannot be read or is no font
     */
    static SourceFont open(Path file) throws IOException {
        var name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".ttc")) {
            var names = new ArrayList<String>();
            TrueTypeCollection.processAllFontHeaders(file.toFile(), f -> names.add(f.getName()));
            var collection = new TrueTypeCollection(file.toFile());
            return new SourceFont(collection.getFontByName(japanese(names)), collection);
        }
        var bytes = new RandomAccessReadBufferedFile(file.toFile());
        return new SourceFont(
                name.endsWith(".otf") ? new OTFParser().parse(bytes) : new TTFParser().parse(bytes), null);
    }

    /** The font that is always there: Latin and Cyrillic alone. */
    static SourceFont lastResort() throws IOException {
        try (InputStream stream = TrueTypeFont.class.getResourceAsStream(LAST_RESORT)) {
            if (stream == null) {
                throw new IOException("no " + LAST_RESORT);
            }
            return new SourceFont(new TTFParser().parse(new RandomAccessReadBuffer(stream)), null);
        }
    }

    /** The glyph of a sign; 0 if it has none. */
    int glyph(int sign) {
        return signs.getGlyphId(sign);
    }

    /** The outline of a glyph, in the units of {@link TrueTypeWriter}. */
    Outline outline(int glyph) throws IOException {
        return Outline.of(path(glyph), scale);
    }

    /** How far a glyph advances, in the same units. */
    int advance(int glyph) throws IOException {
        return (int) Math.round(font.getAdvanceWidth(glyph) * scale);
    }

    /** How far it rises above the line. */
    int ascent() throws IOException {
        return (int) Math.round(font.getHorizontalHeader().getAscender() * scale);
    }

    /** How far it falls below the line; negative. */
    int descent() throws IOException {
        return (int) Math.round(font.getHorizontalHeader().getDescender() * scale);
    }

    @Override
    public void close() throws IOException {
        font.close();
        if (collection != null) {
            collection.close();
        }
    }

    private GeneralPath path(int glyph) throws IOException {
        if (font instanceof OpenTypeFont open && open.isPostScript()) {
            var outlines = open.getCFF().getFont();
            var number = outlines instanceof CFFCIDFont ? outlines.getCharset().getCIDForGID(glyph) : glyph;
            return outlines.getType2CharString(number).getPath();
        }
        var found = font.getGlyph().getGlyph(glyph);
        return found == null ? new GeneralPath() : found.getPath();
    }

    private static String japanese(List<String> names) throws IOException {
        return names.stream()
                .filter(n -> n.toLowerCase(Locale.ROOT).contains("jp"))
                .findFirst()
                .or(() -> names.stream().findFirst())
                .orElseThrow(() -> new IOException("a collection without fonts"));
    }
}
