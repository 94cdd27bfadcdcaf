package org.caravanserai.access;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.agenda.AgendaPublication;
import org.caravanserai.agenda.Placement;
import org.caravanserai.agenda.Placements;
import org.caravanserai.agenda.Session;
import org.caravanserai.agenda.SessionId;
import org.caravanserai.agenda.SessionPerson;
import org.caravanserai.agenda.SessionPersons;
import org.caravanserai.agenda.Sessions;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.meeting.Priority;
import org.caravanserai.meeting.Room;
import org.caravanserai.meeting.Rooms;
import org.caravanserai.meeting.Series;
import org.caravanserai.meeting.SeriesCollection;
import org.caravanserai.meeting.SessionType;
import org.caravanserai.meeting.SessionTypes;
import org.caravanserai.meeting.Slug;
import org.caravanserai.meeting.Topic;
import org.caravanserai.meeting.Topics;
import org.caravanserai.partnering.tables.EventFixtures;
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
import org.caravanserai.proposal.CallSetUp;
import org.caravanserai.proposal.Contributor;
import org.caravanserai.proposal.ContributorRole;
import org.caravanserai.proposal.Contributors;
import org.caravanserai.proposal.Proposal;
import org.caravanserai.proposal.ProposalFiles;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.proposal.Proposals;
import org.caravanserai.proposal.Question;
import org.caravanserai.review.Deciding;
import org.caravanserai.review.Verdict;
import org.caravanserai.testing.Fixture;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.springframework.transaction.annotation.Transactional;

/**
 * Two meetings, one open and one not, with someone in every role, proposals of different people and a release in both.
 * After its release each goes on: what came later, and what was only ever a draft, holds the word {@link #UNPUBLISHED}.
 */
@Fixture
public class World {

    /** Stands in everything that no stranger may read, of either meeting. */
    public static final String UNPUBLISHED = "Xunpublished";

    /** Stands in everything of the hidden meeting. */
    public static final String HIDDEN_WORD = "Xhidden";

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

    /** What stands in one of the two meetings: its published session, that session's person, and keys of its parts. */
    public record Place(
            MeetingId meeting,
            UUID series,
            String slug,
            UUID sessionType,
            ProposalId proposal,
            String code,
            PersonId proposer,
            String proposerCode,
            SessionId session,
            String sessionCode,
            UUID room,
            UUID topic,
            UUID question,
            UUID lateLink,
            UUID contributor,
            UUID file,
            UUID decision,
            List<String> unpublishedCodes) {

        /** An address of a controller's with what stands in this meeting. */
        public String fill(String pattern) {
            var stated =
                    pattern.contains("/sessions/") ? sessionCode : pattern.contains("/people/") ? proposerCode : code;
            return pattern.replace("{meeting}", slug)
                    .replace("{slug}", slug)
                    .replace("{file}", file.toString())
                    .replace("{room}", room.toString())
                    .replace("{topic}", "aral-sea")
                    .replace("{table:[a-z]+}", "agenda")
                    .replaceAll("\\{code(:[^}]*)?}", stated)
                    .replaceAll("\\{[^}]*[kK]ey[^}]*}", "00000000-0000-7000-8000-000000000007")
                    .replaceAll("\\{[^}]*}", "1");
        }
    }

