package org.caravanserai.partnering.tables.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.securityContext;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.MeetingFixtures;
import org.caravanserai.partnering.tables.EventFixtures;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Role;
import org.caravanserai.print.PrintedFile;
import org.caravanserai.print.PrintedText;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Who gets which paper of an event, and how. */
@IntegrationTest
class PaperControllerTest {

    @Autowired
    MeetingFixtures fixtures;

    @Autowired
    EventFixtures events;

    @Autowired
    WebApplicationContext context;

    private MockMvc mvc;
    private Meeting meeting;
    private UUID event;
    private PersonId organiser;
    private PersonId aiko;
    private PersonId bolat;
    private UUID a;
    private UUID b;

    @BeforeEach
    void anEventOfThree() {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        meeting = fixtures.openMeeting();
        organiser = fixtures.personAs(Role.ORGANISER, meeting);
        aiko = fixtures.person("Aiko Sato");
        bolat = fixtures.person("Bolat Akhmetov");
        event = events.open(meeting.id());
        a = events.enlist(event, aiko, "en");
        b = events.enlist(event, bolat, "en");
    }

    private MockHttpServletResponse get(PersonId who, String address) {
        return answer(who, MockMvcRequestBuilders.get(URI.create(address)));
    }

    private MockHttpServletResponse answer(PersonId who, MockHttpServletRequestBuilder request) {
        try {
            return mvc.perform(request.header("Accept", "*/*")
                            .with(csrf())
                            .with(securityContext(Acting.as(who, SecurityContextHolder::getContext))))
                    .andReturn()
                    .getResponse();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private String paper(String file) {
        return "/m/" + meeting.slug().value() + "/tables/" + event + "/" + file;
    }

    /** Orders a paper, waits as its page says, and reads it. */
    private PrintedText made(PersonId who, String file) throws Exception {
        var ordered = get(who, paper(file));
        assertThat(ordered.getStatus()).isEqualTo(303);
        var progress = Objects.requireNonNull(ordered.getHeader("Location"));
        await().atMost(Duration.ofSeconds(120))
                .until(() -> get(who, progress).getContentAsString().contains("Download the PDF"));
        var ready = get(who, paper(file));
        assertThat(ready.getStatus()).isEqualTo(200);
        assertThat(ready.getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(ready.getHeader("Cache-Control")).contains("no-store");
        return new PrintedText(new PrintedFile(ready.getContentAsByteArray(), 0, "", ""));
    }

    @Test
    void organisersGetASignForEachTableAndASheetForEverybodyAsThingsStandNow() throws Exception {
        events.give(event, a, b, 0);
        try (var signs = made(organiser, "signs.pdf")) {
            assertThat(signs.document().getNumberOfPages()).isEqualTo(2);
            assertThat(signs.page(1)).contains("Aiko Sato – Bolat Akhmetov");
            assertThat(signs.page(2)).contains("Nobody meets here");
        }
        try (var sheets = made(organiser, "sheets.pdf")) {
            assertThat(sheets.bookmarks()).hasSize(3).endsWith("Aiko Sato", "Bolat Akhmetov");
        }
        var chiyo = events.enlist(event, fixtures.person("Chiyo Mori"), "en");
        events.give(event, b, chiyo, 1);
        try (var signs = made(organiser, "signs.pdf")) {
            assertThat(signs.page(1)).contains("Bolat Akhmetov – Chiyo Mori");
        }
    }

    @Test
    void aPersonGetsHerOwnSheetAndNoOthersNeitherAsAFileNorAsAPage() throws Exception {
        var chiyo = events.enlist(event, fixtures.person("Chiyo Mori"), "en");
        events.give(event, a, b, 0);
        events.give(event, b, chiyo, 1);
        var ordered = get(aiko, paper("mine.pdf"));
        var progress = Objects.requireNonNull(ordered.getHeader("Location"));
        try (var mine = made(aiko, "mine.pdf")) {
            assertThat(mine.text()).contains("Aiko Sato", "Bolat Akhmetov").doesNotContain("Chiyo");
        }
        assertThat(get(bolat, progress).getContentAsString())
                .as("what she has waited for is not there for him")
                .doesNotContain("Download the PDF");
        try (var his = made(bolat, "mine.pdf")) {
            assertThat(his.text()).contains("Aiko Sato", "Chiyo Mori");
        }
        for (var file : new String[] {"signs.pdf", "sheets.pdf", "print/signs", "print/sheets"}) {
            assertThat(get(aiko, paper(file)).getStatus()).as(file).isEqualTo(404);
        }
        var stranger = fixtures.person("Somebody Else");
        for (var file : new String[] {"signs.pdf", "sheets.pdf", "mine.pdf", "print/mine"}) {
            assertThat(get(stranger, paper(file)).getStatus()).as(file).isEqualTo(404);
        }
        assertThat(answer(stranger, MockMvcRequestBuilders.post(URI.create(paper("print/mine/stop"))))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void beforeMeetingsAreGivenOutThereIsNothingOnPaper() {
        for (var who : new PersonId[] {organiser, aiko}) {
            for (var file : new String[] {"signs.pdf", "sheets.pdf", "mine.pdf"}) {
                assertThat(get(who, paper(file)).getStatus()).as(file).isEqualTo(404);
            }
        }
    }

    @Test
    void whatIsNoDayOrNoPaperIsNotFound() {
        events.give(event, a, b, 0);
        assertThat(get(organiser, paper("signs.pdf?day=soon")).getStatus()).isEqualTo(404);
        assertThat(get(organiser, paper("money.pdf")).getStatus()).isEqualTo(404);
    }
}
