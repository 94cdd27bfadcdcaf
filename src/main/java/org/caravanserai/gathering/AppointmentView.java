package org.caravanserai.gathering;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;

/**
 * An appointment as one of its people sees it.
 *
 * @param meetingName the meeting it belongs to; empty for one free of any
 * @param placeText where it is, in words; empty if undecided
 * @param organises whether the reader made it
 * @param mine the reader's own answer
 * @param video where the video room is; empty if it is not on video
 * @param recurrence how it repeats; empty if it is once
 * @param times each time that it takes place; one if it does not repeat
 * @param people in the order in which they were asked, the organiser first
 */
public record AppointmentView(
        AppointmentId id,
        PersonName organiser,
        Optional<MeetingId> meeting,
        LocalizedText meetingName,
        String title,
        String purpose,
        Language language,
        Place place,
        LocalizedText placeText,
        Optional<URI> video,
        AppointmentState state,
        AppointmentTime time,
        Optional<Recurrence> recurrence,
        List<Occurrence> times,
        boolean organises,
        Answer mine,
        String myComment,
        List<Part> people) {

    /**
     * Somebody in it.
     *
     * @param key what the organiser takes her out by
     * @param person her profile; empty for somebody invited by mail
     * @param affiliation where she works; may be empty
     * @param counter the time she would rather have
     */
    public record Part(
            UUID key,
            Optional<PersonId> person,
            PersonName name,
            String affiliation,
            boolean organiser,
            boolean required,
            Answer answer,
            String comment,
            Optional<AppointmentTime> counter) {}

    /**
     * An appointment in a list.
     *
     * @param time when it is; of what repeats, the next time, or the last when all are over
     * @param repeats whether it repeats
     * @param organises whether the reader made it
     * @param mine the reader's own answer
     * @param yes how many have said yes
     * @param asked how many are in it
     * @param others the names of a few of the others
     */
    public record Line(
            AppointmentId id,
            String title,
            AppointmentState state,
            AppointmentTime time,
            boolean repeats,
            boolean organises,
            Answer mine,
            int yes,
            int asked,
            List<PersonName> others) {}

    /** What the form of an appointment begins with. */
    public NewAppointment content() {
        return new NewAppointment(meeting, title, purpose, language, place, time, List.of());
    }
}
