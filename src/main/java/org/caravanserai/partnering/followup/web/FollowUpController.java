package org.caravanserai.partnering.followup.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.caravanserai.partnering.followup.CameOfIt;
import org.caravanserai.partnering.followup.FollowUps;
import org.caravanserai.platform.PublicAddresses;
import org.caravanserai.shell.PageReader;
import org.caravanserai.shell.PageTemplates;
import org.caravanserai.text.Refusal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the link in a mail leads that asks what came of a meeting: one press says it. Looking changes nothing. */
@Controller
class FollowUpController {

    private static final String ADDRESS = "/follow-up/";

    private final FollowUps followUps;
    private final PageTemplates templates;

    FollowUpController(FollowUps followUps, PageTemplates templates) {
        this.followUps = followUps;
        this.templates = templates;
    }

    @Configuration(proxyBeanMethods = false)
    static class Addresses {

        @Bean
        PublicAddresses followUpAddresses() {
            return PublicAddresses.of(ADDRESS + "*");
        }
    }

    @GetMapping(ADDRESS + "{link}")
    ResponseEntity<byte[]> look(@PathVariable String link, PageReader reader) {
        return page(link, "", "", HttpStatus.OK, reader);
    }

    @PostMapping(ADDRESS + "{link}")
    ResponseEntity<byte[]> answer(
            @PathVariable String link,
            @RequestParam(defaultValue = "") String came,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String act,
            PageReader reader) {
        try {
            switch (act) {
                case "write" -> followUps.writeBy(link, note);
                case "stop" -> followUps.stopBy(link);
                default ->
                    Arrays.stream(CameOfIt.values())
                            .filter(what -> what.name().equals(came))
                            .findFirst()
                            .ifPresent(what -> followUps.press(link, what));
            }
            followUps.look(link);
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header("Location", ADDRESS + link)
                    .header("Cache-Control", "no-store")
                    .build();
        } catch (Refusal refusal) {
            var problem = refusal.problems().stream().map(reader::get).collect(Collectors.joining(" "));
            return page(link, note, problem, HttpStatus.UNPROCESSABLE_CONTENT, reader);
        }
    }

    private ResponseEntity<byte[]> page(
            String link, String typed, String problem, HttpStatus status, PageReader reader) {
        try {
            return answer(
                    status, FollowUpPage.of(followUps.look(link), ADDRESS + link, typed, problem, reader), reader);
        } catch (Refusal gone) {
            return answer(HttpStatus.NOT_FOUND, FollowUpPage.gone(reader.get("followup.gone")), reader);
        }
    }

    private ResponseEntity<byte[]> answer(HttpStatus status, FollowUpPage shown, PageReader reader) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Cache-Control", "no-store")
                // The address is a secret: it must not travel to where a link on the page leads.
                .header("Referrer-Policy", "no-referrer")
                .body(templates.render(
                        "partnering/followUp",
                        Map.of("page", reader.page(reader.get("followup.question")), "shown", shown)));
    }
}
