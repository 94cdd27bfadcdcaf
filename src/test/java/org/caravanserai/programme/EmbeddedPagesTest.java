package org.caravanserai.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.caravanserai.exchange.SharedSchedules;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A programme within other sites' pages, and its news for feed readers. */
@IntegrationTest
class EmbeddedPagesTest extends OfPublishedMeeting {

    @Autowired
    PeopleProperties installation;

    @Test
    void aProgrammeStandsWithinAnotherPageWithoutAScript() throws Exception {
        var page = text(get("/m/" + slug + "/embed?lang=en"));

        assertThat(page)
                .contains("<base target=\"_top\">")
                .contains("Water for the Aral Sea")
                .contains("href=\"/m/" + slug + "/sessions/WATER2?lang=en\"")
                .contains("target=\"_self\"")
                .doesNotContain("<script", "<form", "style=");
        assertThat(page.split("<main", -1)).hasSize(2);
        assertThat(page.split("<h1", -1)).hasSize(2);
    }

    @Test
    void itLeavesNoCookieAndIsTheSameSecondTime() throws Exception {
        for (int i = 0; i < 2; i++) {
            var answer = answer(get("/m/" + slug + "/embed?lang=ja&theme=dark"));
            assertThat(answer.getHeaders("Set-Cookie")).isEmpty();
            assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                    .contains("<html lang=\"ja\" data-theme=\"dark\">");
        }
        assertThat(text(get("/m/" + slug + "/embed?lang=ja"))).contains("<html lang=\"ja\">");
        assertThat(text(get("/m/" + slug + "/embed?theme=neon"))).doesNotContain("data-theme");
        assertThat(text(get("/m/" + slug + "/embed").cookie(new Cookie("lang", "ru"))))
                .contains("<html lang=\"ru\"");
    }

    @Test
    void aTopicADayOrASessionStandsAlone() throws Exception {
        assertThat(text(get("/m/" + slug + "/embed?country=UZ&lang=en")))
                .contains("EVIL22", "Uzbekistan")
                .doesNotContain("WATER2");
        assertThat(text(get("/m/" + slug + "/embed?day=2027-06-09&lang=en"))).contains("Nothing is planned");
        assertThat(text(get("/m/" + slug + "/embed?session=WATER2&lang=en")))
                .contains("WATER2")
                .doesNotContain("EVIL22");
        assertThat(answer(get("/m/" + slug + "/embed?session=NOSUCH")).getStatus())
                .isEqualTo(404);
        assertThat(text(get("/m/" + slug + "/embed?lang=en")))
                .doesNotContain("<script>alert", " onload=\"alert(2)\"", "<h3 onload");
    }

