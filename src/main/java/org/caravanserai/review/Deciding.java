package org.caravanserai.review;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.caravanserai.mail.Outbox;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.people.Access;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.proposal.Proposal;
import org.caravanserai.review.reviewing.HiddenProposals;
import org.caravanserai.review.reviewing.PlanReading;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Organisers and track chairs decide about proposals, one or many at once. A decision first waits with its mails, which can
 * be read and changed; sending it moves the proposal on and queues the mails in one transaction. Of two people who decide
 * about one proposal at the same time, the later is told who was first.
 */
@Service
public class Deciding {

    /** The most proposals that one call decides about or sends. */
    public static final int MOST = 5_000;

    private final Decisions decisions;
    private final DecisionMails mails;
    private final DecidedProposals proposals;
    private final Meetings meetings;
    private final DecisionWriter writer;
    private final Outbox outbox;
    private final PeopleProperties installation;
    private final Access access;
    private final PlanReading plans;
    private final HiddenProposals conflicts;
    private final Clock clock;

    Deciding(
            Decisions decisions,
            DecisionMails mails,
            DecidedProposals proposals,
            Meetings meetings,
            DecisionWriter writer,
            Outbox outbox,
            PeopleProperties installation,
            Access access,
            PlanReading plans,
            HiddenProposals conflicts,
            Clock clock) {
        this.decisions = decisions;
        this.mails = mails;
        this.proposals = proposals;
        this.meetings = meetings;
        this.writer = writer;
        this.outbox = outbox;
        this.installation = installation;
        this.access = access;
        this.plans = plans;
        this.conflicts = conflicts;
        this.clock = clock;
    }

    /** Why a proposal was left as it was. */
    public enum Reason {
        /** A decision about it waits already. */
        PENDING,
        /** Its state does not allow the verdict, for example because it was withdrawn. */
        STATE,
        /** The decision was sent already. */
        SENT,
        /** The time to revise would be over before the mails leave. */
        LATE
    }

    /**
     * A proposal that was left as it was.
     *
     * @param code the proposal's code
     * @param title its title
     * @param reason why
     */
    public record Skipped(String code, LocalizedText title, Reason reason) {}

    /**
     * What deciding came to.
     *
     * @param decisions the keys of the decisions that now wait to be sent
     * @param mails how many mails were written
     * @param skipped the proposals that were left as they were
     */
    public record Decided(List<UUID> decisions, int mails, List<Skipped> skipped) {}

    /**
     * What sending came to.
     *
     * @param decisions how many decisions now stand
     * @param mails how many mails were queued
     * @param skipped the proposals that were left as they were
     */
    public record Sent(int decisions, int mails, List<Skipped> skipped) {}

    /**
     * Decides about proposals; nothing leaves yet. What is to be revised gets the time that the plan of reviewing gives.
     * Those whose state does not allow the verdict, or about which a decision
     * waits already, are left as they are and reported. Proposals of other meetings, and those that a conflict of
     * interest hides from her, are ignored.
     *
     * @param note what all authors are told beside the verdict; empty for nothing
     */
    @PreAuthorize("@access.in(#meeting.value, 'ORGANISER', 'CHAIR')")
    @Transactional
    public Decided decide(MeetingId meeting, Collection<UUID> proposalKeys, Verdict verdict, String note) {
        return decide(
                meeting,
                proposalKeys,
                verdict,
                note,
                proposal -> clock.instant()
                        .plus(Duration.ofDays(plans.of(proposal).content().revisionDays())));
    }

    /**
     * Lets proposals be revised until an instant, after which the same reviewers look again.
     *
     * @throws Refusal if the instant has passed
     */
    @PreAuthorize("@access.in(#meeting.value, 'ORGANISER', 'CHAIR')")
    @Transactional
    public Decided revise(MeetingId meeting, Collection<UUID> proposalKeys, String note, Instant until) {
        if (!until.isAfter(clock.instant())) {
            throw Refusal.at("until", "review.revise.past");
        }
        return decide(meeting, proposalKeys, Verdict.REVISE, note, proposal -> until);
    }

    private Decided decide(
            MeetingId meeting,
            Collection<UUID> proposalKeys,
            Verdict verdict,
            String note,
            Function<Proposal, Instant> reviseUntil) {
        var held = hold(meeting, proposalKeys);
        var pending = decisions
                .findByPendingProposalIn(held.stream().map(Proposal::key).toList())
                .stream()
                .map(d -> d.proposal().value())
                .collect(Collectors.toSet());
        var made = new HashMap<Proposal, Decision>();
        var skipped = new ArrayList<Skipped>();
        for (var proposal : held) {
            if (pending.contains(proposal.key())) {
                skipped.add(skipped(proposal, Reason.PENDING));
            } else if (!verdict.isPossibleFrom(proposal.state())) {
                skipped.add(skipped(proposal, Reason.STATE));
            } else {
                var me = access.me().orElse(null);
                var decision = new Decision(meeting, proposal.id(), verdict, note, me, clock);
                if (verdict == Verdict.REVISE) {
                    decision.reviseBy(reviseUntil.apply(proposal));
                }
                made.put(proposal, decision);
            }
        }
        decisions.saveAll(made.values());
        return new Decided(
                made.values().stream().map(Decision::key).toList(), writeMails(meeting, verdict, made), skipped);
    }

