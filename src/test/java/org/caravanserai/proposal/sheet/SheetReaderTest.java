package org.caravanserai.proposal.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.caravanserai.proposal.sheet.Target.Field;
import org.caravanserai.text.Refusal;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetReaderTest {

    private static final String MIXED = "Название;Автор\nПыль над Аралом;Шавкат Каримов\nСоль;Айгуль\n";
    private static final String JAPANESE = "題名,発表者\nアラル海の砂塵について,佐藤 純一\n塩の話,髙橋\n";

    @ParameterizedTest
    @CsvSource({"UTF-8, UTF_8", "windows-1251, WINDOWS_1251", "UTF-16LE, UTF_16LE", "UTF-16BE, UTF_16BE"})
    void cyrillicIsReadInWhateverEncodingItComes(String charset, Encoding expected) {
        var table = read(MIXED.getBytes(Charset.forName(charset)));
        assertThat(table.choice()).isEqualTo(new SheetChoice.Text(expected, ';', '"'));
        assertThat(table.rows().getFirst().cells()).containsExactly("Пыль над Аралом", "Шавкат Каримов");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, UTF_8", "windows-31j, SHIFT_JIS", "EUC-JP, EUC_JP"})
    void japaneseIsReadInWhateverEncodingItComes(String charset, Encoding expected) {
        var text = charset.equals("EUC-JP") ? JAPANESE.replace("髙橋", "高橋") : JAPANESE;
        var table = read(text.getBytes(Charset.forName(charset)));
        assertThat(((SheetChoice.Text) table.choice()).encoding()).isEqualTo(expected);
        assertThat(table.head()).containsExactly("題名", "発表者");
    }

    @Test
    void aByteOrderMarkDecidesAndIsNoPartOfTheFirstName() {
        var table = read(("\uFEFF" + MIXED).getBytes(StandardCharsets.UTF_8));
        assertThat(table.head().getFirst()).isEqualTo("Название");
        var wide = ("\uFEFF" + JAPANESE).getBytes(StandardCharsets.UTF_16LE);
        assertThat(read(wide).head().getFirst()).isEqualTo("題名");
    }

    @Test
    void aWrongGuessCanBeCorrectedAndUnreadableLettersAreSaid() {
        var bytes = MIXED.getBytes(Charset.forName("windows-1251"));
        var wrong = SheetReader.read(bytes, Optional.of(new SheetChoice.Text(Encoding.UTF_8, ';', '"')));
        assertThat(wrong.rows().getFirst().cell(0)).contains("\uFFFD");
        var right = SheetReader.read(bytes, Optional.of(new SheetChoice.Text(Encoding.WINDOWS_1251, ';', '"')));
        assertThat(right.rows().getFirst().cell(0)).isEqualTo("Пыль над Аралом");
    }

    @Test
    void delimitersAndQuotesAreFoundAndRowsKeepTheNumbersThatASpreadsheetShows() {
        var table = read(text("'Title'\t'Abstract'\n\n'A, B'\t'two\nlines'\n'C'\t'it''s'\n"));
        assertThat(table.choice()).isEqualTo(new SheetChoice.Text(Encoding.UTF_8, '\t', '\''));
        assertThat(table.rows()).extracting(SheetTable.Row::number).containsExactly(3, 4);
        assertThat(table.rows().getLast().cell(1)).isEqualTo("it's");
        assertThat(table.rows().getFirst().cell(1)).isEqualTo("two\nlines");
    }

    @Test
    void whatIsNoTableIsRefusedWithItsReason() {
        refused("sheet.file.empty", new byte[0]);
        refused("sheet.file.empty", text("\n\n  \n"));
        refused("sheet.file.headOnly", text("Title,Authors\n"));
        refused("sheet.file.other", text("%PDF-1.7\nnothing, of, the kind\n"));
        refused("sheet.file.other", new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 14, 15, 16});
        refused("sheet.file.old", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0});
        refused("sheet.file.quote", text("Title,Abstract\nA,\"never closed\nB,b\n"));
        refused("sheet.file.large", new byte[SheetReader.LARGEST + 1]);
        refused("sheet.file.rows", text("Title\n" + "a\n".repeat(SheetReader.MOST_ROWS + 1)));
        refused("sheet.file.wide", text("a,".repeat(SheetReader.MOST_COLUMNS) + "b\n1\n"));
        refused("sheet.file.cell", text("Title\n" + "x".repeat(SheetReader.LONGEST_CELL + 1) + "\n"));
    }

    @Test
    void truncatedAndExplosiveWorkbooksAreRefused() throws IOException {
        var good = workbook(false);
        refused("sheet.file.damaged", Arrays.copyOf(good, good.length / 2));
        refused("sheet.file.damaged", "PK\u0003\u0004 and nothing more".getBytes(StandardCharsets.ISO_8859_1));
        refused("sheet.file.other", zip("word/document.xml", text("<w/>")));
        refused("sheet.file.bomb", zip("xl/workbook.xml", new byte[60 * 1024 * 1024]));
        refused(
                "sheet.file.damaged",
                zip("xl/workbook.xml", text("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")));
    }

    @Test
    void formulasGiveWhatTheyLastShowedOrNothing() throws IOException {
        var table = read(workbook(true));
        assertThat(table.head()).containsExactly("Title", "Minutes", "Day");
        var row = table.rows().getFirst();
        assertThat(row.cells()).startsWith("Dust", "20");
        assertThat(table.rows().getLast().formulas()).containsExactly(1);
        assertThat(table.rows().getLast().cell(1)).isEmpty();
        assertThat(row.number()).isEqualTo(2);
    }

    @Test
    void headsOfOtherToolsAndOtherLanguagesAreUnderstood() {
        assertThat(guess("#", "Title", "Authors", "Decision", "Keywords"))
                .containsExactly("EXTERNAL_ID", "TITLE:talk", "NAME:0", "STATE", "TOPICS");
        assertThat(guess("ID", "Proposal title", "Session type", "Speaker names", "Duration", "Proposal state"))
                .containsExactly("EXTERNAL_ID", "TITLE:talk", "TYPE", "NAME:0", "MINUTES", "STATE");
        assertThat(guess("paperID", "authors", "organisations", "title", "acceptance_status", "abstract"))
                .containsExactly("EXTERNAL_ID", "NAME:0", "AFFILIATION:0", "TITLE:talk", "STATE", "ABSTRACT:talk");
        assertThat(guess("Id", "Title", "Primary authors", "Content", "Accepted track", "Judgment comment"))
                .containsExactly("EXTERNAL_ID", "TITLE:talk", "NAME:0", "ABSTRACT:talk", "TOPICS", "NOTES");
        assertThat(guess("題名（英語）", "題名 (日本語)", "要旨_ru", "著者1", "著者1 所属", "Author 2 e-mail"))
                .containsExactly("TITLE:en", "TITLE:ja", "ABSTRACT:ru", "NAME:1", "AFFILIATION:1", "EMAIL:2");
        assertThat(guess("Тақырыбы", "Аңдатпа", "Баяндамашы", "Елі", "Nonsense"))
                .containsExactly("TITLE:talk", "ABSTRACT:talk", "NAME:0", "COUNTRY:0", "NONE");
        assertThat(guess("Sarlavha", "Tashkilot", "Забон", "Ýurdy"))
                .containsExactly("TITLE:talk", "AFFILIATION:0", "TALK_LANGUAGE", "COUNTRY:0");
    }

    @Test
    void languagesCountriesAndLengthsAreUnderstoodInManyForms() {
        for (var word : new String[] {"ja", "jpn", "ja-JP", "Japanese", "японский", "日本語", "жапон"}) {
            assertThat(SheetWords.language(word)).as(word).contains("ja");
        }
        assertThat(SheetWords.language("қазақ тілі")).contains("kk");
        for (var word : new String[] {"UZ", "UZB", "Uzbekistan", "Узбекистан", "ウズベキスタン", "Oʻzbekiston"}) {
            assertThat(SheetWords.country(word)).as(word).contains("UZ");
        }
        assertThat(SheetWords.country("UK")).contains("GB");
        for (var length : new String[] {"90", "90 min", "1:30", "1 h 30", "90分", "PT1H30M", "９０"}) {
            assertThat(Cells.minutes(length)).as(length).contains(90);
        }
        assertThat(Cells.minutes("ten")).isEmpty();
    }

    @Test
    void aMappingSurvivesBeingKept() {
        var head = java.util.List.of("A", "A", "");
        var options = new Mapping.Options(Mapping.Separator.BAR, true, true, false, new UUID(1, 2), "kk");
        var mapping = new Mapping(
                java.util.List.of(new Target(Field.TITLE, "ja"), Target.of(Field.STATE), new Target(Field.NAME, "3")),
                options);
        var empty = new Mapping(
                java.util.Collections.nCopies(3, Target.NONE),
                new Mapping.Options(Mapping.Separator.LINE, false, false, true, new UUID(0, 0), "en"));
        assertThat(Mapping.of(mapping.toMap(head), head, empty)).isEqualTo(mapping);
    }

    private static java.util.List<String> guess(String... heads) {
        var table = new SheetTable(
                new SheetChoice.Workbook(0), java.util.List.of(), java.util.List.of(heads), java.util.List.of());
        return Mapping.guess(table, java.util.List.of(), new UUID(0, 0)).columns().stream()
                .map(Target::toString)
                .toList();
    }

    private static SheetTable read(byte[] file) {
        return SheetReader.read(file, Optional.empty());
    }

    private static void refused(String key, byte[] file) {
        assertThatThrownBy(() -> read(file))
                .as(key)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    private static byte[] workbook(boolean withFormula) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Test", "1.0")) {
            var sheet = workbook.newWorksheet("Papers");
            Map.of(0, "Title", 1, "Minutes", 2, "Day").forEach((column, text) -> sheet.value(0, column, text));
            sheet.value(1, 0, "Dust");
            sheet.value(1, 1, 20);
            sheet.value(1, 2, "");
            sheet.value(2, 0, "Salt");
            if (withFormula) {
                sheet.formula(2, 1, "10+10");
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
