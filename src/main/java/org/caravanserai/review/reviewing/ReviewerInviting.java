package org.caravanserai.review.reviewing;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.caravanserai.mail.Outbox;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.people.Access;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.PersonRegistered;
import org.caravanserai.people.Persons;
import org.caravanserai.text.Language;
import org.caravanserai.text.Messages;
import org.caravanserai.text.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks people to review, many at once and by mail, whether or not they have an account yet. */
@Service
public class ReviewerInviting {

    private static final int MOST_AT_ONCE = 200;

    private final ReviewerRoster roster;
    private final Reviewers reviewers;
    private final ReviewerOffers offers;
    private final Accounts accounts;
    private final Persons persons;
    private final Meetings meetings;
    private final Outbox outbox;
    private final Messages messages;
    private final Access access;
    private final Clock clock;
    private final String baseAddress;

    ReviewerInviting(
            ReviewerRoster roster,
            Reviewers reviewers,
            ReviewerOffers offers,
            Accounts accounts,
            Persons persons,
            Meetings meetings,
            Outbox outbox,
            Messages messages,
            Access access,
            Clock clock,
            @Value("${caravanserai.base-address:http://localhost:8080}") String baseAddress) {
        this.roster = roster;
        this.reviewers = reviewers;
        this.offers = offers;
        this.accounts = accounts;
        this.persons = persons;
        this.meetings = meetings;
        this.outbox = outbox;
        this.messages = messages;
        this.access = access;
        this.clock = clock;
        this.baseAddress = baseAddress.replaceFirst("/+$", "");
    }

    /** What became of an address. */
    public enum Outcome {
        /** A question was sent to it. */
        ASKED,
        /** Whoever has it was asked before, or reviews already. */
        ALREADY
    }

    /** A question to an address without an account. */
    public record Waiting(UUID offer, String email, Instant since) {}

    /** Asks a person by mail. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional
    public void invite(MeetingId meeting, PersonId person) {
        roster.invite(meeting, person);
        ask(meeting(meeting), person);
    }

    /**
     * Asks everybody with one of the addresses. Whether an address has an account is not told.
     *
     * @param language in which those are written to who have no account
     */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional
    public Map<EmailAddress, Outcome> invite(MeetingId meeting, Collection<EmailAddress> addresses, Language language) {
        var distinct = new LinkedHashSet<>(addresses);
        if (distinct.isEmpty()) {
            throw Refusal.at("emails", "reviewers.invite.none");
        }
        if (distinct.size() > MOST_AT_ONCE) {
            throw Refusal.at("emails", "reviewers.invite.many", MOST_AT_ONCE);
        }
        var to = meeting(meeting);
        var outcomes = new LinkedHashMap<EmailAddress, Outcome>();
        for (var email : distinct) {
            outcomes.put(email, invite(to, email, language));
        }
        return outcomes;
    }

    /** The questions to addresses that nobody has registered with yet. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional(readOnly = true)
    public List<Waiting> waiting(MeetingId meeting) {
        return offers.findByMeetingOrderByEmail(meeting.value()).stream()
                .map(o -> new Waiting(o.key(), o.email(), o.invitedAt()))
                .toList();
    }

    /** Takes a question to an address back. */
    @PreAuthorize("@reviewAccess.leads(#meeting.value)")
    @Transactional
    public void withdraw(MeetingId meeting, UUID offer) {
        offers.findById(offer).filter(o -> o.meeting().equals(meeting)).ifPresent(offers::delete);
    }

    @EventListener
    @Transactional
    void on(PersonRegistered event) {
        for (var offer : offers.findByEmail(event.email().value())) {
            if (reviewers
                    .findByMeetingAndPerson(
                            offer.meeting().value(), event.person().value())
                    .isEmpty()) {
                var languages =
                        persons.findById(event.person().value()).orElseThrow().languages();
                reviewers.save(Reviewer.invited(offer.meeting(), event.person(), languages, clock));
            }
            offers.delete(offer);
        }
    }

    private Outcome invite(Meeting meeting, EmailAddress email, Language language) {
        var account = accounts.findByEmail(email.value()).filter(Account::isUsable);
        if (account.isPresent()) {
            var person = account.get().person();
            var known = reviewers.findByMeetingAndPerson(meeting.key(), person.value());
            if (known.filter(r -> !r.state().next().contains(ReviewerState.INVITED))
                    .isPresent()) {
                return Outcome.ALREADY;
            }
            invite(meeting.id(), person);
            return Outcome.ASKED;
        }
        if (offers.findByMeetingAndEmail(meeting.key(), email.value()).isPresent()) {
            return Outcome.ALREADY;
        }
        offers.save(new ReviewerOffer(meeting.id(), email, language, access.me().orElse(null), clock));
        outbox.queue(new Outbox.Message(
                email,
                null,
                meeting.key(),
                "reviewer-invitation",
                language,
                messages.get(language, "reviewers.mail.subject", meeting.name()),
                messages.get(language, "reviewers.mail.text", meeting.name()) + "\n\n"
                        + messages.get(language, "reviewers.mail.register", email.value()),
                messages.get(language, "reviewers.mail.action"),
                baseAddress + "/register"));
        return Outcome.ASKED;
    }

    private void ask(Meeting meeting, PersonId asked) {
        var person = persons.findById(asked.value()).orElseThrow();
        var language = person.language();
        accounts.findByPerson(asked.value())
                .filter(Account::isUsable)
                .ifPresent(account -> outbox.queue(new Outbox.Message(
                        account.email(),
                        asked,
                        meeting.key(),
                        "reviewer-invitation",
                        language,
                        messages.get(language, "reviewers.mail.subject", meeting.name()),
                        messages.get(language, "reviewers.mail.text", meeting.name()),
                        messages.get(language, "reviewers.mail.action"),
                        baseAddress + "/app/reviewing/" + meeting.slug() + "/profile")));
    }

    private Meeting meeting(MeetingId id) {
        return meetings.findById(id.value()).orElseThrow();
    }
}
