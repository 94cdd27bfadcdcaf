package org.caravanserai.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.caravanserai.people.DemoEntry;
import org.caravanserai.people.SignIn;
import org.caravanserai.text.Language;
import org.caravanserai.text.Messages;
import org.caravanserai.text.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.HtmlUtils;

/** The page to sign in at; in the demonstration also the buttons that enter as one of its people. */
@Controller
class SignInController {

    private final SignIn signIn;
    private final ObjectProvider<DemoEntry> demo;
    private final SessionDoor door;
    private final RemoteAddress remoteAddress;
    private final Messages messages;

    SignInController(
            SignIn signIn,
            ObjectProvider<DemoEntry> demo,
            SessionDoor door,
            RemoteAddress remoteAddress,
            Messages messages) {
        this.signIn = signIn;
        this.demo = demo;
        this.door = door;
        this.remoteAddress = remoteAddress;
        this.messages = messages;
    }

    @GetMapping(path = "/sign-in", produces = MediaType.TEXT_HTML_VALUE)
    @ResponseBody
    String form(@RequestParam(defaultValue = "") String to, CsrfToken csrf, HttpServletRequest request) {
        return page(to, "", "", csrf, request);
    }

    @PostMapping(path = "/sign-in", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> signIn(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "false") boolean stay,
            CsrfToken csrf,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            door.open(signIn.withPassword(email, password, remoteAddress.of(request)), stay, request, response);
            return ResponseEntity.status(303)
                    .header("Location", LocalPath.of(to).value())
                    .build();
        } catch (Refusal refusal) {
            return ResponseEntity.status(422)
                    .body(page(
                            to,
                            email,
                            messages.get(language(request), refusal.problems().getFirst()),
                            csrf,
                            request));
        }
    }

    @PostMapping("/demo/enter")
    ResponseEntity<String> enterDemo(
            @RequestParam String part,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        var entry = demo.getIfAvailable();
        if (entry == null) {
            return ResponseEntity.notFound().build();
        }
        door.open(entry.enter(part), false, request, response);
        return ResponseEntity.status(303)
                .header("Location", LocalPath.of(to).value())
                .build();
    }

    private Language language(HttpServletRequest request) {
        return Language.firstOf(java.util.Collections.list(request.getLocales()))
                .orElse(Language.EN);
    }

    private String page(String to, String email, String error, CsrfToken csrf, HttpServletRequest request) {
        var language = language(request);
        var hidden = "<input type=hidden name=\"" + csrf.getParameterName() + "\" value=\"" + csrf.getToken()
                + "\"><input type=hidden name=to value=\"" + HtmlUtils.htmlEscape(to) + "\">";
        var html = new StringBuilder("<!DOCTYPE html><html lang=\"" + language.tag()
                + "\"><meta charset=utf-8><meta name=viewport content=\"width=device-width\"><title>Caravanserai</title>"
                + "<main><h1>" + messages.get(language, "people.sign-in.title") + "</h1>");
        if (!error.isEmpty()) {
            html.append("<p role=alert>").append(HtmlUtils.htmlEscape(error)).append("</p>");
        }
        html.append("<form method=post action=\"/sign-in\">" + hidden + "<p><label>"
                + messages.get(language, "people.field.email") + " <input name=email type=email value=\""
                + HtmlUtils.htmlEscape(email) + "\"></label><p><label>"
                + messages.get(language, "people.field.password") + " <input name=password type=password></label>"
                + "<p><label><input type=checkbox name=stay value=true> "
                + messages.get(language, "people.sign-in.stay")
                + "</label><p><button>" + messages.get(language, "people.sign-in.submit") + "</button></form>");
        for (var part : demo.stream().findFirst().map(DemoEntry::parts).orElse(List.of())) {
            html.append("<form method=post action=\"/demo/enter\">" + hidden + "<button name=part value=\"" + part
                    + "\" id=\"enter-" + part + "\">" + messages.get(language, "people.demo." + part)
                    + "</button></form>");
        }
        return html.append("</main></html>").toString();
    }
}
