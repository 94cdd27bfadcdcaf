package org.caravanserai.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.caravanserai.people.Countries;
import org.caravanserai.people.DemoEntry;
import org.caravanserai.people.FirstAdministrator;
import org.caravanserai.people.OneTimeSecret;
import org.caravanserai.people.OwnAccount;
import org.caravanserai.people.PasswordRecovery;
import org.caravanserai.people.Registration;
import org.caravanserai.people.RemoteAddress;
import org.caravanserai.shell.PageReader;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages by which an account comes to be, and by which it gets a new password. */
@Controller
class RegistrationController {

    private final Registration registration;
    private final PasswordRecovery recovery;
    private final OwnAccount own;
    private final ObjectProvider<FirstAdministrator> firstAdministrator;
    private final ObjectProvider<DemoEntry> demo;
    private final RemoteAddress remoteAddress;

    RegistrationController(
            Registration registration,
            PasswordRecovery recovery,
            OwnAccount own,
            ObjectProvider<FirstAdministrator> firstAdministrator,
            ObjectProvider<DemoEntry> demo,
            RemoteAddress remoteAddress) {
        this.registration = registration;
        this.recovery = recovery;
        this.own = own;
        this.firstAdministrator = firstAdministrator;
        this.demo = demo;
        this.remoteAddress = remoteAddress;
    }

    /** What the form of a new account holds, by the names of its inputs. */
    record Typed(
            String published,
            String family,
            String given,
            String nativeScript,
            String kana,
            String email,
            String password,
            String country,
            String to,
            String token) {

        Typed {
            published = orEmpty(published);
            family = orEmpty(family);
            given = orEmpty(given);
            nativeScript = orEmpty(nativeScript);
            kana = orEmpty(kana);
            email = orEmpty(email);
            password = orEmpty(password);
            country = orEmpty(country);
            to = orEmpty(to);
            token = orEmpty(token);
        }

        static Typed nothing(String to, String token) {
            return new Typed("", "", "", "", "", "", "", "", to, token);
        }

        private static String orEmpty(@org.jspecify.annotations.Nullable String value) {
            return value == null ? "" : value;
        }

        Registration.Typed in(PageReader reader) {
            var order = family.isEmpty()
                    ? PersonName.Order.MONONYM
                    : published.strip().startsWith(family.strip())
                            ? PersonName.Order.FAMILY_FIRST
                            : PersonName.Order.GIVEN_FIRST;
            return new Registration.Typed(
                    new PersonName(published, family, given, order, nativeScript, kana, ""),
                    email,
                    password,
                    Countries.exists(country) ? country : "",
                    reader.language(),
                    to);
        }
    }

    @GetMapping("/register")
    String form(@RequestParam(defaultValue = "") String to, PageReader reader, Model model) {
        return person(false, Typed.nothing(to, ""), Optional.empty(), reader, model);
    }

    @PostMapping("/register")
    String register(
            Typed typed,
            @RequestParam(defaultValue = "false") boolean again,
            PageReader reader,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (again) {
            return person(false, typed, Optional.empty(), reader, model);
        }
        try {
            registration.register(typed.in(reader), remoteAddress.of(request));
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return person(false, typed, Optional.of(refusal), reader, model);
        }
        return says(reader.get("people.register.sent.title"), reader.get("people.register.sent.text"), reader, model);
    }

    @GetMapping("/verify-email")
    String waiting(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String move,
            PageReader reader,
            Model model) {
        var title = reader.get("people.verify.title");
        try {
            var address = move.isEmpty()
                    ? registration.waiting(new OneTimeSecret(token)).email()
                    : own.waiting(new OneTimeSecret(move)).value();
            return show(
                    new FormPage(
                                    title,
                                    reader.get("people.verify.text", address),
                                    "/verify-email",
                                    reader.get("people.verify.submit"))
                            .hidden("token", token)
                            .hidden("move", move),
                    reader,
                    model);
        } catch (Refusal refusal) {
            return gone(title, refusal, reader, model);
        }
    }

