package org.caravanserai.gathering.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import org.caravanserai.gathering.AppointmentDrafting;
import org.caravanserai.gathering.AppointmentId;
import org.caravanserai.gathering.AppointmentReading;
import org.caravanserai.gathering.AppointmentState;
import org.caravanserai.gathering.AppointmentView;
import org.caravanserai.gathering.Appointments;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.MeetingSummary;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.people.PeopleFinding;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.Notices;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Problems;
import org.caravanserai.shell.SavedLine;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;

/** An appointment being written, kept as it is typed until it is sent; one that has been sent is changed here as a whole. */
@Route(value = "appointments/:appointment/edit", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/appointment.css")
class AppointmentFormView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private static final int MOST_MEETINGS = 3;

    private final transient AppointmentReading reading;
    private final transient AppointmentDrafting drafting;
    private final transient PeopleFinding finding;
    private final transient Appointments appointments;
    private final transient MeetingDirectory directory;
    private final transient Clock clock;
    private final Words words = Words.here();
    private final SavedLine saved = new SavedLine();
    private final Problems problems = new Problems();

    AppointmentFormView(
            AppointmentReading reading,
            AppointmentDrafting drafting,
            PeopleFinding finding,
            Appointments appointments,
            MeetingDirectory directory,
            Clock clock) {
        this.reading = reading;
        this.drafting = drafting;
        this.finding = finding;
        this.appointments = appointments;
        this.directory = directory;
        this.clock = clock;
        addClassNames("view", "appointment-view");
    }

    @Override
    public String getPageTitle() {
        return words.get("appointment.form.title") + " · Caravanserai";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = AppointmentWords.id(
                event.getRouteParameters().get("appointment").orElse(""));
        if (!reading.knows(id)) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        var one = reading.view(id);
        if (!one.organises()
                || (one.state() != AppointmentState.DRAFT && !one.state().isOpen())) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        show(one);
    }

    private void show(AppointmentView one) {
        removeAll();
        var draft = one.state() == AppointmentState.DRAFT;
        var fields = new AppointmentFields(directory, drafting.videoRoom(), words);
        fields.show(one.content(), one.recurrence());
        if (draft) {
            fields.onChange(() -> keep(one.id(), fields));
        }
        var send = new Button(
                words.get(draft ? "appointment.propose" : "appointment.change"), e -> send(one.id(), fields, draft));
        send.setId("appointment-send");
        send.addThemeVariants(ButtonVariant.PRIMARY);
        var actions = new Div(send);
        actions.addClassName("appointment-actions");
        if (draft) {
            var discard = new Button(words.get("appointment.discard"), e -> discard(one.id()));
            discard.setId("appointment-discard");
            discard.addThemeVariants(ButtonVariant.TERTIARY);
            actions.add(discard);
        }
        add(
                new PageHeader(words.get(draft ? "appointment.new" : "appointment.edit"))
                        .with(words.get(draft ? "appointment.form.draft" : "appointment.form.sent")),
                draft ? saved : new Div(),
                problems,
                fields,
                new PeopleEditor(drafting, finding, reading, one.id(), topics(), words),
                new Paragraph(words.get(draft ? "appointment.form.what" : "appointment.form.again")),
                actions);
    }

    private void keep(AppointmentId id, AppointmentFields fields) {
        try {
            drafting.write(id, fields.content(false), fields.repeats());
            problems.clear();
            saved.saved(clock.instant());
        } catch (Refusal refusal) {
            problems.show(refusal, fields.byName());
            saved.notSaved(words.get(refusal.problems().getFirst()));
        }
    }

    private void send(AppointmentId id, AppointmentFields fields, boolean draft) {
        try {
            if (draft) {
                drafting.write(id, fields.content(true), fields.repeats());
                appointments.propose(id);
                Notices.done(words.get("appointment.proposed"));
            } else {
                appointments.reschedule(id, fields.content(true), fields.repeats());
                Notices.done(words.get("appointment.changed"));
            }
            UI.getCurrentOrThrow().navigate(AppointmentWords.path(id));
        } catch (Refusal refusal) {
            problems.show(refusal, fields.byName());
        }
    }

    private void discard(AppointmentId id) {
        drafting.discard(id);
        Notices.done(words.get("appointment.discarded"), () -> {
            appointments.restore(id);
            UI.getCurrentOrThrow().navigate(AppointmentWords.path(id) + "/edit");
        });
        UI.getCurrentOrThrow().navigate("appointments");
    }

    /** The topics of the meetings that are open now, each once. */
    private List<MeetingView.TopicView> topics() {
        var topics = new LinkedHashMap<String, MeetingView.TopicView>();
        directory.open().stream()
                .limit(MOST_MEETINGS)
                .map(MeetingSummary::id)
                .flatMap(id -> directory.byId(id).stream())
                .flatMap(meeting -> meeting.topics().stream())
                .forEach(topic -> topics.putIfAbsent(topic.topicKey(), topic));
        return List.copyOf(topics.values());
    }
}
