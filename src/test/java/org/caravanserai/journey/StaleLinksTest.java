package org.caravanserai.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.text.Language;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A link that is used up, too old, mistyped or made up leads to a page that says so in its reader's language. */
@IntegrationTest
class StaleLinksTest {

    @Autowired
    WebApplicationContext context;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/verify-email?token=0123456789abcdef0123456789abcdef",
                "/verify-email?move=0123456789abcdef0123456789abcdef",
                "/verify-email?token=%00%0d%0aSet-Cookie:x",
                "/reset?token=0123456789abcdef0123456789abcdef",
                "/reset?token=%3Cscript%3Ealert(1)%3C/script%3E",
                "/set-up?token=../../etc/passwd",
                "/invitations/0123456789abcdef0123456789abcdef",
                "/invitations/%E2%80%AEevil",
                "/invitations/a%20b"
            })
    void aStaleLinkIsExplainedInEveryLanguage(String address) throws Exception {
        var told = new HashSet<String>();
        for (var language : Language.values()) {
            for (var request : List.of(MockMvcRequestBuilders.get(java.net.URI.create(address)), post(address))) {
                var response = MockMvcBuilders.webAppContextSetup(context)
                        .apply(springSecurity())
                        .build()
                        .perform(request.header("Accept-Language", language.tag())
                                .header("Accept", "text/html"))
                        .andReturn()
                        .getResponse();
                assertThat(response.getStatus()).as(address).isIn(200, 404, 410, 422);
                var page = Jsoup.parse(response.getContentAsString(StandardCharsets.UTF_8));
                assertThat(page.select("html").attr("lang")).isEqualTo(language.tag());
                var words = page.select("main").text();
                assertThat(words)
                        .isNotBlank()
                        .doesNotContain("people.link", "proposal.invitation", "alert(1)", "Set-Cookie");
                assertThat(page.select("main input[type=password]"))
                        .as("no form that could not work")
                        .isEmpty();
                assertThat(response.getHeaderNames()).doesNotContain("Set-Cookie:x");
                told.add(language + words);
            }
        }
        assertThat(told.stream().map(t -> t.substring(2)).distinct().count())
                .as("languages that differ")
                .isGreaterThanOrEqualTo(Language.values().length);
    }

    /** The answer to the page's form, sent by hand or from a page that stayed open. */
    private static MockHttpServletRequestBuilder post(String address) {
        return MockMvcRequestBuilders.post(java.net.URI.create(address))
                .param("password", "saxaul-roots-hold-sand")
                .param("answer", "confirm")
                .param("published", "Aizhan Bekova")
                .param("email", "aizhan@example.org")
                .with(csrf());
    }
}
