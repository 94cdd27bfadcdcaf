package org.caravanserai.demo;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.caravanserai.meeting.SessionType;
import org.caravanserai.people.PersonId;
import org.caravanserai.proposal.Proposal;

/** What has been made of the content so far, by the names that the entries call each other by. */
final class Cast {

    final Map<String, PersonId> people = new HashMap<>();
    final Map<String, UUID> topics = new HashMap<>();
    final Map<String, UUID> rooms = new HashMap<>();
    private final Map<String, SessionType> types = new HashMap<>();
    private final Map<String, Proposal> proposals = new LinkedHashMap<>();

    PersonId person(String key) {
        return known(people, key);
    }

    UUID topic(String key) {
        return known(topics, key);
    }

    UUID room(String key) {
        return known(rooms, key);
    }

    SessionType type(String key) {
        return known(types, key);
    }

    Proposal proposal(String key) {
        return known(proposals, key);
    }

    /** In the order in which they were made. */
    List<Proposal> proposals() {
        return List.copyOf(proposals.values());
    }

    void add(SessionType type) {
        types.put(type.typeKey(), type);
    }

    void add(String key, Proposal proposal) {
        proposals.put(key, proposal);
    }

    private static <T> T known(Map<String, T> made, String key) {
        return Objects.requireNonNull(made.get(key), key);
    }
}
