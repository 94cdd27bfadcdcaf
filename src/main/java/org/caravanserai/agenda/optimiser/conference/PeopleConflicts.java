package org.caravanserai.agenda.optimiser.conference;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** Who would have to be in two places, if two submissions or two tracks were put side by side. Symmetric. */
final class PeopleConflicts {

    private final Conference conference;
    private final java.util.List<Set<String>> peopleOfTracks;

    PeopleConflicts(Conference conference) {
        this.conference = conference;
        peopleOfTracks = conference.tracks().stream()
                .<Set<String>>map(track -> new TreeSet<>())
                .toList();
        for (var submission : conference.submissions()) {
            peopleOfTracks.get(submission.track()).addAll(submission.presenters());
            peopleOfTracks.get(submission.track()).addAll(submission.attendees());
        }
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

    /** The two tracks share a chair, or a chair of one presents or attends in the other. */
    boolean ofChairs(int one, int other) {
        var first = conference.tracks().get(one).chairs();
        var second = conference.tracks().get(other).chairs();
        return meet(first, second)
                || meet(first, peopleOfTracks.get(other))
                || meet(second, peopleOfTracks.get(one));
    }

    private boolean chairs(Set<String> people, int own, int track) {
        return own != track && meet(people, conference.tracks().get(track).chairs());
    }

    private static boolean meet(Set<String> some, Set<String> others) {
        return !Collections.disjoint(some, others);
    }
}
