package org.caravanserai.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.meeting.Equipment;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.MeetingCreation;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.meeting.NewMeeting;
import org.caravanserai.meeting.Room;
import org.caravanserai.meeting.Rooms;
import org.caravanserai.meeting.SessionTypes;
import org.caravanserai.meeting.Slug;
import org.caravanserai.meeting.Topics;
import org.caravanserai.proposal.CallSetUp;
import org.caravanserai.proposal.Question;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The demonstration meeting itself. */
@Component
@Profile("demo")
class DemoMeeting {

    private final MeetingCreation creation;
    private final Meetings meetings;
    private final Topics topics;
    private final SessionTypes types;
    private final Rooms rooms;
    private final CallSetUp calls;
    private final DemoPeople people;

    DemoMeeting(
            MeetingCreation creation,
            Meetings meetings,
            Topics topics,
            SessionTypes types,
            Rooms rooms,
            CallSetUp calls,
            DemoPeople people) {
        this.creation = creation;
        this.meetings = meetings;
        this.topics = topics;
        this.types = types;
        this.rooms = rooms;
        this.calls = calls;
        this.people = people;
    }

    /** Makes the meeting with its rooms, roles and call, and the one after it. */
    Meeting load(Content content, Cast cast) {
        var file = content.meeting();
        var first = file.meeting();
        var id = creation.begin(
                Content.text(file.series().name()),
                new NewMeeting(
                        new Slug(first.slug()),
                        Content.text(first.name()),
                        first.firstDay(),
                        first.lastDay(),
                        ZoneId.of(first.zone()),
                        Content.text(first.city())));
        var meeting = meetings.findById(id.value()).orElseThrow();
        meeting.describe(Content.text(first.name()), Content.text(first.description()));
        meeting.speak(new LinkedHashSet<>(List.of("en", "ja", "ru", "kk")));
        meeting.holdAt(venue(content));
        meeting.open();
        meetings.save(meeting);
        topics.findByMeetingOrderByPosition(meeting.key()).forEach(t -> cast.topics.put(t.topicKey(), t.key()));
        types.findByMeetingOrderByPosition(meeting.key()).forEach(t -> cast.add(t));
        rooms(meeting.id(), content, cast);
        people.roles(meeting.id(), content, cast);
        next(meeting.series(), content, cast);
        call(meeting, content);
        return meeting;
    }

    private LocalizedText venue(Content content) {
        var both = LocalizedText.EMPTY;
        for (var language : Language.values()) {
            var names = content.meeting().venues().stream()
                    .map(v -> Content.text(v.name()).text(language))
                    .toList();
            both = both.with(language, String.join(language == Language.JA ? "・" : " · ", names));
        }
        return both;
    }

    private void rooms(MeetingId meeting, Content content, Cast cast) {
        var venues = new HashMap<String, LocalizedText>();
        content.meeting().venues().forEach(v -> venues.put(v.key(), Content.text(v.name())));
        int position = 0;
        for (var entry : content.meeting().rooms()) {
            var room = new Room(
                    meeting,
                    Content.text(entry.name()),
                    Objects.requireNonNull(venues.get(entry.venue())),
                    entry.capacity(),
                    position++);
            room.equip(
                    Set.copyOf(
                            entry.equipment().stream().map(Equipment::valueOf).toList()),
                    entry.booths(),
                    false);
            rooms.save(room);
            cast.rooms.put(entry.key(), room.key());
        }
    }

    private void next(UUID series, Content content, Cast cast) {
        var next = content.meeting().nextMeeting();
        var meeting = creation.extend(
                series,
                new NewMeeting(
                        new Slug(next.slug()),
                        Content.text(next.name()),
                        LocalDate.of(2028, 6, 6),
                        LocalDate.of(2028, 6, 9),
                        ZoneId.of(next.zone()),
                        LocalizedText.ofTags(Map.of(
                                "en",
                                "Samarkand",
                                "ja",
                                "サマルカンド",
                                "ru",
                                "Самарканд",
                                "kk",
                                "Самарқан",
                                "ky",
                                "Самарканд",
                                "uz",
                                "Samarqand",
                                "tg",
                                "Самарқанд",
                                "tk",
                                "Samarkant"))));
        people.organise(meeting, content, cast);
    }

    private void call(Meeting meeting, Content content) {
        calls.begin(
                meeting.id(),
                LocalDate.of(2026, 9, 1).atTime(9, 0),
                LocalDate.of(2027, 2, 28).atTime(23, 59));
        calls.describe(
                meeting.id(),
                calls.details(meeting.id()).orElseThrow().version(),
                Content.text(content.meeting().call().text()));
        for (var entry : content.meeting().questions()) {
            var options = new ArrayList<Question.Option>();
            if (entry.options() != null) {
                entry.options().forEach(o -> options.add(new Question.Option(o.key(), Content.text(o.label()))));
            }
            calls.ask(
                    meeting.id(),
                    new Question.Content(
                            Question.Kind.valueOf(entry.type()),
                            Content.text(entry.text()),
                            LocalizedText.EMPTY,
                            options,
                            entry.required(),
                            Set.of()));
        }
    }
}
