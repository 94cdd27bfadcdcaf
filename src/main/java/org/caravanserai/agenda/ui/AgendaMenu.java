package org.caravanserai.agenda.ui;

import java.util.List;
import java.util.Set;
import org.caravanserai.meeting.MeetingPlaces;
import org.caravanserai.meeting.MeetingPlaces.Place;
import org.caravanserai.people.Role;
import org.caravanserai.shell.MenuContribution;
import org.caravanserai.shell.MenuItem;
import org.springframework.stereotype.Component;

/** Offers the agenda board, the optimiser and the releases of each meeting that the acting person organises. */
@Component
class AgendaMenu implements MenuContribution {

    private final MeetingPlaces places;

    AgendaMenu(MeetingPlaces places) {
        this.places = places;
    }

    @Override
    public List<MenuItem> items() {
        return places.items(
                new Place("agenda.board.title", "agenda", "agenda", 130, Set.of(Role.ORGANISER)),
                new Place("optimiser.title", "agenda/optimiser", "star", 135, Set.of(Role.ORGANISER)),
                new Place("release.title", "releases", "programme", 140, Set.of(Role.ORGANISER)));
    }
}
