package org.caravanserai.gathering;

import org.caravanserai.meeting.Rooms;
import org.caravanserai.text.LocalizedText;
import org.springframework.stereotype.Component;

/** Says in words where an appointment is. */
@Component
class PlaceWords {

    private final Rooms rooms;

    PlaceWords(Rooms rooms) {
        this.rooms = rooms;
    }

    /** The place in words; empty if it is undecided. */
    LocalizedText words(Place place) {
        return switch (place) {
            case Place.Undecided none -> LocalizedText.EMPTY;
            case Place.InRoom room -> rooms.findById(room.room()).map(r -> r.name()).orElse(LocalizedText.EMPTY);
            case Place.At at -> LocalizedText.english(at.address());
            case Place.OnVideo video -> LocalizedText.english(video.link().toString());
        };
    }
}
