package org.caravanserai.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.caravanserai.text.PersonName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file says of who made it, and what a file that means harm comes to. */
class FileTracesTest {

    private static final Giveaways THEIRS = new Giveaways(
            List.of(new PersonName("Dinara Bekova", "", "", PersonName.Order.GIVEN_FIRST, "Динара Бекова", "", "")),
            List.of("Kazakh-British Technical University"));

    private static final String FONTS = "/F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";

    /** Two glyphs and a table that says they stand for Бе and кова. */
    private static final String CYRILLIC = "/F2 << /Type /Font /Subtype /Type0 /BaseFont /Some /Encoding /Identity-H"
            + " /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Some"
            + " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
            + " /FontDescriptor << /Type /FontDescriptor /FontName /Some /Flags 4 >> >>] /ToUnicode 6 0 R >>";

    private static final String TO_UNICODE = "begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange"
            + " 2 beginbfchar <0001> <04110435> <0002> <043A043E04320430> endbfchar endcmap";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%PDF-1.4\n1 0 obj <</Title (Salt) /Author (D. Bekova)>> endobj",
                "%PDF-1.4\n1 0 obj <</Author <FEFF04110435043A>>> endobj",
                "%PDF-1.4\n<x:xmpmeta><dc:creator><rdf:Seq><rdf:li>D. Bekova</rdf:li></rdf:Seq></dc:creator></x:xmpmeta>"
            })
    void theAuthorInThePropertiesOfAPdfIsSeen(String pdf) {
        assertThat(read(bytes(pdf)).author()).isPresent();
    }

    @Test
    void aPdfThatNamesNobodyPasses() {
        assertThat(read(bytes("%PDF-1.4\n1 0 obj <</Title (Salt) /Author () /Producer (TeX)>> endobj"))
                        .author())
                .isEmpty();
    }

    @Test
    void theWordsOfEveryPageOfAPdfAreSeenPackedOrNot() throws IOException {
        var traces = read(pdf(
                "BT /F1 12 Tf 72 700 Td (We weigh salt.) Tj ET",
                "BT /F1 12 Tf 72 700 Td [(As Dinara) -400 (Be) 20 (kova) -400 (said)] TJ ET"));

        assertThat(traces.whole()).isTrue();
        assertThat(traces.isPaged()).isTrue();
        var found = THEIRS.in(traces.words());
        assertThat(found)
                .extracting(f -> traces.words().substring(f.from(), f.to()))
                .containsExactly("Dinara Bekova");
        assertThat(traces.page(found.getFirst().from())).isEqualTo(2);
    }

    @Test
    void wordsInAnotherScriptAreSeenWhereTheFileTellsWhatItsGlyphsAre() throws IOException {
        var traces = read(pdf("BT /F2 12 Tf 72 700 Td <00010002> Tj ET"));

        assertThat(traces.words()).contains("Бекова");
        assertThat(THEIRS.in(traces.words())).hasSize(1);
    }

    @Test
    void anOfficeDocumentIsReadWithWhatIsWrittenBesideItsText() throws IOException {
        var traces = FileTraces.of(
                zip(Map.of(
                        "docProps/core.xml",
                        "<cp:coreProperties><dc:creator>me &amp; you</dc:creator></cp:coreProperties>",
                        "word/document.xml",
                        "<w:p><w:r><w:t>Beko</w:t></w:r><w:r><w:t>va</w:t></w:r></w:p>",
                        "word/footnotes.xml",
                        "<w:p><w:t>&#x414;&#1080;нара Бекова</w:t></w:p>",
                        "word/comments.xml",
                        "<w:comment w:id=\"1\" w:author=\"D. Bekova\"><w:p><w:t>Right?</w:t></w:p></w:comment>")),
                FileKind.DOCX,
                () -> false);

        assertThat(traces.author()).contains("me & you");
        assertThat(THEIRS.in(traces.words()))
                .extracting(f -> traces.words().substring(f.from(), f.to()))
                .containsExactlyInAnyOrder("Bekova", "Динара Бекова", "D. Bekova");
        assertThat(traces.whole()).isTrue();
    }

    @Test
    void anOldOfficeFileIsReadInBothWaysOfWritingCharacters() {
        var traces = FileTraces.of(
                ("\u0000\u0001Динара Бекова\u0000\u0007").getBytes(StandardCharsets.UTF_16LE),
                FileKind.DOC,
                () -> false);
        assertThat(THEIRS.in(traces.words())).hasSize(1);
    }

    @Test
    void aPictureIsNotTakenForReadAndWhatIsWrittenIntoItIs() {
        var traces =
                FileTraces.of(bytes("\u0089PNG <dc:creator>D. Bekova</dc:creator> Bekova"), FileKind.PNG, () -> false);
        assertThat(traces.author()).contains("D. Bekova");
        assertThat(traces.whole()).isFalse();
    }

    @Test
    void aPictureInAPdfMayBeAsLargeAsItIsAndHidesNoWords() throws IOException {
        var objects = new ArrayList<>(List.of(
                stream("/Type /XObject /Subtype /Image /Width 8000 /Height 8000 /BitsPerComponent 8", zeros(64))));
        var traces = read(pdf(objects, "BT /F1 12 Tf 72 700 Td (By Bekova) Tj ET"));
        assertThat(THEIRS.in(traces.words())).hasSize(1);
        assertThat(traces.whole()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a page                      | /Filter /FlateDecode",
                "objects                     | /Type /ObjStm /N 5 /First 20 /Filter /FlateDecode",
                "objects under another name  | /#54ype /Nothing /#4E 5 /First 20 /Subtype /Image /Filter /FlateDecode",
                "behind another dictionary   | /N 5 /First 20 /Filter /FlateDecode /X 1 0 obj << /Subtype /Image >>",
                "behind a string             | /N 5 /First 20 /Filter /FlateDecode /X (1 0 obj << /Subtype /Image)",
                "packed twice                | /Filter [/FlateDecode /LZWDecode]",
                "packed by rules elsewhere   | /Filter 12 0 R",
                "of endless rows             | /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 2000000000 >>"
            })
    void whatUnpacksToTooMuchOrCannotBeWeighedStaysClosed(String what, String dictionary) throws IOException {
        var part = new ByteArrayOutputStream();
        part.write(bytes("<< " + dictionary + " /Length 9 >>\nstream\n"));
        part.write(deflated(zeros(40)));
        part.write(bytes("\nendstream"));
        var traces = read(pdf(List.of(part.toByteArray()), "BT /F1 12 Tf 72 700 Td (By Bekova) Tj ET"));

        assertThat(traces.whole()).as(what).isFalse();
        assertThat(traces.words()).as(what).isEmpty();
    }

    @Test
    void anEncryptedPdfIsNotTakenForRead() {
        var traces = read(bytes("%PDF-1.4\n1 0 obj << /#45ncrypt 2 0 R >> endobj"));
        assertThat(traces.whole()).isFalse();
    }

    @Test
    void aDrawingThatDrawsItselfEnds() throws IOException {
        var self = stream(
                "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 7 0 R >> >>",
                bytes("/X Do ".repeat(4)));
        var asked = new int[1];
        var traces = FileTraces.of(
                pdf(List.of(self), "BT /F1 12 Tf 72 700 Td (One) Tj ET", "/X Do"),
                FileKind.PDF,
                () -> ++asked[0] > 1_000);
        assertThat(traces.words()).contains("One");
        assertThat(traces.whole()).isFalse();
    }

    @Test
    void aPageOfEndlessWordsIsReadInPart() throws IOException {
        var traces = read(pdf("BT /F1 12 Tf 72 700 Td (" + "a".repeat(1_000_000) + ") Tj ET"));
        assertThat(traces.whole()).isFalse();
        assertThat(traces.words()).hasSizeBetween(100_000, 300_000);
    }

    @Test
    void whatTakesTooLongIsReadAsFarAsItCame() throws IOException {
        var asked = new int[1];
        var pages = new String[20];
        Arrays.fill(pages, "BT /F1 12 Tf 72 700 Td (A page) Tj ET");
        var traces = FileTraces.of(pdf(pages), FileKind.PDF, () -> ++asked[0] > 100);
        assertThat(traces.whole()).isFalse();
        assertThat(traces.words()).contains("A page");

        var office = zip(Map.of("a.xml", "<t>a</t>", "b.xml", "<t>b</t>"));
        assertThat(FileTraces.of(office, FileKind.DOCX, () -> true)).isEqualTo(FileTraces.UNREAD);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 100, 1000})
    void ofAFileThatIsCutOffTheRestIsReadOrSaidToBeMissing(int length) throws IOException {
        var whole = pdf("BT /F1 12 Tf 72 700 Td (By Bekova) Tj ET");
        var cut = Arrays.copyOf(whole, Math.min(whole.length - 1, length));
        assertThat(read(cut)).isNotNull();
        var office = zip(Map.of("word/document.xml", "<w:t>" + "Bekova ".repeat(1000) + "</w:t>"));
        assertThat(FileTraces.of(
                        Arrays.copyOf(office, Math.min(office.length - 1, length)), FileKind.DOCX, () -> false))
                .isNotNull();
    }

    @Test
    void aPackedBombIsUnpackedSoFarAndNoFurther() throws IOException {
        var traces = FileTraces.of(
                zip(Map.of("word/media/a.bin", "\u0000".repeat(60 * 1024 * 1024), "word/z.xml", "<t>Bekova</t>")),
                FileKind.DOCX,
                () -> false);
        assertThat(traces.words().length()).isLessThanOrEqualTo(FileTraces.MOST);
    }

    private static FileTraces read(byte[] pdf) {
        return FileTraces.of(pdf, FileKind.PDF, () -> false);
    }

    private static byte[] pdf(String... pages) throws IOException {
        return pdf(List.of(), pages);
    }

    /** A PDF whose pages say that, packed, with more objects from 7 on. */
    private static byte[] pdf(List<byte[]> more, String... pages) throws IOException {
        var objects = new ArrayList<byte[]>();
        var kids = new StringBuilder();
        int first = 7 + more.size();
        for (int i = 0; i < pages.length; i++) {
            kids.append(first + 2 * i).append(" 0 R ");
        }
        objects.add(bytes("<< /Type /Catalog /Pages 2 0 R >>"));
        objects.add(bytes("<< /Type /Pages /Count " + pages.length + " /Kids [" + kids + "] >>"));
        objects.add(bytes("<< /Font << " + FONTS + CYRILLIC + " >> /XObject << /X 7 0 R >> >>"));
        objects.add(bytes("<< /Title (Salt) >>"));
        objects.add(bytes("null"));
        objects.add(stream("", bytes(TO_UNICODE)));
        objects.addAll(more);
        for (int i = 0; i < pages.length; i++) {
            objects.add(bytes("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources 3 0 R /Contents "
                    + (first + 2 * i + 1) + " 0 R >>"));
            objects.add(stream("", bytes(pages[i])));
        }
        return written(objects);
    }

    private static byte[] written(List<byte[]> objects) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(bytes("%PDF-1.7\n"));
        var places = new ArrayList<Integer>();
        for (int i = 0; i < objects.size(); i++) {
            places.add(out.size());
            out.write(bytes((i + 1) + " 0 obj\n"));
            out.write(objects.get(i));
            out.write(bytes("\nendobj\n"));
        }
        var table = out.size();
        out.write(bytes("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n"));
        for (var place : places) {
            out.write(bytes(String.format("%010d 00000 n \n", place)));
        }
        out.write(bytes("trailer << /Size " + (objects.size() + 1) + " /Root 1 0 R /Info 4 0 R >>\nstartxref\n" + table
                + "\n%%EOF"));
        return out.toByteArray();
    }

    private static byte[] stream(String dictionary, byte[] content) throws IOException {
        var packed = deflated(content);
        var out = new ByteArrayOutputStream();
        out.write(bytes("<< " + dictionary + " /Filter /FlateDecode /Length " + packed.length + " >>\nstream\n"));
        out.write(packed);
        out.write(bytes("\nendstream"));
        return out.toByteArray();
    }

    private static byte[] deflated(byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var deflating = new DeflaterOutputStream(out)) {
            deflating.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] zeros(int megabytes) {
        return new byte[megabytes * 1024 * 1024];
    }

    private static byte[] zip(Map<String, String> entries) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
