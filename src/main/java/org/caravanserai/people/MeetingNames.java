package org.caravanserai.people;

import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.text.LocalizedText;

/**
 * What the modules below meetings must know of them: where they are found, what they are called and which clock they keep.
 * Implemented by the module that owns meetings. It decides nothing about access.
 */
public interface MeetingNames {

    /**
     * A meeting.
     *
     * @param key its key
     * @param slug its address
     * @param name its name
     * @param zone its zone
     * @param city the city that names the zone
     */
    record Named(UUID key, String slug, LocalizedText name, ZoneId zone, LocalizedText city) {}

    /** The meeting at an address; empty if there is none. */
    Optional<Named> at(String slug);

    /** These meetings by key, in one statement; those that are not there are left out. */
    Map<UUID, Named> of(Collection<UUID> meetings);

    /** One meeting by key; empty if there is none. */
    default Optional<Named> of(UUID meeting) {
        return of(java.util.List.of(meeting)).values().stream().findFirst();
    }
}
