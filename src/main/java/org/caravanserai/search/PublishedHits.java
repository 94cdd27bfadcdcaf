package org.caravanserai.search;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.agenda.AgendaSnapshot;
import org.caravanserai.agenda.AgendaSnapshot.PersonPart;
import org.caravanserai.agenda.AgendaSnapshot.SessionPart;
import org.caravanserai.text.LocalizedText;

/** Reads what was found out of a published agenda. */
final class PublishedHits {

    private PublishedHits() {}

    /** The session with a code; empty if it is not published any more. */
    static Optional<SearchHit> session(AgendaSnapshot agenda, String code) {
        return agenda.sessions().stream()
                .filter(session -> session.code().equals(code))
                .findFirst()
                .map(session -> session(agenda, session));
    }

    private static SearchHit session(AgendaSnapshot agenda, SessionPart session) {
        var texts = new ArrayList<LocalizedText>();
        texts.add(session.abstractText());
        var present = new HashSet<UUID>();
        session.people().forEach(role -> present.add(role.person()));
        for (var talk : session.talks()) {
            texts.add(talk.title());
            texts.add(talk.abstractText());
            talk.people().forEach(role -> present.add(role.person()));
        }
        agenda.topics().stream()
                .filter(topic -> session.topics().contains(topic.key()))
                .forEach(topic -> texts.add(topic.name()));
        agenda.rooms().stream()
                .filter(room -> room.key().equals(session.room()))
                .forEach(room -> texts.add(room.name()));
        var meeting = agenda.meeting();
        return new SearchHit.OfSession(
                meeting.slug(),
                session.code(),
                session.title(),
                texts,
                agenda.people().stream()
                        .filter(person -> present.contains(person.key()))
                        .map(PersonPart::name)
                        .toList(),
                meeting.name(),
                session.start(),
                ZoneId.of(meeting.zone()),
                meeting.city(),
                session.cancelled());
    }
}
