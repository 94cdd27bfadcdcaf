package org.caravanserai.partnering.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Role;
import org.caravanserai.platform.SignedLinks;
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

/** The page behind the link in the mail: one opens it and presses once. */
@IntegrationTest
class FollowUpPageTest {

    private static final String HOSTILE = "<img src=x onerror=alert(1)>";

    @Autowired
    WebApplicationContext context;

    @Autowired
    FollowUpScene scene;

    @Autowired
    SignedLinks links;

    private Meeting meeting;
    private PersonId aigul;
    private PersonId sato;
    private String address;

    @BeforeEach
    void twoPeopleHaveMet() {
        meeting = scene.meeting();
        aigul = scene.member("Aigul Nurlanova", Role.REVIEWER, meeting);
        sato = scene.member("SATO Junichi", Role.REVIEWER, meeting);
        scene.met(meeting, HOSTILE, aigul, sato);
        address = "/follow-up/" + scene.link(aigul);
    }

    @Test
    void lookingChangesNothingAndTellsNobodyTheAddress() throws Exception {
        var seen = get(address + "?came=VISIT&act=stop&note=by+a+robot");

        assertThat(seen.getStatus()).isEqualTo(200);
        assertThat(seen.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(seen.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        var page = page(seen);
        assertThat(page.select("main").text()).contains(HOSTILE).contains("UTC");
        assertThat(page.select("main img")).isEmpty();
        assertThat(page.select("button[name=came]").eachAttr("aria-pressed")).containsOnly("false");
        var line = scene.latest(aigul);
        assertThat(line.came()).isEmpty();
        assertThat(line.note()).isEmpty();
        assertThat(line.next()).isPresent();
    }

    @Test
    void onePressAnswersAndAnotherChangesIt() throws Exception {
        assertThat(pressed("CONTACT")).containsExactly("✓ We are in touch");
        assertThat(pressed("VISIT")).containsExactly("✓ We are in touch", "✓ A visit");
        assertThat(pressed("CONTACT")).containsExactly("✓ A visit");
        assertThat(pressed("NOTHING")).containsExactly("✓ Nothing so far");
        assertThat(page(get(address)).select("[role=status]").text()).contains("kept");
        assertThat(pressed("NOTHING")).isEmpty();
        assertThat(page(get(address)).select("[role=status]")).isEmpty();
        assertThat(scene.latest(sato).came()).as("the other's own answer").isEmpty();
    }

    @Test
    void aLineIsKeptAndOneThatIsTooLongStaysToBeShortened() throws Exception {
        assertThat(post("act", "write", "note", " In Sapporo ").getStatus()).isEqualTo(303);
        assertThat(page(get(address)).select("#note").val()).isEqualTo("In Sapporo");

        var refused = post("act", "write", "note", "x".repeat(501));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(page(refused).select("[role=alert]").text()).contains("500");
        assertThat(page(refused).select("#note").val()).hasSize(501);
        assertThat(scene.latest(aigul).note()).isEqualTo("In Sapporo");
    }

    @Test
    void whoStopsIsNotAskedAgainButMayStillAnswer() throws Exception {
        assertThat(page(get(address)).select("button[value=stop]")).hasSize(1);
        assertThat(post("act", "stop").getStatus()).isEqualTo(303);

        assertThat(scene.latest(aigul).next()).isEmpty();
        assertThat(scene.latest(sato).next()).isPresent();
        assertThat(page(get(address)).select("button[value=stop]")).isEmpty();
        assertThat(pressed("DOCUMENT")).containsExactly("✓ A signed document");
    }

    @Test
    void whatNobodyOffersIsNotSaid() throws Exception {
        assertThat(post("came", "WEDDING").getStatus()).isEqualTo(303);
        assertThat(scene.latest(aigul).came()).isEmpty();
    }

    @Test
    void aWrongOrForeignLinkAndOneWhoseMeetingIsGoneLeadNowhereInEveryLanguage() throws Exception {
        var key = scene.latest(aigul).key().toString();
        for (var wrong : List.of(
                "x",
                key,
                scene.link(aigul) + "x",
                scene.latest(sato).key() + scene.link(aigul).substring(key.length()),
                links.sign("stop-mail", key))) {
            assertLeadsNowhere("/follow-up/" + wrong);
        }
        scene.gone(aigul);
        assertLeadsNowhere(address);
    }

    @Test
    void itSpeaksEveryLanguage() throws Exception {
        for (var language : Language.values()) {
            var page = page(get(address + "?lang=" + language.tag()));
            assertThat(page.select("html").attr("lang")).isEqualTo(language.tag());
            assertThat(page.select("main").text()).doesNotContain("followup.");
            assertThat(page.select("button[name=came]")).hasSize(CameOfIt.values().length);
        }
        assertThat(page(get(address + "?lang=ja")).select("h1").text())
                .isNotEqualTo(page(get(address + "?lang=en")).select("h1").text());
    }

    private void assertLeadsNowhere(String at) throws Exception {
        for (var language : Set.of(Language.EN, Language.JA, Language.KK)) {
            var told = get(at + "?lang=" + language.tag());
            assertThat(told.getStatus()).isEqualTo(404);
            assertThat(page(told).select("main p").text()).isNotBlank().doesNotContain("followup.");
            assertThat(page(told).select("main form")).isEmpty();
        }
        var pressed = send(MockMvcRequestBuilders.post(URI.create(at)).param("came", "VISIT"));
        assertThat(pressed.getStatus()).isEqualTo(404);
    }

    /** Presses one and reads on the page that follows what was said. */
    private List<String> pressed(String came) throws Exception {
        var answered = post("came", came);
        assertThat(answered.getStatus()).isEqualTo(303);
        assertThat(answered.getHeader("Location")).isEqualTo(address);
        return page(get(address)).select("button[aria-pressed=true]").eachText();
    }

    private MockHttpServletResponse post(String... fields) throws Exception {
        var request = MockMvcRequestBuilders.post(URI.create(address));
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return send(request);
    }

    private MockHttpServletResponse get(String at) throws Exception {
        return send(MockMvcRequestBuilders.get(URI.create(at)));
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
