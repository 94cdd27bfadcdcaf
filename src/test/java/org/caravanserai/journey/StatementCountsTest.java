package org.caravanserai.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.caravanserai.agenda.AgendaBoards;
import org.caravanserai.agenda.AgendaPublication;
import org.caravanserai.agenda.Placement;
import org.caravanserai.agenda.Placements;
import org.caravanserai.agenda.Session;
import org.caravanserai.agenda.Sessions;
import org.caravanserai.mail.MailFilter;
import org.caravanserai.mail.MailSupervision;
import org.caravanserai.mail.Mailbox;
import org.caravanserai.mail.MeetingMail;
import org.caravanserai.mail.Outbox;
import org.caravanserai.mail.OutboxMessage;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.MeetingDirectory;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.meeting.Room;
import org.caravanserai.meeting.Rooms;
import org.caravanserai.meeting.Series;
import org.caravanserai.meeting.SeriesCollection;
import org.caravanserai.meeting.Slug;
import org.caravanserai.people.AccountPrincipal;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.OwnAccount;
import org.caravanserai.people.PeopleFinding;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.people.RememberedBrowsers;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleGrant;
import org.caravanserai.people.RoleGrants;
import org.caravanserai.people.RolesChanged;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.Ids;
import org.caravanserai.programme.Programmes;
import org.caravanserai.programme.PublicMeetings;
import org.caravanserai.proposal.Call;
import org.caravanserai.proposal.CallOutlook;
import org.caravanserai.proposal.CallReading;
import org.caravanserai.proposal.Calls;
import org.caravanserai.proposal.Contributor;
import org.caravanserai.proposal.ContributorInviting;
import org.caravanserai.proposal.ContributorRole;
import org.caravanserai.proposal.Contributors;
import org.caravanserai.proposal.MyProposals;
import org.caravanserai.proposal.Proposal;
import org.caravanserai.proposal.ProposalDrafting;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.proposal.ProposalReading;
import org.caravanserai.proposal.ProposalSubmission;
import org.caravanserai.proposal.Proposals;
import org.caravanserai.proposal.Proposing;
import org.caravanserai.review.Committee;
import org.caravanserai.review.CommitteeMeetings;
import org.caravanserai.review.Deciding;
import org.caravanserai.review.PendingDecisions;
import org.caravanserai.review.ProposalExport;
import org.caravanserai.review.ProposalFilter;
import org.caravanserai.review.ProposalFinder;
import org.caravanserai.review.ProposalOrder;
import org.caravanserai.review.Verdict;
import org.caravanserai.search.index.IndexKeeper;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Every list of the product asks the database as often when it holds a thousand lines as when it holds ten. */
@IntegrationTest
class StatementCountsTest {

    private static final int FEW = 10;

    @Autowired
    Clock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Proposing proposing;

    @Autowired
    Committee committee;

    @Autowired
    SeriesCollection series;

    @Autowired
    Meetings meetings;

    @Autowired
    Rooms rooms;

    @Autowired
    Persons persons;

    @Autowired
    Accounts accounts;

    @Autowired
    RoleGrants grants;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Calls calls;

    @Autowired
    Proposals proposals;

    @Autowired
    Contributors contributors;

    @Autowired
    Sessions sessions;

    @Autowired
    Placements placements;

    @Autowired
    Outbox outbox;

    @Autowired
    MyProposals mine;

    @Autowired
    ContributorInviting inviting;

    @Autowired
    PeopleFinding finding;

    @Autowired
    ProposalDrafting drafting;

    @Autowired
    ProposalSubmission submission;

    @Autowired
    ProposalReading reading;

    @Autowired
    CallReading callReading;

    @Autowired
    CallOutlook outlook;

    @Autowired
    IndexKeeper searchIndex;

    @Autowired
    MeetingDirectory directory;

    @Autowired
    CommitteeMeetings committees;

    @Autowired
    ProposalFinder finder;

    @Autowired
    ProposalExport export;

    @Autowired
    Deciding deciding;

    @Autowired
    PendingDecisions pending;

    @Autowired
    AgendaBoards boards;

    @Autowired
    AgendaPublication publication;

    @Autowired
    Programmes programmes;

    @Autowired
    PublicMeetings publicMeetings;

