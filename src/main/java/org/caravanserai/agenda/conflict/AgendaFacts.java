package org.caravanserai.agenda.conflict;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.text.LocalizedText;

/**
 * All that must be known of a meeting to judge or to make an agenda of it, wherever its sessions stand.
 *
 * @param zone the meeting's zone
 * @param days the meeting's days in order
 * @param holidays the public holidays among all days, by their names, where the meeting is held
 * @param rooms in the meeting's order
 * @param topics by their keys
 * @param zones in which people live, by their keys, as far as is known
 * @param sessions in no order, called off ones left out
 */
public record AgendaFacts(
        ZoneId zone,
        List<LocalDate> days,
        Map<LocalDate, LocalizedText> holidays,
        List<RoomFacts> rooms,
        Map<UUID, TopicFacts> topics,
        Map<UUID, ZoneId> zones,
        List<SessionFacts> sessions) {

    public AgendaFacts {
        days = List.copyOf(days);
        holidays = Map.copyOf(holidays);
        rooms = List.copyOf(rooms);
        topics = Map.copyOf(topics);
        zones = Map.copyOf(zones);
        sessions = List.copyOf(sessions);
    }

    /**
     * A topic.
     *
     * @param similar the keys of topics that the same people care for
     */
    public record TopicFacts(LocalizedText name, Set<UUID> similar) {

        public TopicFacts {
            similar = Set.copyOf(similar);
        }
    }
}
