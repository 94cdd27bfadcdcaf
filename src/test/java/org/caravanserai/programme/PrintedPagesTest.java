package org.caravanserai.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.text.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@IntegrationTest
class PrintedPagesTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    PublishedMeetings published;

    MockMvc browser = MockMvcBuilders.standaloneSetup().build();
    String slug = "";
    MeetingId meeting = new MeetingId(new UUID(0, 0));

    @BeforeEach
    void aPublishedProgramme() {
        browser = PublicBrowser.of(application);
        slug = "p" + UUID.randomUUID().toString().substring(0, 8);
        meeting = published.publish(PublishedMeetings.tokyo(slug));
    }

    @Test
    void aReaderGoesFromTheProgrammeToADocumentInHerLanguage() throws Exception {
        assertThat(text(get("/m/" + slug + "/programme?lang=ja"))).contains("/m/" + slug + "/print?lang=ja");
        assertThat(text(get("/m/" + slug + "/print?lang=ja")))
                .contains("action=\"/m/" + slug + "/abstracts.pdf\"")
                .contains("name=\"lang\" value=\"ja\"");

        var words = words(made("/m/" + slug + "/abstracts.pdf?lang=ja"));

        assertThat(words).contains("講演要旨集").contains("アラル海に水を").contains("安田講堂");
    }

    @Test
    void whileItIsMadeAPageTellsHowFarItIsAndThenOffersIt() throws Exception {
        var ordered = perform(get("/m/" + slug + "/programme.pdf?lang=en"));
        assertThat(ordered.getStatus()).isEqualTo(303);
        var waiting = Objects.requireNonNull(ordered.getHeader("Location"));
        assertThat(waiting).startsWith("/m/" + slug + "/print/programme?lang=en&ticket=");

        await().atMost(Duration.ofMinutes(2))
                .until(() -> text(get(URI.create(waiting))).contains("Download the PDF"));
        assertThat(text(get(URI.create(waiting))))
                .contains("href=\"/m/" + slug + "/programme.pdf?lang=en\"")
                .doesNotContain("fresh.js")
                .containsPattern("ready: \\d+ pages, \\d+ kB");
        assertThat(perform(get(URI.create(waiting))).getHeader("Cache-Control")).contains("no-store");
    }

    @Test
    void itIsAFileToSaveAndNotSentTwiceToWhoHasIt() throws Exception {
        var file = made("/m/" + slug + "/programme.pdf?lang=en");

        assertThat(file.getContentType()).isEqualTo("application/pdf");
        assertThat(file.getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"" + slug + "-programme-en.pdf\"");
        var again = perform(get("/m/" + slug + "/programme.pdf?lang=en")
                .header("If-None-Match", Objects.requireNonNull(file.getHeader("ETag"))));
        assertThat(again.getStatus()).isEqualTo(304);
        assertThat(again.getContentAsByteArray()).isEmpty();
    }

    @Test
    void itSaysWhatWasPublishedAndNeverADraft() throws Exception {
        assertThat(words(made("/m/" + slug + "/programme.pdf?lang=en")))
                .contains("Release 1")
                .doesNotContain("Cancelled");

        published.draft(meeting, "WATER2", "A secret title");
        assertThat(words(made("/m/" + slug + "/programme.pdf?lang=en")))
                .contains("Water for the Aral Sea")
                .doesNotContain("secret");

        published.callOff(meeting, "WATER2");
        assertThat(words(made("/m/" + slug + "/programme.pdf?lang=en")))
                .as("a new release is a new document")
                .contains("Release 2");
    }

    @Test
    void aMeetingThatIsNotOpenHasNoDocuments() throws Exception {
        made("/m/" + slug + "/programme.pdf?lang=en");
        published.show(meeting, false);

        for (var path : new String[] {"/programme.pdf?lang=en", "/abstracts.pdf", "/print", "/print/programme"}) {
            assertThat(perform(get("/m/" + slug + path)).getStatus()).as(path).isEqualTo(404);
        }
    }

    @Test
    void languagesThatNobodyWroteInMakeNoOtherDocument() throws Exception {
        made("/m/" + slug + "/abstracts.pdf?lang=en&text=en");

        assertThat(perform(get("/m/" + slug + "/abstracts.pdf?lang=en&text=tk&text=en&text=nonsense&text="))
                        .getStatus())
                .isEqualTo(200);
        assertThat(perform(get("/m/" + slug + "/print/poster")).getStatus()).isEqualTo(404);
    }

    @Test
    void lookingAtTheAddressAloneMakesNothing() throws Exception {
        var looked = perform(head("/m/" + slug + "/programme.pdf?lang=kk"));

        assertThat(looked.getHeader("Location")).isEqualTo("/m/" + slug + "/print/programme?lang=kk");
        assertThat(text(get("/m/" + slug + "/print/programme?lang=en"))).contains("Make it");
    }

    @Test
    void whoWaitsMayStopItWithHerOwnTicketAndAToken() throws Exception {
        var stop = "/m/" + slug + "/print/programme/stop?lang=en";

        assertThat(perform(post(stop).param("ticket", "x")).getStatus())
                .as("no page of ours sent it")
                .isEqualTo(403);
        var stopped = perform(post(stop).param("ticket", "x").with(csrf()));
        assertThat(stopped.getStatus()).isEqualTo(303);
        assertThat(stopped.getHeader("Location")).isEqualTo("/m/" + slug + "/print/programme?lang=en");
    }

    @Test
    void whoAsksForTooMuchIsToldToWait() throws Exception {
        var another = slug + "b";
        published.publish(PublishedMeetings.tokyo(another));
        var addresses = new ArrayList<String>();
        for (var document :
                List.of(slug + "/programme", slug + "/abstracts", another + "/programme", another + "/abstracts")) {
            for (var language : Language.values()) {
                addresses.add("/m/" + document + ".pdf?lang=" + language.tag());
            }
        }
        var ordered = new ArrayList<String>();
        MockHttpServletResponse refused = null;
        for (int i = 0; i < addresses.size() && refused == null; i++) {
            var answer = perform(from("192.0.2.7", addresses.get(i)));
            if (answer.getStatus() == 429) {
                refused = answer;
            } else {
                ordered.add(addresses.get(i));
            }
        }

        assertThat(refused).as("after %s", ordered).isNotNull();
        assertThat(Objects.requireNonNull(refused).getContentAsString(StandardCharsets.UTF_8))
                .contains("class=\"notice\"");
        assertThat(ordered).as("but some are made").hasSizeGreaterThanOrEqualTo(8);
        await().atMost(Duration.ofMinutes(3)).untilAsserted(() -> {
            for (var address : ordered) {
                assertThat(perform(from("192.0.2.7", address)).getStatus()).isEqualTo(200);
            }
        });
    }

    private static RequestBuilder from(String source, String address) {
        return get(URI.create(address)).with(request -> {
            request.setRemoteAddr(source);
            return request;
        });
    }

    private MockHttpServletResponse made(String address) {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> perform(get(URI.create(address))).getStatus() == 200);
        try {
            return perform(get(URI.create(address)));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String words(MockHttpServletResponse file) throws Exception {
        try (var document = Loader.loadPDF(file.getContentAsByteArray())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private String text(RequestBuilder request) throws Exception {
        return perform(request).getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse perform(RequestBuilder request) throws Exception {
        return browser.perform(request).andReturn().getResponse();
    }
}