    @Autowired
    Mailbox mailbox;

    @Autowired
    MeetingMail meetingMail;

    @Autowired
    MailSupervision supervision;

    @Autowired
    RememberedBrowsers browsers;

    @Autowired
    OwnAccount own;

    /**
     * A list.
     *
     * @param name what it is
     * @param many how long it gets
     * @param more adds so many lines to it
     * @param read reads it as a view does
     * @param isKept whether it is remembered once read, so that each length is another list
     */
    private record Lines(
            String name, int many, IntConsumer more, Supplier<? extends Collection<?>> read, boolean isKept) {

        Lines(String name, int many, IntConsumer more, Supplier<? extends Collection<?>> read) {
            this(name, many, more, read, false);
        }

        DynamicTest test() {
            return DynamicTest.dynamicTest(name, () -> {
                var few = after(FEW);
                assertThat(few.result().size()).isGreaterThanOrEqualTo(FEW);
                var all = after(many - FEW);
                assertThat(all.result().size()).isGreaterThanOrEqualTo(many);
                assertThat(all.statements())
                        .as("statements for " + many + " lines")
                        .isEqualTo(few.statements());
                assertThat(all.statements()).isPositive();
            });
        }

        private SqlCounter.Counted<? extends Collection<?>> after(int added) {
            more.accept(added);
            if (!isKept) {
                // What is remembered of the reader for a while, such as her roles, is no part of the list.
                assertThat(read.get()).isNotEmpty();
            }
            return SqlCounter.counting(read::get);
        }
    }

    /** The search reads what was published too: it must not be first at what the programme is about to remember. */
    @BeforeEach
    void withoutTheSearch() {
        searchIndex.stop();
    }

    @AfterEach
    void withTheSearch() {
        searchIndex.start();
    }

    @TestFactory
    Stream<DynamicTest> aListOfManyAsksAsOftenAsOneOfFew() {
        return Stream.of(
                        proposals(),
                        asked(),
                        found(),
                        people(),
                        revisions(),
                        openCalls(),
                        publicMeetings(),
                        publicDirectory(),
                        organised(),
                        allMeetings(),
                        allSeries(),
                        committees(),
                        outlook(),
                        committee(),
                        table(),
                        decisions(),
                        decisionMails(),
                        board(),
                        nextRelease(),
                        programme(),
                        releases(),
                        mailbox(),
                        meetingMail(),
                        supervision(),
                        browsers())
                .map(Lines::test);
    }

    private Lines proposals() {
        var setting = proposing.meeting();
        var person = proposing.person("Author");
        return new Lines(
                "my proposals",
                1_000,
                n -> times(n, i -> {
                    var proposal = bare(setting, person);
                    contributors.save(Contributor.proposer(proposal, person.id(), ContributorRole.CONVENER));
                }),
                () -> Acting.as(person.id(), () -> mine.list(0, 1_000)));
    }

    private Lines asked() {
        var setting = proposing.meeting();
        var author = proposing.person("Author");
        var person = proposing.person("Asked");
        return new Lines(
                "invitations that wait for me",
                50,
                n -> times(
                        n,
                        i -> contributors.save(
                                Contributor.known(bare(setting, author), 1, person.id(), ContributorRole.AUTHOR))),
                () -> Acting.as(person.id(), () -> pad(mine.asked(), 50)));
    }

    private Lines found() {
        var family = "Zh" + Ids.code().toLowerCase(Locale.ROOT);
        var person = proposing.person("Searcher");
        return new Lines(
                "people found by name",
                1_000,
                n -> times(n, i -> persons.save(new Person(PersonName.published(family + " Number" + i)))),
                () -> Acting.as(person.id(), () -> pad(finding.named(family), 1_000)));
    }

    private Lines people() {
        var setting = proposing.meeting();
        var author = proposing.person("Author");
        var proposal = proposing.draft(setting, author);
        return new Lines(
                "people of a proposal",
                49,
                n -> times(
                        n,
                        i -> contributors.save(Contributor.known(
                                proposal, i + 1, proposing.person("Co-author").id(), ContributorRole.AUTHOR))),
                () -> Acting.as(author.id(), () -> {
                    reading.view(proposal);
                    return inviting.list(proposal);
                }));
    }

