package org.caravanserai.mail.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.caravanserai.mail.DemoMailbox;
import org.caravanserai.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@IntegrationTest
class NoDemoMailboxTest {

    @Autowired
    WebApplicationContext application;

    @Test
    void outsideTheDemonstrationNobodyReadsTheMessagesOfOthers() throws Exception {
        DefaultMockMvcBuilder builder =
                MockMvcBuilders.webAppContextSetup(application).apply(springSecurity());

        var response = builder.build().perform(get("/demo/mailbox")).andReturn().getResponse();

        assertThat(response.getStatus()).isNotEqualTo(200);
        assertThat(application.getBeanNamesForType(DemoMailbox.class)).isEmpty();
        assertThat(application.getBeanNamesForType(DemoMailboxController.class)).isEmpty();
    }
}
