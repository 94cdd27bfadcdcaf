package org.caravanserai.proposal;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/**
 * Reads the words of a PDF that {@link PdfStreams} has found light, page by page, until it has read enough or taken too
 * long. Pictures are not unpacked.
 *
 * @param words with a form feed at the end of each page
 * @param whole whether all pages were read
 */
record PdfWords(String words, boolean whole) {

    private static final int MOST_PAGES = 500;
    private static final int MOST_ON_A_PAGE = 200_000;

    /** A way of packing that there is not: what is marked with it stays closed. */
    private static final COSName CLOSED = COSName.getPDFName("Closed");

    static {
        FontMappers.set(new OneFont());
    }

    static PdfWords of(byte[] bytes, BooleanSupplier tired) {
        var words = new StringWriter();
        var whole = true;
        try (var pdf = Loader.loadPDF(bytes)) {
            whole = close(pdf, tired);
            var properties = pdf.getDocumentInformation();
            for (var said :
                    new @Nullable String[] {properties.getTitle(), properties.getSubject(), properties.getKeywords()}) {
                words.append(said == null ? "" : said + "\n");
            }
            var reading = new Reading(tired);
            reading.writeText(pdf, words);
            whole &= reading.whole;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Damaged, or made to be: what was read so far must do, and it is said that it is not all.
            whole = false;
        }
        return new PdfWords(words.toString(), whole);
    }

    /** Keeps closed what is not needed for words or would unpack to too much; tells whether all words stay open. */
    private static boolean close(PDDocument pdf, BooleanSupplier tired) throws IOException {
        var whole = true;
        for (var key : List.copyOf(pdf.getDocument().getXrefTable().keySet())) {
            if (tired.getAsBoolean()) {
                throw new IOException("too long");
            }
            if (pdf.getDocument().getObjectFromPool(key).getObject() instanceof COSStream stream) {
                var picture = COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE));
                if (picture || isHeavy(stream)) {
                    stream.setItem(COSName.FILTER, CLOSED);
                    whole &= picture;
                }
            }
        }
        return whole;
    }

    private static boolean isHeavy(COSStream stream) throws IOException {
        var filters = stream.getFilters() instanceof COSArray several && several.size() == 1
                ? several.getObject(0)
                : stream.getFilters();
        if (filters == null) {
            return false;
        }
        if (!COSName.FLATE_DECODE.equals(filters) && !COSName.FLATE_DECODE_ABBREVIATION.equals(filters)) {
            return true;
        }
        try (InputStream raw = stream.createRawInputStream()) {
            return PdfStreams.isHeavy(raw.readAllBytes());
        }
    }

    /** Writes the words down as the pages are gone through. */
    private static final class Reading extends PDFTextStripper {

        private final BooleanSupplier tired;
        private boolean whole = true;
        private int pages;
        private int onPage;
        private int all;

        Reading(BooleanSupplier tired) {
            this.tired = tired;
            setPageEnd("\f");
            setSuppressDuplicateOverlappingText(false);
        }

        @Override
        public void processPage(PDPage page) throws IOException {
            if (++pages > MOST_PAGES || all > FileTraces.MOST || tired.getAsBoolean()) {
                whole = false;
                return;
            }
            onPage = 0;
            try {
                super.processPage(page);
            } catch (IOException e) {
                // One page that cannot be read does not hide the others.
                whole = false;
            }
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (tired.getAsBoolean()) {
                // The library takes an IOException for a damaged operator and goes on.
                throw new UncheckedIOException(new IOException("too long"));
            }
            super.processOperator(operator, operands);
        }

        @Override
        protected void processTextPosition(TextPosition text) {
            all++;
            if (++onPage > MOST_ON_A_PAGE) {
                whole = false;
            } else {
                super.processTextPosition(text);
            }
        }
    }

    /**
     * Stands for every font that is not in the file. Which fonts a machine has says nothing about words, and looking for
     * them would go through its disk.
     */
    private static final class OneFont implements FontMapper {

        private final TrueTypeFont font;

        OneFont() {
            var name = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
            try (var bytes = Objects.requireNonNull(PDDocument.class.getResourceAsStream(name), name)) {
                font = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public FontMapping<TrueTypeFont> getTrueTypeFont(String base, @Nullable PDFontDescriptor descriptor) {
            return new FontMapping<>(font, true);
        }

        @Override
        public FontMapping<FontBoxFont> getFontBoxFont(String base, @Nullable PDFontDescriptor descriptor) {
            return new FontMapping<>(font, true);
        }

        @Override
        public CIDFontMapping getCIDFont(
                String base, @Nullable PDFontDescriptor descriptor, @Nullable PDCIDSystemInfo system) {
            return new CIDFontMapping(null, font, true);
        }
    }
}
