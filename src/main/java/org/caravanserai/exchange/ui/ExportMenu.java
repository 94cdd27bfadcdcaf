package org.caravanserai.exchange.ui;

import java.util.List;
import java.util.Set;
import org.caravanserai.meeting.MeetingPlaces;
import org.caravanserai.meeting.MeetingPlaces.Place;
import org.caravanserai.people.Role;
import org.caravanserai.shell.MenuContribution;
import org.caravanserai.shell.MenuItem;
import org.springframework.stereotype.Component;

/** Leads organisers to what they can take along of each of their meetings. */
@Component
class ExportMenu implements MenuContribution {

    private final MeetingPlaces places;

    ExportMenu(MeetingPlaces places) {
        this.places = places;
    }

    @Override
    public List<MenuItem> items() {
        return places.items(new Place("exchange.export.title", "export", "download", 190, Set.of(Role.ORGANISER)));
    }
}
