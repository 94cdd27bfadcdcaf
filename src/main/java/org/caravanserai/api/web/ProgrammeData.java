package org.caravanserai.api.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.agenda.AgendaSnapshot.PersonPart;
import org.caravanserai.agenda.AgendaSnapshot.RolePart;
import org.caravanserai.agenda.AgendaSnapshot.RoomPart;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.agenda.AgendaSnapshot.TalkPart;
import org.caravanserai.agenda.AgendaSnapshot.TopicPart;
import org.caravanserai.agenda.Publications.ReleaseSummary;
import org.caravanserai.programme.Programme;

/** What a published programme consists of. */
final class ProgrammeData {

    private ProgrammeData() {}

    /** A person and what she does in a session or a talk. */
    record Role(
            @Says("The person's id") String person,
            NameData name,

            @Says("CONVENER, PRESENTER, AUTHOR or INTERPRETER")
            String role) {}

    /** A talk; talks follow each other from the session's start. */
    record Talk(
            LocalizedData title,
            @Says("Markdown") LocalizedData abstractText,
            Instant start,
            int minutes,
            @Says("BCP 47 tag of what is spoken") Optional<String> language,
            List<Role> people) {}

    /** A session in its place. */
    record Session(
            @Says("Its public code of six characters") String id,
            LocalizedData title,
            @Says("Markdown") LocalizedData abstractText,
            @Says("What kind of session it is") LocalizedData type,
            @Says("Ids of its topics, the main one first") List<String> topics,
            @Says("The room's id; left out for all rooms") Optional<UUID> room,
            Instant start,
            int minutes,
            @Says("BCP 47 tag of what is spoken") Optional<String> language,
            @Says("BCP 47 tag of what is shown") Optional<String> slideLanguage,
            @Says("Called off after it was published") boolean cancelled,
            List<Role> people,
            List<Talk> talks) {

        static Session of(Programme programme, SessionPart session) {
            var starts = programme.starts(session);
            var talks = new java.util.ArrayList<Talk>();
            for (var talk : session.talks()) {
                talks.add(talk(programme, talk, starts.get(talks.size())));
            }
            return new Session(
                    session.code(),
                    LocalizedData.of(session.title()),
                    LocalizedData.of(session.abstractText()),
                    programme
                            .type(session)
                            .map(type -> LocalizedData.of(type.name()))
                            .orElse(LocalizedData.of(org.caravanserai.text.LocalizedText.EMPTY)),
                    programme.topics(session).stream().map(TopicPart::topicKey).toList(),
                    Optional.ofNullable(session.room()),
                    session.start(),
                    session.minutes(),
                    Data.filled(session.talkLanguage()),
                    Data.filled(session.slideLanguage()),
                    session.cancelled(),
                    roles(programme, session.people()),
                    talks);
        }

        private static Talk talk(Programme programme, TalkPart talk, Instant start) {
            return new Talk(
                    LocalizedData.of(talk.title()),
                    LocalizedData.of(talk.abstractText()),
                    start,
                    talk.minutes(),
                    Data.filled(talk.talkLanguage()),
                    roles(programme, talk.people()));
        }

        private static List<Role> roles(Programme programme, List<RolePart> roles) {
            return roles.stream()
                    .flatMap(role -> programme.person(role).stream()
                            .map(person -> new Role(person.code(), NameData.of(person.name()), role.role())))
                    .toList();
        }
    }

    /** Somebody named in the programme. */
    record Person(
            @Says("Her public code of six characters") String id,
            NameData name,
            Optional<String> degree,
            Optional<String> affiliation,
            @Says("ISO 3166-1 alpha-2") Optional<String> country,
            Optional<String> orcid,
            @Says("Markdown") LocalizedData biography) {

        static Person of(PersonPart person) {
            return new Person(
                    person.code(),
                    NameData.of(person.name()),
                    Data.filled(person.degree()).filter(degree -> !degree.equals("NONE")),
                    Data.filled(person.affiliation()),
                    Data.filled(person.country()),
                    Data.filled(person.orcid()),
                    LocalizedData.of(person.biography()));
        }
    }

    /** Somebody named in the programme, with where. */
    record PersonInProgramme(
            Person person,

            @Says("Ids of the sessions she takes part in, by start")
            List<String> sessions) {

        static PersonInProgramme of(Programme programme, PersonPart person) {
            return new PersonInProgramme(
                    Person.of(person),
                    programme.sessionsOf(person).stream().map(SessionPart::code).toList());
        }
    }

    /** A room. */
    record Room(
            UUID id,
            LocalizedData name,
            @Says("Left out where there is one venue only") LocalizedData venue,
            @Says("Seats; left out when not known") Optional<Integer> capacity) {

        static Room of(RoomPart room) {
            return new Room(
                    room.key(),
                    LocalizedData.of(room.name()),
                    LocalizedData.of(room.venue()),
                    Data.positive(room.capacity()));
        }
    }

    /** A topic. */
    record Topic(
            String id,
            LocalizedData name,
            @Says("Its colour as an angle") int hue) {

        static Topic of(TopicPart topic) {
            return new Topic(topic.topicKey(), LocalizedData.of(topic.name()), topic.hue());
        }
    }

    /** A numbered, immutable edition of the programme. */
    record Release(
            int number,
            Instant publishedAt,
            @Says("What the organisers say of it") LocalizedData note,

            @Says("Ids of the sessions that differ from the release before; of the first, all")
            List<String> changedSessions) {

        static Release of(ReleaseSummary release) {
            return new Release(
                    release.number(),
                    release.publishedAt(),
                    LocalizedData.of(release.note()),
                    release.difference().changes().stream()
                            .map(change -> change.code())
                            .distinct()
                            .toList());
        }
    }
}
