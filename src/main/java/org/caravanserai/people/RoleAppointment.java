package org.caravanserai.people;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.platform.AuditTrail;
import org.caravanserai.text.Language;
import org.caravanserai.text.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Organisers give and take the roles of their meeting; administrators too, so that a meeting whose organisers have left
 * can be handed on. Whoever gets a role is told by mail, which is taken back if the role is within its first moments.
 * A refusal comes before anything is written, so it need not end the transaction of whoever goes on with the next person.
 */
@Service
public class RoleAppointment {

    /** The roles that a meeting has. */
    public static final Set<Role> OF_A_MEETING =
            java.util.Collections.unmodifiableSet(EnumSet.of(Role.ORGANISER, Role.CHAIR, Role.REVIEWER, Role.DESK));

    private final RoleGrants grants;
    private final RoleOffers offers;
    private final Accounts accounts;
    private final Persons persons;
    private final MeetingNames meetings;
    private final LastHolder lastHolder;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    RoleAppointment(
            RoleGrants grants,
            RoleOffers offers,
            Accounts accounts,
            Persons persons,
            MeetingNames meetings,
            LastHolder lastHolder,
            AuditTrail trail,
            JdbcClient jdbc,
            ApplicationEventPublisher events) {
        this.grants = grants;
        this.offers = offers;
        this.accounts = accounts;
        this.persons = persons;
        this.meetings = meetings;
        this.lastHolder = lastHolder;
        this.trail = trail;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** What became of an offer. */
    public sealed interface Outcome {

        /** The address has an account, whose person now has the role. */
        record Given(PersonId person) implements Outcome {}

        /** The role waits for whoever registers with the address. */
        record Offered(UUID offer) implements Outcome {}

        /** The address's person has the role already. */
        record Held() implements Outcome {}

        /** The role waits for the address already. */
        record Waits() implements Outcome {}
    }

    /**
     * Gives a person a role and tells her.
     *
     * @return whether she did not have it before
     * @throws Refusal if she has no account that can be used
     */
    @PreAuthorize("@access.organiser(#meeting) or @access.administrator()")
    @Transactional
    public boolean give(UUID meeting, PersonId person, Role role) {
        var account = accounts.findByPerson(person.value())
                .filter(Account::isUsable)
                .orElseThrow(() -> Refusal.of("roles.person.unreachable"));
        var grant = grant(meeting, person, role);
        grant.ifPresent(given -> {
            var language = languageOf(person);
            events.publishEvent(new AccountMessage.RoleGiven(
                    account.email(), language, person, role, name(meeting, language), meeting, given.key()));
        });
        return grant.isPresent();
    }

    /** Gives a role back that was just taken: all is as before, and nobody is written to. */
    @PreAuthorize("@access.organiser(#meeting) or @access.administrator()")
    @Transactional
    public void giveBack(UUID meeting, PersonId person, Role role) {
        grant(meeting, person, role);
    }

    /**
     * Takes a role from a person.
     *
     * @throws Refusal if she does not have it, or would leave the meeting without an organiser
     */
    @PreAuthorize("@access.organiser(#meeting) or @access.administrator()")
    @Transactional(noRollbackFor = Refusal.class)
    public void take(UUID meeting, PersonId person, Role role) {
        requireOfAMeeting(role);
        if (role == Role.ORGANISER) {
            lastHolder.requireAnother(role, meeting, person, "roles.last.organiser");
        }
        var held = grants.findByPersonAndRoleAndMeeting(person.value(), role, meeting)
                .orElseThrow(() -> Refusal.of("roles.gone"));
        grants.delete(held);
        grants.flush();
        trail.record("took role", "Person", person.value(), RoleNote.of(role, meeting, ""));
        events.publishEvent(new RoleMessageObsolete(held.key()));
        events.publishEvent(new RolesChanged(person));
    }

    /**
     * Gives a role to whoever reads an address: at once if it has an account, else as soon as she has registered and
     * confirmed it. She is written to in her profile's language, or in the one chosen.
     *
     * @param name what she is called; may be empty
     */
    @PreAuthorize("@access.organiser(#meeting) or @access.administrator()")
    @Transactional(noRollbackFor = Refusal.class)
    public Outcome offer(UUID meeting, EmailAddress email, String name, Role role, Language language) {
        requireOfAMeeting(role);
        var account = accounts.findByEmail(email.value());
        if (account.isPresent()) {
            var person = account.get().person();
            return give(meeting, person, role) ? new Outcome.Given(person) : new Outcome.Held();
        }
        var offer = offers.make(email, name, language, role, meeting);
        offer.ifPresent(key -> events.publishEvent(
                new AccountMessage.RoleOffered(email, language, role, name(meeting, language), meeting, key)));
        return offer.<Outcome>map(Outcome.Offered::new).orElseGet(Outcome.Waits::new);
    }

    /**
     * Withdraws an offer.
     *
     * @return what it was, so that it can be made again
     * @throws Refusal if it was taken or withdrawn meanwhile
     */
    @PreAuthorize("@access.organiser(#meeting) or @access.administrator()")
    @Transactional(noRollbackFor = Refusal.class)
    public RoleOffer withdraw(UUID meeting, UUID offer) {
        var withdrawn = offers.withdraw(meeting, offer).orElseThrow(() -> Refusal.of("roles.offer.gone"));
        events.publishEvent(new RoleMessageObsolete(offer));
        return withdrawn;
    }

    /** Keeps a role for an address again whose offer was just withdrawn; nobody is written to. */
    @PreAuthorize("@access.organiser(#meeting) or @access.administrator()")
    @Transactional
    public void offerAgain(UUID meeting, RoleOffer offer) {
        requireOfAMeeting(offer.role());
        if (accounts.findByEmail(offer.email().value()).isEmpty()) {
            offers.make(offer.email(), offer.name(), offer.language(), offer.role(), meeting);
        }
    }

    private Optional<RoleGrant> grant(UUID meeting, PersonId person, Role role) {
        requireOfAMeeting(role);
        if (meetings.of(meeting).isEmpty()) {
            throw Refusal.of("roles.meeting.gone");
        }
        // Of two who give the same role at the same moment, the second waits here and finds it given.
        var held = jdbc.sql("select id from person where id = ? for update")
                .param(person.value())
                .query(UUID.class)
                .optional();
        if (held.isEmpty()) {
            throw Refusal.of("roles.person.unreachable");
        }
        if (grants.findByPersonAndRoleAndMeeting(person.value(), role, meeting).isPresent()) {
            return Optional.empty();
        }
        var grant = grants.save(new RoleGrant(person, role, meeting));
        trail.record("gave role", "Person", person.value(), RoleNote.of(role, meeting, ""));
        events.publishEvent(RolesChanged.gained(person));
        return Optional.of(grant);
    }

    private String name(UUID meeting, Language language) {
        return meetings.of(meeting)
                .map(named -> named.name().text(language))
                .orElseThrow(() -> Refusal.of("roles.meeting.gone"));
    }

    private Language languageOf(PersonId person) {
        return persons.findById(person.value()).map(Person::language).orElse(Language.EN);
    }

    private static void requireOfAMeeting(Role role) {
        if (!OF_A_MEETING.contains(role)) {
            throw new IllegalArgumentException(role + " is no role in a meeting");
        }
    }
}
