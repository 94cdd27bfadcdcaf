package org.caravanserai.agenda;

import java.time.Clock;
import java.util.Optional;
import org.caravanserai.meeting.SessionType;
import org.caravanserai.meeting.SessionTypes;
import org.caravanserai.proposal.ContributorsChanged;
import org.caravanserai.proposal.Proposal;
import org.caravanserai.proposal.ProposalState;
import org.caravanserai.proposal.ProposalStateChanged;
import org.caravanserai.proposal.Proposals;
import org.caravanserai.proposal.TimesStated;
import org.caravanserai.text.LocalizedText;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the agenda in step with the proposals, in the transaction in which they change. A confirmed proposal becomes a
 * session; a confirmed talk a talk of the session it was proposed for, or it waits as a session of its own until that one
 * comes. What is taken back is called off, and the people are those who have confirmed. What an organiser may have relied
 * on is noted for her.
 */
@Component
class SessionArrival {

    private final Proposals proposals;
    private final SessionTypes types;
    private final Sessions sessions;
    private final Talks talks;
    private final TalkGathering gathering;
    private final SessionPeople people;
    private final SessionPlaces places;
    private final AgendaNotes notes;
    private final LiveAgendas agendas;
    private final Clock clock;

    SessionArrival(
            Proposals proposals,
            SessionTypes types,
            Sessions sessions,
            Talks talks,
            TalkGathering gathering,
            SessionPeople people,
            SessionPlaces places,
            AgendaNotes notes,
            LiveAgendas agendas,
            Clock clock) {
        this.proposals = proposals;
        this.types = types;
        this.sessions = sessions;
        this.talks = talks;
        this.gathering = gathering;
        this.people = people;
        this.places = places;
        this.notes = notes;
        this.agendas = agendas;
        this.clock = clock;
    }

    @EventListener
    void on(ProposalStateChanged event) {
        switch (event.after()) {
            case CONFIRMED -> arrive(proposal(event));
            case WITHDRAWN, CANCELLED -> leave(proposal(event));
            default -> {
                return;
            }
        }
        agendas.changed(event.meeting());
    }

    @EventListener
    void on(ContributorsChanged event) {
        proposals
                .findById(event.proposal().value())
                .filter(p -> p.state() == ProposalState.CONFIRMED)
                .ifPresent(proposal -> {
                    talks.findByProposal(proposal.key())
                            .ifPresentOrElse(
                                    talk -> people.follow(
                                            sessions.findById(talk.session().value())
                                                    .orElseThrow(),
                                            talk,
                                            proposal,
                                            event.left()),
                                    () -> sessions.findByProposal(proposal.key())
                                            .ifPresent(
                                                    session -> people.follow(session, null, proposal, event.left())));
                    agendas.changed(proposal.meeting());
                });
    }

    @EventListener
    void on(TimesStated event) {
        proposals
                .findById(event.proposal().value())
                .filter(p -> p.state() == ProposalState.CONFIRMED)
                .ifPresent(this::noteTimes);
    }

    private void noteTimes(Proposal proposal) {
        var talk = talks.findByProposal(proposal.key());
        talk.flatMap(t -> sessions.findById(t.session().value()))
                .or(() -> sessions.findByProposal(proposal.key()))
                .ifPresent(session -> {
                    var title = talk.map(Talk::title).orElse(LocalizedText.EMPTY);
                    if (!notes.existsBySessionAndKindAndTalkTitleAndSeenAtIsNull(
                            session.key(), AgendaNews.Kind.TIMES_CHANGED, title)) {
                        notes.save(AgendaNote.ofTalk(
                                session, AgendaNews.Kind.TIMES_CHANGED, title, Optional.empty(), clock));
                    }
                    agendas.changed(proposal.meeting());
                });
    }

    private Proposal proposal(ProposalStateChanged event) {
        return proposals.findById(event.proposal().value()).orElseThrow();
    }

    private void arrive(Proposal proposal) {
        var isTalk = types.findById(proposal.sessionType())
                .filter(t -> t.kind() == SessionType.Kind.TALK)
                .isPresent();
        var into = isTalk
                ? proposal.forSession()
                        .flatMap(p -> sessions.findByProposal(p.value()))
                        .filter(s -> !s.isCancelled())
                : Optional.<Session>empty();
        if (into.isPresent()) {
            gathering.join(into.get(), proposal);
            return;
        }
        var before = sessions.findByProposal(proposal.key());
        var session = gathering.waitApart(proposal);
        if (before.isPresent()) {
            notes.save(AgendaNote.of(session, AgendaNews.Kind.STANDS_AGAIN, Optional.empty(), clock));
        }
        if (!isTalk) {
            gathering.gather(session);
        }
    }

    private void leave(Proposal proposal) {
        gathering.drop(proposal);
        sessions.findByProposal(proposal.key()).filter(s -> !s.isCancelled()).ifPresent(session -> {
            session.cancel();
            sessions.save(session);
            gathering.scatter(session);
            notes.save(AgendaNote.of(session, AgendaNews.Kind.CALLED_OFF, places.vacate(session), clock));
        });
    }
}
