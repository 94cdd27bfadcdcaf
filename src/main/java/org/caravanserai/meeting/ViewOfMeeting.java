package org.caravanserai.meeting;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NotFoundException;
import java.util.Objects;
import org.caravanserai.shell.Words;
import org.jspecify.annotations.Nullable;

/** A view of the meeting whose {@code slug} its address names; where there is none, nothing is found. */
public abstract class ViewOfMeeting extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    /** In the reader's language. */
    protected final Words words = Words.here();

    private final transient MeetingDirectory directory;
    private final String title;
    private transient @Nullable MeetingView shown;
    private transient @Nullable Location opened;

    /** {@code title} is the key of the view's name. */
    protected ViewOfMeeting(MeetingDirectory directory, String title) {
        this.directory = directory;
        this.title = title;
        addClassName("view");
    }

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        var slug = event.getRouteParameters().get("slug").orElse("");
        shown = directory.bySlug(slug).orElseThrow(NotFoundException::new);
        opened = event.getLocation();
        show();
    }

    /**
     * Shows the meeting, whatever was shown before.
     *
     * @throws NotFoundException if there is nothing for whoever is here
     */
    protected abstract void show();

    @Override
    public String getPageTitle() {
        return words.get(title) + " · " + (shown == null ? "Caravanserai" : words.text(shown.name()));
    }

    /** The address by which the view was opened; there is one from the first {@link #show()} on. */
    protected Location location() {
        return Objects.requireNonNull(opened, "beforeEnter comes first");
    }

    /** The meeting; there is one from the first {@link #show()} on. */
    public MeetingView meeting() {
        return Objects.requireNonNull(shown, "beforeEnter comes first");
    }
}
