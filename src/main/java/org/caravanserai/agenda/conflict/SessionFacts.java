package org.caravanserai.agenda.conflict;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.meeting.Equipment;
import org.caravanserai.text.LocalizedText;

/**
 * What must be known of a session, wherever it stands.
 *
 * @param session the session's key
 * @param minutes how long it usually lasts
 * @param audience how many people may come; 0 when not known
 * @param pause whether everybody rests in it, as in a break
 * @param talks its talks in their order
 * @param people everyone in it and in its talks
 * @param availability what its people have said about times, a statement for each proposal in it
 * @param topics the topics' keys, the main one first
 * @param needs what it needs of a room
 * @param interested people who want to hear it
 */
public record SessionFacts(
        UUID session,
        int minutes,
        int audience,
        boolean pause,
        List<TalkFacts> talks,
        Set<UUID> people,
        List<Availability> availability,
        List<UUID> topics,
        Needs needs,
        Set<UUID> interested) {

    public SessionFacts {
        talks = List.copyOf(talks);
        people = Set.copyOf(people);
        availability = List.copyOf(availability);
        topics = List.copyOf(topics);
        interested = Set.copyOf(interested);
    }

    /** A talk and how long it takes. */
    public record TalkFacts(UUID talk, LocalizedText title, int minutes) {}

    /**
     * What a session needs of a room.
     *
     * @param equipment what must be there
     * @param booths how many languages are interpreted
     * @param before for how many minutes it is needed before the session, to set up
     * @param after for how many minutes it is needed after it, to clear
     */
    public record Needs(Set<Equipment> equipment, int booths, int before, int after) {

        /** Four walls. */
        public static final Needs NONE = new Needs(Set.of(), 0);

        public Needs {
            equipment = Set.copyOf(equipment);
        }

        /** Needs of a room that is free at once. */
        public Needs(Set<Equipment> equipment, int booths) {
            this(equipment, booths, 0, 0);
        }

        /** The same, with so many minutes kept free around the session. */
        public Needs keptFree(int before, int after) {
            return new Needs(equipment, booths, before, after);
        }
    }

    /**
     * What some people have said about times.
     *
     * @param people whom it concerns
     * @param stated whether anything was said; that any time suits is something
     * @param cannot when they cannot come
     * @param ratherNot when they would rather not come
     */
    public record Availability(Set<UUID> people, boolean stated, List<Interval> cannot, List<Interval> ratherNot) {

        public Availability {
            people = Set.copyOf(people);
            cannot = List.copyOf(cannot);
            ratherNot = List.copyOf(ratherNot);
        }

        /** Nothing was said. */
        public static Availability unknown(Set<UUID> people) {
            return new Availability(people, false, List.of(), List.of());
        }
    }

    /** A session of which nothing but its people is known. */
    public static SessionFacts of(UUID session, Set<UUID> people) {
        return new SessionFacts(session, 60, 0, false, List.of(), people, List.of(), List.of(), Needs.NONE, Set.of());
    }

    /** What its talks need together; 0 without talks. */
    public int talkMinutes() {
        return talks.stream().mapToInt(TalkFacts::minutes).sum();
    }

    /** The main topic; empty for none. */
    public Optional<UUID> topic() {
        return topics.stream().findFirst();
    }

    /** When some of its people cannot come. */
    public List<Interval> cannot() {
        return availability.stream().flatMap(each -> each.cannot().stream()).toList();
    }

    /** When some of its people would rather not come. */
    public List<Interval> ratherNot() {
        return availability.stream().flatMap(each -> each.ratherNot().stream()).toList();
    }
}
