package org.caravanserai.agenda.optimiser.conference;

import java.util.Collections;
import java.util.Set;

/** Who would have to be in two places, if two submissions or two tracks were put side by side. Symmetric. */
final class PeopleConflicts {

    private final Conference conference;

    PeopleConflicts(Conference conference) {
        this.conference = conference;
    }

    /** They share a presenter, or a presenter of one chairs the track of the other, which is not its own. */
    boolean ofPresenters(int one, int other) {
        var first = conference.submissions().get(one);
        var second = conference.submissions().get(other);
        return meet(first.presenters(), second.presenters())
                || chairs(first.presenters(), first.track(), second.track())
                || chairs(second.presenters(), second.track(), first.track());
    }

    /** An attendee of one attends or presents the other, or chairs its track, which is not the attendee's own. */
    boolean ofAttendees(int one, int other) {
        var first = conference.submissions().get(one);
        var second = conference.submissions().get(other);
        return meet(first.attendees(), second.attendees())
                || meet(first.attendees(), second.presenters())
                || meet(second.attendees(), first.presenters())
                || chairs(first.attendees(), first.track(), second.track())
                || chairs(second.attendees(), second.track(), first.track());
    }

    /** The two tracks, which are not the same, share a chair. */
    boolean ofChairs(int one, int other) {
        return one != other
                && meet(
                        conference.tracks().get(one).chairs(),
                        conference.tracks().get(other).chairs());
    }

    /** A chair of the track presents or attends the submission of another track. */
    boolean isWanted(int track, int submission) {
        var elsewhere = conference.submissions().get(submission);
        return chairs(elsewhere.presenters(), elsewhere.track(), track)
                || chairs(elsewhere.attendees(), elsewhere.track(), track);
    }

    private boolean chairs(Set<String> people, int own, int track) {
        return own != track && meet(people, conference.tracks().get(track).chairs());
    }

    private static boolean meet(Set<String> some, Set<String> others) {
        return !Collections.disjoint(some, others);
    }
}
