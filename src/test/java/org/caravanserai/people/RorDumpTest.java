package org.caravanserai.people;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.caravanserai.text.Language;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RorDumpTest {

    private static final String FIRST = RorDumps.ror(1_000_001);
    private static final String SECOND = RorDumps.ror(1_000_002);
    private static final byte[] TWO = ("[" + RorDumps.record(FIRST, "active", "First", SECOND) + ","
                    + RorDumps.record(SECOND, "withdrawn", "Second", "") + "]")
            .getBytes(UTF_8);

    @Test
    void aDumpIsReadAsItIsGzippedOrZipped() {
        for (var file : List.of(TWO, RorDumps.gzip(TWO), RorDumps.zip("v2.1-ror-data_schema_v2.json", TWO))) {
            var entries = read(file);

            assertThat(entries).extracting(e -> e.ror().value()).containsExactly(FIRST, SECOND);
            var first = entries.getFirst();
            assertThat(first.name().exactly(Language.KK)).isEqualTo("Сынақ First");
            assertThat(first.acronyms()).containsExactly("Q" + FIRST);
            assertThat(first.website()).isEqualTo("https://example.org");
            assertThat(first.types()).containsExactlyInAnyOrder(InstitutionType.EDUCATION, InstitutionType.OTHER);
            assertThat(first.parents()).containsExactly(new Ror(SECOND));
            assertThat(entries.getLast().state()).isEqualTo(InstitutionState.WITHDRAWN);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "null",
                "hello",
                "<html></html>",
                "[1,2]",
                "id,name\n1,x",
                "PK\u0003\u0004 no zip",
                "{\"items\":[]}"
            })
    void whatIsNoDumpIsRefused(String file) {
        assertThat(refusal(file.getBytes(UTF_8)).key()).isIn("institution.import.notDump", "institution.import.broken");
    }

    @Test
    void aZipWithoutJsonIsNoDump() {
        assertThat(refusal(RorDumps.zip("readme.txt", TWO)).key()).isEqualTo("institution.import.notDump");
    }

    @Test
    void aTruncatedDumpIsRefusedAndSaysHowFarItWasWhole() {
        var half = Arrays.copyOf(TWO, TWO.length * 3 / 4);
        var gzipped = RorDumps.gzip(TWO);

        assertThat(refusal(half).key()).isEqualTo("institution.import.broken");
        assertThat(refusal(half).problems().getFirst().arguments()).containsExactly(1);
        assertThat(refusal(Arrays.copyOf(gzipped, gzipped.length - 12)).key()).isEqualTo("institution.import.broken");
        assertThat(refusal(Arrays.copyOf(TWO, TWO.length - 1)).key()).isEqualTo("institution.import.broken");
        var zipped = RorDumps.zip("ror.json", TWO);
        assertThat(refusal(Arrays.copyOf(zipped, zipped.length / 2)).key()).isEqualTo("institution.import.broken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1251", "UTF-16", "Shift_JIS"})
    void aDumpInAnotherEncodingIsRefused(String encoding) {
        var text = new String(TWO, UTF_8).replace("First", "第一 Қазақ".substring(0, 2) + "Первый");
        assertThat(refusal(text.getBytes(Charset.forName(encoding))).key())
                .isIn("institution.import.encoding", "institution.import.notDump");
    }

    @Test
    void aDumpOfTheFirstSchemaIsNamedAsSuch() {
        var old = "[{\"id\":\"https://ror.org/" + FIRST + "\",\"name\":\"First\",\"status\":\"active\",\"types\":[]}]";
        assertThat(refusal(old.getBytes(UTF_8)).key()).isEqualTo("institution.import.schema");
    }

    @Test
    void aRecordWithAWrongIdentifierIsNamedByItsNumber() {
        var wrong = new String(TWO, StandardCharsets.UTF_8)
                .replace("org/" + SECOND + "\",\"status", "org/0abcdef00\",\"status");
        var refusal = refusal(wrong.getBytes(UTF_8));

        assertThat(refusal.key()).isEqualTo("institution.import.record");
        assertThat(refusal.problems().getFirst().arguments()).containsExactly(2);
    }

    @Test
    void aDeepOrEndlessValueIsRefused() {
        var deep = "[{\"id\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}]";
        var endless = "[{\"id\":\"" + "x".repeat(200_000) + "\"}]";

        assertThat(refusal(deep.getBytes(UTF_8)).key()).isEqualTo("institution.import.notDump");
        assertThat(refusal(endless.getBytes(UTF_8)).key()).isEqualTo("institution.import.notDump");
    }

    @Test
    void aBombEndsAtTheMostThatADumpMayUnfoldTo() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new java.util.zip.GZIPOutputStream(out)) {
            gzip.write('[');
            var blank = new byte[1024 * 1024];
            Arrays.fill(blank, (byte) ' ');
            for (int i = 0; i < 20; i++) {
                gzip.write(blank);
            }
        }
        var refusal = catchThrowableOfType(
                Refusal.class,
                () -> RorDump.read(RorDumps.file(out.toByteArray()), 10L * 1024 * 1024, e -> {}, b -> {}));

        assertThat(out.size()).isLessThan(100_000);
        assertThat(refusal.key()).isEqualTo("institution.import.large");
    }

    @Test
    void theReadingCanBeEndedFromInside() {
        var ended = new IllegalStateException("enough");
        assertThat(catchThrowableOfType(
                        IllegalStateException.class,
                        () -> RorDump.read(RorDumps.file(TWO), e -> {}, b -> {
                            throw ended;
                        })))
                .isSameAs(ended);
    }

    private static List<InstitutionEntry> read(byte[] file) {
        var entries = new ArrayList<InstitutionEntry>();
        RorDump.read(RorDumps.file(file), entries::add, bytes -> {});
        return entries;
    }

    private static Refusal refusal(byte[] file) {
        return catchThrowableOfType(Refusal.class, () -> read(file));
    }
}
