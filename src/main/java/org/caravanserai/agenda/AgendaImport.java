package org.caravanserai.agenda;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.agenda.AgendaSnapshot.PersonPart;
import org.caravanserai.agenda.AgendaSnapshot.RolePart;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.MeetingFounding;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.meeting.Priority;
import org.caravanserai.meeting.Room;
import org.caravanserai.meeting.Rooms;
import org.caravanserai.meeting.Series;
import org.caravanserai.meeting.SeriesCollection;
import org.caravanserai.meeting.SessionType;
import org.caravanserai.meeting.SessionTypes;
import org.caravanserai.meeting.Slug;
import org.caravanserai.meeting.Topic;
import org.caravanserai.meeting.Topics;
import org.caravanserai.people.Access;
import org.caravanserai.people.Administrators;
import org.caravanserai.people.Degree;
import org.caravanserai.people.Orcid;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.proposal.ContributorRole;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in a whole agenda that was published elsewhere: a meeting of its own with rooms, topics, types, people, sessions,
 * placements and a first release, all in one transaction or not at all. Its conflicts are marked and forbid nothing. The
 * meeting is not open yet: whoever imports it becomes its organiser and looks at it first.
 */
@Service
public class AgendaImport {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_AFFILIATION = 300;
    private static final int MOST_TOPICS = 20;

    private final SeriesCollection series;
    private final Meetings meetings;
    private final MeetingFounding founding;
    private final Rooms rooms;
    private final Topics topics;
    private final SessionTypes types;
    private final Persons persons;
    private final Sessions sessions;
    private final Talks talks;
    private final SessionPersons sessionPersons;
    private final Placements placements;
    private final AgendaRulesStore rules;
    private final Releases releases;
    private final AgendaSnapshots snapshots;
    private final AgendaSnapshotBuilder builder;
    private final Access access;
    private final Clock clock;