    private Lines revisions() {
        var setting = proposing.meeting();
        var author = proposing.person("Author");
        var proposal = proposing.draft(setting, author);
        return new Lines(
                "revisions of a proposal",
                100,
                n -> Acting.as(
                        author.id(),
                        () -> IntStream.range(0, n).forEach(i -> {
                            var open = drafting.open(proposal);
                            drafting.save(
                                    proposal,
                                    open.version(),
                                    open.content(),
                                    open.content().with("abstract.en", "Text " + Ids.code()));
                            submission.submit(proposal);
                        })),
                () -> Acting.as(author.id(), () -> reading.revisions(proposal)));
    }

    private Lines openCalls() {
        var person = proposing.person("Reader");
        return new Lines(
                "open calls",
                300,
                this::openMeetings,
                () -> Acting.as(person.id(), () -> {
                    callReading.openNow();
                    return mine.openCalls();
                }));
    }

    private Lines publicMeetings() {
        return new Lines("public meetings", 300, this::openMeetings, publicMeetings::open);
    }

    private Lines publicDirectory() {
        return new Lines("meetings open to the public", 300, this::openMeetings, directory::open);
    }

    private Lines organised() {
        var person = proposing.person("Organiser");
        return new Lines(
                "meetings that I organise",
                1_000,
                n -> grant(person.id(), Role.ORGANISER, n, meeting -> {}),
                () -> Acting.as(person.id(), () -> directory.mine(0, 1_000)));
    }

    private Lines allMeetings() {
        var person = administrator();
        return new Lines(
                "all meetings",
                1_000,
                n -> times(n, i -> meeting()),
                () -> Acting.as(person, () -> directory.mine(0, 5_000)));
    }

    private Lines allSeries() {
        var person = administrator();
        return new Lines(
                "all series",
                1_000,
                n -> times(n, i -> meeting()),
                () -> Acting.as(person, () -> directory.mySeries()));
    }

    private Lines committees() {
        var person = proposing.person("Chair");
        return new Lines(
                "committees that I sit on",
                1_000,
                n -> grant(person.id(), Role.CHAIR, n, meeting -> {}),
                () -> Acting.as(person.id(), committees::mine));
    }

    private Lines outlook() {
        var person = proposing.person("Organiser");
        return new Lines(
                "how my calls stand",
                1_000,
                n -> grant(person.id(), Role.ORGANISER, n, this::call),
                () -> Acting.as(person.id(), () -> pad(outlook.organised(), 1_000)));
    }

    private Lines committee() {
        var scene = committee.scene();
        return new Lines(
                "the committee's list",
                1_000,
                n -> committee.many(scene, n),
                () -> Acting.as(scene.organiser(), () -> {
                    finder.count(scene.meeting().id(), ProposalFilter.ALL);
                    return finder.find(
                            scene.meeting().id(), ProposalFilter.ALL, ProposalOrder.COUNTRY, false, 0, 1_000);
                }));
    }

    private Lines table() {
        var scene = committee.scene();
        return new Lines(
                "the committee's table to take away",
                1_000,
                n -> committee.many(scene, n),
                () -> Acting.as(
                        scene.organiser(),
                        () -> new String(
                                        export.csv(
                                                scene.meeting().id(),
                                                ProposalFilter.ALL,
                                                ProposalOrder.CODE,
                                                false,
                                                Language.JA),
                                        java.nio.charset.StandardCharsets.UTF_8)
                                .lines()
                                .toList()));
    }

    private Lines decisions() {
        var scene = committee.scene();
        return new Lines(
                "decisions that wait",
                1_000,
                n -> decide(scene, n),
                () -> Acting.as(scene.organiser(), () -> {
                    pending.count(scene.meeting().id());
                    pending.keys(scene.meeting().id());
                    return pending.of(scene.meeting().id(), 0, 1_000);
                }));
    }

