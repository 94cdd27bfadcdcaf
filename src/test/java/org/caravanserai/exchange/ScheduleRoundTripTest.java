package org.caravanserai.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.agenda.AgendaSnapshot;
import org.caravanserai.agenda.Publications;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.meeting.Slug;
import org.caravanserai.platform.Actor;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What goes out comes in and goes out again the same. Read with the same address, zone and release, the bytes are equal.
 * Taken into a meeting of its own, the parts have keys of their own (guid), people codes of their own, and the meeting an
 * address of its own; all else is equal.
 */
@IntegrationTest
@ActiveProfiles("demo")
class ScheduleRoundTripTest {

    private static final String HERE = "https://example.org";

    @Autowired
    ScheduleImport imports;

    @Autowired
    Publications publications;

    @Autowired
    Meetings meetings;

    @Autowired
    TransactionTemplate transaction;

    @ParameterizedTest
    @CsvSource({
        "38c3.xml.gz,         38c3,        Europe/Berlin",
        "fosdem_2021.xml.gz,  fosdem-2021, Europe/Brussels",
        "debconf23.xml.gz,    debconf23,   Asia/Kolkata",
        "pretalx-democon.json,democon,     UTC"
    })
    void aPublishedAgendaGoesOutAndInAndOutByteForByte(String file, String slug, String zone) {
        assertSameBytes(SharedSchedules.agenda(file, slug, zone), Language.EN);
    }

    @Test
    void theDemonstrationHoldsToBothSchemasAndGoesOutAndInAndOutByteForByte() throws Exception {
        var agenda = demonstration();

        assertThat(agenda.sessions()).anySatisfy(s -> assertThat(s.talks()).isNotEmpty());
        ScheduleFormatsTest.assertHoldsInEveryLanguage(agenda);
        assertSameBytes(agenda, Language.values());
    }

    @Test
    void theDemonstrationTakenIntoAnotherMeetingGoesOutEqualUpToKeysAndCodesOfPeople() {
        var agenda = demonstration();
        var before = ScheduleExport.json(agenda, 1, HERE, Language.EN);
        var slug = new Slug("r" + UUID.randomUUID().toString().substring(0, 8));
        var zone = ZoneId.of(agenda.meeting().zone());

        Actor.asSystem(() -> imports.take(before, slug, zone));
        var after = ScheduleExport.json(published(slug), 1, HERE, Language.EN);

        assertThat(withoutKeys(after, slug.value()))
                .isEqualTo(withoutKeys(before, agenda.meeting().slug()));
    }

    @Test
    void talksAreReadBackFromTheirLines() {
        var people = Set.of("A, B", "A", "C (D)");
        var line = TalkLines.line(LocalTime.of(23, 50), LocalTime.of(0, 10), "Water (again)", List.of("A, B", "C (D)"));

        assertThat(line).isEqualTo("- 23:50–00:10 Water (again) (A, B, C (D))");
        assertThat(TalkLines.read(line + "\n- 00:10–00:30 Rest (of it)", people))
                .containsExactly(
                        new TalkLines.Read("Water (again)", 20, List.of("A, B", "C (D)")),
                        new TalkLines.Read("Rest (of it)", 20, List.of()));
        assertThat(TalkLines.read(line + "\nand more words", people)).isEmpty();
        assertThat(TalkLines.read("- 29:50–99:10 Never", people)).isEmpty();
        assertThat(TalkLines.read("- 09:00–10:00 x (" + "A, ".repeat(2_000) + "B)", people))
                .hasSize(1);
    }

    @Test
    void everyHueSurvivesItsColour() {
        for (int hue = 0; hue < 360; hue++) {
            assertThat(Hues.ofHex(Hues.toHex(hue))).isEqualTo(hue);
        }
    }

    private static void assertSameBytes(AgendaSnapshot agenda, Language... languages) {
        var slug = new Slug(agenda.meeting().slug());
        var zone = ZoneId.of(agenda.meeting().zone());
        for (var language : languages) {
            var xml = ScheduleExport.xml(agenda, 3, HERE, language);
            var json = ScheduleExport.json(agenda, 3, HERE, language);
            var ofXml = AgendaTranslation.translate(ScheduleFile.read(xml), slug, zone);
            var ofJson = AgendaTranslation.translate(ScheduleFile.read(json), slug, zone);

            assertThat(ScheduleExport.xml(ofXml.agenda(), 3, HERE, Language.EN))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo(new String(xml, StandardCharsets.UTF_8));
            assertThat(ScheduleExport.json(ofJson.agenda(), 3, HERE, Language.EN))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo(new String(json, StandardCharsets.UTF_8));
        }
    }

    private AgendaSnapshot demonstration() {
        return published(new Slug("astana-2027"));
    }

    private AgendaSnapshot published(Slug slug) {
        // A meeting that was imported is not open until somebody has looked at it.
        transaction.executeWithoutResult(t -> Actor.asSystem(
                () -> meetings.findBySlug(slug.value()).orElseThrow().open()));
        return publications.latest(slug.value()).orElseThrow().snapshot();
    }

    private static String withoutKeys(byte[] json, String slug) {
        return new String(json, StandardCharsets.UTF_8)
                .replaceAll("\"guid\":\"[^\"]*\"", "\"guid\":\"\"")
                .replaceAll("\"code\":\"[0-9A-Z]{6}\",\"name\"", "\"code\":\"\",\"name\"")
                .replaceAll("/people/[0-9A-Z]{6}", "/people/")
                .replace(AsciiNames.acronym(slug) + "-", "-")
                .replace("\"acronym\":\"" + AsciiNames.acronym(slug) + "\"", "")
                .replace("/m/" + slug + "/", "/m/");
    }
}
