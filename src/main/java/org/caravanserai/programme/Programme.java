package org.caravanserai.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.caravanserai.agenda.AgendaSnapshot;
import org.caravanserai.agenda.AgendaSnapshot.PersonPart;
import org.caravanserai.agenda.AgendaSnapshot.RolePart;
import org.caravanserai.agenda.AgendaSnapshot.RoomPart;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.agenda.AgendaSnapshot.TalkPart;
import org.caravanserai.agenda.AgendaSnapshot.TopicPart;
import org.caravanserai.agenda.AgendaSnapshot.TypePart;
import org.caravanserai.agenda.PublishedAgenda;
import org.caravanserai.exchange.AsciiNames;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.SessionType;
import org.jspecify.annotations.Nullable;

/** A published agenda, indexed for readers: by day, code, facet, person and folded words. Immutable. */
public final class Programme {

    private final PublishedAgenda published;
    private final ZoneId zone;
    private final Map<UUID, RoomPart> rooms = new HashMap<>();
    private final Map<UUID, Integer> roomOrder = new HashMap<>();
    private final Map<UUID, TopicPart> topics = new HashMap<>();
    private final Map<UUID, TypePart> types = new HashMap<>();
    private final Map<UUID, PersonPart> people = new HashMap<>();
    private final Map<String, SessionPart> sessionsByCode = new HashMap<>();
    private final Map<String, PersonPart> peopleByCode = new HashMap<>();
    private final TreeMap<LocalDate, List<SessionPart>> byDay = new TreeMap<>();
    private final PlaceAddresses places;
    private final ProgrammeWords words;
    private final Facets facets;
    private final Map<String, String> institutions = new HashMap<>();
    private volatile @Nullable RelatedSessions related;

    /** Indexes a release. */
    public Programme(PublishedAgenda published) {
        this.published = published;
        var agenda = published.snapshot();
        zone = ZoneId.of(agenda.meeting().zone());
        agenda.rooms().forEach(r -> {
            rooms.put(r.key(), r);
            roomOrder.put(r.key(), roomOrder.size());
        });
        agenda.topics().forEach(t -> topics.put(t.key(), t));
        agenda.types().forEach(t -> types.put(t.key(), t));
        agenda.people().forEach(p -> {
            people.put(p.key(), p);
            peopleByCode.put(p.code(), p);
            if (!p.affiliation().isEmpty()) {
                institutions.putIfAbsent(institutionAddress(p), p.affiliation());
            }
        });
        agenda.meeting()
                .firstDay()
                .datesUntil(agenda.meeting().lastDay().plusDays(1))
                .forEach(d -> byDay.put(d, new ArrayList<>()));
        for (var session : agenda.sessions()) {
            sessionsByCode.put(session.code(), session);
            byDay.computeIfAbsent(dayOf(session), d -> new ArrayList<>()).add(session);
        }
        byDay.values()
                .forEach(sessions -> sessions.sort(Comparator.comparing(SessionPart::start)
                        .thenComparing(s -> roomOrder(s.room()))
                        .thenComparing(SessionPart::code)));
        places = new PlaceAddresses(agenda.rooms());
        words = new ProgrammeWords(this);
        facets = new Facets(this);
    }

    /** The meeting. */
    public MeetingId meetingId() {
        return published.meeting();
    }

    /** The number of the release. */
    public int release() {
        return published.number();
    }

    /** When it was published. */
    public Instant publishedAt() {
        return published.publishedAt();
    }

    /** The agenda itself. */
    public AgendaSnapshot agenda() {
        return published.snapshot();
    }

    /** The meeting as it was published. */
    public AgendaSnapshot.MeetingPart meeting() {
        return agenda().meeting();
    }

    /** The meeting's zone. */
    public ZoneId zone() {
        return zone;
    }

    /** The days of the meeting, those without a session too. */
    public Collection<LocalDate> days() {
        return byDay.keySet();
    }

    /** The day a programme opens with: today while the meeting lasts, else the first day that has a session. */
    public LocalDate openingDay(Instant now) {
        var today = LocalDate.ofInstant(now, zone);
        if (byDay.containsKey(today)) {
            return today;
        }
        return byDay.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(byDay.firstKey());
    }

