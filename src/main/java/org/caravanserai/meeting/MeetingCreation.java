package org.caravanserai.meeting;

import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.caravanserai.people.Administrators;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes series and meetings. Whoever makes a meeting becomes its organiser and may appoint others. */
@Service
public class MeetingCreation {

    private final SeriesCollection series;
    private final Meetings meetings;
    private final Topics topics;
    private final SessionTypes types;
    private final Rooms rooms;
    private final RoomClosures closures;
    private final RoomPlanSetUp plans;
    private final StartingSet startingSet;
    private final MeetingFounding founding;
    private final ApplicationEventPublisher events;

    MeetingCreation(
            SeriesCollection series,
            Meetings meetings,
            Topics topics,
            SessionTypes types,
            Rooms rooms,
            RoomClosures closures,
            RoomPlanSetUp plans,
            StartingSet startingSet,
            MeetingFounding founding,
            ApplicationEventPublisher events) {
        this.series = series;
        this.meetings = meetings;
        this.topics = topics;
        this.types = types;
        this.rooms = rooms;
        this.closures = closures;
        this.plans = plans;
        this.startingSet = startingSet;
        this.founding = founding;
        this.events = events;
    }

    /**
     * Makes the first meeting of a new series, with the starting set of topics and session types.
     *
     * @throws Refusal if something required is missing or the address is taken
     */
    @Administrators
    @Transactional
    public MeetingId begin(LocalizedText seriesName, NewMeeting asked) {
        if (series.findBySlug(asked.slug().value()).isPresent()) {
            throw Refusal.at("slug", "meeting.slug.taken");
        }
        var begun = series.save(new Series(asked.slug(), seriesName));
        return make(asked, begun.key()).id();
    }

    /**
     * Makes a further meeting of a series, with the starting set of topics and session types.
     *
     * @throws Refusal if something required is missing or the address is taken
     */
    @PreAuthorize("@meetingAccess.mayExtend(#series)")
    @Transactional
    public MeetingId extend(UUID series, NewMeeting asked) {
        return make(asked, series).id();
    }

    /**
     * Makes a further meeting of the same series out of an earlier one: its description, languages, topics, session types
     * and rooms come along, and what other modules keep for it; dates are shifted by as much as the first day is.
     *
     * @throws Refusal if something required is missing or the address is taken
     */
    @PreAuthorize("@meetingAccess.mayCopy(#source.value)")
    @Transactional
    public MeetingId copy(MeetingId source, NewMeeting asked) {
        var earlier = meetings.findById(source.value()).orElseThrow();
        var copy = meeting(asked, earlier.series());
        copy.describe(copy.name(), earlier.description());
        copy.speak(earlier.languages());
        copy.holdAt(earlier.venue());
        founding.save(copy);
        for (var topic : topics.findByMeetingOrderByPosition(source.value())) {
            topics.save(new Topic(
                    copy.id(),
                    topic.topicKey(),
                    topic.name(),
                    topic.keywords(),
                    topic.hue(),
                    topic.priority(),
                    topic.position()));
        }
        for (var type : types.findByMeetingOrderByPosition(source.value())) {
            types.save(new SessionType(
                    copy.id(),
                    type.typeKey(),
                    type.name(),
                    type.kind(),
                    type.minutes(),
                    type.mayHoldTalks(),
                    type.position()));
        }
        copyRooms(earlier, copy);
        events.publishEvent(new MeetingCopied(source, copy.id(), shift(earlier, copy)));
        return copy.id();
    }

    private void copyRooms(Meeting earlier, Meeting copy) {
        var days = shift(earlier, copy);
        var copies = new java.util.HashMap<UUID, Room>();
        for (var room : rooms.findByMeetingOrderByPosition(earlier.key())) {
            var made = new Room(copy.id(), room.name(), room.venue(), room.capacity(), room.position());
            made.equip(room.equipment(), room.booths(), room.isOnline());
            copies.put(room.key(), rooms.save(made));
        }
        for (var closure : closures.ofMeeting(earlier.key())) {
            var room = copies.get(closure.room());
            if (room != null) {
                closures.save(new RoomClosure(
                        room.key(),
                        Shift.later(closure.start(), earlier.zone(), copy.zone(), days),
                        Shift.later(closure.end(), earlier.zone(), copy.zone(), days),
                        closure.reason()));
            }
        }
        plans.copy(earlier.id(), copy.id(), copies);
    }

    private Meeting make(NewMeeting asked, UUID series) {
        var meeting = founding.save(meeting(asked, series));
        topics.saveAll(startingSet.topics(meeting.id()));
        types.saveAll(startingSet.types(meeting.id()));
        return meeting;
    }

    private static Meeting meeting(NewMeeting asked, UUID series) {
        return new Meeting(
                asked.slug(), series, asked.name(), asked.firstDay(), asked.lastDay(), asked.zone(), asked.city());
    }

    private static long shift(Meeting earlier, Meeting copy) {
        return ChronoUnit.DAYS.between(earlier.firstDay(), copy.firstDay());
    }
}
