package org.caravanserai.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.caravanserai.exchange.SharedSchedules;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@IntegrationTest
class PublicPagesTest extends OfPublishedMeeting {

    @Test
    void aSessionAtHalfPastEightInTokyoIsAtHalfPastFourInAstanaOnTheSameDate() throws Exception {
        var page = text(get("/m/" + slug + "/programme?day=2027-06-08&tz=Asia/Almaty&lang=en"));

        assertThat(page)
                .contains("<b>4:30</b></time> Almaty".replace("4:30", "04:30"))
                .contains("08:30 Tokyo")
                .contains("Water for the Aral Sea");
    }

    @Test
    void aZoneInWhichItIsAnotherDateSaysSo() throws Exception {
        var page = text(get("/m/" + slug + "/programme?day=2027-06-08&tz=America/New_York&lang=en"));

        assertThat(page).contains("Mon 7 Jun, <b>19:30</b></time> New York").contains("08:30 Tokyo");
    }

    @Test
    void aVisitorReadsItInJapanese() throws Exception {
        var page = text(get("/m/" + slug + "/programme?lang=ja"));

        assertThat(page)
                .contains("<html lang=\"ja\">")
                .contains("アラル海に水を")
                .contains("佐藤 純一")
                .contains("安田講堂")
                .contains("パネル討論");
    }

    @Test
    void textInAnotherLanguageThanItsPageIsMarked() throws Exception {
        var page = text(get("/m/" + slug + "/sessions/EVIL22?lang=kk"));
        var session = text(get("/m/" + slug + "/sessions/WATER2?lang=en"));

        assertThat(page)
                .contains("<html lang=\"kk\">")
                .contains("<h1 lang=\"en\">")
                .contains("lang=\"ru\">Аральское");
        assertThat(session).contains("<p class=\"other\" lang=\"ja\">アラル海に水を");
        assertThat(session).doesNotContain("<h1 lang=");
    }

    @Test
    void theLanguageIsTheBrowsersWhereTheAddressStatesNone() throws Exception {
        var page = text(get("/m/" + slug + "/programme").header("Accept-Language", "fr, ru;q=0.8"));

        assertThat(page).contains("<html lang=\"ru\">").contains("Аральское море");
    }

    @Test
    void wordsAreFoundHoweverTheyAreSpelled() throws Exception {
        assertThat(text(get("/m/" + slug + "/programme").queryParam("q", "Шавкат")))
                .contains("EVIL22");
        assertThat(text(get("/m/" + slug + "/programme").queryParam("q", "Şavkat")))
                .contains("EVIL22");
        for (var typed : List.of("Satō", "さとう", "佐藤", "みず", "Аральского моря", "Yasuda Hal", "Watre")) {
            assertThat(text(get("/m/" + slug + "/programme").queryParam("q", typed)))
                    .as(typed)
                    .contains("WATER2");
        }
        assertThat(text(get("/m/" + slug + "/programme")
                        .queryParam("q", "glacier")
                        .queryParam("lang", "en")))
                .doesNotContain("WATER2")
                .contains("No session is like this");
    }

    @Test
    void hostileTextsAreShownAsLetters() throws Exception {
        for (var path : new String[] {
            "/m/" + slug,
            "/m/" + slug + "/programme?topic=aral-sea",
            "/m/" + slug + "/sessions/EVIL22",
            person("EVIL22"),
            "/m/" + slug + "/programme?q=%3Cscript%3Ealert(9)",
            "/m/" + slug + "/releases",
        }) {
            var page = text(get(path)).replaceAll("<script type=\"application/ld\\+json\">", "");
            assertThat(page)
                    .as(path)
                    .doesNotContain("<script>alert")
                    .doesNotContain("href=\"javascript:")
                    .doesNotContain("<img src=x")
                    .doesNotContain("evil.example/p.png\"")
                    .doesNotContain("content=\"</title>")
                    .doesNotContain("<b>Hostile");
        }
        assertThat(text(get("/m/" + slug + "/sessions/EVIL22")))
                .contains("<meta property=\"og:title\" content=\"&lt;/title");
        var schema = text(get("/m/" + slug + "/sessions/EVIL22"));
        // That of the data, that of the stars and that of reading without a connection.
        assertThat(schema.split("</script>", -1)).hasSize(4);
    }

