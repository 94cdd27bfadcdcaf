package org.caravanserai.proposal;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.meeting.SessionType;
import org.caravanserai.meeting.SessionTypes;
import org.caravanserai.meeting.Topic;
import org.caravanserai.meeting.Topics;
import org.caravanserai.people.Access;
import org.caravanserai.people.Persons;
import org.caravanserai.platform.Arrival;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands proposals in, changed ones too until the call closes, and takes the proposer's later steps. */
@Service
public class ProposalSubmission {

    /** For how long a withdrawal can be undone. */
    public static final Duration UNDO = Duration.ofMinutes(15);

    private static final Set<ProposalState> CHANGEABLE = EnumSet.of(
            ProposalState.DRAFT, ProposalState.SUBMITTED, ProposalState.UNDER_REVIEW, ProposalState.REVISING);

    private final Proposals proposals;
    private final Drafts drafts;
    private final Revisions revisions;
    private final Contributors contributors;
    private final StoredProposalFiles files;
    private final Snapshots snapshots;
    private final RedactionFollowing redactions;
    private final CallReading calls;
    private final CallAdmission admission;
    private final Meetings meetings;
    private final Topics topics;
    private final SessionTypes types;
    private final Persons persons;
    private final ProposalMail mail;
    private final Access access;
    private final Arrival arrival;
    private final Clock clock;

    ProposalSubmission(
            Proposals proposals,
            Drafts drafts,
            Revisions revisions,
            Contributors contributors,
            StoredProposalFiles files,
            Snapshots snapshots,
            RedactionFollowing redactions,
            CallReading calls,
            CallAdmission admission,
            Meetings meetings,
            Topics topics,
            SessionTypes types,
            Persons persons,
            ProposalMail mail,
            Access access,
            Arrival arrival,
            Clock clock) {
        this.proposals = proposals;
        this.drafts = drafts;
        this.revisions = revisions;
        this.contributors = contributors;
        this.files = files;
        this.snapshots = snapshots;
        this.redactions = redactions;
        this.calls = calls;
        this.admission = admission;
        this.meetings = meetings;
        this.topics = topics;
        this.types = types;
        this.persons = persons;
        this.mail = mail;
        this.access = access;
        this.arrival = arrival;
        this.clock = clock;
    }

    /**
     * What came of handing in.
     *
     * @param first whether it was a draft before
     * @param revision the number of the revision it made; empty if nothing had changed
     */
    public record Receipt(boolean first, Optional<Integer> revision) {}

    /**
     * Hands in what the draft says, for the first time or changed. What arrived before the call closed counts, however
     * long it waited for its turn.
     *
     * @throws Refusal with every problem at once, each at its field; the draft stays as it is
     */
    @PreAuthorize("@proposalAccess.mayEdit(#proposal)")
    @Transactional
    public Receipt submit(ProposalId proposal) {
        var draft = drafts.lock(proposal.value());
        var stored = proposals.findById(proposal.value()).orElseThrow();
        if (!CHANGEABLE.contains(stored.state())) {
            throw Refusal.of("proposal.submit.decided");
        }
        requireOpen(stored);
        var meeting = meetings.findById(stored.meeting().value()).orElseThrow();
        if (draft.isPresent()) {
            var parsed = DraftReading.read(draft.get().content(), setting(stored, meeting));
            if (!parsed.content().equals(stored.content())) {
                stored.write(parsed.content(), clock);
            }
            stored.answer(parsed.answers());
            stored.state(parsed.times());
        }
        var first = stored.state() == ProposalState.DRAFT;
        if (first) {
            stored.submit(clock);
        } else if (stored.state() == ProposalState.REVISING) {
            stored.handInRevised(clock);
        }
        proposals.saveAndFlush(stored);
        redactions.follow(stored);
        var revision = revise(stored);
        if (first) {
            persons.findById(stored.proposer().value())
                    .ifPresent(p -> mail.received(p, stored, meeting.name().text(p.language())));
        }
        return new Receipt(first, revision);
    }

    /**
     * Hands in what the draft says, as {@link #submit(ProposalId)} does, if it is still what was seen.
     *
     * @param seen the version of the draft
     */
    @PreAuthorize("@proposalAccess.mayEdit(#proposal)")
    @Transactional
    public Receipt submit(ProposalId proposal, long seen) {
        drafts.lock(proposal.value()).ifPresent(draft -> draft.requireVersion(seen));
        return submit(proposal);
    }

