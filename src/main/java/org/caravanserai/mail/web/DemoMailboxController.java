package org.caravanserai.mail.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.caravanserai.mail.DemoMailbox;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.platform.PublicAddresses;
import org.caravanserai.shell.PageReader;
import org.caravanserai.shell.PageTemplates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * In the demonstration, the page with every message that is kept: whoever has just registered confirms her address from
 * here. Outside the profile {@code demo} there is neither the page nor the open address.
 */
@Controller
@Profile("demo")
class DemoMailboxController {

    private final DemoMailbox mailbox;
    private final PageTemplates templates;
    private final PeopleProperties properties;

    DemoMailboxController(DemoMailbox mailbox, PageTemplates templates, PeopleProperties properties) {
        this.mailbox = mailbox;
        this.templates = templates;
        this.properties = properties;
    }

    @Configuration(proxyBeanMethods = false)
    @Profile("demo")
    static class Addresses {

        @Bean
        PublicAddresses demoMailboxAddresses() {
            return PublicAddresses.of("/demo/mailbox");
        }
    }

    @GetMapping("/demo/mailbox")
    ResponseEntity<byte[]> messages(PageReader reader) {
        var base = properties.address("");
        var messages = mailbox.newest().stream()
                .map(message -> KeptMessage.of(message, base, reader))
                .toList();
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .body(templates.render(
                        "mail/demoMailbox",
                        Map.of("page", reader.page(reader.get("mail.demo.title")), "messages", messages)));
    }
}
