package org.caravanserai.meeting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.MeetingMilestones;
import org.caravanserai.meeting.MeetingSummary;
import org.caravanserai.people.Access;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.StatusBadge;
import org.caravanserai.shell.TimeText;
import org.caravanserai.shell.Tone;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Moments;

/** The meetings that the acting person helps to run, with what comes next in each. */
@Route(value = "meetings", layout = MainLayout.class)
@PermitAll
@StyleSheet("context://styles/meeting.css")
class MeetingsView extends Div implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final Words words = Words.here();
    private final transient List<MeetingMilestones> milestones;
    private final boolean handsOn;
    private final transient Map<MeetingId, MeetingMilestones.Milestone> next = new HashMap<>();

    MeetingsView(MeetingDirectory directory, List<MeetingMilestones> milestones, Access access) {
        this.milestones = milestones;
        this.handsOn = access.administrator();
        addClassNames("view", "meetings");
        var mayCreate = access.administrator() || !directory.mySeries().isEmpty();
        var count = directory.countMine();
        if (count == 0) {
            add(new PageHeader(words.get("meeting.list.title")));
            add(
                    mayCreate
                            ? new EmptyState(words.get("meeting.list.empty"), create())
                            : new EmptyState(words.get("meeting.list.empty")));
            return;
        }
        add(
                mayCreate
                        ? new PageHeader(words.get("meeting.list.title"), create())
                        : new PageHeader(words.get("meeting.list.title")),
                new Span(words.get("meeting.list.count", count)),
                list(directory));
    }

    @Override
    public String getPageTitle() {
        return words.get("meeting.list.title") + " · Caravanserai";
    }

    private Button create() {
        var create = new Button(
                words.get("meeting.new.title"), e -> UI.getCurrentOrThrow().navigate(NewMeetingView.class));
        create.setId("new-meeting");
        create.addThemeVariants(ButtonVariant.PRIMARY);
        return create;
    }

    private Component list(MeetingDirectory directory) {
        var list = new VirtualList<MeetingSummary>();
        list.setId("meetings");
        list.addClassName("meeting-list");
        list.setRenderer(new ComponentRenderer<>(this::row));
        list.setDataProvider(DataProvider.fromCallbacks(
                query -> page(directory.mine(query.getOffset(), query.getLimit())).stream(),
                query -> directory.countMine()));
        return list;
    }

    /** Asks for what comes next once for a whole page of rows. */
    private List<MeetingSummary> page(List<MeetingSummary> meetings) {
        var ids = meetings.stream().map(MeetingSummary::id).toList();
        milestones.forEach(source -> next.putAll(source.next(ids)));
        return meetings;
    }

    private Component row(MeetingSummary meeting) {
        var name = new RouterLink(
                words.text(meeting.name()),
                SetUpView.class,
                new com.vaadin.flow.router.RouteParameters("slug", meeting.slug()));
        name.addClassName("meeting-name");
        var state = meeting.open()
                ? new StatusBadge(words.get("meeting.state.open"), Tone.DONE)
                : new StatusBadge(words.get("meeting.state.hidden"), Tone.NEUTRAL);
        var dates = new Span(Moments.days(words.language(), meeting.firstDay(), meeting.lastDay()) + " · "
                + words.text(meeting.city()));
        dates.addClassName("meeting-dates");
        var row = new Div(new Div(name, state), dates);
        row.addClassName("meeting-row");
        if (handsOn) {
            row.add(new Anchor("/app/meetings/" + meeting.slug() + "/people", words.get("roles.people.title")));
        }
        var coming = next.get(meeting.id());
        if (coming != null) {
            var line = new Div(
                    new Span(words.get(coming.key()) + " "),
                    new TimeText(coming.at(), ZoneId.of(meeting.zone()), words.text(meeting.city())));
            line.addClassName("meeting-next");
            row.add(line);
        }
        return row;
    }
}
