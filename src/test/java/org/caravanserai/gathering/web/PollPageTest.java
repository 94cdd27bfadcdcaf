package org.caravanserai.gathering.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.caravanserai.gathering.Gatherings;
import org.caravanserai.gathering.poll.Choice;
import org.caravanserai.gathering.poll.PollBoard;
import org.caravanserai.gathering.poll.Polling;
import org.caravanserai.people.Person;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.text.Language;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@IntegrationTest
class PollPageTest {

    @Autowired
    WebApplicationContext context;

    @Autowired
    Gatherings gatherings;

    @Autowired
    Polling polling;

    private Person sato;
    private PollBoard poll;
    private String address;

    @BeforeEach
    void open() {
        sato = gatherings.person("SATO Junichi", "Asia/Tokyo");
        var guest = polling.address();
        poll = polling.draft(sato, 2);
        polling.invite(poll, sato, "Dilnoza", guest);
        polling.open(poll, sato);
        address = "/poll/" + polling.secret(guest);
    }

    @Test
    void itIsAnsweredWithoutAnAccountOrAScriptAndTheSecretStaysHere() throws Exception {
        var seen = get(address);
        assertThat(seen.getStatus()).isEqualTo(200);
        assertThat(seen.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(seen.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(seen.getHeader("X-Robots-Tag")).contains("noindex");
        assertThat(page(seen).select("main").text()).doesNotContain("@");

        var answered = send(MockMvcRequestBuilders.post(address + "?tz=Asia/Bishkek")
                .param("do", "save")
                .param(field(0), "YES")
                .param(field(1), "NO")
                .param("note", "Gladly"));
        assertThat(answered.getStatus()).isEqualTo(303);
        var kept = page(get(Objects.requireNonNull(answered.getHeader("Location"))));
        assertThat(kept.select("input[checked]").eachAttr("value")).containsExactly("YES", "NO");
        assertThat(kept.select("[role=status]").text()).contains("kept");
        assertThat(kept.select("textarea").text()).isEqualTo("Gladly");
        assertThat(polling.now(poll, sato).guests().getFirst().choices().values())
                .containsExactlyInAnyOrder(Choice.YES, Choice.NO);
    }

    @Test
    void whatIsRefusedKeepsWhatWasTyped() throws Exception {
        var refused = send(MockMvcRequestBuilders.post(address)
                .param("do", "save")
                .param(field(0), "PERHAPS")
                .param("answer-nonsense", "YES")
                .param("note", "I do not know yet"));

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(page(refused).select("[role=alert]").text()).isNotBlank();
        assertThat(page(refused).select("textarea").text()).isEqualTo("I do not know yet");

        var tooLong = send(MockMvcRequestBuilders.post(address)
                .param("do", "save")
                .param(field(1), "IF_NEED_BE")
                .param("note", "x".repeat(1_001)));
        assertThat(tooLong.getStatus()).isEqualTo(422);
        assertThat(page(tooLong).select("input[checked]").eachAttr("value")).containsExactly("IF_NEED_BE");
        assertThat(polling.now(poll, sato).answered()).isZero();
    }

    @Test
    void anotherZoneShowsTheSameInstantsAndKeepsWhatWasTyped() throws Exception {
        var before = page(get(address + "?tz=Asia/Almaty"));
        var after = page(send(MockMvcRequestBuilders.post(address + "?tz=Asia/Almaty")
                .param("do", "zone")
                .param("zone", "Asia/Tokyo")
                .param(field(0), "YES")
                .param("note", "half a word")));

        assertThat(after.select("legend time").eachAttr("datetime"))
                .isEqualTo(before.select("legend time").eachAttr("datetime"))
                .hasSize(2);
        assertThat(before.expectFirst("legend").text()).contains("10:00").contains("Almaty");
        assertThat(after.expectFirst("legend").text()).contains("14:00").contains("Tokyo");
        assertThat(after.expectFirst("fieldset").select("p").text()).contains("10:00");
        assertThat(after.select("input[checked]").eachAttr("value")).containsExactly("YES");
        assertThat(after.select("textarea").text()).isEqualTo("half a word");
        assertThat(before.expectFirst("form").attr("data-kept")).isEmpty();
        assertThat(after.expectFirst("form").attr("data-kept"))
                .as("it has not been taken")
                .isEqualTo("unsent");
        assertThat(polling.now(poll, sato).answered()).isZero();
    }

    @Test
    void theScriptThatFindsTheZoneComesAlongOnlyWhileTheZoneIsUnknown() throws Exception {
        var finding = "script[src*=device-zone]";
        assertThat(page(get(address)).select(finding)).hasSize(1);
        assertThat(page(get(address + "?tz=Asia/Tokyo")).select(finding)).isEmpty();
        assertThat(page(get(address + "?tz=Nowhere/Land")).select("form")).hasSize(1);
    }

    @Test
    void aLinkThatLeadsNowhereIsExplainedInEveryLanguage() throws Exception {
        for (var language : Language.values()) {
            var told = get("/poll/0123456789abcdef0123456789abcdef?lang=" + language.tag());
            assertThat(told.getStatus()).isEqualTo(404);
            assertThat(page(told).select("main p").text()).isNotBlank().doesNotContain("poll.page");
        }
    }

    private String field(int candidate) {
        return "answer-" + poll.candidates().get(candidate).key();
    }

    private MockHttpServletResponse get(String at) throws Exception {
        return send(MockMvcRequestBuilders.get(java.net.URI.create(at)));
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build()
                .perform(request.with(csrf()).header("Accept", "text/html"))
                .andReturn()
                .getResponse();
    }

    private static Document page(MockHttpServletResponse response) throws Exception {
        return Jsoup.parse(response.getContentAsString(StandardCharsets.UTF_8));
    }
}