    /** The sessions that pass a filter, by start and then in the order of rooms. */
    public List<SessionPart> find(ProgrammeFilter filter) {
        var saying = words.saying(filter.words());
        var found = new ArrayList<SessionPart>();
        for (var day : byDay.entrySet()) {
            if (filter.day() == null || filter.day().equals(day.getKey())) {
                day.getValue().stream()
                        .filter(session -> facets.has(session, filter.chosen()) && saying.test(session))
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** How many sessions a filter would find with each value of a facet, whatever it wants of that facet now. */
    public Map<String, Integer> count(ProgrammeFilter filter, Facet facet) {
        return facets.count(find(filter.without(facet)), facet);
    }

    /** The values of a facet that occur: topics, types and rooms in their order. */
    public Collection<String> values(Facet facet) {
        return facets.values(facet);
    }

    /** The day of the meeting on which a session starts. */
    public LocalDate dayOf(SessionPart session) {
        return LocalDate.ofInstant(session.start(), zone);
    }

    /** The session with this code. */
    public Optional<SessionPart> session(String code) {
        return Optional.ofNullable(sessionsByCode.get(code.toUpperCase(Locale.ROOT)));
    }

    /** The person with this code. */
    public Optional<PersonPart> person(String code) {
        return Optional.ofNullable(peopleByCode.get(code.toUpperCase(Locale.ROOT)));
    }

    /** The person that a role names. */
    public Optional<PersonPart> person(RolePart role) {
        return Optional.ofNullable(people.get(role.person()));
    }

    /** The topic with this key. */
    public Optional<TopicPart> topic(String topicKey) {
        return agenda().topics().stream()
                .filter(t -> t.topicKey().equals(topicKey))
                .findFirst();
    }

    /** The topics of a session, the main one first. */
    public List<TopicPart> topics(SessionPart session) {
        return session.topics().stream()
                .map(topics::get)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    /** The room of a session; empty for all rooms. */
    public Optional<RoomPart> room(SessionPart session) {
        return Optional.ofNullable(session.room()).map(rooms::get);
    }

    /** The room at this address: its name in addresses or its key. */
    public Optional<RoomPart> room(String address) {
        return places.find(address);
    }

    /** How a room stands in addresses. */
    public String address(RoomPart room) {
        return places.of(room);
    }

    /** The institution at this address, as the first of its people names it. */
    public Optional<String> institution(String address) {
        return Optional.ofNullable(institutions.get(address));
    }

    /** How a person's institution stands in addresses; empty if she names none. */
    public static String institutionAddress(PersonPart person) {
        return person.affiliation().isEmpty() ? "" : AsciiNames.slug(person.affiliation(), "institution");
    }

    /** Another session that speaks of the same things, with the weightiest words that both say. */
    public record Related(SessionPart session, List<String> words) {}

    /** The sessions that speak of the same things as this one, the nearest first; few, and none where none is near. */
    public List<Related> related(SessionPart session) {
        var known = related;
        if (known == null) {
            known = new RelatedSessions(this);
            related = known;
        }
        return known.to(session);
    }

    /** The type with this key. */
    public Optional<TypePart> type(String typeKey) {
        return agenda().types().stream()
                .filter(t -> t.typeKey().equals(typeKey))
                .findFirst();
    }

    /** The type of a session. */
    public Optional<TypePart> type(SessionPart session) {
        return Optional.ofNullable(types.get(session.type()));
    }

    /** Whether everybody rests in a session: an item of the organisers' own in all rooms. */
    public boolean isBreak(SessionPart session) {
        return session.room() == null
                && type(session)
                        .filter(t -> t.kind().equals(SessionType.Kind.ITEM.name()))
                        .isPresent();
    }

    /** Everyone in a session and its talks, each once, in order. */
    public List<PersonPart> everyone(SessionPart session) {
        var keys = new LinkedHashSet<UUID>();
        session.people().forEach(r -> keys.add(r.person()));
        session.talks().forEach(t -> t.people().forEach(r -> keys.add(r.person())));
        return keys.stream().map(people::get).filter(java.util.Objects::nonNull).toList();
    }

    /** The sessions in which a person takes part, by start. */
    public List<SessionPart> sessionsOf(PersonPart person) {
        return agenda().sessions().stream()
                .filter(s -> everyone(s).contains(person))
                .sorted(Comparator.comparing(SessionPart::start))
                .toList();
    }

    /** When each talk of a session starts, in their order: talks follow each other. */
    public List<Instant> starts(SessionPart session) {
        var starts = new ArrayList<Instant>();
        var next = session.start();
        for (TalkPart talk : session.talks()) {
            starts.add(next);
            next = next.plusSeconds(talk.minutes() * 60L);
        }
        return List.copyOf(starts);
    }

    private int roomOrder(@Nullable UUID room) {
        if (room == null) {
            return -1;
        }
        return roomOrder.getOrDefault(room, Integer.MAX_VALUE);
    }
}
