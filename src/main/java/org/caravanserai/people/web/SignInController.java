package org.caravanserai.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.caravanserai.people.DemoEntry;
import org.caravanserai.people.RemoteAddress;
import org.caravanserai.people.SignIn;
import org.caravanserai.shell.PageReader;
import org.caravanserai.text.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page to sign in at; in the demonstration also the buttons that enter as one of its people. */
@Controller
class SignInController {

    private final SignIn signIn;
    private final ObjectProvider<DemoEntry> demo;
    private final SessionDoor door;
    private final RemoteAddress remoteAddress;

    SignInController(SignIn signIn, ObjectProvider<DemoEntry> demo, SessionDoor door, RemoteAddress remoteAddress) {
        this.signIn = signIn;
        this.demo = demo;
        this.door = door;
        this.remoteAddress = remoteAddress;
    }

    @GetMapping("/sign-in")
    String form(
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "false") boolean ended,
            PageReader reader,
            Model model) {
        return show(to, "", false, Optional.empty(), ended ? reader.get("roles.session.ended") : "", reader, model);
    }

    @PostMapping("/sign-in")
    String signIn(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "false") boolean stay,
            @RequestParam(defaultValue = "false") boolean again,
            PageReader reader,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (again) {
            return show(to, email, stay, Optional.empty(), "", reader, model);
        }
        try {
            door.open(signIn.withPassword(email, password, remoteAddress.of(request)), stay, request, response);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(to, email, stay, Optional.of(refusal), "", reader, model);
        }
        return "redirect:" + LocalPath.of(to).value();
    }

    @PostMapping("/demo/enter")
    ResponseEntity<Void> enterDemo(
            @RequestParam String part,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        var entry = demo.getIfAvailable();
        if (entry == null) {
            return ResponseEntity.notFound().build();
        }
        door.open(entry.enter(part), false, request, response);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", LocalPath.of(to).value())
                .build();
    }

    private String show(
            String to,
            String email,
            boolean stay,
            Optional<Refusal> refusal,
            String intro,
            PageReader reader,
            Model model) {
        var form = new FormPage(
                        reader.get("people.sign-in.title"), intro, "/sign-in", reader.get("people.sign-in.submit"))
                .with("email", reader.get("people.field.email"), "", "email", email, "username", false)
                .with("password", reader.get("people.field.password"), "", "password", "", "current-password", false)
                .with("stay", reader.get("people.sign-in.stay"), "", "checkbox", String.valueOf(stay), "off", false)
                .hidden("to", to)
                .link(reader.get("people.forgot.link"), "/forgot")
                .link(
                        reader.get("people.register.link"),
                        to.isEmpty()
                                ? "/register"
                                : "/register?to=" + LocalPath.of(to).encoded())
                .refused(refusal);
        demo.ifAvailable(entry -> entry.parts().forEach(part -> form.entry(reader.get("people.demo." + part), part)));
        demo.ifAvailable(entry -> form.link(reader.get("people.demo.mailbox"), "/demo/mailbox"));
        model.addAttribute("page", reader.page(form.title()));
        model.addAttribute("form", form);
        return "people/form";
    }
}
