package org.caravanserai.proposal;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.people.Access;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.platform.Ids;
import org.caravanserai.platform.RateLimits;
import org.caravanserai.text.Clean;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.caravanserai.text.Refusal;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Names the people of a proposal, in order and with roles, and asks them to agree. */
@Service
public class ContributorInviting {

    /** The most people on one proposal. */
    public static final int MOST = 50;

    private static final int LONGEST_NAME = 200;

    private final Contributors contributors;
    private final Invitations invitations;
    private final RemovedContributors removals;
    private final Proposals proposals;
    private final Drafts drafts;
    private final Meetings meetings;
    private final Persons persons;
    private final Accounts accounts;
    private final ProposalMail mail;
    private final Access access;
    private final RateLimits limits;
    private final Clock clock;

    ContributorInviting(
            Contributors contributors,
            Invitations invitations,
            RemovedContributors removals,
            Proposals proposals,
            Drafts drafts,
            Meetings meetings,
            Persons persons,
            Accounts accounts,
            ProposalMail mail,
            Access access,
            RateLimits limits,
            Clock clock) {
        this.contributors = contributors;
        this.invitations = invitations;
        this.removals = removals;
        this.proposals = proposals;
        this.drafts = drafts;
        this.meetings = meetings;
        this.persons = persons;
        this.accounts = accounts;
        this.mail = mail;
        this.access = access;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * A person on a proposal.
     *
     * @param key what to arrange, invite again or remove her by
     * @param name her profile's, or what was typed when she was invited
     * @param invitedEmail the address that was typed when she was invited by mail; empty otherwise
     * @param isProposer whether she proposed it; she cannot be removed
     */
    public record Named(
            UUID key,
            ContributorRole role,
            Optional<PersonId> person,
            PersonName name,
            String affiliation,
            String country,
            String invitedEmail,
            Contributor.Answer answer,
            boolean isProposer) {}

    /** The people of a proposal, in order. */
    @PreAuthorize("@proposalAccess.mayEdit(#proposal)")
    @Transactional(readOnly = true)
    public List<Named> list(ProposalId proposal) {
        var proposer = proposals.standing(proposal.value()).orElseThrow().getProposer();
        return contributors.named(proposal.value()).stream()
                .map(n -> named(n, proposer))
                .toList();
    }

    /** Adds someone who is registered and asks her to agree. */
    @PreAuthorize("@proposalAccess.mayEdit(#proposal)")
    @Transactional
    public void add(ProposalId proposal, PersonId person, ContributorRole role) {
        var found = persons.findById(person.value()).orElseThrow(() -> Refusal.of("proposal.contributors.unknown"));
        if (contributors.existsByProposalAndPerson(proposal.value(), person.value())) {
            throw Refusal.at("contributors", "proposal.contributors.twice");
        }
        var position = nextPosition(proposal);
        if (access.me().filter(person::equals).isPresent()) {
            var me = Contributor.proposer(proposal, person, role);
            me.arrange(position, role);
            contributors.save(me);
            return;
        }
        var added = contributors.save(Contributor.known(proposal, position, person, role));
        accounts.findByPerson(person.value())
                .filter(Account::isUsable)
                .ifPresent(account -> send(added, account.email(), found, found.language()));
    }

    /**
     * Adds someone by name and address and asks her to agree, by a link that works without an account.
     *
     * @param language what the message is written in
     */
    @PreAuthorize("@proposalAccess.mayEdit(#proposal)")
    @Transactional
    public void invite(ProposalId proposal, String name, EmailAddress email, ContributorRole role, Language language) {
        var cleanName = Clean.line(name);
        if (cleanName.isEmpty() || cleanName.length() > LONGEST_NAME) {
            throw Refusal.at("name", "proposal.contributors.name", LONGEST_NAME);
        }
        if (contributors.existsByProposalAndInvitedEmail(proposal.value(), email.value())) {
            throw Refusal.at("email", "proposal.contributors.twice");
        }
        var added = contributors.save(Contributor.invited(proposal, nextPosition(proposal), cleanName, email, role));
        send(added, email, null, language);
    }

    /** Sends the invitation again; links sent before end. */
    @PreAuthorize("@proposalAccess.mayEdit(#proposal)")
    @Transactional
    public void inviteAgain(ProposalId proposal, UUID contributor) {
        var invited = of(proposal, contributor);
        if (invited.answer() != Contributor.Answer.INVITED) {
            throw Refusal.at("contributors", "proposal.contributors.answered");
        }
        invitations.end(contributor, clock.instant());
        var person = invited.person().flatMap(p -> persons.findById(p.value()));
        if (!invited.invitedEmail().isEmpty()) {
            send(invited, new EmailAddress(invited.invitedEmail()), person.orElse(null), readerLanguage());
        } else {
            person.flatMap(p -> accounts.findByPerson(p.key()))
                    .filter(Account::isUsable)
                    .ifPresent(account -> send(
                            invited, account.email(), person.get(), person.get().language()));
        }
    }

    /** Changes what someone does in the proposal. */
    @PreAuthorize("@proposalAccess.mayEdit(#proposal)")
    @Transactional
    public void changeRole(ProposalId proposal, UUID contributor, ContributorRole role) {
        var changed = of(proposal, contributor);
        changed.arrange(changed.position(), role);
        contributors.save(changed);
    }

    /** Puts the people in this order; who is not named stays behind the others. */
    @PreAuthorize("@proposalAccess.mayEdit(#proposal)")
    @Transactional
    public void arrange(ProposalId proposal, List<UUID> order) {
        var all = new ArrayList<>(contributors.findByProposalOrderByPosition(proposal.value()));
        all.sort(java.util.Comparator.comparingInt(c -> {
            var place = order.indexOf(c.key());
            return place < 0 ? Integer.MAX_VALUE : place;
        }));
        for (int i = 0; i < all.size(); i++) {
            all.get(i).arrange(i, all.get(i).role());
        }
        contributors.saveAll(all);
    }

    /**
     * Takes someone off the proposal; her open invitation ends. The one who proposed it stays.
     *
     * @return what {@link #putBack} undoes it by
     */
    @PreAuthorize("@proposalAccess.mayEdit(#proposal)")
    @Transactional
    public UUID remove(ProposalId proposal, UUID contributor) {
        var removed = of(proposal, contributor);
        var proposer = proposals.standing(proposal.value()).orElseThrow().getProposer();
        if (removed.person().filter(p -> p.value().equals(proposer)).isPresent()) {
            throw Refusal.at("contributors", "proposal.contributors.proposer");
        }
        removals.deleteByRemovedAtBefore(clock.instant().minus(RemovedContributor.UNDO));
        var removal = removals.save(new RemovedContributor(
                removed, invitations.findFirstByContributorAndUsedAtIsNullOrderByIdDesc(contributor), clock));
        invitations.deleteOf(contributor);
        removed.leave();
        contributors.delete(removed);
        return removal.key();
    }

    /**
     * Undoes a removal: she stands where she stood, with the answer she gave, and the link she had works again.
     *
     * @throws Refusal if it was too long ago, or she has been named again meanwhile
     */
    @PreAuthorize("@proposalAccess.mayEdit(#proposal)")
    @Transactional
    public void putBack(ProposalId proposal, UUID removal) {
        var removed = removals.findById(removal)
                .filter(r -> r.proposal().equals(proposal) && r.canBeUndone(clock.instant()))
                .orElseThrow(() -> Refusal.at("contributors", "proposal.contributors.gone"));
        if (removed.person()
                        .filter(p -> contributors.existsByProposalAndPerson(proposal.value(), p.value()))
                        .isPresent()
                || (!removed.invitedEmail().isEmpty()
                        && contributors.existsByProposalAndInvitedEmail(proposal.value(), removed.invitedEmail()))) {
            throw Refusal.at("contributors", "proposal.contributors.twice");
        }
        nextPosition(proposal);
        var anew = contributors.saveAndFlush(removed.contributor());
        removed.invitation(anew).ifPresent(invitations::save);
        removals.delete(removed);
    }

    static Named named(Contributors.Named row, UUID proposer) {
        var contributor = row.getContributor();
        var person = row.getPerson();
        return new Named(
                contributor.key(),
                contributor.role(),
                contributor.person(),
                person == null ? PersonName.published(contributor.invitedName()) : person.name(),
                person == null ? "" : person.affiliation(),
                person == null ? "" : person.country(),
                contributor.invitedEmail(),
                contributor.answer(),
                contributor.person().filter(p -> p.value().equals(proposer)).isPresent());
    }

    private Contributor of(ProposalId proposal, UUID contributor) {
        return contributors
                .findById(contributor)
                .filter(c -> c.proposal().equals(proposal))
                .orElseThrow(() -> Refusal.at("contributors", "proposal.contributors.gone"));
    }

    private int nextPosition(ProposalId proposal) {
        var all = contributors.findByProposalOrderByPosition(proposal.value());
        if (all.size() >= MOST) {
            throw Refusal.at("contributors", "proposal.contributors.many", MOST);
        }
        return all.stream().mapToInt(Contributor::position).max().orElse(-1) + 1;
    }

    private void send(
            Contributor contributor,
            EmailAddress to,
            @org.jspecify.annotations.Nullable Person person,
            Language language) {
        var me = access.me();
        if (me.isPresent()
                && !limits.tryTake("invite-contributor", me.get().value().toString(), 60, Duration.ofHours(24))) {
            throw Refusal.at("contributors", "proposal.contributors.often");
        }
        var proposal = proposals.findById(contributor.proposal().value()).orElseThrow();
        var title = proposal.title().isEmpty()
                ? drafts.findByProposal(proposal.key())
                        .map(d -> d.content().localized(DraftContent.TITLE))
                        .orElse(LocalizedText.EMPTY)
                : proposal.title();
        var secret = Ids.secret();
        invitations.save(new Invitation(contributor, me.orElse(null), secret, clock));
        mail.invite(
                to,
                person,
                language,
                proposal,
                title.text(language),
                meetings.findById(proposal.meeting().value())
                        .orElseThrow()
                        .name()
                        .text(language),
                persons.findById(me.orElse(proposal.proposer()).value())
                        .map(p -> p.name().in(language))
                        .orElse(""),
                contributor.role(),
                secret);
    }

    private Language readerLanguage() {
        return access.me()
                .flatMap(me -> persons.findById(me.value()))
                .map(Person::language)
                .orElse(Language.EN);
    }
}
