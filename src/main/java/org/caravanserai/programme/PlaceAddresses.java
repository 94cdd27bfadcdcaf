package org.caravanserai.programme;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.agenda.AgendaSnapshot.RoomPart;
import org.caravanserai.exchange.AsciiNames;
import org.caravanserai.text.Language;

/**
 * How rooms stand in addresses: by their English name, so that an address can be read, and by their key, which stays when a
 * room is renamed and is therefore what is printed.
 */
final class PlaceAddresses {

    private final Map<UUID, String> byRoom = new HashMap<>();
    private final Map<String, RoomPart> rooms = new HashMap<>();

    PlaceAddresses(List<RoomPart> all) {
        var taken = new HashSet<String>();
        for (var room : all) {
            var name = name(room);
            var free = name;
            for (int i = 2; !taken.add(free); i++) {
                free = name + "-" + i;
            }
            byRoom.put(room.key(), free);
            rooms.put(free, room);
        }
        all.forEach(room -> rooms.put(room.key().toString(), room));
    }

    String of(RoomPart room) {
        return byRoom.getOrDefault(room.key(), room.key().toString());
    }

    Optional<RoomPart> find(String address) {
        return Optional.ofNullable(rooms.get(address));
    }

    private static String name(RoomPart room) {
        return AsciiNames.slug(room.name().text(Language.EN), "room");
    }
}
