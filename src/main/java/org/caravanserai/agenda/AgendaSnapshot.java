package org.caravanserai.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * A whole agenda as it stood at one moment: what a {@link Release} keeps and all that readers and exports ever see. It
 * refers to parts by their keys within itself and to nothing outside.
 *
 * @param meeting the meeting
 * @param rooms in their order
 * @param topics in their order
 * @param types in their order
 * @param people everyone named in the sessions, by published name
 * @param sessions placed ones, by start and then room order
 */
public record AgendaSnapshot(
        MeetingPart meeting,
        List<RoomPart> rooms,
        List<TopicPart> topics,
        List<TypePart> types,
        List<PersonPart> people,
        List<SessionPart> sessions) {

    /** Another agenda of the same meeting, with what the meeting is called and where it is found as in this one. */
    AgendaSnapshot meetingOf(AgendaSnapshot other) {
        return new AgendaSnapshot(meeting, other.rooms, other.topics, other.types, other.people, other.sessions);
    }

    /** The meeting: {@code zone} is an IANA id, {@code city} names it. */
    public record MeetingPart(
            String slug,
            LocalizedText name,
            LocalizedText description,
            LocalDate firstDay,
            LocalDate lastDay,
            String zone,
            LocalizedText city) {}

    /** A room; {@code capacity} is 0 when not known. */
    public record RoomPart(UUID key, LocalizedText name, LocalizedText venue, int capacity) {}

    /** A topic. */
    public record TopicPart(UUID key, String topicKey, LocalizedText name, int hue) {}

    /** A session type; {@code kind} is the name of a {@link org.caravanserai.meeting.SessionType.Kind}. */
    public record TypePart(UUID key, String typeKey, LocalizedText name, String kind) {}

    /** A person: {@code country} is ISO 3166-1 alpha-2 or empty. */
    public record PersonPart(
            UUID key,
            String code,
            PersonName name,
            String degree,
            String affiliation,
            String country,
            String orcid,
            LocalizedText biography) {}

    /** Who does what; {@code role} is the name of a {@link org.caravanserai.proposal.ContributorRole}. */
    public record RolePart(UUID person, String role) {}

    /** A talk inside a session; talks follow each other from the session's start. */
    public record TalkPart(
            UUID key,
            LocalizedText title,
            LocalizedText abstractText,
            int minutes,
            String talkLanguage,
            List<RolePart> people) {}

    /**
     * A placed session.
     *
     * @param room null for all rooms
     * @param start the instant it starts at
     * @param cancelled called off after it was published
     */
    public record SessionPart(
            UUID key,
            String code,
            UUID type,
            LocalizedText title,
            LocalizedText abstractText,
            List<UUID> topics,
            @Nullable UUID room,
            Instant start,
            int minutes,
            String talkLanguage,
            String slideLanguage,
            boolean cancelled,
            List<RolePart> people,
            List<TalkPart> talks) {

        /** The same, called off. */
        SessionPart calledOff() {
            return new SessionPart(
                    key,
                    code,
                    type,
                    title,
                    abstractText,
                    topics,
                    room,
                    start,
                    minutes,
                    talkLanguage,
                    slideLanguage,
                    true,
                    people,
                    talks);
        }

        /** The first instant after it. */
        public Instant end() {
            return start.plusSeconds(minutes * 60L);
        }
    }
}
