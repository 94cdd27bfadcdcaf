package org.caravanserai.mail.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.caravanserai.mail.NoticeChoice.ByMail;
import org.caravanserai.mail.NoticeChoices;
import org.caravanserai.mail.Outbox;
import org.caravanserai.mail.SentMail;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.text.Language;
import org.caravanserai.text.PersonName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

@IntegrationTest
class StopMailTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    Outbox outbox;

    @Autowired
    SentMail sent;

    @Autowired
    NoticeChoices choices;

    @Autowired
    Persons persons;

    @Autowired
    TransactionTemplate transaction;

    private MockMvc browser = MockMvcBuilders.standaloneSetup().build();
    private PersonId reader = new PersonId(UUID.randomUUID());
    private String mail = "";
    private String link = "";

    @BeforeEach
    void aMail() {
        DefaultMockMvcBuilder builder =
                MockMvcBuilders.webAppContextSetup(application).apply(springSecurity());
        browser = builder.build();
        reader = persons.save(new Person(PersonName.published("Aigul Nurlanova")))
                .id();
        transaction.executeWithoutResult(t -> outbox.queue(new Outbox.Message(
                new EmailAddress(UUID.randomUUID() + "@example.org"),
                reader,
                null,
                "group",
                Language.KK,
                "Хабар",
                "Құрметті әріптес",
                "",
                "")));
        mail = sent.whole(reader).getFirst();
        var header = Pattern.compile("(?m)^List-Unsubscribe: <https?://[^/]+(/notices/stop/[^>]+)>$")
                .matcher(mail);
        assertThat(header.find()).as(mail).isTrue();
        link = header.group(1);
    }

    @Test
    void aMailProgramStopsTheMailByOneRequestWithoutCookiesOrForm() throws Exception {
        assertThat(mail)
                .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click")
                .contains("Мұндай хаттарды тоқтату");

        var answer = answer(post(link).param("List-Unsubscribe", "One-Click"));

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getCookies()).isEmpty();
        assertThat(stopped()).isTrue();
    }

    @Test
    void lookingStopsNothingAndThePageHasOneButtonAndTheWayBack() throws Exception {
        var page = page(get(link + "?lang=en"));
        assertThat(stopped()).isFalse();
        assertThat(page).contains("Message to a group").containsOnlyOnce("<button");

        var done = page(post(link + "?lang=en").param("List-Unsubscribe", "One-Click"));
        assertThat(done).contains("No more mail comes to you").contains("name=\"again\"");
        page(post(link + "?lang=en").param("again", "true"));
        assertThat(stopped()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void thePageSpeaksTheReadersLanguage(Language language) throws Exception {
        var page = page(get(link + "?lang=" + language.tag()));

        assertThat(page).contains("<html lang=\"" + language.tag() + "\"").doesNotContain("notice.stop");
    }

    @Test
    void aLinkThatIsNotOursIsNotFoundAndTellsNothing() throws Exception {
        var answer = answer(post(link + "x").param("List-Unsubscribe", "One-Click"));

        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(stopped()).isFalse();
    }

    private boolean stopped() {
        return Acting.as(reader, () -> choices.mine().of("group").mail() == ByMail.NEVER);
    }

    private String page(MockHttpServletRequestBuilder request) throws Exception {
        var answer = answer(request);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request).andReturn().getResponse();
    }
}