    private Lines decisionMails() {
        var scene = committee.scene();
        var author = committee.person("Author", "", Language.EN, "KZ");
        var proposal = committee.submitted(scene, author, LocalizedText.english("Salt"), 0, 0, "en");
        var decision = new UUID[] {Ids.next()};
        return new Lines(
                "mails of a decision",
                49,
                n -> {
                    times(n, i -> {
                        var person = committee.person("Co-author", "", Language.JA, "JP");
                        var contributor = Contributor.known(proposal.id(), i + 1, person.id(), ContributorRole.AUTHOR);
                        contributor.confirm(person.id());
                        contributors.save(contributor);
                    });
                    Acting.as(scene.organiser(), () -> {
                        deciding.takeBack(scene.meeting().id(), List.of(decision[0]));
                        decision[0] = deciding.decide(scene.meeting().id(), List.of(proposal.key()), Verdict.ACCEPT, "")
                                .decisions()
                                .getFirst();
                    });
                },
                () -> Acting.as(
                        scene.organiser(), () -> pending.mails(scene.meeting().id(), decision[0])));
    }

    /** A board is remembered once it was read, so that each length gets a meeting of its own. */
    private Lines board() {
        var scene = new Committee.Scene[] {committee.scene()};
        return new Lines(
                "the agenda board",
                1_000,
                n -> {
                    scene[0] = committee.scene();
                    place(scene[0], n == FEW ? FEW : 1_000);
                },
                () -> Acting.as(
                        scene[0].organiser(),
                        () -> boards.board(scene[0].meeting().id()).sessions()),
                true);
    }

    private Lines nextRelease() {
        var scene = committee.scene();
        return new Lines(
                "what the next release would change",
                1_000,
                n -> place(scene, n),
                () -> Acting.as(
                        scene.organiser(),
                        () -> publication
                                .preview(scene.meeting().id(), java.util.OptionalInt.empty())
                                .difference()
                                .changes()));
    }

    /** A programme is remembered as well. */
    private Lines programme() {
        var scene = new Committee.Scene[] {committee.scene()};
        return new Lines(
                "the programme",
                1_000,
                n -> {
                    scene[0] = committee.scene();
                    place(scene[0], n == FEW ? FEW : 1_000);
                    Actor.asSystem(() -> transaction.executeWithoutResult(t -> {
                        var meeting =
                                meetings.findById(scene[0].meeting().key()).orElseThrow();
                        meeting.open();
                        publication.publish(meeting.id(), LocalizedText.EMPTY);
                    }));
                },
                () -> programmes
                        .latest(scene[0].meeting().slug().value())
                        .map(programme -> programme.agenda().sessions())
                        .orElse(List.of()),
                true);
    }

    private Lines releases() {
        var scene = committee.scene();
        return new Lines(
                "releases",
                40,
                n -> {
                    for (int i = 0; i < n; i++) {
                        place(scene, 1);
                        Acting.as(scene.organiser(), () -> {
                            publication.publish(scene.meeting().id(), LocalizedText.EMPTY);
                            publication.releases(scene.meeting().id());
                        });
                    }
                },
                () -> Acting.as(
                        scene.organiser(),
                        () -> publication.releases(scene.meeting().id())));
    }

    private Lines mailbox() {
        var person = proposing.person("Reader");
        var address = accounts.findByPerson(person.key()).orElseThrow().email();
        return new Lines(
                "my messages",
                1_000,
                n -> times(n, i -> message(address, null)),
                () -> Acting.as(person.id(), () -> {
                    mailbox.countMine();
                    return mailbox.mine(0, 1_000);
                }));
    }

    private Lines meetingMail() {
        var scene = committee.scene();
        return new Lines(
                "messages of a meeting",
                1_000,
                n -> times(
                        n,
                        i -> message(
                                new EmailAddress("a@example.org"),
                                scene.meeting().key())),
                () -> Acting.as(scene.organiser(), () -> {
                    meetingMail.count(scene.meeting().key(), MailFilter.ALL);
                    return meetingMail.find(scene.meeting().key(), MailFilter.ALL, 0, 1_000);
                }));
    }

    private Lines supervision() {
        var person = administrator();
        return new Lines(
                "all messages in a state",
                1_000,
                n -> times(n, i -> message(new EmailAddress("a@example.org"), null)),
                () -> Acting.as(person, () -> {
                    supervision.counts();
                    return supervision.find(new MailFilter(Optional.of(OutboxMessage.State.KEPT), "", ""), 0, 1_000);
                }));
    }

