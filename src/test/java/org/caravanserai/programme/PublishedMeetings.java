package org.caravanserai.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.caravanserai.agenda.AgendaImport;
import org.caravanserai.agenda.AgendaPublication;
import org.caravanserai.agenda.AgendaSnapshot;
import org.caravanserai.agenda.Placements;
import org.caravanserai.agenda.Session;
import org.caravanserai.agenda.Sessions;
import org.caravanserai.meeting.MeetingChanged;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.platform.Actor;
import org.caravanserai.testing.Fixture;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes meetings with a published programme, as tests of public pages need them. */
@Fixture
public class PublishedMeetings {

    /** 8:30 in Tokyo, which is 4:30 in Astana on the same date. */
    public static final Instant EARLY = Instant.parse("2027-06-07T23:30:00Z");

    private final AgendaImport agendas;
    private final AgendaPublication publication;
    private final Sessions sessions;
    private final Placements placements;
    private final Meetings meetings;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    PublishedMeetings(
            AgendaImport agendas,
            AgendaPublication publication,
            Sessions sessions,
            Placements placements,
            Meetings meetings,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.agendas = agendas;
        this.publication = publication;
        this.sessions = sessions;
        this.placements = placements;
        this.meetings = meetings;
        this.transaction = transaction;
        this.events = events;
    }

    /** Imports an agenda and opens its meeting to the public. */
    public MeetingId publish(AgendaSnapshot agenda) {
        var meeting = Actor.asSystem(() -> agendas.take(agenda));
        show(meeting, true);
        return meeting;
    }

    /** Opens or closes a meeting. */
    public void show(MeetingId meeting, boolean open) {
        Actor.asSystem(() -> transaction.executeWithoutResult(t -> {
            var found = meetings.findById(meeting.value()).orElseThrow();
            if (open) {
                found.open();
            } else {
                found.close();
            }
            events.publishEvent(new MeetingChanged(meeting));
        }));
    }

    /** Calls a session off and publishes that; gives the number of the release. */
    public int callOff(MeetingId meeting, String code) {
        return Actor.asSystem(() -> {
            transaction.executeWithoutResult(t -> {
                var off = session(meeting, code);
                off.cancel();
                placements.findBySession(off.key()).ifPresent(placements::delete);
            });
            return publication.publish(meeting, LocalizedText.EMPTY);
        });
    }

    /** Gives a session another title and publishes nothing. */
    public void draft(MeetingId meeting, String code, String title) {
        Actor.asSystem(() -> transaction.executeWithoutResult(t -> session(meeting, code)
                .describe(LocalizedText.english(title), LocalizedText.english(title), List.of(), "en", "en", 0)));
    }

    private Session session(MeetingId meeting, String code) {
        return sessions.findByMeeting(meeting.value()).stream()
                .filter(s -> s.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** A small agenda in Tokyo: a session at 8:30 with texts in three languages, and one with hostile texts. */
    public static AgendaSnapshot tokyo(String slug) {
        var room = new AgendaSnapshot.RoomPart(
                UUID.randomUUID(),
                new LocalizedText(Map.of(Language.EN, "Yasuda Hall", Language.JA, "安田講堂")),
                LocalizedText.EMPTY,
                300);
        var topic = new AgendaSnapshot.TopicPart(
                UUID.randomUUID(),
                "aral-sea",
                new LocalizedText(Map.of(Language.EN, "Aral Sea", Language.JA, "アラル海", Language.RU, "Аральское море")),
                190);
        var type = new AgendaSnapshot.TypePart(
                UUID.randomUUID(),
                "PANEL",
                new LocalizedText(Map.of(Language.EN, "Panel", Language.JA, "パネル討論")),
                "SESSION");
        var sato = new AgendaSnapshot.PersonPart(
                UUID.randomUUID(),
                "SATO22",
                new PersonName(
                        "SATO Junichi", "SATO", "Junichi", PersonName.Order.FAMILY_FIRST, "佐藤 純一", "サトウ ジュンイチ", ""),
                "PHD",
                "University of Tokyo",
                "JP",
                "",
                LocalizedText.english("Works on **lakes**."));
        var shavkat = new AgendaSnapshot.PersonPart(
                UUID.randomUUID(),
                "SHAV22",
                new PersonName(
                        "Shavkat Rahimov",
                        "Rahimov",
                        "Shavkat",
                        PersonName.Order.GIVEN_FIRST,
                        "Шавкат Рахимов",
                        "",
                        ""),
                "DSC",
                "<b>Hostile</b> & Sons",
                "UZ",
                "",
                LocalizedText.EMPTY);
        var water = session(
                "WATER2",
                type,
                new LocalizedText(Map.of(Language.EN, "Water for the Aral Sea", Language.JA, "アラル海に水を")),
                LocalizedText.english("See [the map](https://example.org/map) and **act**."),
                topic,
                room,
                EARLY,
                sato);
        var hostile = session(
                "EVIL22",
                type,
                LocalizedText.english("</title><script>alert(1)</script> \" onload=\"alert(2)"),
                LocalizedText.english("""
                        <script>alert(3)</script> [click](javascript:alert(4)) ![p](https://evil.example/p.png)

                        <img src=x onerror=alert(5)>
                        """),
                topic,
                room,
                EARLY.plusSeconds(7200),
                shavkat);
        return new AgendaSnapshot(
                new AgendaSnapshot.MeetingPart(
                        slug,
                        new LocalizedText(Map.of(Language.EN, "Scientists' Meeting", Language.JA, "科学者会合")),
                        LocalizedText.english("About *water*."),
                        LocalDate.of(2027, 6, 8),
                        LocalDate.of(2027, 6, 9),
                        "Asia/Tokyo",
                        new LocalizedText(Map.of(Language.EN, "Tokyo", Language.JA, "東京"))),
                List.of(room),
                List.of(topic),
                List.of(type),
                List.of(sato, shavkat),
                List.of(water, hostile));
    }

    private static AgendaSnapshot.SessionPart session(
            String code,
            AgendaSnapshot.TypePart type,
            LocalizedText title,
            LocalizedText text,
            AgendaSnapshot.TopicPart topic,
            AgendaSnapshot.RoomPart room,
            Instant start,
            AgendaSnapshot.PersonPart person) {
        return new AgendaSnapshot.SessionPart(
                UUID.randomUUID(),
                code,
                type.key(),
                title,
                text,
                List.of(topic.key()),
                room.key(),
                start,
                90,
                "en",
                "en",
                false,
                List.of(new AgendaSnapshot.RolePart(person.key(), "PRESENTER")),
                List.of());
    }
}
