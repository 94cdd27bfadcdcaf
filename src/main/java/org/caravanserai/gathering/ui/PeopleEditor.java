package org.caravanserai.gathering.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
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
import java.util.List;
import java.util.Map;
import org.caravanserai.gathering.AppointmentDrafting;
import org.caravanserai.gathering.AppointmentId;
import org.caravanserai.gathering.AppointmentReading;
import org.caravanserai.gathering.AppointmentView;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PeopleFinding;
import org.caravanserai.people.PeopleFinding.Found;
import org.caravanserai.shell.Icons;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PersonText;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Language;
import org.caravanserai.text.Refusal;

/** With whom an appointment is: found by name or by a topic of theirs, or invited by mail. */
class PeopleEditor extends Section {

    private static final long serialVersionUID = 1L;

    private final transient AppointmentDrafting drafting;
    private final transient PeopleFinding finding;
    private final transient AppointmentReading reading;
    private final transient AppointmentId appointment;
    private final Words words;
    private final UnorderedList people = new UnorderedList();
    private final UnorderedList found = new UnorderedList();
    private final TextField search = new TextField();
    private final transient Select<MeetingView.TopicView> topic = new Select<>();

    PeopleEditor(
            AppointmentDrafting drafting,
            PeopleFinding finding,
            AppointmentReading reading,
            AppointmentId appointment,
            List<MeetingView.TopicView> topics,
            Words words) {
        this.drafting = drafting;
        this.finding = finding;
        this.reading = reading;
        this.appointment = appointment;
        this.words = words;
        setId("appointment-people-editor");
        addClassName("appointment-section");
        people.addClassName("appointment-people");
        found.addClassName("appointment-people");
        add(new H2(words.get("appointment.people.title")), people, finder(topics), found, inviter());
        show();
    }

    private void show() {
        people.removeAll();
        reading.view(appointment).people().stream()
                .filter(part -> !part.organiser())
                .forEach(part -> people.add(new ListItem(line(part))));
        if (people.getChildren().findAny().isEmpty()) {
            people.add(new ListItem(new Span(words.get("appointment.people.nobody"))));
        }
    }

    private Component line(AppointmentView.Part part) {
        var name = words.name(part.name());
        var required = new Checkbox(words.get("appointment.part.required"), part.required());
        required.setAriaLabel(words.get("appointment.part.required") + ": " + name);
        required.addValueChangeListener(e -> act(() -> drafting.need(appointment, part.key(), e.getValue())));
        var remove = new Button(
                words.get("appointment.people.remove"),
                e -> act(() -> {
                    drafting.remove(appointment, part.key());
                    Notices.done(
                            words.get("appointment.people.removed", name),
                            () -> act(() -> drafting.putBack(appointment, part.key())));
                }));
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        remove.setAriaLabel(words.get("appointment.people.remove") + ": " + name);
        var detail = part.person().isEmpty() ? words.get("appointment.part.byMail") : part.affiliation();
        var line = new Div(new PersonText(part.name(), detail), required, remove);
        line.addClassName("appointment-person");
        return line;
    }

    private Component finder(List<MeetingView.TopicView> topics) {
        search.setId("appointment-search-people");
        search.setLabel(words.get("appointment.people.search"));
        search.setHelperText(words.get("appointment.people.search.help"));
        search.setPrefixComponent(Icons.of("search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setMaxLength(200);
        search.addValueChangeListener(e -> {
            var typed = e.getValue().strip();
            offer(typed.length() < 2 ? List.of() : finding.reachable(typed), typed.length() < 2);
        });
        topic.setId("appointment-search-topic");
        topic.setLabel(words.get("appointment.people.topic"));
        topic.setItemLabelGenerator(t -> t == null ? "" : words.text(t.name()));
        topic.setEmptySelectionAllowed(true);
        topic.setItems(topics);
        topic.setVisible(!topics.isEmpty());
        topic.addValueChangeListener(e -> {
            var chosen = e.getValue();
            offer(chosen == null ? List.of() : finding.interestedIn(chosen.topicKey()), chosen == null);
        });
        var pair = new Div(search, topic);
        pair.addClassName("appointment-pair");
        return pair;
    }

    private void offer(List<Found> offered, boolean quiet) {
        found.removeAll();
        if (offered.isEmpty() && !quiet) {
            found.add(new ListItem(new Span(words.get("appointment.people.none.found"))));
        }
        for (var person : offered) {
            var name = words.name(person.name());
            var add = new Button(
                    words.get("shell.add"),
                    e -> act(() -> {
                        drafting.add(appointment, person.person(), true);
                        found.removeAll();
                        search.clear();
                        topic.clear();
                    }));
            add.setAriaLabel(words.get("shell.add") + ": " + name);
            var line = new Div(new PersonText(person.name(), person.affiliation()), add);
            line.addClassName("appointment-person");
            found.add(new ListItem(line));
        }
    }

    private Component inviter() {
        var name = new TextField(words.get("appointment.invite.name"));
        name.setId("appointment-invite-name");
        name.setMaxLength(200);
        var email = new EmailField(words.get("appointment.invite.email"));
        email.setId("appointment-invite-email");
        var language = new Select<Language>();
        language.setId("appointment-invite-language");
        language.setLabel(words.get("appointment.invite.language"));
        language.setItems(Language.values());
        language.setItemLabelGenerator(Language::ownName);
        language.setValue(words.language());
        var problems = new Problems();
        var send = new Button(words.get("appointment.invite.add"), e -> {
            problems.clear();
            try {
                drafting.invite(
                        appointment, name.getValue(), new EmailAddress(email.getValue()), language.getValue(), true);
                name.clear();
                email.clear();
                show();
            } catch (Refusal refusal) {
                problems.show(refusal, Map.of("name", name, "email", email));
            }
        });
        send.setId("appointment-invite-send");
        var who = new Div(name, email);
        who.addClassName("appointment-pair");
        var details = new Details(
                words.get("appointment.invite.title"),
                new Div(new Paragraph(words.get("appointment.invite.help")), problems, who, language, new Div(send)));
        details.setId("appointment-invite");
        return details;
    }

    private void act(Runnable change) {
        try {
            change.run();
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
        show();
    }
}
