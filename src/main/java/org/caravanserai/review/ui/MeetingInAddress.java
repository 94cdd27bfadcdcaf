package org.caravanserai.review.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import java.util.function.Predicate;
import org.caravanserai.review.CommitteeMeetings;
import org.caravanserai.review.CommitteeMeetings.CommitteeMeeting;

/** The meeting that a committee's address names. */
final class MeetingInAddress {

    private MeetingInAddress() {}

    /**
     * The meeting.
     *
     * @param admits for what in it the page is
     * @throws NotFoundException if there is no such meeting, or the page is not for the acting person
     */
    static CommitteeMeeting of(BeforeEnterEvent event, CommitteeMeetings meetings, Predicate<CommitteeMeeting> admits) {
        return meetings.find(event.getRouteParameters().get("slug").orElse(""))
                .filter(admits)
                .orElseThrow(NotFoundException::new);
    }
}
