package org.caravanserai.partnering.tables.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.ViewOfMeeting;
import org.caravanserai.partnering.tables.EventParticipation;
import org.caravanserai.partnering.tables.EventSetUp;
import org.caravanserai.partnering.tables.EventSetUp.EventLine;
import org.caravanserai.partnering.tables.EventState;
import org.caravanserai.people.Access;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.TimeText;
import org.caravanserai.text.Refusal;

/** The partnering events of a meeting. */
@Route(value = "meetings/:slug/tables", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/tables.css")
class EventsView extends ViewOfMeeting {

    private static final long serialVersionUID = 1L;

    private final transient EventSetUp setUp;
    private final transient EventParticipation participation;
    private final transient Access access;

    EventsView(MeetingDirectory directory, EventSetUp setUp, EventParticipation participation, Access access) {
        super(directory, "tables.title");
        this.setUp = setUp;
        this.participation = participation;
        this.access = access;
        addClassName("tables");
    }

    @Override
    protected void show() {
        var organises = access.organiser(meeting().id().value());
        var events = organises
                ? setUp.list(meeting().id())
                : participation.open(meeting().id());
        removeAll();
        add(
                new PageHeader(words.get("tables.title"))
                        .with(words.text(meeting().name())),
                new Paragraph(words.get("tables.help")));
        if (events.isEmpty()) {
            add(new EmptyState(words.get(organises ? "tables.none.organiser" : "tables.none")));
        }
        var list = new UnorderedList();
        list.addClassName("tables-list");
        events.forEach(event -> list.add(line(event, organises)));
        if (!events.isEmpty()) {
            add(list);
        }
        if (organises) {
            add(founding());
        }
    }

    private ListItem line(EventLine event, boolean organises) {
        var address = "/app/meetings/" + meeting().slug() + "/tables/" + event.key();
        var name = new Anchor(address + (organises ? "/organise" : ""), words.text(event.title()));
        name.addClassName("tables-name");
        var until = new Span(words.get(
                "tables.until",
                TimeText.plain(
                        event.wishesUntil(),
                        meeting().zone(),
                        words.text(meeting().city()),
                        words)));
        until.addClassName("muted");
        var text = new Div(name, until);
        text.addClassName("tables-party");
        var right = new Div(EventTexts.badge(event.state(), words));
        right.addClassName("tables-choices");
        if (organises && event.state() != EventState.DRAFT) {
            right.add(new Anchor(address, words.get("tables.mine")));
        }
        return new ListItem(text, right);
    }

    private Section founding() {
        var form = new EventForm(words, meeting());
        var make = new Button(words.get("tables.found"), e -> {
            try {
                var made = setUp.found(meeting().id(), form.plan());
                e.getSource()
                        .getUI()
                        .ifPresent(ui -> ui.navigate("meetings/" + meeting().slug() + "/tables/" + made + "/organise"));
            } catch (Refusal refusal) {
                form.refused(refusal);
            }
        });
        make.setId("found-event");
        make.addThemeVariants(ButtonVariant.PRIMARY);
        return new Section(new H2(words.get("tables.new")), form, make);
    }
}
