package org.caravanserai.print;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** A printed document, read back as another program reads it. */
public final class PrintedText implements AutoCloseable {

    private static final int DOTS_PER_INCH = 144;

    private final PDDocument document;

    public PrintedText(PrintedFile file) {
        try {
            document = Loader.loadPDF(file.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public PDDocument document() {
        return document;
    }

    /** The words of all pages, with single spaces. */
    public String text() {
        return text(1, document.getNumberOfPages());
    }

    /** The words of a page, counted from 1. */
    public String page(int number) {
        return text(number, number);
    }

    /** The first page, from a given one, on which words stand; 0 if they stand nowhere. */
    public int pageOf(String words, int from) {
        for (int page = from; page <= document.getNumberOfPages(); page++) {
            if (page(page).contains(words)) {
                return page;
            }
        }
        return 0;
    }

    private String text(int first, int last) {
        try {
            var stripper = new PDFTextStripper();
            stripper.setStartPage(first);
            stripper.setEndPage(last);
            return Normalizer.normalize(stripper.getText(document), Normalizer.Form.NFC)
                    .replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names in the outline, those below another with dots before them. */
    public List<String> bookmarks() {
        var names = new ArrayList<String>();
        for (var item : document.getDocumentCatalog().getDocumentOutline().children()) {
            names.add(item.getTitle());
            item.children().forEach(below -> names.add(".. " + below.getTitle()));
        }
        return names;
    }

    /** The tags of the document in reading order, each with its language where one is stated: {@code H2}, {@code P@ja}. */
    public List<String> tags() {
        var tags = new ArrayList<String>();
        collect(document.getDocumentCatalog().getStructureTreeRoot(), tags);
        return tags;
    }

    private static void collect(PDStructureNode node, List<String> tags) {
        for (var kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                var language = element.getLanguage();
                tags.add(element.getStructureType() + (language == null ? "" : "@" + language));
                collect(element, tags);
            }
        }
    }

    /** Every object in the file that holds a key, such as an action or a file. */
    public List<COSDictionary> having(COSName key) {
        var found = new ArrayList<COSDictionary>();
        for (var number : document.getDocument().getXrefTable().keySet()) {
            COSObject object = document.getDocument().getObjectFromPool(number);
            if (object.getObject() instanceof COSDictionary dictionary && dictionary.containsKey(key)) {
                found.add(dictionary);
            } else if (object.getObject() instanceof COSArray) {
                continue;
            }
        }
        return found;
    }

    /** A sign as it stands on a page, black on white, cut out of a picture of the page. */
    public record Seen(String sign, int glyph, List<Integer> ink) {

        public boolean hasInk() {
            return ink.stream().anyMatch(i -> i > 0);
        }
    }

    /** The signs of words on a page as they look. */
    public List<Seen> look(String words, int page) throws IOException {
        BufferedImage picture = new PDFRenderer(document).renderImageWithDPI(page - 1, DOTS_PER_INCH);
        var seen = new ArrayList<Seen>();
        var stripper = new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> positions) throws IOException {
                for (var position : positions) {
                    var sign = position.getUnicode();
                    if (words.contains(sign) && !sign.isBlank()) {
                        var code = position.getCharacterCodes()[0];
                        var font = (org.apache.pdfbox.pdmodel.font.PDType0Font) position.getFont();
                        seen.add(new Seen(sign, font.codeToGID(code), ink(picture, position)));
                    }
                }
            }
        };
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        stripper.getText(document);
        return seen;
    }

    private static List<Integer> ink(BufferedImage picture, TextPosition position) {
        var scale = DOTS_PER_INCH / 72f;
        int left = Math.round(position.getXDirAdj() * scale);
        int right = Math.round((position.getXDirAdj() + position.getWidthDirAdj()) * scale);
        int low = Math.round((position.getYDirAdj() + position.getFontSizeInPt() * 0.25f) * scale);
        int high = Math.round((position.getYDirAdj() - position.getFontSizeInPt() * 0.95f) * scale);
        var ink = new ArrayList<Integer>();
        for (int y = high; y < low; y++) {
            int row = 0;
            for (int x = left; x < right; x++) {
                row = row * 2 + ((picture.getRGB(x, y) & 0xFF) < 128 ? 1 : 0);
            }
            ink.add(row);
        }
        return ink;
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
