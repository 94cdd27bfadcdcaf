package org.caravanserai.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.caravanserai.exchange.SharedSchedules;
import org.caravanserai.platform.Ids;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.caravanserai.text.Language;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a device fetches to keep a programme, and what after the next release. */
@IntegrationTest
class OfflinePagesTest extends OfPublishedMeeting {

    @Test
    void aDeviceWithoutAnythingGetsAllDaysAndSessions() throws Exception {
        var sessions = json("/offline/sessions/0?lang=en");
        var days = json("/offline/days/0?lang=en");

        assertThat(names(sessions))
                .contains("sessions/WATER2", "sessions/EVIL22", "topics/aral-sea", "missing", "mine")
                .contains("rooms", "rooms/yasuda-hall", "topics", "now")
                .anyMatch(name -> name.startsWith("people/"));
        assertThat(main(sessions, "sessions/WATER2")).contains("Water for the Aral Sea", "<strong>act</strong>");
        assertThat(sessions.get("frame").size()).isEqualTo(3);
        assertThat(names(days)).containsExactly("programme?day=2027-06-08", "programme?day=2027-06-09");
        assertThat(main(days, "programme?day=2027-06-08")).contains("sessions/WATER2", "08:30");
    }

    @Test
    void afterTheNextReleaseOnlyWhatItChangedIsSent() throws Exception {
        var release = published.callOff(meeting, "EVIL22");

        var sessions = json("/offline/sessions/1?lang=en");
        var days = json("/offline/days/1?lang=en");

        assertThat(sessions.get("release").asInt()).isEqualTo(release);
        assertThat(names(sessions))
                .hasSize(4)
                .contains("sessions/EVIL22", "rooms/yasuda-hall", "topics/aral-sea")
                .anyMatch(name -> name.startsWith("people/"));
        assertThat(main(sessions, "sessions/EVIL22")).contains("class=\"cancelled\"");
        assertThat(names(days)).containsExactly("programme?day=2027-06-08");
    }

    @Test
    void aDeviceThatHasTheLatestReleaseIsSentNoPage() throws Exception {
        assertThat(names(json("/offline/sessions/1"))).isEmpty();
        assertThat(names(json("/offline/days/1?form=list"))).isEmpty();
    }

    @Test
    void aReleaseThatIsNotThereIsNoBeginningOfADifference() throws Exception {
        for (var from : List.of("2", "-1", "999999999999", "x")) {
            assertThat(answer("/offline/sessions/" + from).getStatus()).as(from).isBetween(400, 404);
        }
    }

    @Test
    void everyFormIsKeptAsItIsRead() throws Exception {
        assertThat(main(json("/offline/days/0?form=grid"), "programme?day=2027-06-08"))
                .contains("<th scope=\"col\">");
        assertThat(names(json("/offline/days/0?form=list"))).containsExactly("programme");
    }

    @Test
    void theReaderIsToldInHerLanguageAndZoneWhenItWasFetched() throws Exception {
        var said = new ArrayList<String>();
        for (var language : Language.values()) {
            said.add(json("/offline?lang=" + language.tag()).get("said").asString());
        }

        assertThat(said).doesNotHaveDuplicates().noneMatch(s -> s.contains("{0}"));
        assertThat(json("/offline?lang=en&tz=America/New_York").get("said").asString())
                .startsWith("You are reading what was fetched on ")
                .contains("Tokyo (", "New York)");
    }

    @Test
    void whatStandsForAMomentIsKeptByNobodyAndThePagesCostNothingASecondTime() throws Exception {
        assertThat(answer("/offline").getHeader("Cache-Control")).isEqualTo("private, no-store");
        var first = answer("/offline/sessions/0");

        var again = SqlCounter.counting(() -> {
            try {
                return answer("/offline/sessions/0");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });

        assertThat(first.getHeader("Cache-Control")).isEqualTo("public, max-age=0, s-maxage=1, must-revalidate");
        assertThat(first.getHeader("ETag")).startsWith("\"");
        assertThat(again.statements()).isZero();
    }

    @Test
    void aClosedMeetingIsFetchedByNobody() throws Exception {
        published.show(meeting, false);

        for (var path : List.of("/offline", "/offline/sessions/0", "/offline/days/0")) {
            assertThat(answer(path).getStatus()).as(path).isEqualTo(404);
        }
    }

    @Test
    void aThousandSessionsAreFetchedInLessThanAMinuteOnHalfAMegabit() throws Exception {
        var large = "c" + Ids.code().toLowerCase(Locale.ROOT);
        var agenda = SharedSchedules.agenda("38c3.xml.gz", large, "Europe/Berlin");
        published.publish(agenda);
        slug = large;

        var bytes = zipped("/offline/sessions/0?lang=en") + zipped("/offline/days/0?lang=en");

        assertThat(bytes).isLessThan(60 * 500_000 / 8);
        assertThat(names(json("/offline/sessions/0?lang=en")))
                .filteredOn(n -> n.startsWith("sessions/"))
                .hasSameSizeAs(agenda.sessions());
    }

    private int zipped(String path) throws Exception {
        return browser.perform(get("/m/" + slug + path).header("Accept-Encoding", "gzip"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray()
                .length;
    }

    private JsonNode json(String path) throws Exception {
        return JsonMapper.shared().readTree(answer(path).getContentAsByteArray());
    }

    private MockHttpServletResponse answer(String path) throws Exception {
        return browser.perform(get("/m/" + slug + path)).andReturn().getResponse();
    }

    private static List<String> names(JsonNode part) {
        return List.copyOf(part.get("pages").propertyNames());
    }

    private static String main(JsonNode part, String page) {
        return part.get("pages").get(page).get("main").asString();
    }
}
