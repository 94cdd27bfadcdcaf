package org.caravanserai.people.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.caravanserai.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@IntegrationTest
@ActiveProfiles("demo")
class DemoLinksTest {

    private static final String LINK = "<a href=\"/demo/mailbox\">Messages that the demonstration keeps</a>";

    @Autowired
    WebApplicationContext application;

    MockMvc browser = MockMvcBuilders.standaloneSetup().build();

    @BeforeEach
    void aBrowser() {
        DefaultMockMvcBuilder builder =
                MockMvcBuilders.webAppContextSetup(application).apply(springSecurity());
        browser = builder.build();
    }

    @Test
    void theSignInPageLeadsToTheMessagesThatAreKept() throws Exception {
        assertThat(page(get("/sign-in?lang=en"))).contains(LINK);
    }

    @Test
    void whoIsToldToLookIntoHerMailFindsTheWayToIt() throws Exception {
        assertThat(page(post("/forgot?lang=en")
                        .param("email", "nobody@example.org")
                        .with(csrf())))
                .contains(LINK);
    }

    private String page(RequestBuilder request) throws Exception {
        return browser.perform(request).andReturn().getResponse().getContentAsString();
    }
}
