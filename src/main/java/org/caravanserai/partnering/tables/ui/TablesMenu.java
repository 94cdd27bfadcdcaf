package org.caravanserai.partnering.tables.ui;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import org.caravanserai.meeting.MeetingPlaces;
import org.caravanserai.meeting.MeetingPlaces.Place;
import org.caravanserai.partnering.tables.EventParticipation;
import org.caravanserai.people.Access;
import org.caravanserai.people.Role;
import org.caravanserai.shell.MenuContribution;
import org.caravanserai.shell.MenuItem;
import org.caravanserai.shell.NextStep;
import org.caravanserai.shell.NextStepContribution;
import org.caravanserai.shell.Words;
import org.springframework.stereotype.Component;

/**
 * Leads everybody with a role in a meeting to its partnering events, others to those in which they take part or may still, and
 * those who are asked to their answers.
 */
@Component
class TablesMenu implements MenuContribution, NextStepContribution {

    private static final int MOST_MEETINGS = 5;
    private static final int ORDER = 155;
    private static final String ICON = "people";

    private static final int ANSWER = 60;

    private final MeetingPlaces places;
    private final EventParticipation participation;
    private final Access access;

    TablesMenu(MeetingPlaces places, EventParticipation participation, Access access) {
        this.places = places;
        this.participation = participation;
        this.access = access;
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
        var items = new LinkedHashMap<String, MenuItem>();
        places.items(new Place(
                        "tables.title", "tables", ICON, ORDER, EnumSet.complementOf(EnumSet.of(Role.ADMINISTRATOR))))
                .forEach(item -> items.put(item.path(), item));
        if (access.me().isPresent()) {
            var words = Words.here();
            participation.meetings().stream().limit(MOST_MEETINGS).forEach(meeting -> {
                var path = "meetings/" + meeting.slug() + "/tables";
                items.putIfAbsent(
                        path, new MenuItem(words.text(meeting.name()), words.get("tables.title"), path, ICON, ORDER));
            });
        }
        return List.copyOf(items.values());
    }
}
