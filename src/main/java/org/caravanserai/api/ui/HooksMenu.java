package org.caravanserai.api.ui;

import java.util.List;
import java.util.Set;
import org.caravanserai.meeting.MeetingPlaces;
import org.caravanserai.meeting.MeetingPlaces.Place;
import org.caravanserai.people.Role;
import org.caravanserai.shell.MenuContribution;
import org.caravanserai.shell.MenuItem;
import org.springframework.stereotype.Component;

/** Leads organisers to the programs that are told what happens in each of their meetings. */
@Component
class HooksMenu implements MenuContribution {

    private final MeetingPlaces places;

    HooksMenu(MeetingPlaces places) {
        this.places = places;
    }

    @Override
    public List<MenuItem> items() {
        return places.items(new Place("hook.title", "webhooks", "link", 195, Set.of(Role.ORGANISER)));
    }
}
