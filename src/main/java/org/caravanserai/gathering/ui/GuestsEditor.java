package org.caravanserai.gathering.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Map;
import java.util.Optional;
import org.caravanserai.gathering.poll.PollBoard;
import org.caravanserai.gathering.poll.PollInviting;
import org.caravanserai.gathering.poll.PollReading;
import org.caravanserai.gathering.poll.PollState;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PeopleFinding;
import org.caravanserai.shell.CopyButton;
import org.caravanserai.shell.Icons;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PersonText;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Language;
import org.caravanserai.text.Refusal;

/** Who is asked in a poll, found by name or written by hand, and the personal links of each. No address is ever shown. */
class GuestsEditor extends Section {

    private static final long serialVersionUID = 1L;

    private static final int FEWEST_LETTERS = 2;

    private final transient PollInviting inviting;
    private final transient PollReading reading;
    private final transient PeopleFinding finding;
    private final Words words = Words.here();
    private final UnorderedList guests = new UnorderedList();
    private final UnorderedList found = new UnorderedList();
    private final TextField search = new TextField();
    private final H2 heading = new H2();
    private transient PollBoard board;

    GuestsEditor(PollInviting inviting, PollReading reading, PeopleFinding finding, PollBoard board) {
        this.inviting = inviting;
        this.reading = reading;
        this.finding = finding;
        this.board = board;
        addClassName("poll-guests");
        setId("poll-guests");
        getElement().setAttribute("tabindex", "-1");
        guests.addClassName("poll-guest-list");
        found.addClassName("poll-guest-list");
        search.setId("guest-search");
        search.setLabel(words.get("poll.guest.search"));
        search.setHelperText(words.get("poll.guest.search.help"));
        search.setPrefixComponent(Icons.of("search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setMaxLength(200);
        search.addValueChangeListener(e -> find(e.getValue()));
        add(heading, new Paragraph(words.get("poll.guest.privacy")), guests, search, found, byHand());
        list();
    }

    private void find(String typed) {
        found.removeAll();
        if (typed.strip().length() < FEWEST_LETTERS) {
            return;
        }
        var people = finding.reachable(typed);
        if (people.isEmpty()) {
            found.add(new ListItem(new Span(words.get("poll.guest.none", typed.strip()))));
        }
        for (var person : people) {
            var name = words.name(person.name());
            var add = new Button(
                    words.get("shell.add"),
                    e -> act(() -> {
                        inviting.invite(board.id(), person.person());
                        search.clear();
                    }));
            add.setAriaLabel(words.get("poll.guest.add", name));
            var item = new ListItem(new PersonText(person.name(), person.affiliation()), add);
            item.addClassName("poll-guest");
            found.add(item);
        }
    }

    private Details byHand() {
        var name = new TextField(words.get("poll.guest.nameField"));
        name.setId("guest-name");
        name.setMaxLength(200);
        var email = new EmailField(words.get("poll.guest.email"));
        email.setId("guest-email");
        email.setHelperText(words.get("poll.guest.email.help"));
        var language = new Select<Language>();
        language.setId("guest-language");
        language.setLabel(words.get("poll.guest.language"));
        language.setItems(Language.values());
        language.setItemLabelGenerator(Language::ownName);
        language.setValue(words.language());
        var problems = new Problems();
        var add = new Button(words.get("poll.guest.byHand.add"), e -> {
            problems.clear();
            try {
                var address = email.getValue().isBlank()
                        ? Optional.<EmailAddress>empty()
                        : Optional.of(new EmailAddress(email.getValue()));
                inviting.invite(board.id(), name.getValue(), address, language.getValue());
                name.clear();
                email.clear();
                list();
            } catch (Refusal refusal) {
                problems.show(refusal, Map.of("name", name, "email", email));
            }
        });
        add.setId("guest-add");
        var fields = new Div(name, email, language);
        fields.addClassName("poll-pair");
        var details = new Details(
                words.get("poll.guest.byHand"),
                new Div(new Paragraph(words.get("poll.guest.byHand.help")), problems, fields, add));
        details.setId("guest-by-hand");
        return details;
    }

    private void list() {
        reading.organised(board.code()).ifPresent(now -> board = now);
        heading.setText(words.get("poll.section.who", board.guests().size()));
        guests.removeAll();
        board.guests().forEach(guest -> guests.add(line(guest)));
    }

    private ListItem line(PollBoard.Guest guest) {
        var name = words.name(guest.name());
        var open = board.state() == PollState.OPEN;
        var detail = words.get("poll.reached." + guest.reached().name());
        var state = guest.answeredAt().isPresent()
                ? words.get("poll.guest.hasAnswered")
                : open ? words.get("poll.guest.waiting") : "";
        var item = new ListItem(new PersonText(guest.name(), state.isEmpty() ? detail : detail + " · " + state));
        item.addClassName("poll-guest");
        var actions = new Div();
        actions.addClassName("poll-guest-actions");
        var shown = new Div();
        shown.addClassName("poll-link");
        if (open) {
            if (guest.linked()) {
                actions.add(action(
                        "poll.link.copy", name, () -> link(shown, name, inviting.link(board.id(), guest.key()))));
                actions.add(action("poll.link.revoke", name, () -> {
                    inviting.revoke(board.id(), guest.key());
                    Notices.done(words.get("poll.link.revoked", name));
                    list();
                }));
            }
            actions.add(action(guest.linked() ? "poll.link.renew" : "poll.link.new", name, () -> {
                var address = inviting.renew(board.id(), guest.key());
                link(shown, name, address);
            }));
        }
        if (guest.answeredAt().isEmpty()) {
            actions.add(action("shell.remove", name, () -> {
                inviting.remove(board.id(), guest.key());
                list();
            }));
        }
        item.add(actions, shown);
        return item;
    }

    private Component action(String key, String name, Runnable work) {
        var button = new Button(words.get(key), e -> {
            try {
                work.run();
            } catch (Refusal refusal) {
                Notices.refused(refusal);
            }
        });
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(words.get(key) + ": " + name);
        return button;
    }

    private void link(Div place, String name, String address) {
        var field = new TextField(words.get("poll.link.of", name));
        field.setValue(address);
        field.setReadOnly(true);
        field.setAutoselect(true);
        field.setHelperText(words.get("poll.link.help"));
        var copy =
                new CopyButton(words.get("shell.copy"), () -> address, words.get("poll.link.copied", name)).from(field);
        place.removeAll();
        place.add(field, copy);
    }

    private void act(Runnable change) {
        try {
            change.run();
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
        list();
    }
}
