package org.caravanserai.agenda;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.caravanserai.meeting.SessionType;
import org.caravanserai.meeting.SessionTypes;
import org.caravanserai.people.Access;
import org.caravanserai.proposal.Contributor;
import org.caravanserai.proposal.Contributors;
import org.caravanserai.proposal.Proposal;
import org.caravanserai.proposal.ProposalStateChanged;
import org.caravanserai.proposal.Proposals;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Makes a session of a proposal when it is confirmed, and calls it off when the proposal is taken back, in the transaction
 * in which that happens. A confirmed talk becomes a talk of the session it was proposed for, or waits as a session of its
 * own while there is none.
 */
@Component
class SessionArrival {

    private final Proposals proposals;
    private final Contributors contributors;
    private final SessionTypes types;
    private final Sessions sessions;
    private final Talks talks;
    private final SessionPersons sessionPersons;
    private final Placements placements;
    private final PlacementMoves moves;
    private final LiveAgendas agendas;
    private final Access access;
    private final Clock clock;

    SessionArrival(
            Proposals proposals,
            Contributors contributors,
            SessionTypes types,
            Sessions sessions,
            Talks talks,
            SessionPersons sessionPersons,
            Placements placements,
            PlacementMoves moves,
            LiveAgendas agendas,
            Access access,
            Clock clock) {
        this.proposals = proposals;
        this.contributors = contributors;
        this.types = types;
        this.sessions = sessions;
        this.talks = talks;
        this.sessionPersons = sessionPersons;
        this.placements = placements;
        this.moves = moves;
        this.agendas = agendas;
        this.access = access;
        this.clock = clock;
    }

    @EventListener
    void on(ProposalStateChanged event) {
        switch (event.after()) {
            case CONFIRMED ->
                arrive(proposals.findById(event.proposal().value()).orElseThrow());
            case WITHDRAWN, CANCELLED -> leave(event);
            default -> {
                return;
            }
        }
        agendas.changed(event.meeting());
    }

    private void arrive(Proposal proposal) {
        var known = sessions.findByProposal(proposal.key());
        if (known.isPresent()) {
            var session = known.get();
            session.reinstate();
            describe(session, proposal);
            sessions.save(session);
            return;
        }
        var isTalk = types.findById(proposal.sessionType())
                .filter(t -> t.kind() == SessionType.Kind.TALK)
                .isPresent();
        var into = isTalk
                ? proposal.forSession()
                        .flatMap(p -> sessions.findByProposal(p.value()))
                        .filter(s -> !s.isCancelled())
                : Optional.<Session>empty();
        if (into.isPresent()) {
            var position = talks.findBySessionInOrderByPosition(
                            List.of(into.get().key()))
                    .size();
            var talk = talks.save(new Talk(
                    into.get().id(),
                    proposal.id(),
                    position,
                    proposal.title(),
                    proposal.abstractText(),
                    proposal.minutes(),
                    proposal.talkLanguage()));
            addPeople(into.get().id(), talk, proposal);
        } else {
            var session = Session.of(
                    proposal.meeting(),
                    proposal.id(),
                    proposal.code(),
                    proposal.sessionType(),
                    proposal.title(),
                    Math.clamp(proposal.minutes(), Session.SHORTEST, Session.LONGEST));
            describe(session, proposal);
            sessions.save(session);
            addPeople(session.id(), null, proposal);
        }
    }

    private static void describe(Session session, Proposal proposal) {
        session.describe(
                proposal.title(),
                proposal.abstractText(),
                proposal.topics(),
                proposal.talkLanguage(),
                proposal.slideLanguage(),
                proposal.expectedAudience());
    }

    /** Those who have not declined and are known as persons; who was invited by mail alone joins when she answers. */
    private void addPeople(SessionId session, @Nullable Talk talk, Proposal proposal) {
        int position = 0;
        for (var contributor : contributors.findByProposalOrderByPosition(proposal.key())) {
            var person = contributor.person();
            if (person.isPresent() && contributor.answer() == Contributor.Answer.CONFIRMED) {
                sessionPersons.save(new SessionPerson(
                        session, talk == null ? null : talk.key(), person.get(), contributor.role(), position++));
            }
        }
    }

    private void leave(ProposalStateChanged event) {
        var proposal = event.proposal().value();
        talks.findByProposal(proposal).ifPresent(talk -> {
            sessionPersons.deleteAll(sessionPersons.findByTalk(talk.key()));
            sessionPersons.flush();
            talks.delete(talk);
        });
        sessions.findByProposal(proposal).ifPresent(session -> {
            session.cancel();
            sessions.save(session);
            placements.findBySession(session.key()).ifPresent(placement -> {
                moves.save(new PlacementMove(
                        session.meeting(),
                        session.id(),
                        access.me(),
                        Optional.of(
                                new AgendaSpot(placement.room().orElse(null), placement.start(), placement.minutes())),
                        Optional.empty(),
                        clock));
                placements.delete(placement);
            });
        });
    }
}
