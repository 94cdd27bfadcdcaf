package org.caravanserai.api;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.caravanserai.agenda.Placement;
import org.caravanserai.agenda.Placements;
import org.caravanserai.agenda.Session;
import org.caravanserai.agenda.Sessions;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.meeting.Room;
import org.caravanserai.meeting.Rooms;
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
import org.caravanserai.people.RolesChanged;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.Ids;
import org.caravanserai.proposal.Contributor;
import org.caravanserai.proposal.ContributorRole;
import org.caravanserai.proposal.Contributors;
import org.caravanserai.proposal.Proposal;
import org.caravanserai.proposal.Proposals;
import org.caravanserai.testing.Fixture;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.springframework.context.ApplicationEventPublisher;

/** Makes meetings with proposals and sessions, and people with accounts, for programs to ask about. */
@Fixture
public class ApiScene {

    private final Persons persons;
    private final Accounts accounts;
    private final RoleGrants grants;
    private final SeriesCollection series;
    private final Meetings meetings;
    private final Rooms rooms;
    private final SessionTypes types;
    private final Proposals proposals;
    private final Contributors contributors;
    private final Sessions sessions;
    private final Placements placements;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ApiScene(
            Persons persons,
            Accounts accounts,
            RoleGrants grants,
            SeriesCollection series,
            Meetings meetings,
            Rooms rooms,
            SessionTypes types,
            Proposals proposals,
            Contributors contributors,
            Sessions sessions,
            Placements placements,
            ApplicationEventPublisher events,
            Clock clock) {
        this.persons = persons;
        this.accounts = accounts;
        this.grants = grants;
        this.series = series;
        this.meetings = meetings;
        this.rooms = rooms;
        this.types = types;
        this.proposals = proposals;
        this.contributors = contributors;
        this.sessions = sessions;
        this.placements = placements;
        this.events = events;
        this.clock = clock;
    }

    /** A meeting, with a room and a type of session. */
    public record Made(MeetingId meeting, String slug, UUID type, UUID room) {}

    /** A meeting that is open to the public. */
    public Made meeting() {
        return Actor.asSystem(() -> {
            var slug = "api-" + Ids.code().toLowerCase(Locale.ROOT);
            var meeting = new Meeting(
                    new Slug(slug),
                    series.save(new Series(new Slug("s" + slug), LocalizedText.english("Series")))
                            .key(),
                    LocalizedText.english("Meeting"),
                    LocalDate.of(2027, 6, 8),
                    LocalDate.of(2027, 6, 11),
                    ZoneId.of("Asia/Almaty"),
                    LocalizedText.english("Astana"));
            meeting.open();
            meetings.save(meeting);
            var room = rooms.save(
                    new Room(meeting.id(), LocalizedText.english("Great Hall"), LocalizedText.EMPTY, 100, 0));
            var type = types.save(new SessionType(
                    meeting.id(), "PANEL", LocalizedText.english("Panel"), SessionType.Kind.SESSION, 90, false, 0));
            return new Made(meeting.id(), slug, type.key(), room.key());
        });
    }

    /** Somebody with an account and, in a meeting, some roles. */
    public PersonId someone(String name, Made made, Role... roles) {
        return Actor.asSystem(() -> {
            var person = persons.save(new Person(PersonName.published(name)));
            var account = new Account(person.id(), new EmailAddress(UUID.randomUUID() + "@example.org"), "", clock);
            account.verify(clock);
            accounts.save(account);
            for (var role : roles) {
                grants.save(new RoleGrant(person.id(), role, made.meeting().value()));
            }
            return person.id();
        });
    }

    /** Takes all roles from somebody. */
    public void dismiss(PersonId person) {
        Actor.asSystem(() -> {
            grants.deleteAll(grants.findByPerson(person.value()));
            events.publishEvent(new RolesChanged(person));
        });
    }

    /** A proposal that was handed in; its code. */
    public String propose(Made made, PersonId by, String title) {
        return Actor.asSystem(() -> {
            var proposal = new Proposal(made.meeting(), by, made.type(), 90, clock);
            proposal.write(
                    new Proposal.Content(
                            made.type(),
                            LocalizedText.english(title),
                            LocalizedText.english("About " + title),
                            List.of(),
                            90,
                            "en",
                            "en",
                            0,
                            null),
                    clock);
            proposal.submit(clock);
            proposals.save(proposal);
            contributors.save(Contributor.proposer(proposal.id(), by, ContributorRole.CONVENER));
            return proposal.code();
        });
    }

    /** A session that waits for a place; its code. */
    public String session(Made made, String title) {
        return Actor.asSystem(
                () -> sessions.save(new Session(made.meeting(), made.type(), LocalizedText.english(title), 60))
                        .code());
    }

    /** A session in the room on the first day; its code. */
    public String placed(Made made, String title, int hour) {
        return Actor.asSystem(() -> {
            var session = sessions.save(new Session(made.meeting(), made.type(), LocalizedText.english(title), 60));
            placements.save(new Placement(
                    session.id(),
                    made.meeting(),
                    made.room(),
                    LocalDate.of(2027, 6, 8)
                            .atTime(hour, 0)
                            .atZone(ZoneId.of("Asia/Almaty"))
                            .toInstant(),
                    60));
            return session.code();
        });
    }
}
