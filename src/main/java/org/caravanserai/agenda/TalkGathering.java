package org.caravanserai.agenda;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.caravanserai.proposal.Proposal;
import org.caravanserai.proposal.ProposalState;
import org.caravanserai.proposal.Proposals;
import org.springframework.stereotype.Component;

/** Brings confirmed talks into the sessions they were proposed for, and lets them wait by themselves while there is none. */
@Component
class TalkGathering {

    private final Proposals proposals;
    private final Sessions sessions;
    private final Talks talks;
    private final SessionPeople people;
    private final SessionPlaces places;
    private final AgendaNotes notes;
    private final Clock clock;

    TalkGathering(
            Proposals proposals,
            Sessions sessions,
            Talks talks,
            SessionPeople people,
            SessionPlaces places,
            AgendaNotes notes,
            Clock clock) {
        this.proposals = proposals;
        this.sessions = sessions;
        this.talks = talks;
        this.people = people;
        this.places = places;
        this.notes = notes;
        this.clock = clock;
    }

    /** Brings every confirmed talk into a session that waits for it, except those that an organiser has called off. */
    void gather(Session session) {
        session.proposal().ifPresent(proposal -> {
            for (var talk :
                    proposals.findByForSessionAndStateOrderBySubmittedAt(proposal.value(), ProposalState.CONFIRMED)) {
                var apart = sessions.findByProposal(talk.key());
                if (apart.filter(Session::isCancelled).isEmpty()
                        && talks.findByProposal(talk.key()).isEmpty()) {
                    join(session, talk);
                }
            }
        });
    }

    /** Makes a confirmed talk the last one of a session; where it was a session of its own, it is one no more. */
    void join(Session into, Proposal proposal) {
        var position = talks.findBySessionInOrderByPosition(List.of(into.key())).stream()
                        .mapToInt(Talk::position)
                        .max()
                        .orElse(-1)
                + 1;
        var talk = talks.save(new Talk(
                into.id(),
                proposal.id(),
                position,
                proposal.title(),
                proposal.abstractText(),
                proposal.minutes(),
                proposal.talkLanguage()));
        people.put(into, talk, proposal);
        var was = sessions.findByProposal(proposal.key()).flatMap(apart -> {
            var spot = places.vacate(apart);
            people.clear(apart, null);
            apart.join(into.id());
            sessions.save(apart);
            return spot;
        });
        notes.save(AgendaNote.ofTalk(into, AgendaNews.Kind.TALK_CAME, proposal.title(), was, clock));
    }

    /** Lets the talks of a session that is called off wait by themselves. Talks that nobody proposed stay with it. */
    void scatter(Session session) {
        for (var talk : talks.findBySessionInOrderByPosition(List.of(session.key()))) {
            talk.proposal().flatMap(p -> proposals.findById(p.value())).ifPresent(proposal -> {
                people.clear(session, talk);
                talks.delete(talk);
                talks.flush();
                waitApart(proposal);
                notes.save(
                        AgendaNote.ofTalk(session, AgendaNews.Kind.TALK_WAITS, talk.title(), Optional.empty(), clock));
            });
        }
    }

    /** Takes a talk that was taken back out of its session. */
    void drop(Proposal proposal) {
        talks.findByProposal(proposal.key()).ifPresent(talk -> {
            var session = sessions.findById(talk.session().value()).orElseThrow();
            people.clear(session, talk);
            talks.delete(talk);
            notes.save(AgendaNote.ofTalk(session, AgendaNews.Kind.TALK_LEFT, talk.title(), Optional.empty(), clock));
        });
    }

    /** Lets a confirmed proposal wait as a session of its own; one that was there before stands again. */
    Session waitApart(Proposal proposal) {
        var session = sessions.findByProposal(proposal.key())
                .orElseGet(() -> Session.of(
                        proposal.meeting(),
                        proposal.id(),
                        proposal.code(),
                        proposal.sessionType(),
                        proposal.title(),
                        Math.clamp(proposal.minutes(), Session.SHORTEST, Session.LONGEST)));
        session.reinstate();
        session.describe(
                proposal.title(),
                proposal.abstractText(),
                proposal.topics(),
                proposal.talkLanguage(),
                proposal.slideLanguage(),
                proposal.expectedAudience());
        sessions.save(session);
        people.clear(session, null);
        people.put(session, null, proposal);
        return session;
    }
}
