package org.caravanserai.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.caravanserai.meeting.Slug;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.Test;

/** A file that is no agenda, or not a whole one, is refused in words that say where it fails. */
class BrokenFilesTest {

    private static final String GOOD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <schedule><version>1</version><conference><title>Встреча</title></conference>
            <day index="1" date="2027-06-08"><room name="R">
            <event id="1" guid="g"><title>Первый</title><date>2027-06-08T09:00:00+05:00</date>
            <start>09:00</start><duration>00:30</duration></event>
            </room></day></schedule>
            """;

    @Test
    void aGoodFileIsRead() {
        assertThat(ScheduleFile.read(utf8(GOOD)).events()).hasSize(1);
    }

    @Test
    void aFileThatBreaksOffIsRefusedWithItsLine() {
        var cut = Arrays.copyOf(utf8(GOOD), 240);

        var refusal = refused(cut);

        assertThat(refusal.key()).isEqualTo("exchange.file.broken");
        assertThat(refusal.problems().getFirst().arguments()).containsExactly(4);
        assertThat(refused(utf8("{\"schedule\": {\"conference\": {\"title\": \"x\","))
                        .key())
                .isEqualTo("exchange.file.broken");
    }

    @Test
    void aFileInAnotherEncodingThanItSaysIsRefused() {
        assertThat(refused(GOOD.getBytes(Charset.forName("windows-1251"))).key())
                .isEqualTo("exchange.file.broken");
    }

    @Test
    void aFileInAnotherEncodingThatItNamesIsRead() {
        var named = GOOD.replace("UTF-8", "windows-1251").getBytes(Charset.forName("windows-1251"));

        assertThat(ScheduleFile.read(named).title()).isEqualTo("Встреча");
        assertThat(ScheduleFile.read(GOOD.replace("UTF-8", "UTF-16").getBytes(StandardCharsets.UTF_16))
                        .title())
                .isEqualTo("Встреча");
    }

    @Test
    void entitiesThatGrowOrReachOutsideAreRefused() {
        var bomb = """
                <?xml version="1.0"?><!DOCTYPE schedule [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>
                <schedule><conference><title>&b;</title></conference></schedule>
                """;
        var outside = """
                <?xml version="1.0"?><!DOCTYPE schedule [<!ENTITY a SYSTEM "file:///etc/passwd">]>
                <schedule><conference><title>&a;</title></conference></schedule>
                """;

        assertThat(refused(utf8(bomb)).key()).isEqualTo("exchange.file.dtd");
        assertThat(refused(utf8(outside)).key()).isEqualTo("exchange.file.dtd");
    }

    @Test
    void elementsNestedWithoutEndAreRefused() {
        var deep = "<schedule><conference><title>" + "<a>".repeat(100_000);

        assertThat(refused(utf8(deep)).key()).isEqualTo("exchange.file.broken");
        assertThat(refused(utf8("{\"a\":".repeat(100_000))).key()).isEqualTo("exchange.file.broken");
    }

    @Test
    void aFileThatUnpacksToTooMuchIsRefused() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(packed)) {
            var spaces = new byte[1024 * 1024];
            Arrays.fill(spaces, (byte) ' ');
            for (int i = 0; i < 40; i++) {
                zip.write(spaces);
            }
        }

        assertThat(refused(packed.toByteArray()).key()).isEqualTo("exchange.file.large");
        assertThat(refused(Arrays.copyOf(packed.toByteArray(), 200)).key()).isEqualTo("exchange.file.unpack");
    }

    @Test
    void filesOfOtherKindsAreRefused() {
        for (var other : new String[] {"", "id,title\n1,x", "<html><body/></html>", "{\"a\": 1}", "%PDF-1.7", "[]"}) {
            assertThat(refused(utf8(other)).key()).as(other).isEqualTo("exchange.file.other");
        }
    }

    @Test
    void aScheduleWithoutEventsOrNameIsRefused() {
        assertThat(refused(utf8("<schedule><conference><title>T</title></conference></schedule>"))
                        .key())
                .isEqualTo("exchange.file.empty");
        assertThat(refused(utf8(GOOD.replace("Встреча", ""))).key()).isEqualTo("exchange.file.untitled");
    }

    @Test
    void anAgendaOverMonthsIsRefused() {
        var long1 = GOOD.replace(
                "</title></conference>", "</title><start>2027-01-01</start><end>2027-06-09</end></conference>");
        var imported = ScheduleFile.read(utf8(long1));

        var refusal = catchThrowableOfType(
                Refusal.class, () -> AgendaTranslation.translate(imported, new Slug("xx"), java.time.ZoneOffset.UTC));

        assertThat(refusal.key()).isEqualTo("exchange.file.long");
    }

    private static Refusal refused(byte[] file) {
        return catchThrowableOfType(Refusal.class, () -> ScheduleFile.read(file));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
