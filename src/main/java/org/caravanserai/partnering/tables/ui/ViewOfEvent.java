package org.caravanserai.partnering.tables.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import java.util.Objects;
import java.util.UUID;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.shell.Words;
import org.caravanserai.text.Refusal;
import org.jspecify.annotations.Nullable;

/** A view of the partnering event that its address names below the meeting; where there is none, nothing is found. */
abstract class ViewOfEvent extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    final Words words = Words.here();
    private final transient MeetingDirectory directory;
    private transient @Nullable MeetingView meeting;
    private transient UUID event = new UUID(0, 0);

    ViewOfEvent(MeetingDirectory directory) {
        this.directory = directory;
        addClassNames("view", "tables");
    }

    @Override
    public final void beforeEnter(BeforeEnterEvent entering) {
        var parameters = entering.getRouteParameters();
        meeting = directory.bySlug(parameters.get("slug").orElse("")).orElseThrow(NotFoundException::new);
        try {
            event = UUID.fromString(parameters.get("event").orElse(""));
            show();
        } catch (IllegalArgumentException | Refusal gone) {
            throw new NotFoundException();
        }
    }

    abstract void show();

    @Override
    public String getPageTitle() {
        return words.get("tables.title") + " · " + (meeting == null ? "Caravanserai" : words.text(meeting.name()));
    }

    MeetingView meeting() {
        return Objects.requireNonNull(meeting, "beforeEnter comes first");
    }

    UUID event() {
        return event;
    }

    String address() {
        return "/app/meetings/" + meeting().slug() + "/tables";
    }
}
