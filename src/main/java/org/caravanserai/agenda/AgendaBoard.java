package org.caravanserai.agenda;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.agenda.conflict.Conflict;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;

/**
 * The working agenda of a meeting as organisers see it: placed sessions and those that wait.
 *
 * @param days the days of the meeting
 * @param conflicts all conflicts, each once
 * @param lastMove the number of the last move in the log that it shows
 */
public record AgendaBoard(
        MeetingId meeting,
        String slug,
        LocalizedText name,
        LocalizedText city,
        ZoneId zone,
        List<LocalDate> days,
        List<BoardRoom> rooms,
        List<BoardType> types,
        List<BoardSession> sessions,
        Set<Conflict> conflicts,
        long lastMove) {

    /** A room; {@code capacity} is 0 when not known, {@code venue} empty when there is only one. */
    public record BoardRoom(UUID key, LocalizedText name, LocalizedText venue, int capacity, boolean online) {}

    /**
     * A type that an organiser can add an item of.
     *
     * @param minutes the usual length
     */
    public record BoardType(UUID key, LocalizedText name, int minutes) {}

    /** A person of a session or of one of its talks. */
    public record BoardPerson(UUID key, PersonName name) {}

    /** A talk of a session. */
    public record BoardTalk(UUID key, LocalizedText title, int minutes) {}

    /** Where a session is; the version is what a move of it must name. */
    public record BoardPlace(AgendaSpot spot, long version) {}

    /**
     * A session.
     *
     * @param topic the main topic's name; empty for none
     * @param hue the main topic's colour as an angle; -1 for none
     * @param before minutes that its room is needed before it, to set up
     * @param after minutes that its room is needed after it, to clear or travel
     * @param everywhere it is usually in all rooms at once, as a break is
     * @param place where it is; empty while it waits
     */
    public record BoardSession(
            UUID key,
            String code,
            LocalizedText title,
            LocalizedText type,
            LocalizedText topic,
            int hue,
            int minutes,
            int before,
            int after,
            boolean everywhere,
            List<BoardPerson> people,
            List<BoardTalk> talks,
            Optional<BoardPlace> place) {

        BoardSession at(Optional<BoardPlace> place) {
            return new BoardSession(
                    key, code, title, type, topic, hue, minutes, before, after, everywhere, people, talks, place);
        }
    }
}
