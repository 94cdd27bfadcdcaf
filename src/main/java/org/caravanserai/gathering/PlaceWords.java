package org.caravanserai.gathering;

import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.Rooms;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.springframework.stereotype.Component;

/** Says in words where an appointment is, and refuses places that its writer knows nothing of. */
@Component
class PlaceWords {

    private final Rooms rooms;
    private final MeetingDirectory meetings;

    PlaceWords(Rooms rooms, MeetingDirectory meetings) {
        this.rooms = rooms;
        this.meetings = meetings;
    }

    /**
     * Refuses a meeting that the acting person may not see, and a room that is not that meeting's.
     *
     * @throws Refusal if the appointment is to be in such a one
     */
    void requireKnown(NewAppointment content) {
        var meeting = content.meeting()
                .map(m -> meetings.byId(m).orElseThrow(() -> Refusal.at("meeting", "appointment.meeting.unknown")));
        if (content.place() instanceof Place.InRoom in
                && meeting.stream()
                        .flatMap(m -> m.rooms().stream())
                        .noneMatch(r -> r.key().equals(in.room()))) {
            throw Refusal.at("place", "appointment.place.required");
        }
    }

    /** The place in words; empty if it is undecided. */
    LocalizedText words(Place place) {
        return switch (place) {
            case Place.Undecided none -> LocalizedText.EMPTY;
            case Place.InRoom room ->
                rooms.findById(room.room()).map(r -> r.name()).orElse(LocalizedText.EMPTY);
            case Place.At at -> LocalizedText.english(at.address());
            case Place.OnVideo video -> LocalizedText.english(video.link().toString());
        };
    }
}
