package org.caravanserai.review;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.mail.Outbox;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.Access;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PeopleProperties;
import org.caravanserai.review.reviewing.HiddenProposals;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows whoever prepares a decision how its mail arrives, before it goes to anybody else. */
@Service
public class DecisionTrial {

    private final Decisions decisions;
    private final DecisionMails mails;
    private final DecidedProposals proposals;
    private final DecisionWriter writer;
    private final HiddenProposals hidden;
    private final Outbox outbox;
    private final Accounts accounts;
    private final Access access;
    private final PeopleProperties installation;

    DecisionTrial(
            Decisions decisions,
            DecisionMails mails,
            DecidedProposals proposals,
            DecisionWriter writer,
            HiddenProposals hidden,
            Outbox outbox,
            Accounts accounts,
            Access access,
            PeopleProperties installation) {
        this.decisions = decisions;
        this.mails = mails;
        this.proposals = proposals;
        this.writer = writer;
        this.hidden = hidden;
        this.outbox = outbox;
        this.accounts = accounts;
        this.access = access;
        this.installation = installation;
    }

    /**
     * Sends a mail that waits to the acting person herself, as its recipient would get it.
     *
     * @return her address
     * @throws Refusal if there is no such mail, it has left, or she has no address
     */
    @PreAuthorize("@access.in(#meeting.value, 'ORGANISER', 'CHAIR')")
    @Transactional
    public EmailAddress send(MeetingId meeting, UUID mail) {
        var written = mails.findById(mail).orElseThrow(() -> Refusal.of("review.mail.gone"));
        var concealed = hidden.hiddenFromMe(meeting);
        var decision = decisions.findByMeetingAndIdIn(meeting.value(), List.of(written.decision())).stream()
                .filter(d -> d.isPending() && !concealed.contains(d.proposal().value()))
                .findFirst()
                .orElseThrow(() -> Refusal.of("review.mail.gone"));
        var proposal = proposals.findById(decision.proposal().value()).orElseThrow();
        var mine = access.me()
                .flatMap(me -> accounts.findByPerson(me.value()))
                .map(Account::email)
                .orElseThrow(() -> Refusal.of("people.account.none"));
        var message = new Outbox.Message(
                mine,
                access.me().orElse(null),
                meeting.value(),
                "decision-test",
                written.language(),
                written.subject(),
                written.textBody(),
                writer.actionLabel(decision.verdict(), written.language()),
                installation.address("/app/proposals/" + proposal.code()));
        outbox.queue(message.about(Set.of(proposal.key())));
        return mine;
    }
}
