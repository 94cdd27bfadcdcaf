package org.caravanserai.proposal;

import java.util.Set;
import org.caravanserai.mail.Outbox;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.Person;
import org.caravanserai.text.Language;
import org.caravanserai.text.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes the messages that proposing brings about, each in its reader's language. */
@Component
class ProposalMail {

    private final Outbox outbox;
    private final Messages messages;
    private final Accounts accounts;
    private final String baseAddress;

    ProposalMail(
            Outbox outbox,
            Messages messages,
            Accounts accounts,
            @Value("${caravanserai.base-address:http://localhost:8080}") String baseAddress) {
        this.outbox = outbox;
        this.messages = messages;
        this.accounts = accounts;
        this.baseAddress = baseAddress.replaceFirst("/+$", "");
    }

    /** Tells who handed a proposal in that it has arrived. Who has no account is not told. */
    void received(Person proposer, Proposal proposal, String meeting) {
        accounts.findByPerson(proposer.key()).filter(Account::isUsable).ifPresent(account -> {
            var language = proposer.language();
            var title = proposal.title().text(language);
            var message = new Outbox.Message(
                    account.email(),
                    proposer.id(),
                    proposal.meeting().value(),
                    "proposal-received",
                    language,
                    messages.get(language, "proposal.mail.received.subject", proposal.code()),
                    messages.get(language, "proposal.mail.received.text", title, meeting, proposal.code()),
                    messages.get(language, "proposal.mail.received.action"),
                    baseAddress + "/app/proposals/" + proposal.code());
            outbox.queue(message.about(Set.of(proposal.key())));
        });
    }

    /** Asks someone to agree to be named. */
    void invite(
            EmailAddress to,
            @Nullable Person person,
            Language language,
            Proposal proposal,
            String title,
            String meeting,
            String inviter,
            ContributorRole role,
            String secret) {
        var message = new Outbox.Message(
                to,
                person == null ? null : person.id(),
                proposal.meeting().value(),
                "proposal-invitation",
                language,
                messages.get(language, "proposal.mail.invite.subject", inviter),
                messages.get(
                        language,
                        "proposal.mail.invite.text",
                        inviter,
                        title.isEmpty() ? messages.get(language, "proposal.untitled") : title,
                        meeting,
                        messages.get(language, "proposal.role." + role.name())),
                messages.get(language, "proposal.mail.invite.action"),
                baseAddress + "/invitations/" + secret);
        outbox.queue(message.about(Set.of(proposal.key())));
    }
}
