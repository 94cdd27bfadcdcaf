package org.caravanserai.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pages of topics, institutions, countries and rooms, and what machines are told of a programme. */
@IntegrationTest
class PartPagesTest extends OfPublishedMeeting {

    /** Pages are made each time here, not taken from those that are kept. */
    @BeforeEach
    void makeEachPage() {
        browser = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
    }

    @Test
    void eachPartHasAPageWithItsSessionsAndPeople() throws Exception {
        assertThat(text("/topics/aral-sea?lang=en"))
                .contains("<h1>Aral Sea</h1>")
                .contains("/sessions/WATER2");
        assertThat(text("/countries/UZ?lang=ja")).contains("/sessions/EVIL22").doesNotContain("/sessions/WATER2");
        assertThat(text("/institutions/university-of-tokyo?lang=en"))
                .contains("<h1>University of Tokyo</h1>")
                .contains("SATO Junichi")
                .contains("/sessions/WATER2")
                .doesNotContain("/sessions/EVIL22");
        assertThat(text("/rooms/yasuda-hall?lang=en"))
                .contains("<h1>Yasuda Hall</h1>")
                .contains("300 seats")
                .contains("/rooms/yasuda-hall/door")
                .contains("/sessions/WATER2");
    }

    @Test
    void listsLeadToEachPart() throws Exception {
        assertThat(text("/topics?lang=en")).contains("/topics/aral-sea").contains("2 sessions");
        assertThat(text("/countries?lang=en")).contains("/countries/JP").contains("/countries/UZ");
        assertThat(text("/institutions?lang=en")).contains("/institutions/university-of-tokyo");
        assertThat(text("/rooms?lang=en")).contains("/rooms/yasuda-hall");
    }

    @Test
    void whatIsNotInTheProgrammeIsNotThere() throws Exception {
        for (var path :
                new String[] {"/topics/none", "/institutions/none", "/countries/XX", "/rooms/none", "/rooms/none/door"
                }) {
            assertThat(answer("/m/" + slug + path).getStatus()).as(path).isEqualTo(404);
        }
    }

    @Test
    void aPartServedAgainCostsNoStatement() throws Exception {
        for (var path : new String[] {"/topics/aral-sea", "/rooms", "/rooms/yasuda-hall/door", "/sitemap.xml"}) {
            text(path);
            var statements = SqlCounter.counting(() -> {
                try {
                    return text(path);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(statements.statements()).as(path).isZero();
        }
    }

    @Test
    void theSheetForADoorHasTheDayAndACodeThatOutlivesTheRoomsName() throws Exception {
        var door = text("/rooms/yasuda-hall/door?day=2027-06-08&lang=en");
        var code = Pattern.compile("aria-label=\"A code that leads to [^\"]*(/m/[^\"?]+)")
                .matcher(door);

        assertThat(door)
                .contains("08:30–10:00")
                .contains("Water for the Aral Sea")
                .contains("<path fill=\"#000\"");
        assertThat(code.find()).isTrue();
        assertThat(new String(answer(code.group(1)).getContentAsByteArray(), StandardCharsets.UTF_8))
                .contains("Yasuda Hall");
    }

    @Test
    void machinesAreToldAllOfASessionAndOfItsMeeting() throws Exception {
        var session = schema(text("/sessions/WATER2?lang=en"));
        var meeting = schema(text("?lang=en"));

        assertThat(session.get("@type").asString()).isEqualTo("Event");
        assertThat(session.get("startDate").asString()).isEqualTo("2027-06-08T08:30+09:00");
        assertThat(session.get("location").get("address").get("addressLocality").asString())
                .isEqualTo("Tokyo");
        assertThat(session.get("performer")
                        .get(0)
                        .get("affiliation")
                        .get("name")
                        .asString())
                .isEqualTo("University of Tokyo");
        assertThat(session.get("superEvent").get("url").asString()).endsWith("/m/" + slug);
        assertThat(session.has("description") && session.has("eventStatus") && session.has("inLanguage"))
                .isTrue();
        assertThat(meeting.get("startDate").asString()).isEqualTo("2027-06-08");
        assertThat(text("/sessions/WATER2?lang=en"))
                .contains("<meta property=\"og:image\"")
                .contains("<meta property=\"og:locale\" content=\"en_GB\">")
                .contains("<meta property=\"og:site_name\"");
    }

    @Test
    void theSiteMapNamesEveryPageInEveryLanguageAndRobotsAreSentToIt() throws Exception {
        var map = text("/sitemap.xml");
        var urls = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(map.getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName("url");

        // The meeting, its programme, two sessions, two people, a topic, two institutions, two countries and a room.
        assertThat(urls.getLength()).isEqualTo(12);
        assertThat(map).contains("/sessions/WATER2?lang=kk").doesNotContain("/mine");
        assertThat(new String(answer("/sitemap.xml").getContentAsByteArray(), StandardCharsets.UTF_8))
                .contains("/m/" + slug + "/sitemap.xml");
        assertThat(answer("/robots.txt").getContentAsString())
                .contains("Disallow: /app/")
                .contains("/sitemap.xml");
    }

    private static JsonNode schema(String page) {
        var found = Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL)
                .matcher(page);
        assertThat(found.find()).isTrue();
        return JsonMapper.shared().readTree(found.group(1));
    }

    private String text(String path) throws Exception {
        var answer = answer("/m/" + slug + path);
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse answer(String path) throws Exception {
        return browser.perform(get(java.net.URI.create(path))).andReturn().getResponse();
    }
}
