package org.caravanserai.gathering.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.caravanserai.gathering.Gatherings;
import org.caravanserai.gathering.booking.BookingRules;
import org.caravanserai.gathering.booking.MyOfficeHours;
import org.caravanserai.gathering.finding.DaySpans;
import org.caravanserai.platform.Ids;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@IntegrationTest
class BookPagesTest {

    private static final Pattern SLOT = Pattern.compile("href=\"(/book/[0-9A-Z]{6}\\?slot=[^\"]+)\"");

    private static final Pattern CHOICE = Pattern.compile("type=\"radio\" name=\"slot\" value=\"([^\"]+)\"");

    @Autowired
    Gatherings gatherings;

    @Autowired
    MyOfficeHours officeHours;

    @Autowired
    WebApplicationContext context;

    @Autowired
    TestClock clock;

    private MockMvc mvc;
    private String path;

    @BeforeEach
    void aPageThatIsOpen() {
        clock.set(Instant.parse("2028-06-05T00:00:00Z"));
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        var sato = gatherings.person("SATO <b>Junichi</b>", "Asia/Tokyo");
        var code = Acting.as(sato.id(), () -> {
            officeHours.keep(
                    0,
                    new BookingRules(
                            true,
                            "Ask <script>",
                            "Room 12",
                            30,
                            0,
                            9,
                            0,
                            20,
                            false,
                            List.of("What about?"),
                            Map.of(DayOfWeek.FRIDAY, DaySpans.read("8–9")),
                            Map.of()));
            return officeHours.read().code();
        });
        path = "/book/" + code;
    }

    @Test
    void slotsAreOnTheVisitorsClocksWithTheOwnersBeside() throws Exception {
        var page = text(get(path + "?tz=America/New_York"));

        // Eight on Friday in Tokyo is Thursday evening in New York.
        assertThat(page).contains("Thu").contains("19:00").contains("8:00 Tokyo");
        assertThat(page).doesNotContain("<script>").doesNotContain("<b>Junichi").doesNotContain("Room 12");
    }

    @Test
    void theDeviceIsAskedForItsZoneOnlyWhileTheZoneIsUnknown() throws Exception {
        assertThat(text(get(path))).contains("8:00").contains("device-zone");
        assertThat(text(get(path + "?tz=America/New_York"))).doesNotContain("device-zone");
    }

    @Test
    void whatIsMissingIsToldAndWhatWasTypedStays() throws Exception {
        var response = mvc.perform(post(path)
                        .param("slot", slot())
                        .param("name", "")
                        .param("email", "no address")
                        .param("answer0", "Salt & dust"))
                .andReturn()
                .getResponse();

        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(text(response))
                .contains("no address")
                .contains("Salt &amp; dust")
                .contains("Write your name");
    }

    @Test
    void aStrangerIsToldToLookIntoHerMailAndNotTheSecret() throws Exception {
        var response = mvc.perform(post(path)
                        .param("slot", slot())
                        .param("name", "Dana")
                        .param("email", Ids.code() + "@example.org"))
                .andReturn()
                .getResponse();

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(text(response)).contains("Look into your mail").doesNotContain("/book/mine/");
    }

    @Test
    void aSlotThatIsGoneLeadsToThoseThatAreLeft() throws Exception {
        var response = get(path + "?slot=2028-06-06T00:00:00Z");

        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(text(response)).contains("not free any more").containsPattern(SLOT);
    }

    @Test
    void whoComesTooLateForASlotChoosesAnotherAndKeepsWhatSheTyped() throws Exception {
        var slot = slot();
        take(slot);

        var late = take(slot);

        assertThat(late.getStatus()).isEqualTo(422);
        assertThat(text(late))
                .contains("not free any more")
                .contains("Salt &amp; dust", "value=\"Dana\"", "aria-describedby=\"slot-problem\"")
                .doesNotContain("name=\"slot\" value=\"" + slot + "\"")
                .containsPattern(CHOICE);
        var next = CHOICE.matcher(text(late));
        assertThat(next.find()).isTrue();
        assertThat(text(take(next.group(1)))).contains("Look into your mail");
    }

    @Test
    void otherDaysAreLookedAtWithoutLosingWhatWasTyped() throws Exception {
        var gone = "2028-06-06T00:00:00Z";
        var page = text(mvc.perform(post(path + "?tz=Asia/Tokyo")
                        .param("gone", gone)
                        .param("from", "2028-06-16")
                        .param("name", "Dana")
                        .param("answer0", "Salt & dust"))
                .andReturn()
                .getResponse());

        assertThat(page)
                .contains("Salt &amp; dust", "value=\"Dana\"", "not free any more")
                .contains("name=\"slot\" value=\"2028-06-15T23:00:00Z\"")
                .contains("name=\"from\" value=\"2028-06-09\"")
                .doesNotContain("name=\"slot\" value=\"2028-06-08T23:00:00Z\"");
    }

    @Test
    void whatIsWrongIsSaidAtItsField() throws Exception {
        var page = text(mvc.perform(
                        post(path).param("slot", slot()).param("name", "Dana").param("email", "no address"))
                .andReturn()
                .getResponse());

        assertThat(page)
                .containsPattern("id=\"email\"[^>]*aria-invalid=\"true\"[^>]*aria-describedby=\"email-problem")
                .contains("id=\"email-problem\"")
                .doesNotContain("name-problem");
    }

    @Test
    void aPageThatIsNotThereSaysSo() throws Exception {
        assertThat(get("/book/ZZZZZZ").getStatus()).isEqualTo(404);
        assertThat(get("/book/mine/nothing").getStatus()).isEqualTo(404);
        assertThat(get(path + "?from=yesterday&slot=now&tz=Nowhere").getStatus())
                .isEqualTo(200);
    }

    private String slot() throws Exception {
        var link = SLOT.matcher(text(get(path)));
        assertThat(link.find()).isTrue();
        return link.group(1).replaceFirst(".*slot=([^&]+).*", "$1");
    }

    private MockHttpServletResponse take(String slot) throws Exception {
        return mvc.perform(post(path)
                        .param("slot", slot)
                        .param("name", "Dana")
                        .param("email", Ids.code() + "@example.org")
                        .param("answer0", "Salt & dust"))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse get(String address) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.get(URI.create(address)))
                .andReturn()
                .getResponse();
    }

    private static MockHttpServletRequestBuilder post(String address) {
        return MockMvcRequestBuilders.post(URI.create(address)).with(csrf());
    }

    private static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
