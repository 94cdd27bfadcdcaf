package org.caravanserai.programme.ui;

import java.util.List;
import java.util.Set;
import org.caravanserai.meeting.MeetingPlaces;
import org.caravanserai.meeting.MeetingPlaces.Place;
import org.caravanserai.people.Role;
import org.caravanserai.shell.MenuContribution;
import org.caravanserai.shell.MenuItem;
import org.springframework.stereotype.Component;

/** Offers organisers what speakers give to readers, and them and the desk the badges. */
@Component
class ProgrammeMenu implements MenuContribution {

    private final MeetingPlaces places;

    ProgrammeMenu(MeetingPlaces places) {
        this.places = places;
    }

    @Override
    public List<MenuItem> items() {
        return places.items(
                new Place("programme.handout.title", "handouts", "download", 145, Set.of(Role.ORGANISER)),
                new Place("programme.badge.title", "badges", "person", 148, Set.of(Role.ORGANISER, Role.DESK)));
    }
}
