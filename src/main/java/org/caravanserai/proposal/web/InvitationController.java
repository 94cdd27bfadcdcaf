package org.caravanserai.proposal.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.caravanserai.platform.PublicAddresses;
import org.caravanserai.proposal.Contributor;
import org.caravanserai.proposal.InvitationAnswering;
import org.caravanserai.proposal.InvitationPage;
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
import org.springframework.web.util.UriUtils;

/** Where the link in an invitation leads: read it, agree or decline, signed in or not. Looking changes nothing. */
@Controller
class InvitationController {

    private final InvitationAnswering answering;
    private final PageTemplates templates;

    InvitationController(InvitationAnswering answering, PageTemplates templates) {
        this.answering = answering;
        this.templates = templates;
    }

    @Configuration(proxyBeanMethods = false)
    static class Addresses {

        @Bean
        PublicAddresses proposalAddresses() {
            return PublicAddresses.of("/invitations/*");
        }
    }

    @GetMapping("/invitations/{secret}")
    ResponseEntity<byte[]> look(@PathVariable String secret, PageReader reader) {
        return page(secret, "", "", HttpStatus.OK, reader);
    }

    @PostMapping("/invitations/{secret}")
    ResponseEntity<byte[]> answer(
            @PathVariable String secret,
            @RequestParam String answer,
            @RequestParam(defaultValue = "") String name,
            PageReader reader) {
        try {
            if (answer.equals("confirm")) {
                answering.confirm(secret, name);
            } else {
                answering.decline(secret);
            }
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header("Location", address(secret))
                    .build();
        } catch (Refusal refusal) {
            var problem = refusal.problems().stream().map(reader::get).collect(Collectors.joining(" "));
            return page(secret, name, problem, HttpStatus.UNPROCESSABLE_CONTENT, reader);
        }
    }

    private ResponseEntity<byte[]> page(
            String secret, String name, String problem, HttpStatus status, PageReader reader) {
        var seen = answering.look(secret);
        var shown = switch (seen) {
            case InvitationAnswering.Open open -> open(open, secret, name, problem, reader);
            case InvitationAnswering.Answered answered ->
                InvitationPage.closed(
                        answered.answer() == Contributor.Answer.CONFIRMED
                                ? reader.get("proposal.invited.confirmed")
                                : reader.get("proposal.invited.declined"));
            case InvitationAnswering.Expired expired ->
                InvitationPage.closed(reader.get("proposal.invitation.expiredText", reader.name(expired.inviter())));
            case InvitationAnswering.Unknown unknown ->
                InvitationPage.closed(reader.get("proposal.invitation.unknownText"));
        };
        return ResponseEntity.status(seen instanceof InvitationAnswering.Unknown ? HttpStatus.NOT_FOUND : status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Cache-Control", "no-store")
                // The address is a secret: it must not travel to where a link on the page leads.
                .header("Referrer-Policy", "no-referrer")
                .body(templates.render(
                        "proposal/invitation",
                        Map.of("page", reader.page(reader.get("proposal.invitation.title")), "invitation", shown)));
    }

    private static InvitationPage open(
            InvitationAnswering.Open open, String secret, String name, String problem, PageReader reader) {
        var signedIn = open.signedInAs().isPresent();
        var back = UriUtils.encodeQueryParam(address(secret), StandardCharsets.UTF_8);
        return new InvitationPage(
                reader.get(
                        "proposal.invitation.sentence", reader.name(open.inviter()), reader.text(open.meetingName())),
                open.title().isEmpty() ? reader.get("proposal.untitled") : reader.text(open.title()),
                open.title().isEmpty() ? null : reader.langOf(open.title()),
                reader.get(
                        "proposal.invitation.part",
                        reader.get("proposal.role." + open.role().name())),
                open.signedInAs()
                        .map(n -> reader.get("proposal.invitation.as", reader.name(n)))
                        .orElse(""),
                !signedIn && !open.hasProfile(),
                name.isEmpty() ? open.invited().published() : name,
                problem.isEmpty() && open.forAnother() ? reader.get("proposal.contributor.other") : problem,
                address(secret),
                signedIn ? "" : "/sign-in?to=" + back,
                signedIn || open.hasProfile() ? "" : "/register?to=" + back,
                true);
    }

    private static String address(String secret) {
        return "/invitations/" + UriUtils.encodePathSegment(secret, StandardCharsets.UTF_8);
    }
}
