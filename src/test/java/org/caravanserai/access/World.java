package org.caravanserai.access;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.meeting.Series;
import org.caravanserai.meeting.SeriesCollection;
import org.caravanserai.meeting.SessionType;
import org.caravanserai.meeting.SessionTypes;
import org.caravanserai.meeting.Slug;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleGrant;
import org.caravanserai.people.RoleGrants;
import org.caravanserai.platform.Ids;
import org.caravanserai.proposal.Contributor;
import org.caravanserai.proposal.ContributorRole;
import org.caravanserai.proposal.Contributors;
import org.caravanserai.proposal.Proposal;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.proposal.Proposals;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Two meetings, one open and one not, with someone in every role, and proposals of different people in both. */
@Component
public class World {

    /** Everyone who may knock. The word after the underscore is the meeting in which the role is held. */
    public enum Who {
        STRANGER,
        NEWCOMER,
        PROPOSER_OPEN,
        PROPOSER_HIDDEN,
        REVIEWER_OPEN,
        DESK_OPEN,
        CHAIR_OPEN,
        ORGANISER_OPEN,
        ORGANISER_HIDDEN,
        ADMINISTRATOR,
        SYSTEM
    }

    /** The meeting an object belongs to. */
    public enum Where {
        OPEN,
        HIDDEN
    }

    /** What stands in one of the two meetings. */
    public record Place(
            MeetingId meeting,
            UUID series,
            String slug,
            UUID sessionType,
            ProposalId proposal,
            String code,
            PersonId proposer,
            org.caravanserai.agenda.SessionId session) {}

    private final Map<Who, PersonId> people = new EnumMap<>(Who.class);
    private final Map<Where, Place> places = new EnumMap<>(Where.class);
    private final Persons persons;
    private final Accounts accounts;
    private final RoleGrants grants;
    private final SeriesCollection series;
    private final Meetings meetings;
    private final SessionTypes types;
    private final Proposals proposals;
    private final Contributors contributors;
    private final org.caravanserai.agenda.Sessions sessions;
    private final Clock clock;

    World(
            Persons persons,
            Accounts accounts,
            RoleGrants grants,
            SeriesCollection series,
            Meetings meetings,
            SessionTypes types,
            Proposals proposals,
            Contributors contributors,
            org.caravanserai.agenda.Sessions sessions,
            Clock clock) {
        this.persons = persons;
        this.accounts = accounts;
        this.grants = grants;
        this.series = series;
        this.meetings = meetings;
        this.types = types;
        this.proposals = proposals;
        this.contributors = contributors;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Makes the world once. */
    @Transactional
    public void make() {
        if (!places.isEmpty()) {
            return;
        }
        for (var who : Who.values()) {
            if (who != Who.STRANGER && who != Who.SYSTEM) {
                var person = persons.save(new Person(PersonName.published(who.name())));
                var account = new Account(
                        person.id(),
                        new EmailAddress(who.name().toLowerCase(java.util.Locale.ROOT) + "@world.example"),
                        "",
                        clock);
                account.verify(clock);
                accounts.save(account);
                people.put(who, person.id());
            }
        }
        places.put(Where.OPEN, place(newSeries(), Who.PROPOSER_OPEN, true));
        places.put(Where.HIDDEN, place(newSeries(), Who.PROPOSER_HIDDEN, false));
        grant(Who.REVIEWER_OPEN, Role.REVIEWER, Where.OPEN);
        grant(Who.DESK_OPEN, Role.DESK, Where.OPEN);
        grant(Who.CHAIR_OPEN, Role.CHAIR, Where.OPEN);
        grant(Who.ORGANISER_OPEN, Role.ORGANISER, Where.OPEN);
        grant(Who.ORGANISER_HIDDEN, Role.ORGANISER, Where.HIDDEN);
        grants.save(new RoleGrant(person(Who.ADMINISTRATOR), Role.ADMINISTRATOR, RoleGrant.EVERYWHERE));
    }

    /** The person; not for strangers and the system. */
    public PersonId person(Who who) {
        return Objects.requireNonNull(people.get(who));
    }

    /** What stands in a meeting. */
    public Place place(Where where) {
        return Objects.requireNonNull(places.get(where));
    }

    /** Whether someone holds a role in a meeting. */
    public boolean holds(Who who, String role, Where where) {
        return who.name().equals(role + "_" + where.name());
    }

    private UUID newSeries() {
        var slug = new Slug("w-" + Ids.code().toLowerCase(java.util.Locale.ROOT));
        return series.save(new Series(slug, LocalizedText.english("World"))).key();
    }

    private Place place(UUID seriesKey, Who proposer, boolean open) {
        var slug = "w-" + Ids.code().toLowerCase(java.util.Locale.ROOT);
        var meeting = new Meeting(
                new Slug(slug),
                seriesKey,
                LocalizedText.english("World " + proposer),
                LocalDate.of(2027, 6, 8),
                LocalDate.of(2027, 6, 11),
                ZoneId.of("Asia/Almaty"),
                LocalizedText.english("Astana"));
        if (open) {
            meeting.open();
        }
        meetings.save(meeting);
        var type = types.save(new SessionType(
                meeting.id(), "PANEL", LocalizedText.english("Panel"), SessionType.Kind.SESSION, 90, false, 0));
        var proposal = new Proposal(meeting.id(), person(proposer), type.key(), 90, clock);
        proposal.write(
                new Proposal.Content(
                        type.key(),
                        LocalizedText.english("A proposal"),
                        LocalizedText.english("An abstract"),
                        List.of(),
                        90,
                        "en",
                        "en",
                        0,
                        null),
                clock);
        proposal.submit(clock);
        proposals.save(proposal);
        contributors.save(Contributor.proposer(proposal.id(), person(proposer), ContributorRole.CONVENER));
        var session = sessions.save(
                new org.caravanserai.agenda.Session(meeting.id(), type.key(), LocalizedText.english("A session"), 60));
        return new Place(
                meeting.id(),
                seriesKey,
                slug,
                type.key(),
                proposal.id(),
                proposal.code(),
                person(proposer),
                session.id());
    }

    private void grant(Who who, Role role, Where where) {
        grants.save(new RoleGrant(person(who), role, place(where).meeting().value()));
    }
}
