package org.caravanserai.partnering.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import org.caravanserai.meeting.MeetingView;
import org.caravanserai.partnering.directory.PartneringAccess;
import org.caravanserai.shell.Words;

/** The places of partner finding at a meeting, one beside the other. */
class PlacesLine extends Nav {

    private static final long serialVersionUID = 1L;

    PlacesLine(Words words, MeetingView meeting, PartneringAccess access, Class<? extends Component> here) {
        addClassName("partner-places");
        setAriaLabel(words.get("partner.title"));
        add(words.get("partner.mine.title"), PartnersView.class, meeting, here);
        add(words.get("partner.cards.title"), CardsView.class, meeting, here);
        add(words.get("partner.directory.title"), DirectoryView.class, meeting, here);
        add(words.get("partner.introductions.title"), IntroductionsView.class, meeting, here);
        if (access.keepsOrder(meeting.id())) {
            add(words.get("partner.reports.title"), ReportsView.class, meeting, here);
        }
    }

    private void add(
            String label, Class<? extends Component> view, MeetingView meeting, Class<? extends Component> here) {
        var link = new RouterLink(label, view, new RouteParameters("slug", meeting.slug()));
        if (view.equals(here)) {
            link.getElement().setAttribute("aria-current", "page");
        }
        add(link);
    }
}
