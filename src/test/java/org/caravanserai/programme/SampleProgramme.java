package org.caravanserai.programme;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.caravanserai.agenda.AgendaSnapshot;
import org.caravanserai.agenda.AgendaSnapshot.RoomPart;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.agenda.PublishedAgenda;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.text.LocalizedText;
import org.jspecify.annotations.Nullable;

/** Programmes in memory, made of rooms and sessions alone, in Tokyo on 8 June 2027. */
public final class SampleProgramme {

    /** Nine o'clock on the first day. */
    public static final Instant NINE = Instant.parse("2027-06-08T00:00:00Z");

    private SampleProgramme() {}

    /** A programme. */
    public static Programme of(List<RoomPart> rooms, List<SessionPart> sessions) {
        return new Programme(new PublishedAgenda(
                new MeetingId(new UUID(0, 1)),
                1,
                NINE,
                new AgendaSnapshot(
                        PublishedMeetings.tokyo("sample").meeting(),
                        rooms,
                        List.of(),
                        List.of(),
                        List.of(),
                        sessions)));
    }

    /** A room. */
    public static RoomPart room(String name) {
        return new RoomPart(UUID.randomUUID(), LocalizedText.english(name), LocalizedText.EMPTY, 0);
    }

    /** A session some minutes after nine; {@code room} is null for all rooms. */
    public static SessionPart session(String code, @Nullable RoomPart room, int after, int minutes) {
        return session(code, LocalizedText.english(code), LocalizedText.EMPTY, room, after, minutes, false);
    }

    /** A session that was called off. */
    public static SessionPart calledOff(String code, RoomPart room, int after, int minutes) {
        return session(code, LocalizedText.english(code), LocalizedText.EMPTY, room, after, minutes, true);
    }

    /** An hour's session that says something. */
    public static SessionPart saying(String code, LocalizedText title, LocalizedText text) {
        return session(code, title, text, room("Hall"), 0, 60, false);
    }

    private static SessionPart session(
            String code,
            LocalizedText title,
            LocalizedText text,
            @Nullable RoomPart room,
            int after,
            int minutes,
            boolean cancelled) {
        return new SessionPart(
                UUID.randomUUID(),
                code,
                UUID.randomUUID(),
                title,
                text,
                List.of(),
                room == null ? null : room.key(),
                NINE.plusSeconds(after * 60L),
                minutes,
                "en",
                "en",
                cancelled,
                List.of(),
                List.of());
    }
}