    /**
     * Takes decisions back that were not sent: as if they had not been made.
     *
     * @return how many were taken back
     */
    @PreAuthorize("@access.in(#meeting.value, 'ORGANISER', 'CHAIR')")
    @Transactional
    public int takeBack(MeetingId meeting, Collection<UUID> decisionKeys) {
        var held = hold(meeting, proposalsOf(meeting, decisionKeys)).stream()
                .map(Proposal::key)
                .collect(Collectors.toSet());
        var open = decisions.findByMeetingAndIdIn(meeting.value(), decisionKeys).stream()
                .filter(d -> d.isPending() && held.contains(d.proposal().value()))
                .toList();
        mails.deleteByDecisionIn(open.stream().map(Decision::key).toList());
        decisions.deleteAll(open);
        return open.size();
    }

    /**
     * Changes one mail before it leaves.
     *
     * @param version the mail's version that the change is based on
     * @throws Refusal if there is no such mail, it was changed meanwhile, it has left, or it would say too much or nothing
     */
    @PreAuthorize("@access.in(#meeting.value, 'ORGANISER', 'CHAIR')")
    @Transactional
    public void editMail(MeetingId meeting, UUID mail, long version, String subject, String text) {
        var found = mails.findById(mail).orElseThrow(() -> Refusal.of("review.mail.gone"));
        var hidden = conflicts.hiddenFromMe(meeting);
        if (decisions.findByMeetingAndIdIn(meeting.value(), List.of(found.decision())).stream()
                .noneMatch(d -> d.isPending() && !hidden.contains(d.proposal().value()))) {
            throw Refusal.of("review.mail.gone");
        }
        if (found.version() != version) {
            throw Refusal.of("review.mail.stale");
        }
        found.edit(subject, text);
    }

    /** Sends decisions: each proposal moves on and its mails are queued, all in one transaction. */
    @PreAuthorize("@access.in(#meeting.value, 'ORGANISER', 'CHAIR')")
    @Transactional
    public Sent send(MeetingId meeting, Collection<UUID> decisionKeys) {
        var held = hold(meeting, proposalsOf(meeting, decisionKeys)).stream()
                .collect(Collectors.toMap(Proposal::key, Function.identity()));
        var sent = new HashMap<UUID, Decision>();
        var skipped = new ArrayList<Skipped>();
        for (var decision : decisions.findByMeetingAndIdIn(meeting.value(), decisionKeys)) {
            var proposal = held.get(decision.proposal().value());
            if (proposal == null) {
                continue;
            }
            if (!decision.isPending()) {
                skipped.add(skipped(proposal, Reason.SENT));
            } else if (!decision.verdict().isPossibleFrom(proposal.state())) {
                skipped.add(skipped(proposal, Reason.STATE));
            } else if (decision.reviseUntil()
                    .filter(until -> !until.isAfter(clock.instant()))
                    .isPresent()) {
                skipped.add(skipped(proposal, Reason.LATE));
            } else {
                decision.verdict().applyTo(proposal, decision.reviseUntil(), clock);
                proposals.save(proposal);
                decision.send(clock);
                decisions.save(decision);
                sent.put(decision.key(), decision);
            }
        }
        var queued = mails.findByDecisionInOrderByDecisionAscPositionAsc(sent.keySet());
        for (var mail : queued) {
            var decision = sent.get(mail.decision());
            var proposal =
                    decision == null ? null : held.get(decision.proposal().value());
            if (decision != null && proposal != null) {
                queue(meeting, decision, proposal, mail);
            }
        }
        return new Sent(sent.size(), queued.size(), skipped);
    }

    private void queue(MeetingId meeting, Decision decision, Proposal proposal, DecisionMail mail) {
        var message = new Outbox.Message(
                mail.email(),
                mail.person().orElse(null),
                meeting.value(),
                "decision",
                mail.language(),
                mail.subject(),
                mail.textBody(),
                writer.actionLabel(decision.verdict(), mail.language()),
                installation.address("/app/proposals/" + proposal.code()));
        outbox.queue(message.about(Set.of(proposal.key())).once("decision:" + decision.key()));
    }

    private int writeMails(MeetingId meeting, Verdict verdict, Map<Proposal, Decision> made) {
        if (made.isEmpty()) {
            return 0;
        }
        Meeting about = meetings.findById(meeting.value()).orElseThrow();
        var templates = writer.templates(meeting, verdict);
        var recipients =
                writer.recipients(made.keySet().stream().map(Proposal::key).toList());
        var written = new ArrayList<DecisionMail>();
        made.forEach((proposal, decision) -> {
            int position = 0;
            for (var recipient : recipients.getOrDefault(proposal.key(), List.of())) {
                var template = java.util.Objects.requireNonNull(templates.get(recipient.language()));
                written.add(writer.write(decision, position++, recipient, template, proposal, about));
            }
        });
        mails.saveAll(written);
        return written.size();
    }

    private List<Proposal> hold(MeetingId meeting, Collection<UUID> proposalKeys) {
        if (proposalKeys.size() > MOST) {
            throw Refusal.of("review.many", MOST);
        }
        return proposalKeys.isEmpty()
                ? List.of()
                : withoutHidden(meeting, proposals.hold(meeting.value(), new LinkedHashSet<>(proposalKeys)));
    }

    private List<Proposal> withoutHidden(MeetingId meeting, List<Proposal> held) {
        // Asked once they are held: a conflict that is declared meanwhile waits for them.
        var hidden = conflicts.hiddenFromMe(meeting);
        return held.stream().filter(p -> !hidden.contains(p.key())).toList();
    }

    private List<UUID> proposalsOf(MeetingId meeting, Collection<UUID> decisionKeys) {
        return decisionKeys.isEmpty() ? List.of() : decisions.proposalsOf(meeting.value(), decisionKeys);
    }

    private static Skipped skipped(Proposal proposal, Reason reason) {
        return new Skipped(proposal.code(), proposal.title(), reason);
    }
}
