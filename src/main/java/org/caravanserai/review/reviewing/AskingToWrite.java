package org.caravanserai.review.reviewing;

import java.time.Duration;
import java.util.UUID;
import org.caravanserai.people.Access;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.Person;
import org.caravanserai.people.Persons;
import org.caravanserai.platform.RateLimits;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A reviewer asks a colleague, by her e-mail address, to write a review for her; the colleague hears of it by mail. */
@Service
public class AskingToWrite {

    private static final int MOST_AN_HOUR = 20;

    private final Reviewing reviewing;
    private final Assignments assignments;
    private final Accounts accounts;
    private final Persons persons;
    private final ReviewMail mail;
    private final RateLimits limits;
    private final Access access;

    AskingToWrite(
            Reviewing reviewing,
            Assignments assignments,
            Accounts accounts,
            Persons persons,
            ReviewMail mail,
            RateLimits limits,
            Access access) {
        this.reviewing = reviewing;
        this.assignments = assignments;
        this.accounts = accounts;
        this.persons = persons;
        this.mail = mail;
        this.limits = limits;
        this.access = access;
    }

    /**
     * Asks whoever has an account with an address.
     *
     * @return who it is
     * @throws Refusal if nobody has, if she has a conflict of interest or reviews the proposal herself, or if too many were
     *     asked
     */
    @PreAuthorize("@reviewAccess.holds(#assignment)")
    @Transactional
    public PersonName ask(UUID assignment, EmailAddress email) {
        // Whether an address has an account is not to be tried out at will.
        var source = access.me().map(me -> me.value().toString()).orElse("");
        if (!limits.tryTake("ask-to-write", source, MOST_AN_HOUR, Duration.ofHours(1))) {
            throw Refusal.at("person", "desk.sub.many");
        }
        Account account = accounts.findByEmail(email.value())
                .filter(Account::isUsable)
                .orElseThrow(() -> Refusal.at("person", "reviewing.reviewer.unknown"));
        var other = persons.findById(account.person().value()).orElseThrow();
        var proposal = new ProposalId(assignments.proposalOf(assignment).orElseThrow());
        if (!other.id().equals(access.me().orElse(null)) && reviews(proposal, other)) {
            throw Refusal.at("person", "desk.sub.reviews");
        }
        reviewing.askToWrite(assignment, other.id());
        access.me()
                .flatMap(me -> persons.findById(me.value()))
                .ifPresent(reviewer -> mail.askedToWrite(account, other, reviewer, proposal));
        return other.name();
    }

    private boolean reviews(ProposalId proposal, Person other) {
        return assignments
                .findByProposalAndPerson(proposal.value(), other.key())
                .filter(a -> a.state().isLive())
                .isPresent();
    }
}