    AgendaImport(
            SeriesCollection series,
            Meetings meetings,
            MeetingFounding founding,
            Rooms rooms,
            Topics topics,
            SessionTypes types,
            Persons persons,
            Sessions sessions,
            Talks talks,
            SessionPersons sessionPersons,
            Placements placements,
            AgendaRulesStore rules,
            Releases releases,
            AgendaSnapshots snapshots,
            AgendaSnapshotBuilder builder,
            Access access,
            Clock clock) {
        this.series = series;
        this.meetings = meetings;
        this.founding = founding;
        this.rooms = rooms;
        this.topics = topics;
        this.types = types;
        this.persons = persons;
        this.sessions = sessions;
        this.talks = talks;
        this.sessionPersons = sessionPersons;
        this.placements = placements;
        this.rules = rules;
        this.releases = releases;
        this.snapshots = snapshots;
        this.builder = builder;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Makes a meeting of a published agenda. Keys in it only link its parts; all that is stored gets keys of its own. A
     * session's code is kept when it has the form of a code and no other session in it has it.
     *
     * @throws Refusal if the address is taken or the meeting's part lacks what every meeting has
     */
    @Transactional
    @Administrators
    public MeetingId take(AgendaSnapshot agenda) {
        var part = agenda.meeting();
        var slug = new Slug(part.slug());
        if (meetings.findBySlug(slug.value()).isPresent()) {
            throw Refusal.at("slug", "agenda.import.slug", slug.value());
        }
        var meeting = new Meeting(
                slug,
                seriesOf(slug, part.name()).key(),
                english(part.name()),
                part.firstDay(),
                part.lastDay(),
                ZoneId.of(part.zone()),
                english(part.city()));
        meeting.describe(english(part.name()), part.description());
        founding.save(meeting);

        var keys = new HashMap<UUID, UUID>();
        saveRooms(agenda, meeting.id(), keys);
        saveTopics(agenda, meeting.id(), keys);
        saveTypes(agenda, meeting.id(), keys);
        savePeople(agenda, keys);
        saveSessions(agenda, meeting.id(), keys);
        rules.save(new AgendaRules(meeting.id(), MeetingRules.PUBLISHED_ELSEWHERE));

        releases.save(new Release(
                meeting.id(),
                1,
                access.me().orElse(null),
                LocalizedText.EMPTY,
                snapshots.store(builder.build(meeting.id(), null)),
                clock));
        return meeting.id();
    }

    private Series seriesOf(Slug slug, LocalizedText name) {
        return series.findBySlug(slug.value()).orElseGet(() -> series.save(new Series(slug, english(name))));
    }

    private void saveRooms(AgendaSnapshot agenda, MeetingId meeting, Map<UUID, UUID> keys) {
        var made = new ArrayList<Room>();
        for (var part : agenda.rooms()) {
            var room = new Room(meeting, english(part.name()), part.venue(), part.capacity(), made.size());
            keys.put(part.key(), room.key());
            made.add(room);
        }
        rooms.saveAll(made);
    }

    private void saveTopics(AgendaSnapshot agenda, MeetingId meeting, Map<UUID, UUID> keys) {
        var made = new HashMap<String, Topic>();
        for (var part : agenda.topics()) {
            var topic = made.computeIfAbsent(
                    cut(part.topicKey(), 60),
                    key -> new Topic(
                            meeting,
                            key,
                            part.name(),
                            LocalizedText.EMPTY,
                            part.hue(),
                            Priority.CONNECTIVITY,
                            made.size()));
            keys.put(part.key(), topic.key());
        }
        topics.saveAll(made.values());
    }

    private void saveTypes(AgendaSnapshot agenda, MeetingId meeting, Map<UUID, UUID> keys) {
        var made = new HashMap<String, SessionType>();
        for (var part : agenda.types()) {
            var type = made.computeIfAbsent(cut(part.typeKey(), 60), key -> {
                var kind = SessionType.Kind.valueOf(part.kind());
                return new SessionType(
                        meeting, key, english(part.name()), kind, 60, kind == SessionType.Kind.SESSION, made.size());
            });
            keys.put(part.key(), type.key());
        }
        types.saveAll(made.values());
    }

    private void savePeople(AgendaSnapshot agenda, Map<UUID, UUID> keys) {
        var made = new ArrayList<Person>();
        for (var part : agenda.people()) {
            var person = person(part);
            keys.put(part.key(), person.key());
            made.add(person);
        }
        persons.saveAll(made);
    }

    private static Person person(PersonPart part) {
        var name = part.name();
        var person = new Person(
                name.published().length() > LONGEST_NAME
                        ? PersonName.published(cut(name.published(), LONGEST_NAME))
                        : name);
        Arrays.stream(Degree.values())
                .filter(d -> d.name().equals(part.degree()))
                .findFirst()
                .ifPresent(d -> person.describe(person.salutation(), d, person.rank(), part.biography()));
        if (part.degree().isEmpty()) {
            person.describe(person.salutation(), Degree.NONE, person.rank(), part.biography());
        }
        person.affiliate(
                null,
                cut(part.affiliation(), LONGEST_AFFILIATION),
                part.country().matches("[A-Z]{2}") ? part.country() : "");
        if (!part.orcid().isEmpty()) {
            person.identifyBy(new Orcid(part.orcid()));
        }
        return person;
    }

    private void saveSessions(AgendaSnapshot agenda, MeetingId meeting, Map<UUID, UUID> keys) {
        var madeSessions = new ArrayList<Session>();
        var madeTalks = new ArrayList<Talk>();
        var madePeople = new ArrayList<SessionPerson>();
        var madePlacements = new ArrayList<Placement>();
        var codes = new HashSet<String>();
        for (var part : agenda.sessions()) {
            var session = session(part, meeting, keys, codes);
            madeSessions.add(session);
            addPeople(madePeople, session.id(), null, part.people(), keys);
            for (var talkPart : part.talks()) {
                var talk = new Talk(
                        session.id(),
                        null,
                        madeTalks.size(),
                        english(talkPart.title()),
                        talkPart.abstractText(),
                        talkPart.minutes(),
                        cut(talkPart.talkLanguage(), 10));
                madeTalks.add(talk);
                addPeople(madePeople, session.id(), talk.key(), talkPart.people(), keys);
            }
            if (!part.cancelled()) {
                var room = part.room() == null ? null : keys.get(part.room());
                madePlacements.add(new Placement(session.id(), meeting, room, part.start(), part.minutes()));
            }
        }
        sessions.saveAll(madeSessions);
        talks.saveAll(madeTalks);
        sessionPersons.saveAll(madePeople);
        placements.saveAll(madePlacements);
    }

    private static Session session(SessionPart part, MeetingId meeting, Map<UUID, UUID> keys, Set<String> codes) {
        // A published agenda may hold an item of one minute or of three days; its placement keeps the true length.
        var minutes = Math.clamp(part.minutes(), Session.SHORTEST, Session.LONGEST);
        var session = new Session(meeting, known(keys, part.type()), english(part.title()), minutes);
        session.describe(
                english(part.title()),
                part.abstractText(),
                part.topics().stream()
                        .limit(MOST_TOPICS)
                        .map(topic -> known(keys, topic))
                        .distinct()
                        .toList(),
                cut(part.talkLanguage(), 10),
                cut(part.slideLanguage(), 10),
                0);
        if (part.code().matches("[0-9A-Z]{6}") && codes.add(part.code())) {
            session.keepCode(part.code());
        } else {
            codes.add(session.code());
        }
        if (part.cancelled()) {
            session.cancel();
        }
        return session;
    }

    private static void addPeople(
            List<SessionPerson> made,
            SessionId session,
            @org.jspecify.annotations.Nullable UUID talk,
            List<RolePart> parts,
            Map<UUID, UUID> keys) {
        int position = 0;
        for (var part : parts) {
            made.add(new SessionPerson(
                    session,
                    talk,
                    new PersonId(known(keys, part.person())),
                    ContributorRole.valueOf(part.role()),
                    position++));
        }
    }

    private static UUID known(Map<UUID, UUID> keys, UUID part) {
        var key = keys.get(part);
        if (key == null) {
            throw new IllegalArgumentException("the agenda refers to a part that it does not have: " + part);
        }
        return key;
    }

    /** A text whose English is never missing: what is in another language stands for it. */
    private static LocalizedText english(LocalizedText text) {
        return text.exactly(Language.EN).isEmpty() ? text.with(Language.EN, text.text(Language.EN)) : text;
    }

    private static String cut(String text, int length) {
        return text.length() <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, length) - 1));
    }
}
