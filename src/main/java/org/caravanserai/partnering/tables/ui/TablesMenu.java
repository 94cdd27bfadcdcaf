package org.caravanserai.partnering.tables.ui;

import java.util.EnumSet;
import java.util.List;
import org.caravanserai.meeting.MeetingPlaces;
import org.caravanserai.meeting.MeetingPlaces.Place;
import org.caravanserai.partnering.tables.EventParticipation;
import org.caravanserai.people.Role;
import org.caravanserai.shell.MenuContribution;
import org.caravanserai.shell.MenuItem;
import org.caravanserai.shell.NextStep;
import org.caravanserai.shell.NextStepContribution;
import org.caravanserai.shell.Words;
import org.springframework.stereotype.Component;

/** Leads everybody with a role in a meeting to its partnering events, and those who are asked to their answers. */
@Component
class TablesMenu implements MenuContribution, NextStepContribution {

    private static final int ORDER = 155;

    private static final int ANSWER = 60;

    private final MeetingPlaces places;
    private final EventParticipation participation;

    TablesMenu(MeetingPlaces places, EventParticipation participation) {
        this.places = places;
        this.participation = participation;
    }

    @Override
    public List<NextStep> steps() {
        var words = Words.here();
        return participation.waiting().stream()
                .map(each -> new NextStep(
                        words.get("tables.next", each.asking(), words.text(each.title())),
                        each.wishesUntil(),
                        each.zone(),
                        words.text(each.city()),
                        words.get("tables.next.answer"),
                        "meetings/" + each.slug() + "/tables/" + each.event(),
                        ANSWER))
                .toList();
    }

    @Override
    public List<MenuItem> items() {
        return places.items(new Place(
                "tables.title", "tables", "people", ORDER, EnumSet.complementOf(EnumSet.of(Role.ADMINISTRATOR))));
    }
}
