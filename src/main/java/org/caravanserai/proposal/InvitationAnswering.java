package org.caravanserai.proposal;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.people.Access;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.Everyone;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.text.Clean;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the answers of those who were asked to be named on a proposal: by the link in their mail, or signed in. */
@Service
public class InvitationAnswering {

    private final Invitations invitations;
    private final Contributors contributors;
    private final Proposals proposals;
    private final Drafts drafts;
    private final Meetings meetings;
    private final Persons persons;
    private final Accounts accounts;
    private final Access access;
    private final Clock clock;

    InvitationAnswering(
            Invitations invitations,
            Contributors contributors,
            Proposals proposals,
            Drafts drafts,
            Meetings meetings,
            Persons persons,
            Accounts accounts,
            Access access,
            Clock clock) {
        this.invitations = invitations;
        this.contributors = contributors;
        this.proposals = proposals;
        this.drafts = drafts;
        this.meetings = meetings;
        this.persons = persons;
        this.accounts = accounts;
        this.access = access;
        this.clock = clock;
    }

    /** What a link leads to. */
    public sealed interface Seen permits Open, Answered, Expired, Unknown {}

    /**
     * It can be answered.
     *
     * @param title the proposal's, as far as it is written
     * @param inviter who asks
     * @param invited the name under which she was invited
     * @param hasProfile whether the link belongs to somebody registered
     * @param email the address that the link was sent to; empty if it belongs to somebody registered
     * @param signedInAs who is signed in and would be named; empty if nobody is
     * @param forAnother whether somebody else than the one it was meant for is signed in
     */
    public record Open(
            LocalizedText title,
            LocalizedText meetingName,
            PersonName inviter,
            ContributorRole role,
            PersonName invited,
            boolean hasProfile,
            String email,
            Optional<PersonName> signedInAs,
            boolean forAnother)
            implements Seen {}

    /** It was answered already. */
    public record Answered(LocalizedText title, Contributor.Answer answer) implements Seen {}

    /** It was not answered in time. */
    public record Expired(PersonName inviter) implements Seen {}

    /** There is no such link, or what it was for is gone. */
    public record Unknown() implements Seen {}

    /** What a link leads to; looking changes nothing. */
    @Everyone
    @Transactional(readOnly = true)
    public Seen look(String secret) {
        var found = invitations.findBySecretHash(Invitation.digest(secret));
        if (found.isEmpty()) {
            return new Unknown();
        }
        var invitation = found.get();
        var contributor = contributors.findById(invitation.contributor()).orElseThrow();
        var proposal = proposals.findById(contributor.proposal().value()).orElseThrow();
        if (proposal.state() == ProposalState.WITHDRAWN || proposal.state() == ProposalState.CANCELLED) {
            return new Unknown();
        }
        if (contributor.answer() != Contributor.Answer.INVITED) {
            return new Answered(title(proposal), contributor.answer());
        }
        var inviter = name(invitation.invitedBy().orElse(proposal.proposer()));
        if (invitation.usedAt().isPresent() || invitation.hasExpired(clock.instant())) {
            return new Expired(inviter);
        }
        var me = access.me();
        return new Open(
                title(proposal),
                meetings.findById(proposal.meeting().value()).orElseThrow().name(),
                inviter,
                contributor.role(),
                contributor.person().map(this::name).orElse(PersonName.published(contributor.invitedName())),
                contributor.person().isPresent(),
                contributor.invitedEmail(),
                me.map(this::name),
                me.isPresent()
                        && contributor.person().filter(p -> !p.equals(me.get())).isPresent());
    }

    /**
     * Agrees to be named. The link alone is enough: it was sent to the invited person's address. Who is signed in is named
     * with her profile; otherwise the owner of the address is, or a person known by name alone.
     *
     * @param name how she wants to be named, used only if she has no profile
     * @throws Refusal if the link was used, has expired or was meant for another
     */
    @Everyone
    @Transactional
    public void confirm(String secret, String name) {
        var contributor = redeem(secret);
        var me = access.me();
        if (me.isPresent()
                && contributor.person().filter(p -> !p.equals(me.get())).isPresent()) {
            throw Refusal.of("proposal.contributor.other");
        }
        var who = contributor.person().or(() -> me).or(() -> owner(contributor)).orElseGet(() -> {
            var clean = Clean.line(name);
            if (clean.isEmpty() || clean.length() > 200) {
                throw Refusal.at("name", "proposal.contributors.name", 200);
            }
            return persons.save(new Person(PersonName.published(clean))).id();
        });
        if (contributor.person().isEmpty()
                && contributors.existsByProposalAndPerson(contributor.proposal().value(), who.value())) {
            throw Refusal.of("proposal.contributors.already");
        }
        contributor.confirm(who);
        contributors.save(contributor);
    }

    /**
     * Does not want to be named.
     *
     * @throws Refusal if the link was used or has expired
     */
    @Everyone
    @Transactional
    public void decline(String secret) {
        var contributor = redeem(secret);
        contributor.decline();
        contributors.save(contributor);
    }

    /** Agrees to be named, signed in. */
    @PreAuthorize("@proposalAccess.isContributor(#contributor)")
    @Transactional
    public void confirmAsMe(UUID contributor) {
        var asked = contributors.findById(contributor).orElseThrow();
        asked.confirm(asked.person().orElseThrow());
        invitations.end(contributor, clock.instant());
        contributors.save(asked);
    }

    /** Does not want to be named, signed in. */
    @PreAuthorize("@proposalAccess.isContributor(#contributor)")
    @Transactional
    public void declineAsMe(UUID contributor) {
        var asked = contributors.findById(contributor).orElseThrow();
        asked.decline();
        invitations.end(contributor, clock.instant());
        contributors.save(asked);
    }

    /** Uses the link up; of two at once, one gets through. */
    private Contributor redeem(String secret) {
        var hash = Invitation.digest(secret);
        if (invitations.use(hash, clock.instant()) == 0) {
            throw Refusal.of("proposal.invitation.used");
        }
        return invitations
                .findBySecretHash(hash)
                .flatMap(i -> contributors.findById(i.contributor()))
                .filter(c -> c.answer() == Contributor.Answer.INVITED)
                .orElseThrow(() -> Refusal.of("proposal.invitation.used"));
    }

    /** The link was sent to her address, so whoever has it is the owner of the account with that address. */
    private Optional<PersonId> owner(Contributor contributor) {
        return contributor.invitedEmail().isEmpty()
                ? Optional.empty()
                : accounts.findByEmail(contributor.invitedEmail())
                        .filter(Account::isUsable)
                        .map(Account::person);
    }

    private LocalizedText title(Proposal proposal) {
        return proposal.title().isEmpty()
                ? drafts.findByProposal(proposal.key())
                        .map(d -> d.content().localized(DraftContent.TITLE))
                        .orElse(LocalizedText.EMPTY)
                : proposal.title();
    }

    private PersonName name(PersonId person) {
        return persons.findById(person.value())
                .map(Person::name)
                .orElse(new PersonName("", "", "", PersonName.Order.MONONYM, "", "", ""));
    }
}
