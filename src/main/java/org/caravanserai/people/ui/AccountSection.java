package org.caravanserai.people.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.List;
import java.util.Map;
import org.caravanserai.people.OwnAccount;
import org.caravanserai.shell.AccountContribution;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** How one signs in: the address, the password, and the browsers that stay signed in; and what other modules add to it. */
class AccountSection extends Div {

    private static final long serialVersionUID = 1L;

    private final Words words;
    private final transient OwnAccount account;

    AccountSection(Words words, OwnAccount account, List<AccountContribution> others) {
        this.words = words;
        this.account = account;
        addClassName("profile-account");
        try {
            add(address(), password(), browsers());
            others.forEach(other -> add(other.section()));
        } catch (Refusal none) {
            // Whoever has no account, such as a person of an imported agenda, cannot get here by signing in.
            add(new Paragraph(words.get(none.problems().getFirst())));
        }
    }

    private Section address() {
        var problems = new Problems();
        var now = new Paragraph(words.get("profile.email.now", account.email().value()));
        var next = new EmailField(words.get("profile.email.next"));
        next.setId("next-email");
        next.setAutocomplete(Autocomplete.EMAIL);
        next.setMaxLength(254);
        var present = password("email-password", "profile.password.present", Autocomplete.CURRENT_PASSWORD);
        var move = new Button(words.get("profile.email.submit"));
        move.setId("move");
        move.addClickListener(e -> {
            problems.clear();
            try {
                account.move(present.getValue(), next.getValue());
                Notices.done(words.get("profile.email.sent", next.getValue().strip()));
                next.clear();
            } catch (Refusal refusal) {
                problems.show(refusal, Map.of("present", present, "email", next));
            }
            present.clear();
        });
        return section("profile.email.title", now, problems, next, present, move);
    }

    private Section password() {
        var problems = new Problems();
        var present = password("present-password", "profile.password.present", Autocomplete.CURRENT_PASSWORD);
        var next = password("next-password", "people.field.password.new", Autocomplete.NEW_PASSWORD);
        next.setHelperText(words.get("people.field.password.help"));
        var change = new Button(words.get("profile.password.submit"));
        change.setId("change-password");
        change.addClickListener(e -> {
            problems.clear();
            try {
                account.changePassword(present.getValue(), next.getValue());
                leave();
            } catch (Refusal refusal) {
                problems.show(refusal, Map.of("present", present, "password", next));
            }
        });
        return section(
                "profile.password.title",
                new Paragraph(words.get("profile.password.help")),
                problems,
                present,
                next,
                change);
    }

    private Section browsers() {
        var list = new UnorderedList();
        list.addClassName("profile-browsers");
        list.setId("browsers");
        show(list);
        var everywhere = new Button(words.get("profile.signOutEverywhere"), e -> {
            account.signOutEverywhere();
            leave();
        });
        everywhere.setId("sign-out-everywhere");
        everywhere.addThemeVariants(ButtonVariant.ERROR);
        return section(
                "profile.browsers.title",
                new Paragraph(words.get("profile.browsers.help")),
                list,
                everywhere,
                new Paragraph(words.get("profile.signOutEverywhere.help")));
    }

    private void show(UnorderedList list) {
        list.removeAll();
        var all = account.browsers();
        if (all.isEmpty()) {
            list.add(new ListItem(words.get("profile.browsers.none")));
        }
        for (var browser : all) {
            var name = new Span(BrowserName.of(browser.description()));
            name.addClassName("person-name");
            var used = new Span(words.get(
                    "profile.browsers.used", words.ownMoment(browser.since()), words.ownMoment(browser.lastUsed())));
            used.addClassNames("muted", "small");
            var forget = new Button(words.get("profile.browsers.forget"), e -> {
                account.forget(browser.key());
                show(list);
                Notices.done(words.get("profile.browsers.forgotten"));
            });
            forget.setAriaLabel(words.get("profile.browsers.forget") + ": " + name.getText());
            forget.addThemeVariants(ButtonVariant.TERTIARY);
            list.add(new ListItem(new Div(name, used), forget));
        }
    }

    /** All sessions have ended, this one too: the next thing to see is the door. */
    private static void leave() {
        UI.getCurrentOrThrow().getPage().setLocation("/sign-in");
    }

    private PasswordField password(String id, String label, Autocomplete kind) {
        var field = new PasswordField(words.get(label));
        field.setId(id);
        field.setAutocomplete(kind);
        field.setMaxLength(256);
        return field;
    }

    private Section section(String title, com.vaadin.flow.component.Component... parts) {
        var body = new Div(parts);
        body.addClassName("one-column");
        return new Section(new H2(words.get(title)), body);
    }
}
