package org.caravanserai.gathering.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.caravanserai.gathering.AppointmentAnswers;
import org.caravanserai.gathering.AppointmentFiles;
import org.caravanserai.gathering.AppointmentId;
import org.caravanserai.gathering.AppointmentLinks;
import org.caravanserai.gathering.AppointmentReading;
import org.caravanserai.gathering.AppointmentState;
import org.caravanserai.gathering.AppointmentTime;
import org.caravanserai.gathering.AppointmentView;
import org.caravanserai.gathering.Appointments;
import org.caravanserai.gathering.NewAppointment;
import org.caravanserai.gathering.OccurrenceChanging;
import org.caravanserai.people.UnsentWords;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.PersonText;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** One appointment: when, where and why, everybody's answer, the reader's own, and what its organiser can do with it. */
@Route(value = "appointments/:appointment", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/appointment.css")
class OneAppointmentView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient AppointmentReading reading;
    private final transient Appointments appointments;
    private final transient AppointmentAnswers answers;
    private final transient OccurrenceChanging changing;
    private final transient AppointmentLinks links;
    private final transient AppointmentFiles files;
    private final transient NotesPanels notes;
    private final transient UnsentWords unsent;
    private final Words words = Words.here();
    private String heading = "";
    private String day = "";

    OneAppointmentView(
            AppointmentReading reading,
            Appointments appointments,
            AppointmentAnswers answers,
            OccurrenceChanging changing,
            AppointmentLinks links,
            AppointmentFiles files,
            NotesPanels notes,
            UnsentWords unsent) {
        this.reading = reading;
        this.appointments = appointments;
        this.answers = answers;
        this.changing = changing;
        this.links = links;
        this.files = files;
        this.notes = notes;
        this.unsent = unsent;
        addClassNames("view", "appointment-view");
    }

    @Override
    public String getPageTitle() {
        return heading + " · Caravanserai";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = AppointmentWords.id(
                event.getRouteParameters().get("appointment").orElse(""));
        day = event.getLocation().getQueryParameters().getSingleParameter("day").orElse("");
        if (!reading.knows(id)) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        show(id);
    }

    private void show(AppointmentId id) {
        removeAll();
        var one = reading.view(id);
        heading = AppointmentWords.title(words, one.title());
        var state = new Div(AppointmentWords.badge(words, one.state()));
        state.addClassName("appointment-states");
        add(new PageHeader(heading, actions(one).toArray(Component[]::new)).with(state));
        add(new Paragraph(words.get("appointment.next." + one.state().name(), words.name(one.organiser()))));
        add(facts(one));
        if (one.state().isOpen() && !one.organises()) {
            add(new AnswerPanel(answers, unsent, one, words, () -> show(id)));
        }
        if (one.state() != AppointmentState.DRAFT) {
            add(notes.of(one, day, words));
        }
        if (one.recurrence().isPresent()) {
            add(new TimesPanel(changing, one, day, words, () -> show(id)));
        }
        add(people(one));
    }

    private List<Component> actions(AppointmentView one) {
        var actions = new ArrayList<Component>();
        if (one.organises() && one.state() == AppointmentState.PROPOSED) {
            actions.add(new Button(
                    words.get("appointment.settle"),
                    e -> act(one.id(), () -> {
                        appointments.settle(one.id());
                        Notices.done(words.get("appointment.settled"));
                    })));
        }
        if (one.organises() && (one.state().isOpen() || one.state() == AppointmentState.DRAFT)) {
            var edit = new Button(
                    words.get("appointment.edit"),
                    e -> UI.getCurrentOrThrow().navigate(AppointmentWords.path(one.id()) + "/edit"));
            edit.setId("appointment-edit");
            actions.add(edit);
        }
        if (one.state() != AppointmentState.DRAFT && one.state() != AppointmentState.CANCELLED) {
            actions.add(new Anchor(
                    DownloadHandler.fromInputStream(e -> {
                        var file = files.of(one.id(), words.language());
                        return new DownloadResponse(
                                new ByteArrayInputStream(file),
                                "event.ics",
                                "text/calendar; charset=UTF-8",
                                file.length);
                    }),
                    words.get("appointment.download")));
        }
        if (one.organises() && one.state().isOpen()) {
            var cancel = new Button(
                    words.get("appointment.cancel"),
                    e -> act(one.id(), () -> {
                        appointments.cancel(one.id());
                        Notices.done(
                                words.get("appointment.cancelled"),
                                () -> act(one.id(), () -> appointments.restore(one.id())));
                    }));
            cancel.setId("appointment-cancel");
            cancel.addThemeVariants(ButtonVariant.TERTIARY);
            actions.add(cancel);
        }
        return actions;
    }

    private Component facts(AppointmentView one) {
        var facts = new DescriptionList();
        facts.addClassName("appointment-facts");
        fact(
                facts,
                "appointment.when",
                new Span(
                        AppointmentWords.time(words, one.time()),
                        new Span(" · "
                                + AppointmentWords.length(
                                        words, one.time().length().toMinutes()))));
        one.recurrence()
                .ifPresent(repeats ->
                        fact(facts, "appointment.repeat", new Span(AppointmentWords.repeats(words, repeats))));
        one.video()
                .ifPresentOrElse(
                        link -> {
                            var anchor = new Anchor(link.toString(), words.get("appointment.video.open"));
                            anchor.getElement().setAttribute("rel", "noopener noreferrer");
                            anchor.setTarget("_blank");
                            fact(facts, "appointment.where", new Span(anchor, new Span(" · " + link.getHost())));
                        },
                        () -> fact(
                                facts,
                                "appointment.where",
                                one.placeText().isEmpty()
                                        ? new Span(words.get("appointment.place.UNDECIDED"))
                                        : words.marked(one.placeText())));
        fact(facts, "appointment.language", new Span(one.language().ownName()));
        fact(facts, "appointment.organiser", new Span(words.name(one.organiser())));
        if (!one.meetingName().isEmpty()) {
            fact(facts, "appointment.meeting", words.marked(one.meetingName()));
        }
        if (!one.purpose().isEmpty()) {
            var purpose = new Span(one.purpose());
            purpose.addClassName("appointment-purpose");
            fact(facts, "appointment.purpose", purpose);
        }
        return facts;
    }

    private void fact(DescriptionList facts, String label, Component value) {
        facts.add(new DescriptionList.Term(words.get(label)), new DescriptionList.Description(value));
    }

    private Component people(AppointmentView one) {
        var list = new UnorderedList();
        list.setId("appointment-people");
        list.addClassName("appointment-people");
        one.people().forEach(part -> list.add(new ListItem(line(one, part))));
        var section =
                new Section(new H2(words.get("appointment.people", one.people().size())), list);
        section.addClassName("appointment-section");
        return section;
    }

    private Component line(AppointmentView one, AppointmentView.Part part) {
        var detail = new ArrayList<String>();
        if (!part.affiliation().isEmpty()) {
            detail.add(part.affiliation());
        }
        if (part.organiser()) {
            detail.add(words.get("appointment.part.organiser"));
        } else if (!part.required()) {
            detail.add(words.get("appointment.part.optional"));
        }
        if (part.person().isEmpty()) {
            detail.add(words.get("appointment.part.byMail"));
        }
        var badge = AppointmentWords.badge(words, part.answer());
        var line = new Div(new PersonText(part.name(), String.join(" · ", detail)), badge);
        line.addClassName("appointment-person");
        if (!part.comment().isEmpty()) {
            var comment = new Paragraph(part.comment());
            comment.addClassName("appointment-comment");
            line.add(comment);
        }
        part.counter().ifPresent(wish -> line.add(counter(one, part, wish)));
        if (one.organises() && part.person().isEmpty() && one.state().isOpen()) {
            var revoke = new Button(
                    words.get("appointment.link.revoke"),
                    e -> act(one.id(), () -> {
                        links.revoke(one.id(), part.key());
                        Notices.done(words.get("appointment.link.revoked", words.name(part.name())));
                    }));
            revoke.setAriaLabel(words.get("appointment.link.revoke") + ": " + words.name(part.name()));
            revoke.addThemeVariants(ButtonVariant.TERTIARY);
            line.add(revoke);
        }
        return line;
    }

    private Component counter(AppointmentView one, AppointmentView.Part part, AppointmentTime wish) {
        var panel = new Div(
                new Span(words.get("appointment.counter.wish", words.name(part.name())) + " "),
                AppointmentWords.time(words, wish));
        panel.addClassName("appointment-counter");
        if (one.organises() && one.state().isOpen()) {
            var take = new Button(
                    words.get("appointment.counter.take"),
                    e -> act(one.id(), () -> {
                        var content = one.content();
                        appointments.reschedule(
                                one.id(),
                                new NewAppointment(
                                        content.meeting(),
                                        content.title(),
                                        content.purpose(),
                                        content.language(),
                                        content.place(),
                                        wish,
                                        List.of()));
                        Notices.done(words.get("appointment.changed"));
                    }));
            panel.add(take);
        }
        return panel;
    }

    private void act(AppointmentId id, Runnable change) {
        try {
            change.run();
        } catch (Refusal refusal) {
            Notices.refused(refusal);
        }
        show(id);
    }
}