    @PostMapping("/verify-email")
    String confirm(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String move,
            PageReader reader,
            Model model) {
        try {
            if (move.isEmpty()) {
                var confirmed = registration.confirm(new OneTimeSecret(token));
                return signInNext(
                        reader.get("people.verified.title"),
                        reader.get("people.verified.text", confirmed.email()),
                        confirmed.continueTo(),
                        reader,
                        model);
            }
            var address = own.confirmMove(new OneTimeSecret(move));
            return signInNext(
                    reader.get("people.verified.title"),
                    reader.get("people.verified.text", address.value()),
                    "",
                    reader,
                    model);
        } catch (Refusal refusal) {
            return gone(reader.get("people.verify.title"), refusal, reader, model);
        } catch (DataIntegrityViolationException e) {
            // Two links for one address were used at the same moment; the other one won.
            return gone(reader.get("people.verify.title"), Refusal.of("people.link.gone"), reader, model);
        }
    }

    @GetMapping("/forgot")
    String forgot(PageReader reader, Model model) {
        return forgot("", Optional.empty(), reader, model);
    }

    @PostMapping("/forgot")
    String ask(
            @RequestParam(defaultValue = "") String email,
            PageReader reader,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            recovery.ask(email, remoteAddress.of(request));
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return forgot(email, Optional.of(refusal), reader, model);
        }
        return says(reader.get("people.forgot.sent.title"), reader.get("people.forgot.sent.text"), reader, model);
    }

    @GetMapping("/reset")
    String reset(@RequestParam(defaultValue = "") String token, PageReader reader, Model model) {
        return recovery.works(new OneTimeSecret(token))
                ? reset(token, Optional.empty(), reader, model)
                : gone(reader.get("people.reset.title"), Refusal.of("people.link.gone"), reader, model);
    }

    @PostMapping("/reset")
    String change(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String password,
            PageReader reader,
            Model model,
            HttpServletResponse response) {
        try {
            var email = recovery.reset(new OneTimeSecret(token), password);
            return signInNext(
                    reader.get("people.reset.done.title"),
                    reader.get("people.reset.done.text", email.value()),
                    "",
                    reader,
                    model);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return refusal.key().equals("people.link.gone")
                    ? gone(reader.get("people.reset.title"), refusal, reader, model)
                    : reset(token, Optional.of(refusal), reader, model);
        }
    }

    @GetMapping("/set-up")
    String setUp(@RequestParam(defaultValue = "") String token, PageReader reader, Model model) {
        var first = firstAdministrator.getIfAvailable();
        return first != null && first.works(new OneTimeSecret(token))
                ? person(true, Typed.nothing("", token), Optional.empty(), reader, model)
                : gone(reader.get("people.set-up.title"), Refusal.of("people.link.gone"), reader, model);
    }

    @PostMapping("/set-up")
    String create(
            Typed typed,
            @RequestParam(defaultValue = "false") boolean again,
            PageReader reader,
            Model model,
            HttpServletResponse response) {
        var first = firstAdministrator.getIfAvailable();
        if (first == null) {
            return gone(reader.get("people.set-up.title"), Refusal.of("people.link.gone"), reader, model);
        }
        if (again) {
            return person(true, typed, Optional.empty(), reader, model);
        }
        try {
            first.create(new OneTimeSecret(typed.token()), typed.in(reader));
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return refusal.key().equals("people.link.gone")
                    ? gone(reader.get("people.set-up.title"), refusal, reader, model)
                    : person(true, typed, Optional.of(refusal), reader, model);
        }
        return signInNext(
                reader.get("people.set-up.title"),
                reader.get("people.verified.text", typed.email()),
                "",
                reader,
                model);
    }

    private String person(boolean setUp, Typed typed, Optional<Refusal> refusal, PageReader reader, Model model) {
        var countries = new LinkedHashMap<String, String>();
        Countries.all(reader.language()).forEach(code -> countries.put(code, Countries.name(reader.language(), code)));
        var form = new FormPage(
                        reader.get(setUp ? "people.set-up.title" : "people.register.title"),
                        reader.get(setUp ? "people.set-up.intro" : "people.register.intro"),
                        setUp ? "/set-up" : "/register",
                        reader.get(setUp ? "people.set-up.submit" : "people.register.submit"))
                .with(
                        "published",
                        reader.get("people.field.published"),
                        reader.get("people.field.published.help"),
                        "text",
                        typed.published(),
                        "name",
                        true)
                .with("family", reader.get("people.field.family"), "", "text", typed.family(), "family-name", false)
                .with("given", reader.get("people.field.given"), "", "text", typed.given(), "given-name", false)
                .with(
                        "nativeScript",
                        reader.get("people.field.native"),
                        reader.get("people.field.native.help"),
                        "text",
                        typed.nativeScript(),
                        "off",
                        false)
                .with("kana", reader.get("people.field.kana"), "", "text", typed.kana(), "off", false)
                .choice("country", reader.get("people.field.country"), typed.country(), countries)
                .with("email", reader.get("people.field.email"), "", "email", typed.email(), "email", true)
                .with(
                        "password",
                        reader.get("people.field.password"),
                        reader.get("people.field.password.help"),
                        "password",
                        typed.password(),
                        "new-password",
                        true)
                .hidden("to", typed.to())
                .hidden("token", typed.token())
                .link(reader.get("people.sign-in.link"), "/sign-in")
                .refused(refusal);
        return show(form, reader, model);
    }

    private String forgot(String email, Optional<Refusal> refusal, PageReader reader, Model model) {
        return show(
                new FormPage(
                                reader.get("people.forgot.title"),
                                reader.get("people.forgot.intro"),
                                "/forgot",
                                reader.get("people.forgot.submit"))
                        .with("email", reader.get("people.field.email"), "", "email", email, "username", true)
                        .link(reader.get("people.sign-in.link"), "/sign-in")
                        .refused(refusal),
                reader,
                model);
    }

    private String reset(String token, Optional<Refusal> refusal, PageReader reader, Model model) {
        return show(
                new FormPage(reader.get("people.reset.title"), "", "/reset", reader.get("people.reset.submit"))
                        .with(
                                "password",
                                reader.get("people.field.password.new"),
                                reader.get("people.field.password.help"),
                                "password",
                                "",
                                "new-password",
                                true)
                        .hidden("token", token)
                        .refused(refusal),
                reader,
                model);
    }

    private String signInNext(String title, String text, String to, PageReader reader, Model model) {
        var path = to.isEmpty() ? "/sign-in" : "/sign-in?to=" + LocalPath.of(to).encoded();
        return show(new FormPage(title, text, "", "").link(reader.get("people.sign-in.link"), path), reader, model);
    }

    private String says(String title, String text, PageReader reader, Model model) {
        var form = new FormPage(title, text, "", "").link(reader.get("people.sign-in.link"), "/sign-in");
        // The demonstration sends no mail: what the text speaks of is read there.
        demo.ifAvailable(entry -> form.link(reader.get("people.demo.mailbox"), "/demo/mailbox"));
        return show(form, reader, model);
    }

    private String gone(String title, Refusal refusal, PageReader reader, Model model) {
        return show(
                new FormPage(title, "", "", "")
                        .refused(Optional.of(refusal))
                        .link(reader.get("people.forgot.link"), "/forgot")
                        .link(reader.get("people.register.link"), "/register"),
                reader,
                model);
    }

    private static String show(FormPage form, PageReader reader, Model model) {
        model.addAttribute("page", reader.page(form.title()));
        model.addAttribute("form", form);
        return "people/form";
    }
}
