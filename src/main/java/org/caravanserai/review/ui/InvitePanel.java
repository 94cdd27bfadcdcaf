package org.caravanserai.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PeopleFinding;
import org.caravanserai.review.CommitteeMeetings.CommitteeMeeting;
import org.caravanserai.review.reviewing.ReviewerInviting;
import org.caravanserai.review.reviewing.ReviewerRoster;
import org.caravanserai.shell.Icons;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PersonText;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Language;
import org.caravanserai.text.Refusal;

/** The ways to ask people to review: those who are registered, addresses, and all contributors. */
class InvitePanel extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Words words;
    private final transient CommitteeMeeting meeting;
    private final transient ReviewerRoster roster;
    private final transient ReviewerInviting inviting;
    private final transient PeopleFinding people;
    private final transient Runnable changed;
    private final UnorderedList found = new UnorderedList();
    private final Div waiting = new Div();

    InvitePanel(
            Words words,
            CommitteeMeeting meeting,
            ReviewerRoster roster,
            ReviewerInviting inviting,
            PeopleFinding people,
            Runnable changed) {
        this.words = words;
        this.meeting = meeting;
        this.roster = roster;
        this.inviting = inviting;
        this.people = people;
        this.changed = changed;
        addClassName("invite-panel");
        waiting.addClassName("invite-waiting");
        add(registered(), byMail(), contributors(), waiting);
        showWaiting();
    }

    private Component registered() {
        var search = new TextField(words.get("reviewers.invite.search"));
        search.setId("invite-search");
        search.setPrefixComponent(Icons.of("search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setMaxLength(200);
        search.addValueChangeListener(e -> find(e.getValue()));
        found.addClassName("invite-found");
        var part = new Div(search, found);
        part.addClassName("one-column");
        return part;
    }

    private void find(String typed) {
        found.removeAll();
        for (var person : people.named(typed)) {
            var ask = new Button(words.get("reviewers.invite.ask"), e -> {
                try {
                    inviting.invite(meeting.id(), person.person());
                    Notices.done(words.get("reviewers.invite.asked", 1));
                    e.getSource().setEnabled(false);
                    changed.run();
                } catch (Refusal refusal) {
                    Notices.refused(refusal);
                }
            });
            ask.setAriaLabel(words.get("reviewers.invite.ask") + ": " + words.name(person.name()));
            var item = new ListItem(new PersonText(person.name(), person.affiliation()), ask);
            item.addClassName("invite-person");
            found.add(item);
        }
    }

    private Component byMail() {
        var emails = new TextArea(words.get("reviewers.invite.emails"));
        emails.setId("invite-emails");
        emails.setHelperText(words.get("reviewers.invite.emails.help"));
        emails.setMaxLength(20_000);
        emails.setMinRows(3);
        emails.addClassName("review-wide");
        var language = new Select<Language>();
        language.setId("invite-language");
        language.setLabel(words.get("reviewers.invite.language"));
        language.setItems(Language.values());
        language.setItemLabelGenerator(Language::ownName);
        language.setValue(words.language());
        var problems = new Problems();
        var send = new Button(words.get("reviewers.invite.send"), e -> {
            problems.clear();
            try {
                var outcomes = inviting.invite(meeting.id(), addresses(emails.getValue()), language.getValue());
                var asked = outcomes.values().stream()
                        .filter(o -> o == ReviewerInviting.Outcome.ASKED)
                        .count();
                Notices.done(words.get("reviewers.invite.asked", asked)
                        + (asked < outcomes.size()
                                ? " " + words.get("reviewers.invite.already", outcomes.size() - asked)
                                : ""));
                emails.clear();
                showWaiting();
                changed.run();
            } catch (Refusal refusal) {
                problems.show(refusal, Map.of("emails", emails));
            }
        });
        send.setId("invite-send");
        send.addThemeVariants(ButtonVariant.PRIMARY);
        var part = new Div(problems, emails, language, send);
        part.addClassName("one-column");
        return part;
    }

    /** Every wrong address is told at once. */
    private List<EmailAddress> addresses(String typed) {
        var addresses = new ArrayList<EmailAddress>();
        var wrong = new ArrayList<String>();
        for (var word : Arrays.stream(typed.split("[\\s,;<>]+"))
                .filter(w -> w.contains("@"))
                .toList()) {
            try {
                addresses.add(new EmailAddress(word));
            } catch (Refusal refusal) {
                wrong.add(word);
            }
        }
        if (!wrong.isEmpty()) {
            throw Refusal.at("emails", "reviewers.invite.wrong", String.join(", ", wrong));
        }
        return addresses;
    }

    private Component contributors() {
        var all = new Button(words.get("reviewers.invite.contributors"), e -> {
            var asked = roster.inviteContributors(meeting.id());
            Notices.done(words.get("reviewers.invite.asked", asked));
            changed.run();
        });
        all.setId("invite-contributors");
        var part = new Div(new Paragraph(words.get("reviewers.invite.contributors.help")), all);
        part.addClassName("one-column");
        return part;
    }

    private void showWaiting() {
        waiting.removeAll();
        for (var offer : inviting.waiting(meeting.id())) {
            var back = new Button(words.get("reviewers.withdraw"), e -> {
                inviting.withdraw(meeting.id(), offer.offer());
                showWaiting();
            });
            back.addThemeVariants(ButtonVariant.TERTIARY);
            back.setAriaLabel(words.get("reviewers.withdraw") + ": " + offer.email());
            waiting.add(new Div(new Span(words.get("reviewers.invite.waiting", offer.email())), back));
        }
    }
}
