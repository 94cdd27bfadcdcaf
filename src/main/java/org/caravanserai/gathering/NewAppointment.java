package org.caravanserai.gathering;

import java.util.List;
import java.util.Optional;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.text.Language;

/**
 * An appointment that is to be made.
 *
 * @param meeting the meeting it belongs to; empty for one free of any
 * @param title what it is called
 * @param purpose what it is for; may be empty
 * @param language what is spoken
 * @param people with whom, besides the organiser
 */
public record NewAppointment(
        Optional<MeetingId> meeting,
        String title,
        String purpose,
        Language language,
        Place place,
        AppointmentTime time,
        List<Invitee> people) {

    /** Keeps a copy of the people. */
    public NewAppointment {
        people = List.copyOf(people);
    }
}