    @Test
    void markdownIsRendered() throws Exception {
        assertThat(text(get("/m/" + slug + "/sessions/WATER2")))
                .contains("<strong>act</strong>")
                .contains("href=\"https://example.org/map\"")
                .contains("nofollow");
    }

    @Test
    void aPageServedAgainCostsNoStatementAndNothingIfTheReaderHasIt() throws Exception {
        for (var path : new String[] {
            "/programme", "/programme?day=2027-06-08&lang=ja", "/sessions/WATER2", "/programme.ics", "/schedule.json"
        }) {
            var first = answer(get("/m/" + slug + path));
            var statements = SqlCounter.counting(() -> {
                try {
                    var again = answer(get("/m/" + slug + path));
                    assertThat(again.getContentAsByteArray()).isEqualTo(first.getContentAsByteArray());
                    var tag = String.valueOf(first.getHeader("ETag"));
                    var unchanged = answer(get("/m/" + slug + path).header("If-None-Match", tag));
                    assertThat(unchanged.getStatus()).isEqualTo(304);
                    assertThat(unchanged.getContentAsByteArray()).isEmpty();
                    return again;
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(first.getStatus()).as(path).isEqualTo(200);
            assertThat(statements.statements()).as(path).isZero();
            assertThat(first.getHeader("ETag")).startsWith("\"");
            assertThat(first.getHeaders("Set-Cookie")).as(path).noneMatch(c -> c.startsWith("session"));
            assertThat(String.join(",", first.getHeaders("Vary")))
                    .contains("Accept-Encoding", "Accept-Language", "Cookie");
        }
    }

    @Test
    void languagesAndEncodingsHaveTagsOfTheirOwn() throws Exception {
        var plain = answer(get("/m/" + slug + "/programme?lang=en"));
        var zipped = answer(get("/m/" + slug + "/programme?lang=en").header("Accept-Encoding", "br, gzip"));
        var japanese = answer(get("/m/" + slug + "/programme?lang=ja"));

        assertThat(plain.getHeader("ETag")).isNotEqualTo(zipped.getHeader("ETag"));
        assertThat(plain.getHeader("ETag")).isNotEqualTo(japanese.getHeader("ETag"));
        assertThat(zipped.getHeader("Content-Encoding")).isEqualTo("gzip");
        try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(zipped.getContentAsByteArray()))) {
            assertThat(unzipped.readAllBytes()).isEqualTo(plain.getContentAsByteArray());
        }
    }

    @Test
    void aClosedMeetingIsNotThere() throws Exception {
        assertThat(answer(get("/m/" + slug + "/programme")).getStatus()).isEqualTo(200);

        published.show(meeting, false);

        for (var path :
                new String[] {"", "/programme", "/sessions/WATER2", "/programme.ics", "/schedule.xml", "/releases"}) {
            assertThat(answer(get("/m/" + slug + path)).getStatus()).as(path).isEqualTo(404);
        }
        assertThat(text(get("/"))).doesNotContain("/m/" + slug);
    }

    @Test
    void whatIsNotInTheProgrammeIsNotThere() throws Exception {
        for (var path : new String[] {"/sessions/NOSUCH", "/people/NOSUCH", "/sessions/NOSUCH.ics"}) {
            assertThat(answer(get("/m/" + slug + path)).getStatus()).as(path).isEqualTo(404);
        }
        assertThat(answer(get("/m/no-such-meeting/programme")).getStatus()).isEqualTo(404);
        assertThat(answer(get("/m/" + slug + "/programme?day=soon&tz=Mars/Base&topic=x"))
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void theCalendarHasTheRightInstantAndTheSameBytesEachTime() throws Exception {
        var calendar = text(get("/m/" + slug + "/sessions/WATER2.ics"));

        var event = new CalendarBuilder()
                .build(new StringReader(calendar))
                .<VEvent>getComponents("VEVENT")
                .getFirst();
        assertThat(calendar)
                .contains("DTSTART;TZID=Asia/Tokyo:20270608T083000")
                .contains("TZOFFSETTO:+0900")
                .contains("SEQUENCE:1");
        assertThat(Objects.requireNonNull(event.getSummary()).getValue()).isEqualTo("Water for the Aral Sea");
        assertThat(calendar).isEqualTo(text(get("/m/" + slug + "/sessions/WATER2.ics?x=1")));
    }

    @Test
    void aRealAgendaOfAThousandSessionsKeepsTheBudgetOfBytes() throws Exception {
        var large = "c" + UUID.randomUUID().toString().substring(0, 8);
        var agenda = SharedSchedules.agenda("38c3.xml.gz", large, "Europe/Berlin");
        published.publish(agenda);
        var onTheFirstDay = agenda.sessions().stream()
                .filter(s -> s.start().isBefore(java.time.Instant.parse("2024-12-27T23:00:00Z")))
                .count();

        for (var day : new String[] {"2024-12-27", "2024-12-28", "2024-12-29", "2024-12-30"}) {
            var page =
                    answer(get("/m/" + large + "/programme?lang=en&day=" + day).header("Accept-Encoding", "gzip"));
            assertThat(page.getContentAsByteArray().length).as(day).isLessThan(85_000);
        }
        assertThat(text(get("/m/" + large + "/programme?lang=en"))).contains(onTheFirstDay + " sessions");
    }

    @Test
    void aRealAgendaKeepsTheBudgetInEveryForm() throws Exception {
        var large = "c" + UUID.randomUUID().toString().substring(0, 8);
        published.publish(SharedSchedules.agenda("38c3.xml.gz", large, "Europe/Berlin"));

        for (var form : new String[] {"form=grid&day=2024-12-28", "form=list", "form=list&day=2024-12-28"}) {
            var page = answer(get("/m/" + large + "/programme?lang=en&" + form).header("Accept-Encoding", "gzip"));
            assertThat(page.getContentAsByteArray().length).as(form).isLessThan(85_000);
        }
    }

    @Test
    void filtersCombineSayHowManyTheyLeaveAndAreTakenOffOneByOne() throws Exception {
        var page = text(get("/m/" + slug + "/programme?country=UZ&language=en&lang=en"));

        assertThat(page)
                .contains("EVIL22")
                .doesNotContain("WATER2")
                .contains("1 of 2 sessions")
                .contains("href=\"/m/" + slug + "/programme?language=en&amp;lang=en\"")
                .contains("href=\"/m/" + slug + "/programme?country=UZ&amp;lang=en\"")
                .contains(">Japan (1)</option>");
    }

    @Test
    void anEmptyResultSaysWhatToDo() throws Exception {
        var page = text(get("/m/" + slug + "/programme?country=UZ&q=water&lang=en"));

        assertThat(page)
                .contains("No session is like this")
                .contains("Without “Country of a participant: Uzbekistan”: 1 session");
    }

    @Test
    void filtersAndFormsAreNotIndexedAsPagesOfTheirOwn() throws Exception {
        for (var query : new String[] {"?country=UZ", "?form=grid", "?day=2027-06-09&form=list", "?q=water"}) {
            assertThat(text(get("/m/" + slug + "/programme" + query)))
                    .as(query)
                    .containsPattern("<link rel=\"canonical\" href=\"[^\"]*/m/" + slug + "/programme\">");
        }
    }

    @Test
    void theTimetableIsATableWithHeadsAndTheListALineForEachSession() throws Exception {
        var grid = text(get("/m/" + slug + "/programme?form=grid&lang=en"));
        var list = text(get("/m/" + slug + "/programme?form=list&lang=en"));

        assertThat(grid)
                .contains("<th scope=\"col\"><a href=\"/m/" + slug)
                .contains("<th scope=\"row\"")
                .contains("rowspan=\"1\"")
                .contains("sessions/WATER2");
        assertThat(list)
                .contains("<table class=\"lines\">")
                .contains("sessions/WATER2")
                .contains("sessions/EVIL22");
    }

    /** The address of the first person of a session. */
    private String person(String session) throws Exception {
        var page = text(get("/m/" + slug + "/sessions/" + session));
        var matcher = java.util.regex.Pattern.compile("href=\"(/m/[^\"]+/people/[0-9A-Z]+)\"")
                .matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private String text(MockHttpServletRequestBuilder request) throws Exception {
        return new String(answer(request).getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request).andReturn().getResponse();
    }
}
