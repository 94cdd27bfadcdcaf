package org.caravanserai.programme.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.ViewOfMeeting;
import org.caravanserai.programme.Badges;
import org.caravanserai.shell.EmptyState;
import org.caravanserai.shell.MainLayout;
import org.caravanserai.shell.PageHeader;

/** From where organisers and the desk print badges. */
@Route(value = "meetings/:slug/badges", layout = MainLayout.class)
@PermitAll
class BadgesView extends ViewOfMeeting {

    private static final long serialVersionUID = 1L;

    private final transient Badges badges;

    BadgesView(MeetingDirectory directory, Badges badges) {
        super(directory, "programme.badge.title");
        this.badges = badges;
    }

    @Override
    protected void show() {
        var count = badges.of(meeting().id(), "").size();
        removeAll();
        add(new PageHeader(words.get("programme.badge.title"))
                .with(words.text(meeting().name())));
        if (count == 0) {
            add(new EmptyState(words.get("programme.badge.none")));
            return;
        }
        var sheets =
                new Anchor("/m/" + meeting().slug() + "/badges", words.get("programme.badge.open"), AnchorTarget.BLANK);
        sheets.setRouterIgnore(true);
        sheets.setId("open-badges");
        add(
                new Paragraph(words.get("programme.badge.help")),
                new Paragraph(words.get("programme.badge.count", count)),
                new Paragraph(sheets));
    }
}