    @Test
    void aDayOfAThousandSessionsKeepsTheBudgetAndAsksTheDatabaseNothing() throws Exception {
        var large = "c" + UUID.randomUUID().toString().substring(0, 8);
        published.publish(SharedSchedules.agenda("38c3.xml.gz", large, "Europe/Berlin"));
        var path = "/m/" + large + "/embed?lang=en&day=2024-12-28";

        var page = answer(get(path).header("Accept-Encoding", "gzip"));

        assertThat(page.getContentAsByteArray().length).isLessThan(85_000);
        var statements = SqlCounter.count(() -> {
            try {
                answer(get(path));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(statements).isZero();
    }

    @Test
    void anotherSiteLearnsHowToShowAnAddressOfOurs() throws Exception {
        var page = text(get("/m/" + slug + "/programme?topic=aral-sea&lang=en"));
        var link = page.replaceAll("(?s).*type=\"application/json\\+oembed\" href=\"([^\"]+)\".*", "$1");
        assertThat(link).startsWith(installation.address("/oembed?url="));

        var told = json(get(java.net.URI.create(
                link.replace("&amp;", "&").substring(installation.address("").length()))));

        assertThat(told.get("type").asString()).isEqualTo("rich");
        assertThat(told.get("version").asString()).isEqualTo("1.0");
        assertThat(told.get("html").asString())
                .startsWith("<iframe src=\"" + installation.address("/m/" + slug + "/embed?topic=aral-sea"))
                .doesNotContain("<script");
        var person = Pattern.compile("/m/" + slug + "/people/[0-9A-Z]+")
                .matcher(text(get("/m/" + slug + "/sessions/WATER2")));
        assertThat(person.find()).isTrue();
        assertThat(text(get(person.group()))).contains("SATO").doesNotContain("oembed");
    }

    @Test
    void itIsNamedInTheLanguageThatTheAddressAsksFor() throws Exception {
        var told = json(oembed(installation.address("/m/" + slug + "/programme?lang=ja")));

        assertThat(told.get("title").asString()).startsWith("プログラム");
        assertThat(told.get("html").asString()).contains("lang=ja");
    }

    @Test
    void theSizeIsNeverLargerThanTheSiteAllows() throws Exception {
        var told = json(oembed(installation.address("/m/" + slug + "/sessions/EVIL22"))
                .param("maxwidth", "320")
                .param("maxheight", "9999"));

        assertThat(told.get("width").asInt()).isEqualTo(320);
        assertThat(told.get("height").asInt()).isLessThan(9999);
        assertThat(told.get("html").asString())
                .contains("session=EVIL22", "width=\"320\"")
                .doesNotContain("<script", "onload=\"");
        assertThat(json(oembed(installation.address("/m/" + slug)).param("maxheight", "90"))
                        .get("height")
                        .asInt())
                .as("however little can be read in it")
                .isEqualTo(90);
    }

    @Test
    void nothingIsSaidOfOtherAddresses() throws Exception {
        for (var address : Map.of(
                        "of another host", "https://elsewhere.example/m/" + slug + "/programme",
                        "that begins like ours", installation.address("") + ".evil.example/m/" + slug,
                        "of no meeting", installation.address("/m/no-such-meeting"),
                        "of no session", installation.address("/m/" + slug + "/sessions/NOSUCH"),
                        "of no topic", installation.address("/m/" + slug + "/topics/nothing"),
                        "that is one person's", installation.address("/m/" + slug + "/mine"),
                        "that is none", installation.address("/m/" + slug + "/%%%"),
                        "that is empty", "")
                .entrySet()) {
            assertThat(answer(oembed(address.getValue())).getStatus())
                    .as("an address " + address.getKey())
                    .isEqualTo(404);
        }
        assertThat(answer(oembed(installation.address("/m/" + slug)).param("format", "xml"))
                        .getStatus())
                .isEqualTo(501);
        published.show(meeting, false);
        assertThat(answer(oembed(installation.address("/m/" + slug))).getStatus())
                .isEqualTo(404);
        assertThat(answer(get("/m/" + slug + "/embed")).getStatus()).isEqualTo(404);
        assertThat(answer(get("/m/" + slug + "/feed.json")).getStatus()).isEqualTo(404);
    }

    @Test
    void aFeedTellsWhatEachReleaseChanged() throws Exception {
        published.callOff(meeting, "WATER2");

        var answer = answer(get("/m/" + slug + "/feed.json?lang=en"));
        var feed = JsonMapper.shared().readTree(answer.getContentAsByteArray());

        assertThat(answer.getContentType()).startsWith("application/feed+json");
        assertThat(feed.get("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.get("feed_url").asString())
                .isEqualTo(installation.address("/m/" + slug + "/feed.json?lang=en"));
        assertThat(feed.get("items").size()).isEqualTo(2);
        var newest = feed.get("items").get(0);
        assertThat(newest.get("title").asString()).contains("2");
        assertThat(newest.get("content_html").asString())
                .contains("Water for the Aral Sea", installation.address("/m/" + slug + "/sessions/WATER2"))
                .doesNotContain("<script>");
        assertThat(newest.get("date_published").asString()).matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");
        assertThat(text(get("/m/" + slug + "/releases"))).contains("id=\"release-2\"");
        assertThat(newest.get("id").asString())
                .as("the same in every language")
                .isEqualTo(json(get("/m/" + slug + "/feed.json?lang=ja"))
                        .get("items")
                        .get(0)
                        .get("id")
                        .asString());
    }

    private MockHttpServletRequestBuilder oembed(String address) {
        return get("/oembed").param("url", address);
    }

    private JsonNode json(MockHttpServletRequestBuilder request) throws Exception {
        var answer = answer(request);
        assertThat(answer.getStatus()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.getContentAsByteArray());
    }

    private String text(MockHttpServletRequestBuilder request) throws Exception {
        return answer(request).getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request).andReturn().getResponse();
    }
}
