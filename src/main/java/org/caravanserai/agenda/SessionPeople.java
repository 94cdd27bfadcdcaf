package org.caravanserai.agenda;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.people.PersonId;
import org.caravanserai.proposal.Contributor;
import org.caravanserai.proposal.Contributors;
import org.caravanserai.proposal.Proposal;
import org.caravanserai.text.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps the people of a session, or of a talk, as its proposal names them: those who have confirmed and are known as
 * persons. Whom an organiser has added beside them stays.
 */
@Component
class SessionPeople {

    private final Contributors contributors;
    private final SessionPersons persons;
    private final AgendaNotes notes;
    private final Clock clock;

    SessionPeople(Contributors contributors, SessionPersons persons, AgendaNotes notes, Clock clock) {
        this.contributors = contributors;
        this.persons = persons;
        this.notes = notes;
        this.clock = clock;
    }

    /** Puts the proposal's people on a new session, or on a new talk of it ({@code talk} is null for the session). */
    void put(Session session, @Nullable Talk talk, Proposal proposal) {
        for (var contributor : confirmed(proposal)) {
            persons.save(new SessionPerson(
                    session.id(),
                    talk == null ? null : talk.key(),
                    contributor.person().orElseThrow(),
                    contributor.role(),
                    contributor.position()));
        }
    }

    /** Brings the people up to date, takes off who has left, and notes for the organisers who came and went. */
    void follow(Session session, @Nullable Talk talk, Proposal proposal, Optional<PersonId> left) {
        var key = talk == null ? null : talk.key();
        var title = talk == null ? LocalizedText.EMPTY : talk.title();
        var present = of(session, key);
        for (var contributor : confirmed(proposal)) {
            var who = contributor.person().orElseThrow();
            var known = present.stream().filter(p -> p.person().equals(who)).findFirst();
            if (known.isPresent()) {
                known.get().arrange(contributor.role(), contributor.position());
                persons.save(known.get());
            } else {
                persons.save(new SessionPerson(session.id(), key, who, contributor.role(), contributor.position()));
                notes.save(AgendaNote.ofPerson(session, AgendaNews.Kind.PERSON_CAME, title, who, clock));
            }
        }
        left.ifPresent(who -> present.stream()
                .filter(p -> p.person().equals(who))
                .forEach(p -> {
                    persons.delete(p);
                    notes.save(AgendaNote.ofPerson(session, AgendaNews.Kind.PERSON_LEFT, title, who, clock));
                }));
    }

    /** Takes everyone off a session itself, or off a talk of it. */
    void clear(Session session, @Nullable Talk talk) {
        persons.deleteAll(of(session, talk == null ? null : talk.key()));
        persons.flush();
    }

    private List<SessionPerson> of(Session session, @Nullable UUID talk) {
        return persons.findBySessionInOrderByPosition(List.of(session.key())).stream()
                .filter(p -> Objects.equals(p.talk().orElse(null), talk))
                .toList();
    }

    private List<Contributor> confirmed(Proposal proposal) {
        return contributors.findByProposalOrderByPosition(proposal.key()).stream()
                .filter(c -> c.person().isPresent() && c.answer() == Contributor.Answer.CONFIRMED)
                .toList();
    }
}
