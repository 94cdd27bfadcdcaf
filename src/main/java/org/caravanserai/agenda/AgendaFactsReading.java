package org.caravanserai.agenda;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.agenda.AgendaReading.Source;
import org.caravanserai.agenda.conflict.AgendaFacts;
import org.caravanserai.agenda.conflict.AgendaFacts.TopicFacts;
import org.caravanserai.agenda.conflict.Interval;
import org.caravanserai.agenda.conflict.RoomFacts;
import org.caravanserai.agenda.conflict.SessionFacts;
import org.caravanserai.agenda.conflict.SessionFacts.Availability;
import org.caravanserai.agenda.conflict.SessionFacts.Needs;
import org.caravanserai.agenda.conflict.SessionFacts.TalkFacts;
import org.caravanserai.meeting.Holidays;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.RoomClosures;
import org.caravanserai.meeting.SessionType;
import org.caravanserai.meeting.Topic;
import org.caravanserai.people.Countries;
import org.caravanserai.people.Person;
import org.caravanserai.proposal.ContributorRole;
import org.caravanserai.proposal.Proposal;
import org.caravanserai.proposal.UnsuitableTime;
import org.caravanserai.text.Folding;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.springframework.stereotype.Component;

/**
 * Gathers what must be known of a meeting to judge its agenda. Who wants to hear what is taken from the interests that the
 * people of the meeting state in their profiles.
 */
@Component
class AgendaFactsReading {

    private final RoomClosures closures;
    private final Sessions sessions;
    private final Holidays holidays;

    AgendaFactsReading(RoomClosures closures, Sessions sessions, Holidays holidays) {
        this.closures = closures;
        this.sessions = sessions;
        this.holidays = holidays;
    }

    AgendaFacts of(Source source, MeetingRules rules) {
        var meeting = source.meeting();
        return new AgendaFacts(
                meeting.zone(),
                meeting.days(),
                holidays(meeting),
                rooms(source),
                topics(source.topics()),
                zones(source.persons()),
                sessions(source, rules));
    }

    private Map<LocalDate, LocalizedText> holidays(Meeting meeting) {
        var byDay = new HashMap<LocalDate, LocalizedText>();
        Countries.of(meeting.zone())
                .ifPresent(country -> holidays.between(meeting.firstDay(), meeting.lastDay())
                        .byDay()
                        .forEach((day, all) -> all.stream()
                                .filter(each -> each.country().equals(country))
                                .findFirst()
                                .ifPresent(each -> byDay.put(day, each.name()))));
        return byDay;
    }

    private List<RoomFacts> rooms(Source source) {
        var closed = new HashMap<UUID, List<Interval>>();
        for (var closure : closures.ofMeeting(source.meeting().key())) {
            closed.computeIfAbsent(closure.room(), r -> new ArrayList<>())
                    .add(Interval.of(closure.start(), closure.end()));
        }
        return source.rooms().stream()
                .map(room -> new RoomFacts(
                        room.key(),
                        room.capacity(),
                        closed.getOrDefault(room.key(), List.of()),
                        room.equipment(),
                        room.booths(),
                        room.isOnline(),
                        Folding.fold(room.venue().text(Language.EN))))
                .toList();
    }

