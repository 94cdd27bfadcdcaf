package org.caravanserai.people.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.UUID;
import org.caravanserai.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@IntegrationTest
class AccountPagesTest {

    private static final String PASSWORD = "four quiet camels walk";

    @Autowired
    WebApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    private MockMvc mvc = MockMvcBuilders.standaloneSetup(new Object()).build();
    private final String email = "p" + UUID.randomUUID().toString().substring(0, 12) + "@titech.ac.jp";
    private final String from = "10." + Math.abs(email.hashCode() % 250) + "." + Math.abs(email.hashCode() / 250 % 250)
            + "." + Math.abs(email.hashCode() / 62_500 % 250);

    @BeforeEach
    void withSecurity() {
        mvc = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @Test
    void fromRegisteringToTheApplicationByPagesAlone() throws Exception {
        assertThat(ask(registering(email)).getStatus()).isEqualTo(200);
        var link = linkInMail();
        var page = ask(get(link)).getContentAsString();
        assertThat(page).contains(email);

        var confirmed = ask(post("/verify-email").with(csrf()).param("token", link.substring(link.indexOf('=') + 1)));
        assertThat(confirmed.getContentAsString()).contains("/sign-in?to=%2Fapp%2Fproposals");

        var signedIn =
                ask(signingIn(email, PASSWORD).param("to", "/app/proposals").param("stay", "true"));
        assertThat(signedIn.getRedirectedUrl()).isEqualTo("/app/proposals");
        assertThat(signedIn.getCookie("stay")).isNotNull();
        assertThat(signedIn.getHeaders("Set-Cookie"))
                .anySatisfy(c -> assertThat(c).startsWith("stay=").contains("HttpOnly", "SameSite=Lax"));
    }

    @Test
    void anAddressThatHasAnAccountGetsTheVerySamePage() throws Exception {
        var unknown = ask(registering(email));
        ask(post("/verify-email").with(csrf()).param("token", linkInMail().replaceAll(".*=", "")));

        var known = ask(registering(email));

        assertThat(known.getStatus()).isEqualTo(unknown.getStatus());
        assertThat(known.getContentAsByteArray()).isEqualTo(unknown.getContentAsByteArray());
    }

    @Test
    void whatWasTypedStaysWhenSomethingIsRefused() throws Exception {
        var page = ask(registering("no address").param("kana", "さとう じゅんいち").param("nativeScript", "\"><b>佐藤</b>"));

        assertThat(page.getStatus()).isEqualTo(422);
        assertThat(page.getContentAsString())
                .contains("value=\"no address\"", "さとう じゅんいち", "SATO Junichi", "href=\"#email\"", "email-problem")
                .contains("佐藤")
                .doesNotContain("\"><b>佐藤");
    }

    @Test
    void theLanguageChangesWithoutLosingWhatWasTyped() throws Exception {
        var page = ask(registering(email).queryParam("lang", "ja").param("again", "true"));

        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getContentAsString())
                .contains("<html lang=\"ja\">", "新規登録", "SATO Junichi", email, PASSWORD)
                .doesNotContain("problem\"");
    }

    @Test
    void aRedirectNeverLeadsToAnotherHost() throws Exception {
        ask(registering(email));
        ask(post("/verify-email").with(csrf()).param("token", linkInMail().replaceAll(".*=", "")));

        for (var target :
                new String[] {"https://evil.example/", "//evil.example/", "/\\evil.example", "/\t/evil.example"}) {
            assertThat(ask(signingIn(email, PASSWORD).param("to", target)).getRedirectedUrl())
                    .as(target)
                    .isEqualTo("/app/");
        }
    }

    @Test
    void whatNobodyDeclaredPublicAsksForSigningIn() throws Exception {
        assertThat(ask(get("/anything/else")).getRedirectedUrl()).isEqualTo("/sign-in?to=%2Fanything%2Felse");
    }

    @Test
    void withoutItsTokenAFormIsRefused() throws Exception {
        assertThat(ask(post("/sign-in").param("email", email)).getStatus()).isEqualTo(403);
    }

    @Test
    void outsideTheDemonstrationNobodyEntersByAClick() throws Exception {
        assertThat(ask(post("/demo/enter").with(csrf()).param("part", "administrator"))
                        .getStatus())
                .isEqualTo(404);
    }

    private MockHttpServletRequestBuilder registering(String address) {
        return post("/register")
                .with(csrf())
                .param("published", "SATO Junichi")
                .param("family", "SATO")
                .param("given", "Junichi")
                .param("email", address)
                .param("password", PASSWORD)
                .param("country", "JP")
                .param("to", "/app/proposals");
    }

    private MockHttpServletRequestBuilder signingIn(String address, String password) {
        return post("/sign-in").with(csrf()).param("email", address).param("password", password);
    }

    private MockHttpServletResponse ask(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(r -> {
                    r.setRemoteAddr(from);
                    return r;
                }))
                .andReturn()
                .getResponse();
    }

    private String linkInMail() {
        var text = jdbc.sql("select text_body from outbox_message where recipient = ? order by id desc")
                .param(email)
                .query(String.class)
                .list()
                .getFirst();
        var matcher = java.util.regex.Pattern.compile("/verify-email\\?token=[A-Za-z0-9_-]+")
                .matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group();
    }
}
