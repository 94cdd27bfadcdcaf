package org.caravanserai.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.caravanserai.programme.PrintableMeeting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FontAssemblyTest {

    private static final String CUNEIFORM = Character.toString(0x12000);

    private final List<PrintFonts.Pair> installed = new PrintFonts(new PrintProperties("")).installed();

    @Test
    void oneFontHasTheSignsOfEveryScript() throws Exception {
        var assembled = FontAssembly.of(signs(PrintableMeeting.MIXED + "あアЖü"), installed);

        assertThat(assembled.missing()).isEmpty();
        for (var bytes : List.of(assembled.regular(), assembled.bold())) {
            var font = font(bytes);
            assertThat(outlines(font, PrintableMeeting.MIXED + "あアЖü"))
                    .as("each sign has an outline of its own, and none is the frame")
                    .doesNotHaveDuplicates()
                    .doesNotContain(outline(font, 0), "");
        }
    }

    @Test
    void aSignIsAsWideAsInTheFontItComesFrom() throws Exception {
        var font = font(FontAssembly.of(signs("髙i"), installed).regular());

        assertThat(font.getUnitsPerEm()).isEqualTo(1000);
        assertThat(font.getAdvanceWidth(font.getUnicodeCmapLookup().getGlyphId('髙')))
                .isEqualTo(1000);
        assertThat(font.getAdvanceWidth(font.getUnicodeCmapLookup().getGlyphId('i')))
                .isBetween(200, 350);
    }

    @Test
    void boldSignsAreHeavier() throws Exception {
        var assembled = FontAssembly.of(signs("l"), installed);

        assertThat(outlines(font(assembled.bold()), "l")).isNotEqualTo(outlines(font(assembled.regular()), "l"));
    }

    @Test
    void whatNoFontHasIsSaid() throws Exception {
        assertThat(FontAssembly.of(signs("a" + CUNEIFORM), installed).missing()).containsExactly(0x12000);
    }

    @Test
    void withoutAnyFontLatinAndCyrillicAreStillSet() throws Exception {
        assertThat(FontAssembly.of(signs("aЖҚ髙"), List.of()).missing()).containsExactly((int) '髙');
    }

    @Test
    void aBrokenFontIsPassedOver(@TempDir Path folder) throws Exception {
        var broken = Files.writeString(folder.resolve("broken.ttf"), "this is no font");

        var assembled = FontAssembly.of(signs("aЖ"), List.of(new PrintFonts.Pair(broken, broken)));

        assertThat(assembled.missing()).isEmpty();
    }

    @Test
    void aFolderOfTheOperatorsComesFirst(@TempDir Path folder) throws Exception {
        var own = Files.writeString(folder.resolve("NotoSans-Regular.ttf"), "");

        assertThat(new PrintFonts(new PrintProperties(folder.toString()))
                        .installed()
                        .getFirst()
                        .regular())
                .isEqualTo(own);
    }

    @Test
    void aCurveOfTheThirdDegreeIsFollowedToHalfAUnit() {
        var circle = new GeneralPath();
        var pull = 552.2847;
        circle.moveTo(1000, 0);
        circle.curveTo(1000, pull, pull, 1000, 0, 1000);
        circle.curveTo(-pull, 1000, -1000, pull, -1000, 0);
        circle.curveTo(-1000, -pull, -pull, -1000, 0, -1000);
        circle.curveTo(pull, -1000, 1000, -pull, 1000, 0);
        circle.closePath();

        var points = Outline.of(circle, 1).contours().getFirst();

        assertThat(points).hasSizeBetween(8, 64);
        assertThat(points)
                .filteredOn(Outline.Point::on)
                .allSatisfy(p -> assertThat(Math.hypot(p.x(), p.y())).isBetween(998.5, 1001.5));
        for (int i = 0; i < points.size(); i++) {
            var pulling = points.get(i);
            if (!pulling.on()) {
                var before = points.get(Math.floorMod(i - 1, points.size()));
                var after = points.get((i + 1) % points.size());
                var x = before.x() / 4.0 + pulling.x() / 2.0 + after.x() / 4.0;
                var y = before.y() / 4.0 + pulling.y() / 2.0 + after.y() / 4.0;
                assertThat(Math.hypot(x, y)).as("the middle of a piece").isBetween(998.0, 1002.0);
            }
        }
    }

    private static SortedSet<Integer> signs(String text) {
        var signs = new TreeSet<Integer>();
        text.codePoints().filter(c -> c != ' ').forEach(signs::add);
        return signs;
    }

    private static TrueTypeFont font(byte[] bytes) throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(bytes));
    }

    private static List<String> outlines(TrueTypeFont font, String text) throws IOException {
        var glyphs = font.getUnicodeCmapLookup();
        var outlines = new java.util.ArrayList<String>();
        for (int sign : signs(text)) {
            outlines.add(outline(font, glyphs.getGlyphId(sign)));
        }
        return outlines;
    }

    private static String outline(TrueTypeFont font, int glyph) throws IOException {
        var written = new StringBuilder();
        var at = new double[6];
        for (var steps = font.getGlyph().getGlyph(glyph).getPath().getPathIterator(null);
                !steps.isDone();
                steps.next()) {
            written.append(steps.currentSegment(at))
                    .append(' ')
                    .append(at[0])
                    .append(',')
                    .append(at[1])
                    .append(' ');
        }
        return written.toString();
    }
}