    private final Map<Who, PersonId> people = new EnumMap<>(Who.class);
    private final Map<Where, Place> places = new EnumMap<>(Where.class);
    private final Map<Where, UUID> events = new EnumMap<>(Where.class);
    private final Persons persons;
    private final Accounts accounts;
    private final RoleGrants grants;
    private final SeriesCollection series;
    private final Meetings meetings;
    private final SessionTypes types;
    private final Proposals proposals;
    private final Contributors contributors;
    private final Sessions sessions;
    private final Rooms rooms;
    private final Topics topics;
    private final SessionPersons sessionPersons;
    private final Placements placements;
    private final AgendaPublication publication;
    private final CallSetUp calls;
    private final ProposalFiles files;
    private final Deciding deciding;
    private final EventFixtures partnering;
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
            Sessions sessions,
            Rooms rooms,
            Topics topics,
            SessionPersons sessionPersons,
            Placements placements,
            AgendaPublication publication,
            CallSetUp calls,
            ProposalFiles files,
            Deciding deciding,
            EventFixtures partnering,
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
        this.rooms = rooms;
        this.topics = topics;
        this.sessionPersons = sessionPersons;
        this.placements = placements;
        this.publication = publication;
        this.calls = calls;
        this.files = files;
        this.deciding = deciding;
        this.partnering = partnering;
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
                var email = new EmailAddress(who.name().toLowerCase(java.util.Locale.ROOT) + "@world.example");
                people.put(
                        who,
                        accounts.findByEmail(email.value()).map(Account::person).orElseGet(() -> make(who, email)));
            }
        }
        places.put(Where.OPEN, place(newSeries(), Who.PROPOSER_OPEN, true));
        places.put(Where.HIDDEN, place(newSeries(), Who.PROPOSER_HIDDEN, false));
        for (var where : Where.values()) {
            var event = partnering.open(place(where).meeting());
            partnering.enlist(event, place(where).proposer(), "en");
            events.put(where, event);
        }
        grant(Who.REVIEWER_OPEN, Role.REVIEWER, Where.OPEN);
        grant(Who.DESK_OPEN, Role.DESK, Where.OPEN);
        grant(Who.CHAIR_OPEN, Role.CHAIR, Where.OPEN);
        grant(Who.ORGANISER_OPEN, Role.ORGANISER, Where.OPEN);
        grant(Who.ORGANISER_HIDDEN, Role.ORGANISER, Where.HIDDEN);
        grants.save(new RoleGrant(person(Who.ADMINISTRATOR), Role.ADMINISTRATOR, RoleGrant.EVERYWHERE));
    }

    private PersonId make(Who who, EmailAddress email) {
        var person = persons.save(new Person(PersonName.published(who.name())));
        var account = new Account(person.id(), email, "", clock);
        account.verify(clock);
        accounts.save(account);
        return person.id();
    }

    /** The person; not for strangers and the system. */
    public PersonId person(Who who) {
        return Objects.requireNonNull(people.get(who));
    }

    /** What stands in a meeting. */
    public Place place(Where where) {
        return Objects.requireNonNull(places.get(where));
    }

    /** The partnering event of a meeting, in which its proposer takes part. */
    public UUID event(Where where) {
        return Objects.requireNonNull(events.get(where));
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
        var mark = open ? "" : " " + HIDDEN_WORD;
        var meeting = new Meeting(
                new Slug(slug),
                seriesKey,
                LocalizedText.english("World " + proposer + mark),
                LocalDate.of(2027, 6, 8),
                LocalDate.of(2027, 6, 11),
                ZoneId.of("Asia/Almaty"),
                LocalizedText.english("Astana"));
        if (open) {
            meeting.open();
        }
        meetings.save(meeting);
        var topic = topics.save(new Topic(
                meeting.id(),
                "aral-sea",
                LocalizedText.english("Aral Sea" + mark),
                LocalizedText.EMPTY,
                200,
                Priority.GREEN,
                0));
        var room = rooms.save(
                new Room(meeting.id(), LocalizedText.english("Great Hall" + mark), LocalizedText.EMPTY, 100, 0));
        var type = types.save(new SessionType(
                meeting.id(), "PANEL", LocalizedText.english("Panel"), SessionType.Kind.SESSION, 90, false, 0));
        calls.begin(
                meeting.id(),
                LocalDate.of(2020, 1, 1).atStartOfDay(),
                LocalDate.of(2036, 1, 1).atStartOfDay());
        calls.ask(
                meeting.id(),
                new Question.Content(
                        Question.Kind.TEXT,
                        LocalizedText.english("Why" + mark),
                        LocalizedText.EMPTY,
                        List.of(),
                        false,
                        Set.of()));
        calls.makeLateLink(
                meeting.id(), UNPUBLISHED, 3, LocalDate.of(2036, 2, 1).atStartOfDay());
        var call = calls.details(meeting.id()).orElseThrow();

        var session = session(meeting, type, "A session" + mark);
        sessionPersons.save(new SessionPerson(session.id(), null, person(proposer), ContributorRole.CONVENER, 0));
        var start = LocalDate.of(2027, 6, 8).atTime(9, 0).atZone(meeting.zone());
        placements.save(new Placement(session.id(), meeting.id(), room.key(), start.toInstant(), 60));
        publication.publish(meeting.id(), LocalizedText.english("The first" + mark));

        var later = session(meeting, type, UNPUBLISHED + " session");
        placements.save(new Placement(
                later.id(), meeting.id(), room.key(), start.plusHours(3).toInstant(), 60));
        var waiting = session(meeting, type, UNPUBLISHED + " waiting session");
        var outsider = persons.save(new Person(PersonName.published(UNPUBLISHED + " Person")));
        sessionPersons.save(new SessionPerson(later.id(), null, outsider.id(), ContributorRole.PRESENTER, 0));

        var proposal = proposal(meeting, type, topic, person(proposer));
        proposal.submit(clock);
        proposals.save(proposal);
        contributors.save(Contributor.proposer(proposal.id(), person(proposer), ContributorRole.CONVENER));
        var invited = contributors.save(Contributor.invited(
                proposal.id(),
                1,
                UNPUBLISHED + " Co-author",
                new EmailAddress("co-" + slug + "@world.example"),
                ContributorRole.PRESENTER));
        var draft = proposals.save(proposal(meeting, type, topic, person(proposer)));
        contributors.save(Contributor.proposer(draft.id(), person(proposer), ContributorRole.CONVENER));
        var file = files.add(
                proposal.id(),
                new ProposalFiles.Upload(
                        null,
                        UNPUBLISHED + ".pdf",
                        ("%PDF-1.4\n% " + UNPUBLISHED + "\n").getBytes(StandardCharsets.ISO_8859_1)));
        var decided = deciding.decide(meeting.id(), List.of(proposal.key()), Verdict.ACCEPT, UNPUBLISHED + " note");
        return new Place(
                meeting.id(),
                seriesKey,
                slug,
                type.key(),
                proposal.id(),
                proposal.code(),
                person(proposer),
                persons.findById(person(proposer).value()).orElseThrow().code(),
                session.id(),
                session.code(),
                room.key(),
                topic.key(),
                call.view().questions().getFirst().key(),
                call.lateLinks().getFirst().key(),
                invited.key(),
                file.key(),
                decided.decisions().getFirst(),
                List.of(later.code(), waiting.code(), proposal.code(), draft.code(), outsider.code()));
    }

    private Session session(Meeting meeting, SessionType type, String title) {
        return sessions.save(new Session(meeting.id(), type.key(), LocalizedText.english(title), 60));
    }

    private Proposal proposal(Meeting meeting, SessionType type, Topic topic, PersonId proposer) {
        var proposal = new Proposal(meeting.id(), proposer, type.key(), 90, clock);
        proposal.write(
                new Proposal.Content(
                        type.key(),
                        LocalizedText.english("A proposal " + UNPUBLISHED),
                        LocalizedText.english("An abstract " + UNPUBLISHED),
                        List.of(topic.key()),
                        90,
                        "en",
                        "en",
                        0,
                        null),
                clock);
        return proposal;
    }

    private void grant(Who who, Role role, Where where) {
        grants.save(new RoleGrant(person(who), role, place(where).meeting().value()));
    }
}