    private Lines browsers() {
        var person = proposing.person("Traveller");
        var account = accounts.findByPerson(person.key()).orElseThrow();
        return new Lines(
                "browsers that stay signed in",
                49,
                n -> IntStream.range(0, n)
                        .forEach(i -> browsers.remember(
                                new AccountPrincipal(account.key(), person.key(), clock.instant()), "Browser " + i)),
                () -> Acting.as(person.id(), own::browsers));
    }

    private void decide(Committee.Scene scene, int n) {
        var keys = committee.many(scene, n);
        for (int from = 0; from < n; from += 200) {
            var some = keys.subList(from, Math.min(n, from + 200));
            Acting.as(scene.organiser(), () -> deciding.decide(scene.meeting().id(), some, Verdict.ACCEPT, ""));
        }
    }

    private void place(Committee.Scene scene, int n) {
        var room = room(scene);
        times(n, i -> {
            var session = sessions.save(new Session(
                    scene.meeting().id(), scene.types().getFirst().key(), LocalizedText.english("Session " + i), 30));
            placements.save(new Placement(
                    session.id(),
                    scene.meeting().id(),
                    room,
                    scene.meeting()
                            .firstDay()
                            .plusDays(i % 4)
                            .atTime(8 + i / 4 % 10, 0)
                            .atZone(scene.meeting().zone())
                            .toInstant(),
                    30));
        });
    }

    private UUID room(Committee.Scene scene) {
        return rooms.findByMeetingOrderByPosition(scene.meeting().key()).stream()
                .findFirst()
                .map(Room::key)
                .orElseGet(() -> Objects.requireNonNull(Actor.asSystem(() -> rooms.save(new Room(
                                scene.meeting().id(), LocalizedText.english("Hall"), LocalizedText.EMPTY, 100, 0))
                        .key())));
    }

    private void openMeetings(int n) {
        times(n, i -> {
            var meeting = meeting();
            meeting.open();
            call(meeting);
        });
    }

    private Meeting meeting() {
        var slug = new Slug("n" + Ids.code().toLowerCase(Locale.ROOT));
        return meetings.save(new Meeting(
                slug,
                series.save(new Series(slug, LocalizedText.english("Series"))).key(),
                LocalizedText.english("Meeting"),
                LocalDate.of(2027, 6, 8),
                LocalDate.of(2027, 6, 9),
                ZoneId.of("Asia/Almaty"),
                LocalizedText.english("Astana")));
    }

    private void call(Meeting meeting) {
        Instant now = clock.instant();
        calls.save(new Call(meeting.id(), now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1))));
    }

    private ProposalId bare(Proposing.Setting setting, Person person) {
        return proposals
                .save(new Proposal(
                        setting.meeting().id(), person.id(), setting.oral().key(), 90, clock))
                .id();
    }

    private void message(EmailAddress to, @org.jspecify.annotations.Nullable UUID meeting) {
        outbox.queue(new Outbox.Message(to, null, meeting, "test", Language.EN, "Subject", "Text", "", ""));
    }

    private void grant(PersonId person, Role role, int n, Consumer<Meeting> rest) {
        times(n, i -> {
            var meeting = meeting();
            rest.accept(meeting);
            grants.save(new RoleGrant(person, role, meeting.key()));
        });
        Actor.asSystem(() -> transaction.executeWithoutResult(t -> events.publishEvent(new RolesChanged(person))));
    }

    private PersonId administrator() {
        var person = proposing.person("Administrator");
        grants.save(new RoleGrant(person.id(), Role.ADMINISTRATOR, RoleGrant.EVERYWHERE));
        return person.id();
    }

    /** Makes them by twenties: every query of a transaction looks through all that was made in it. */
    private void times(int n, IntConsumer make) {
        Actor.asSystem(() -> {
            for (int from = 0; from < n; from += 20) {
                var some = IntStream.range(from, Math.min(n, from + 20));
                transaction.executeWithoutResult(t -> some.forEach(make));
            }
        });
    }

    /** A list that shows only its first lines however many there are, brought to the length that is asked for. */
    private static List<Object> pad(List<?> shown, int length) {
        var all = new java.util.ArrayList<Object>(shown);
        while (all.size() < length) {
            all.add("");
        }
        return all;
    }
}
