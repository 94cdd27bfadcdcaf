package org.caravanserai.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.agenda.AgendaPublication;
import org.caravanserai.agenda.Placement;
import org.caravanserai.agenda.Placements;
import org.caravanserai.agenda.Session;
import org.caravanserai.agenda.Sessions;
import org.caravanserai.demo.Content.AgendaEntry;
import org.caravanserai.demo.Content.PersonEntry;
import org.caravanserai.demo.Content.ProposalEntry;
import org.caravanserai.meeting.Equipment;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.MeetingCreation;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.meeting.NewMeeting;
import org.caravanserai.meeting.Room;
import org.caravanserai.meeting.Rooms;
import org.caravanserai.meeting.SessionType;
import org.caravanserai.meeting.SessionTypes;
import org.caravanserai.meeting.Slug;
import org.caravanserai.meeting.Topics;
import org.caravanserai.people.Account;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.Degree;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.InstitutionDirectory;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.people.Rank;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleGrant;
import org.caravanserai.people.RoleGrants;
import org.caravanserai.people.Ror;
import org.caravanserai.people.Salutation;
import org.caravanserai.platform.Actor;
import org.caravanserai.proposal.CallSetUp;
import org.caravanserai.proposal.Contributor;
import org.caravanserai.proposal.ContributorRole;
import org.caravanserai.proposal.Contributors;
import org.caravanserai.proposal.Proposal;
import org.caravanserai.proposal.ProposalState;
import org.caravanserai.proposal.Proposals;
import org.caravanserai.proposal.Question;
import org.caravanserai.proposal.UnsuitableTime;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills an empty database with the demonstration meeting; a database that has a meeting is left as it is. */
@Component
@Profile("demo")
class Demonstration implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);
    private static final String ADMINISTRATOR = "ivanchenko-oleg";

    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Persons persons;
    private final Accounts accounts;
    private final InstitutionDirectory institutions;
    private final RoleGrants grants;
    private final MeetingCreation creation;
    private final Meetings meetings;
    private final Topics topics;
    private final SessionTypes types;
    private final Rooms rooms;
    private final CallSetUp calls;
    private final Proposals proposals;
    private final Contributors contributors;
    private final Sessions sessions;
    private final Placements placements;
    private final AgendaPublication publication;
    private final DemoReviewers reviewers;
    private final DemoReviews reviews;

    Demonstration(
            Clock clock,
            TransactionTemplate transaction,
            Persons persons,
            Accounts accounts,
            InstitutionDirectory institutions,
            RoleGrants grants,
            MeetingCreation creation,
            Meetings meetings,
            Topics topics,
            SessionTypes types,
            Rooms rooms,
            CallSetUp calls,
            Proposals proposals,
            Contributors contributors,
            Sessions sessions,
            Placements placements,
            AgendaPublication publication,
            DemoReviewers reviewers,
            DemoReviews reviews) {
        this.clock = clock;
        this.transaction = transaction;
        this.persons = persons;
        this.accounts = accounts;
        this.institutions = institutions;
        this.grants = grants;
        this.creation = creation;
        this.meetings = meetings;
        this.topics = topics;
        this.types = types;
        this.rooms = rooms;
        this.calls = calls;
        this.proposals = proposals;
        this.contributors = contributors;
        this.sessions = sessions;
        this.placements = placements;
        this.publication = publication;
        this.reviewers = reviewers;
        this.reviews = reviews;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (meetings.count() > 0) {
            return;
        }
        var started = System.nanoTime();
        var content = Content.read();
        Actor.asSystem(() -> transaction.executeWithoutResult(t -> new Loading(content).all()));
        // Reviewers write what they write themselves, each in a transaction of her own.
        meetings.findBySlug(new Slug(content.meeting().meeting().slug()).value())
                .ifPresent(meeting -> reviews.load(meeting.id()));
        LOG.info(
                "The demonstration meeting was made in {} ms",
                Duration.ofNanos(System.nanoTime() - started).toMillis());
    }

    /** One loading, with the keys that the entries refer to each other by. */
    private final class Loading {

        private final Content content;
        private final Map<String, PersonId> people = new HashMap<>();
        private final Map<String, UUID> topicKeys = new HashMap<>();
        private final Map<String, SessionType> typesByKey = new HashMap<>();
        private final Map<String, UUID> roomKeys = new HashMap<>();
        private final Map<String, Proposal> made = new LinkedHashMap<>();

        Loading(Content content) {
            this.content = content;
        }

        void all() {
            content.people().forEach(this::person);
            var meeting = meeting();
            call(meeting);
            // Sessions first: a talk names the session that it is for.
            content.proposals().stream().filter(p -> p.forSession() == null).forEach(p -> proposal(meeting, p));
            content.proposals().stream().filter(p -> p.forSession() != null).forEach(p -> proposal(meeting, p));
            agenda(meeting);
            reviewers.load(meeting, content.people(), people, topicKeys, List.copyOf(made.values()));
        }

        private void person(PersonEntry entry) {
            var person = new Person(new PersonName(
                    entry.published(),
                    Objects.requireNonNullElse(entry.family(), ""),
                    entry.given(),
                    PersonName.Order.valueOf(entry.order()),
                    Objects.requireNonNullElse(entry.nativeName(), ""),
                    Objects.requireNonNullElse(entry.kana(), ""),
                    Objects.requireNonNullElse(entry.patronymic(), "")));
            person.describe(
                    Salutation.valueOf(entry.salutation()),
                    Degree.valueOf(entry.degree()),
                    Rank.valueOf(entry.rank()),
                    Content.text(entry.biography()));
            var institution = institutions.find(new Ror(entry.institutionRor()));
            person.affiliate(
                    institution.map(InstitutionDirectory.Found::key).orElse(null),
                    institution.map(InstitutionDirectory.Found::printedName).orElse(entry.institutionName()),
                    entry.country());
            person.locate(
                    Language.ofTag(entry.language()).orElse(Language.EN),
                    new LinkedHashSet<>(entry.languages()),
                    ZoneId.of(entry.zone()));
            person.interestIn(new LinkedHashSet<>(entry.topics()));
            persons.save(person);
            people.put(entry.key(), person.id());
            var account = new Account(person.id(), new EmailAddress(entry.email()), "", clock);
            account.verify(clock);
            accounts.save(account);
        }

        private Meeting meeting() {
            var file = content.meeting();
            var first = file.meeting();
            var id = creation.begin(
                    Content.text(file.series().name()),
                    new NewMeeting(
                            new Slug(first.slug()),
                            Content.text(first.name()),
                            first.firstDay(),
                            first.lastDay(),
                            ZoneId.of(first.zone()),
                            Content.text(first.city())));
            var meeting = meetings.findById(id.value()).orElseThrow();
            meeting.describe(Content.text(first.name()), Content.text(first.description()));
            meeting.speak(new LinkedHashSet<>(List.of("en", "ja", "ru", "kk")));
            meeting.holdAt(venue());
            meeting.open();
            meetings.save(meeting);
            topics.findByMeetingOrderByPosition(meeting.key()).forEach(t -> topicKeys.put(t.topicKey(), t.key()));
            types.findByMeetingOrderByPosition(meeting.key()).forEach(t -> typesByKey.put(t.typeKey(), t));
            rooms(meeting.id());
            roles(meeting.id());
            next(meeting.series());
            return meeting;
        }

        private LocalizedText venue() {
            var both = LocalizedText.EMPTY;
            for (var language : Language.values()) {
                var names = content.meeting().venues().stream()
                        .map(v -> Content.text(v.name()).text(language))
                        .toList();
                both = both.with(language, String.join(language == Language.JA ? "・" : " · ", names));
            }
            return both;
        }

        private void rooms(MeetingId meeting) {
            var venues = new HashMap<String, LocalizedText>();
            content.meeting().venues().forEach(v -> venues.put(v.key(), Content.text(v.name())));
            int position = 0;
            for (var entry : content.meeting().rooms()) {
                var room = new Room(
                        meeting,
                        Content.text(entry.name()),
                        Objects.requireNonNull(venues.get(entry.venue())),
                        entry.capacity(),
                        position++);
                room.equip(
                        Set.copyOf(entry.equipment().stream()
                                .map(Equipment::valueOf)
                                .toList()),
                        entry.booths(),
                        false);
                rooms.save(room);
                roomKeys.put(entry.key(), room.key());
            }
        }

        private void roles(MeetingId meeting) {
            for (var entry : content.people()) {
                var person = person(entry.key());
                if (entry.organiser()) {
                    grants.save(new RoleGrant(person, Role.ORGANISER, meeting.value()));
                }
                if (entry.chair()) {
                    grants.save(new RoleGrant(person, Role.CHAIR, meeting.value()));
                }
                if (entry.reviewer()) {
                    grants.save(new RoleGrant(person, Role.REVIEWER, meeting.value()));
                }
                if (entry.desk()) {
                    grants.save(new RoleGrant(person, Role.DESK, meeting.value()));
                }
            }
            grants.save(new RoleGrant(person(ADMINISTRATOR), Role.ADMINISTRATOR, RoleGrant.EVERYWHERE));
        }

        private void next(UUID series) {
            var next = content.meeting().nextMeeting();
            var meeting = creation.extend(
                    series,
                    new NewMeeting(
                            new Slug(next.slug()),
                            Content.text(next.name()),
                            LocalDate.of(2028, 6, 6),
                            LocalDate.of(2028, 6, 9),
                            ZoneId.of(next.zone()),
                            LocalizedText.ofTags(Map.of(
                                    "en",
                                    "Samarkand",
                                    "ja",
                                    "サマルカンド",
                                    "ru",
                                    "Самарканд",
                                    "kk",
                                    "Самарқан",
                                    "ky",
                                    "Самарканд",
                                    "uz",
                                    "Samarqand",
                                    "tg",
                                    "Самарқанд",
                                    "tk",
                                    "Samarkant"))));
            content.people().stream()
                    .filter(PersonEntry::organiser)
                    .forEach(p -> grants.save(new RoleGrant(person(p.key()), Role.ORGANISER, meeting.value())));
        }

        private void call(Meeting meeting) {
            calls.begin(
                    meeting.id(),
                    LocalDate.of(2026, 9, 1).atTime(9, 0),
                    LocalDate.of(2027, 2, 28).atTime(23, 59));
            calls.describe(
                    meeting.id(),
                    calls.details(meeting.id()).orElseThrow().version(),
                    Content.text(content.meeting().call().text()));
            for (var entry : content.meeting().questions()) {
                var options = new ArrayList<Question.Option>();
                if (entry.options() != null) {
                    entry.options().forEach(o -> options.add(new Question.Option(o.key(), Content.text(o.label()))));
                }
                calls.ask(
                        meeting.id(),
                        new Question.Content(
                                Question.Kind.valueOf(entry.type()),
                                Content.text(entry.text()),
                                LocalizedText.EMPTY,
                                options,
                                entry.required(),
                                Set.of()));
            }
        }

        private void proposal(Meeting meeting, ProposalEntry entry) {
            var type = Objects.requireNonNull(typesByKey.get(entry.sessionType()), entry.sessionType());
            var submitted = at(clock.instant()
                    .minus(Duration.ofMinutes(
                            Math.round(Objects.requireNonNullElse(entry.submittedDaysBeforeClose(), 0.5) * 24 * 60))));
            var proposer = person(entry.contributors().getFirst().person());
            var proposal = new Proposal(meeting.id(), proposer, type.key(), entry.minutes(), submitted);
            var forSession = entry.forSession() == null ? null : made.get(entry.forSession());
            proposal.write(
                    new Proposal.Content(
                            type.key(),
                            Content.text(entry.title()),
                            Content.text(entry.abstractText()),
                            entry.topics().stream()
                                    .map(t -> Objects.requireNonNull(topicKeys.get(t), t))
                                    .toList(),
                            entry.minutes(),
                            entry.talkLanguage(),
                            entry.slideLanguage(),
                            entry.expectedAudience(),
                            forSession == null ? null : forSession.key()),
                    submitted);
            if (entry.unsuitable() != null) {
                proposal.avoid(entry.unsuitable().stream()
                        .map(day -> new UnsuitableTime(LocalDate.parse(day), UnsuitableTime.Part.DAY))
                        .toList());
            }
            proposals.save(proposal);
            made.put(entry.key(), proposal);
            int position = 0;
            for (var named : entry.contributors()) {
                var role = ContributorRole.valueOf(named.role());
                var contributor = position == 0
                        ? Contributor.proposer(proposal.id(), proposer, role)
                        : Contributor.known(proposal.id(), position, person(named.person()), role);
                if (position > 0 && named.state().equals("CONFIRMED")) {
                    contributor.confirm(person(named.person()));
                } else if (named.state().equals("DECLINED")) {
                    contributor.decline();
                }
                contributors.save(contributor);
                position++;
            }
            bring(proposal, ProposalState.valueOf(entry.state()), submitted);
        }

        /** Takes a proposal to its state by the ways a committee would. */
        private void bring(Proposal proposal, ProposalState state, Clock then) {
            if (state == ProposalState.DRAFT) {
                return;
            }
            proposal.submit(then);
            switch (state) {
                case SUBMITTED -> {}
                case UNDER_REVIEW -> proposal.beginReview(clock);
                case ACCEPTED -> proposal.accept(clock);
                case WAITING -> proposal.putOnWaitingList(clock);
                case DECLINED -> proposal.decline(clock);
                case WITHDRAWN -> proposal.withdraw(clock);
                case CONFIRMED -> {
                    proposal.accept(clock);
                    proposal.confirm(clock);
                }
                default -> throw new IllegalStateException("no way to " + state);
            }
            // Listeners read the contributors, which the events of this save find in place.
            proposals.saveAndFlush(proposal);
        }

        private void agenda(Meeting meeting) {
            var rows = content.agenda();
            // The first release lacks the last day, so that the second has a difference to show.
            var lastDay = meeting.lastDay();
            rows.stream().filter(r -> r.start().toLocalDate().isBefore(lastDay)).forEach(r -> place(meeting, r));
            publication.publish(
                    meeting.id(),
                    LocalizedText.ofTags(Map.of(
                            "en",
                            "The first three days.",
                            "ja",
                            "最初の3日間の日程です。",
                            "ru",
                            "Первые три дня.",
                            "kk",
                            "Алғашқы үш күн.")));
            rows.stream()
                    .filter(r -> !r.start().toLocalDate().isBefore(lastDay))
                    .forEach(r -> place(meeting, r));
            publication.publish(
                    meeting.id(),
                    LocalizedText.ofTags(Map.of(
                            "en",
                            "With the last day.",
                            "ja",
                            "最終日を加えました。",
                            "ru",
                            "Добавлен последний день.",
                            "kk",
                            "Соңғы күн қосылды.")));
        }

        private void place(Meeting meeting, AgendaEntry row) {
            var session = session(meeting, row);
            session.resize(row.minutes());
            placements.save(new Placement(
                    session.id(),
                    meeting.id(),
                    row.room() == null ? null : Objects.requireNonNull(roomKeys.get(row.room()), row.room()),
                    row.start().atZone(meeting.zone()).toInstant(),
                    row.minutes()));
        }

        private Session session(Meeting meeting, AgendaEntry row) {
            var item = row.item();
            if (item != null) {
                var type = Objects.requireNonNull(typesByKey.get(item.type()), item.type());
                return sessions.save(new Session(meeting.id(), type.key(), Content.text(item.title()), row.minutes()));
            }
            var proposal = Objects.requireNonNull(made.get(row.proposal()), row.proposal());
            return sessions.findByProposal(proposal.key()).orElseThrow();
        }

        private PersonId person(String key) {
            return Objects.requireNonNull(people.get(key), key);
        }

        private Clock at(Instant instant) {
            return Clock.fixed(instant, ZoneOffset.UTC);
        }
    }
}
