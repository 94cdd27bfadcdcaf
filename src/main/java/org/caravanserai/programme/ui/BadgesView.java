package org.caravanserai.programme.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.programme.Badges;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.PageHeader;
import org.caravanserai.shell.Words;

/** From where organisers and the desk print badges. */
@Route(value = "meetings/:slug/badges", layout = MainLayout.class)
@PermitAll
class BadgesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final Words words = Words.here();
    private final transient MeetingDirectory directory;
    private final transient Badges badges;

    BadgesView(MeetingDirectory directory, Badges badges) {
        this.directory = directory;
        this.badges = badges;
        addClassName("view");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var slug = event.getRouteParameters().get("slug").orElse("");
        var meeting = directory.bySlug(slug).orElseThrow(NotFoundException::new);
        var count = badges.of(meeting.id(), "").size();
        removeAll();
        add(new PageHeader(words.get("programme.badge.title")).with(words.text(meeting.name())));
        if (count == 0) {
            add(new EmptyState(words.get("programme.badge.none")));
            return;
        }
        var sheets = new Anchor("/m/" + slug + "/badges", words.get("programme.badge.open"), AnchorTarget.BLANK);
        sheets.setRouterIgnore(true);
        sheets.setId("open-badges");
        add(
                new Paragraph(words.get("programme.badge.help")),
                new Paragraph(words.get("programme.badge.count", count)),
                new Paragraph(sheets));
    }

    @Override
    public String getPageTitle() {
        return words.get("programme.badge.title") + " · Caravanserai";
    }
}
