package org.caravanserai.partnering.followup.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.caravanserai.meeting.MeetingPlaces;
import org.caravanserai.meeting.MeetingPlaces.Place;
import org.caravanserai.partnering.followup.FollowUps;
import org.caravanserai.people.Access;
import org.caravanserai.people.Role;
import org.caravanserai.shell.MenuContribution;
import org.caravanserai.shell.MenuItem;
import org.caravanserai.shell.NextStep;
import org.caravanserai.shell.NextStepContribution;
import org.caravanserai.shell.Words;
import org.springframework.stereotype.Component;

/** Leads those who have met others to what came of it, and organisers to the totals. */
@Component
class FollowUpMenu implements MenuContribution, NextStepContribution {

    private static final int MINE = 36;
    private static final int TOTALS = 160;
    private static final int URGENCY = 25;

    private final FollowUps followUps;
    private final MeetingPlaces places;
    private final Access access;

    FollowUpMenu(FollowUps followUps, MeetingPlaces places, Access access) {
        this.followUps = followUps;
        this.places = places;
        this.access = access;
    }

    @Override
    public List<MenuItem> items() {
        if (access.me().isEmpty()) {
            return List.of();
        }
        var items = new ArrayList<>(places.items(
                new Place("followup.title", FollowUpTotalsView.PLACE, "done", TOTALS, Set.of(Role.ORGANISER))));
        if (followUps.any()) {
            items.add(new MenuItem("", Words.here().get("followup.title"), FollowUpView.PATH, "done", MINE));
        }
        return items;
    }

    @Override
    public List<NextStep> steps() {
        var waiting = access.me().map(me -> followUps.waiting()).orElse(0);
        if (waiting == 0) {
            return List.of();
        }
        var words = Words.here();
        return List.of(NextStep.undated(
                words.get("followup.next", waiting), words.get("followup.next.open"), FollowUpView.PATH, URGENCY));
    }
}