    /** Topics are similar if they have a keyword in common. */
    private static Map<UUID, TopicFacts> topics(Map<UUID, Topic> topics) {
        var keywords = new HashMap<UUID, Set<String>>();
        topics.forEach((key, topic) -> keywords.put(
                key,
                Arrays.stream(topic.keywords().exactly(Language.EN).split(","))
                        .map(Folding::fold)
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.toSet())));
        var facts = new HashMap<UUID, TopicFacts>();
        topics.forEach((key, topic) -> {
            var own = Objects.requireNonNull(keywords.get(key));
            facts.put(
                    key,
                    new TopicFacts(
                            topic.name(),
                            keywords.entrySet().stream()
                                    .filter(other -> !other.getKey().equals(key)
                                            && other.getValue().stream().anyMatch(own::contains))
                                    .map(Map.Entry::getKey)
                                    .collect(Collectors.toSet())));
        });
        return facts;
    }

    /** Of people who have never said where they live, the profile says UTC. */
    private static Map<UUID, ZoneId> zones(Map<UUID, Person> persons) {
        var zones = new HashMap<UUID, ZoneId>();
        persons.forEach((key, person) -> {
            if (!person.zone().normalized().equals(ZoneOffset.UTC)) {
                zones.put(key, person.zone());
            }
        });
        return zones;
    }

    private List<SessionFacts> sessions(Source source, MeetingRules rules) {
        var people = source.peopleBySession();
        var availability = availability(source);
        var interpreted = source.roles().stream()
                .filter(role -> role.role() == ContributorRole.INTERPRETER)
                .map(role -> role.session().value())
                .collect(Collectors.toSet());
        var byInterest = new HashMap<String, Set<UUID>>();
        source.persons()
                .forEach((key, person) -> person.interests()
                        .forEach(topic -> byInterest
                                .computeIfAbsent(topic, t -> new HashSet<>())
                                .add(key)));
        var talkFacts = new HashMap<UUID, List<TalkFacts>>();
        for (var talk : source.talks()) {
            talkFacts
                    .computeIfAbsent(talk.session().value(), s -> new ArrayList<>())
                    .add(new TalkFacts(talk.key(), talk.title(), talk.minutes()));
        }
        return source.sessions().stream()
                .map(session -> new SessionFacts(
                        session.key(),
                        session.minutes(),
                        session.expectedAudience(),
                        source.typeOf(session).kind() == SessionType.Kind.ITEM,
                        talkFacts.getOrDefault(session.key(), List.of()),
                        people.getOrDefault(session.key(), Set.of()),
                        availability.getOrDefault(session.key(), List.of()),
                        session.topics(),
                        needs(rules.of(session.sessionType()), interpreted.contains(session.key()))
                                .keptFree(session.beforeMinutes(), session.afterMinutes()),
                        session.topics().stream()
                                .findFirst()
                                .map(source.topics()::get)
                                .map(topic -> byInterest.getOrDefault(topic.topicKey(), Set.of()))
                                .orElse(Set.of())))
                .toList();
    }

    private static Needs needs(Needs ofType, boolean interpreted) {
        return interpreted ? new Needs(ofType.equipment(), Math.max(1, ofType.booths())) : ofType;
    }

    /** What each proposal in a session says, about its own people; nobody has asked people without a proposal. */
    private Map<UUID, List<Availability>> availability(Source source) {
        var key = source.meeting().key();
        var zone = source.meeting().zone();
        var ofSessions = new HashMap<UUID, Proposal>();
        sessions.proposalsOf(key).forEach(row -> ofSessions.put((UUID) row[0], (Proposal) row[1]));
        var byKey = new HashMap<UUID, Proposal>();
        sessions.talkProposalsOf(key).forEach(row -> byKey.put(((Proposal) row[1]).key(), (Proposal) row[1]));
        var ofTalks = new HashMap<UUID, Proposal>();
        source.talks()
                .forEach(talk -> talk.proposal()
                        .flatMap(proposal -> Optional.ofNullable(byKey.get(proposal.value())))
                        .ifPresent(proposal -> ofTalks.put(talk.key(), proposal)));
        var speakers = new HashMap<UUID, Map<UUID, Set<UUID>>>();
        for (var role : source.roles()) {
            speakers.computeIfAbsent(role.session().value(), s -> new HashMap<>())
                    .computeIfAbsent(role.talk().orElse(role.session().value()), t -> new HashSet<>())
                    .add(role.person().value());
        }
        var bySession = new HashMap<UUID, List<Availability>>();
        speakers.forEach((session, parts) -> parts.forEach((part, people) -> {
            var proposal = part.equals(session) ? ofSessions.get(session) : ofTalks.get(part);
            bySession
                    .computeIfAbsent(session, s -> new ArrayList<>())
                    .add(proposal == null ? Availability.unknown(people) : said(proposal, people, zone));
        }));
        return bySession;
    }

    private static Availability said(Proposal proposal, Set<UUID> people, ZoneId zone) {
        return new Availability(
                people,
                proposal.times().isKnown(),
                times(proposal, UnsuitableTime.Strength.CANNOT, zone),
                times(proposal, UnsuitableTime.Strength.RATHER_NOT, zone));
    }

    private static List<Interval> times(Proposal proposal, UnsuitableTime.Strength strength, ZoneId zone) {
        return proposal.times().unsuitable().stream()
                .filter(time -> time.strength() == strength)
                .map(time -> Interval.of(
                        time.start().atZone(zone).toInstant(),
                        time.end().atZone(zone).toInstant()))
                .toList();
    }
}
