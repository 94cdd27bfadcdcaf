package org.caravanserai.mail.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import org.caravanserai.mail.Outbox;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.platform.Actor;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.text.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

@IntegrationTest
@ActiveProfiles("demo")
class DemoMailboxTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    Outbox outbox;

    @Autowired
    PeopleProperties properties;

    @Autowired
    TransactionTemplate transaction;

    MockMvc browser = MockMvcBuilders.standaloneSetup().build();

    @BeforeEach
    void aBrowser() {
        DefaultMockMvcBuilder builder =
                MockMvcBuilders.webAppContextSetup(application).apply(springSecurity());
        browser = builder.build();
    }

    @Test
    void aStrangerFollowsTheLinkOfTheMessageThatConfirmsHerAddress() throws Exception {
        queue("Confirm", "Dear <b>Aigul</b>,\n\nthis is you.", "Confirm the address", "/verify-email?token=abc-1");

        var page = page("/demo/mailbox?lang=en");

        assertThat(page)
                .contains(">Confirm</h2>")
                .contains("To stranger@example.org")
                .contains("Dear &lt;b&gt;Aigul&lt;/b&gt;,")
                .contains("<a class=\"button\" href=\"/verify-email?token=abc-1\">Confirm the address</a>")
                .doesNotContain(properties.address("/verify-email"))
                .doesNotContain("<b>Aigul");
    }

    @Test
    void theNewestStandsFirstAndAMessageWithoutButtonShowsNone() throws Exception {
        queue("The elder", "One line: it ends in a colon:", "", "");
        // Keys tell milliseconds apart.
        var then = System.currentTimeMillis();
        while (System.currentTimeMillis() == then) {
            Thread.onSpinWait();
        }
        queue("The younger", "Another line", "", "");

        var page = page("/demo/mailbox?lang=en");

        assertThat(page.indexOf("The younger")).isPositive().isLessThan(page.indexOf("The elder"));
        assertThat(page.substring(page.indexOf("The younger"), page.indexOf("</article>")))
                .doesNotContain("class=\"button\"");
        assertThat(page).contains("One line: it ends in a colon:</p>");
    }

    @Test
    void thePageSpeaksItsReadersLanguageAndMarksTheMessagesOwn() throws Exception {
        queue("Confirm", "text", "", "");

        assertThat(page("/demo/mailbox?lang=ja"))
                .contains("<html lang=\"ja\">")
                .contains("宛先：stranger@example.org")
                .contains(" lang=\"en\">Confirm</h2>");
    }

    private void queue(String subject, String text, String label, String path) {
        Actor.asSystem(() -> transaction.executeWithoutResult(t -> outbox.queue(new Outbox.Message(
                new EmailAddress("stranger@example.org"),
                null,
                null,
                "test",
                Language.EN,
                subject,
                text,
                label,
                path.isEmpty() ? "" : properties.address(path)))));
    }

    private String page(String address) throws Exception {
        MockHttpServletResponse response =
                browser.perform(get(address)).andReturn().getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        return response.getContentAsString(StandardCharsets.UTF_8);
    }
}