    /** Whether it can be handed in or changed now: nothing is decided yet and the call takes it. */
    @PreAuthorize("@proposalAccess.mayEdit(#proposal)")
    @Transactional(readOnly = true)
    public boolean isOpen(ProposalId proposal) {
        var stored = proposals.findById(proposal.value()).orElseThrow();
        return stored.state() == ProposalState.REVISING
                ? mayRevise(stored)
                : CHANGEABLE.contains(stored.state()) && admission.mayHandIn(stored.meeting(), proposal);
    }

    /** Takes it back. */
    @PreAuthorize("@proposalAccess.mayEdit(#proposal)")
    @Transactional
    public void withdraw(ProposalId proposal) {
        var stored = held(proposal);
        stored.withdraw(clock);
        proposals.save(stored);
    }

    /**
     * Undoes a withdrawal: it stands again where it stood.
     *
     * @throws Refusal if it was withdrawn longer ago than {@link #UNDO}
     */
    @PreAuthorize("@proposalAccess.mayEdit(#proposal)")
    @Transactional
    public void restore(ProposalId proposal) {
        var stored = held(proposal);
        if (stored.changedAt().plus(UNDO).isBefore(clock.instant())) {
            throw Refusal.of("proposal.restore.late");
        }
        stored.restore(clock);
        proposals.save(stored);
    }

    /** Says of an accepted proposal that it will take place. */
    @PreAuthorize("@proposalAccess.mayEdit(#proposal)")
    @Transactional
    public void confirm(ProposalId proposal) {
        var stored = held(proposal);
        stored.confirm(clock);
        proposals.save(stored);
    }

    /** Whoever comes second reads what the first has left: a withdrawal and a decision at once end in one of both orders. */
    private Proposal held(ProposalId proposal) {
        return proposals.lock(proposal.value()).flatMap(proposals::findById).orElseThrow();
    }

    private void requireOpen(Proposal stored) {
        if (stored.state() != ProposalState.REVISING) {
            admission.requireOpen(stored.meeting(), stored.id());
        } else if (!mayRevise(stored)) {
            throw Refusal.of("proposal.revise.late");
        }
    }

    private boolean mayRevise(Proposal stored) {
        return stored.reviseUntil()
                .filter(until -> !arrival.instant().isAfter(until))
                .isPresent();
    }

    private Optional<Integer> revise(Proposal proposal) {
        var snapshot = snapshots.of(proposal);
        var last = revisions.findFirstByProposalOrderByNumberDesc(proposal.key());
        if (last.filter(r -> r.snapshot().equals(snapshot)).isPresent()) {
            return Optional.empty();
        }
        var number = last.map(Revision::number).orElse(0) + 1;
        revisions.save(new Revision(proposal.id(), number, access.me().orElse(null), snapshot, clock));
        return Optional.of(number);
    }

    private DraftReading.Setting setting(Proposal proposal, Meeting meeting) {
        return new DraftReading.Setting(
                calls.of(proposal.meeting()).orElseThrow(() -> Refusal.of("call.none")),
                topics.findByMeetingOrderByPosition(meeting.key()).stream()
                        .map(Topic::key)
                        .collect(Collectors.toSet()),
                meeting.languages(),
                meeting.days(),
                contributors.findByProposalOrderByPosition(proposal.key()).stream()
                        .filter(c -> c.answer() != Contributor.Answer.DECLINED)
                        .map(Contributor::role)
                        .toList(),
                files.findByProposalOrderByUploadedAt(proposal.key()).stream()
                        .flatMap(f -> f.question().stream())
                        .collect(Collectors.toSet()),
                code -> session(meeting.id(), code).filter(key -> !key.equals(proposal.key())));
    }

    private Optional<UUID> session(MeetingId meeting, String code) {
        return proposals
                .findByMeetingAndCode(meeting.value(), code)
                .filter(p -> types.findById(p.sessionType())
                        .filter(SessionType::mayHoldTalks)
                        .isPresent())
                .filter(p -> switch (p.state()) {
                    case DRAFT, DECLINED, WITHDRAWN, CANCELLED -> false;
                    case SUBMITTED, UNDER_REVIEW, REVISING, ACCEPTED, WAITING, CONFIRMED -> true;
                })
                .map(Proposal::key);
    }
}
