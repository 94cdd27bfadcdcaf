package org.caravanserai.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.meeting.Meetings;
import org.caravanserai.meeting.Slug;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Persons;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleGrant;
import org.caravanserai.people.RoleGrants;
import org.caravanserai.people.RolesChanged;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.Ids;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.review.assigning.AssignmentDesk;
import org.caravanserai.review.assigning.BidSuggestions;
import org.caravanserai.review.reviewing.Assigning;
import org.caravanserai.review.reviewing.Bidding;
import org.caravanserai.review.reviewing.ConflictKeeping;
import org.caravanserai.review.reviewing.DecisionRoom;
import org.caravanserai.review.reviewing.Discussing;
import org.caravanserai.review.reviewing.ReviewDesk;
import org.caravanserai.review.reviewing.ReviewQueue;
import org.caravanserai.review.reviewing.ReviewSheets;
import org.caravanserai.review.reviewing.ReviewerInviting;
import org.caravanserai.review.reviewing.ReviewerList;
import org.caravanserai.review.reviewing.ReviewerLoads;
import org.caravanserai.review.room.ProposalTags;
import org.caravanserai.review.room.ReviewReports;
import org.caravanserai.review.room.RoomExport;
import org.caravanserai.review.room.RoomFilter;
import org.caravanserai.review.room.RoomOrder;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.PersonName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Every list of peer review asks the database as often when it holds a thousand lines as when it holds ten. */
@IntegrationTest
class ReviewStatementCountsTest {

    private static final int FEW = 10;
    private static final int MANY = 1_000;

    @Autowired
    Committee committee;

    @Autowired
    Meetings meetings;

    @Autowired
    Persons persons;

    @Autowired
    RoleGrants grants;

    @Autowired
    ReviewDesk desk;

    @Autowired
    ReviewerTasks tasks;

    @Autowired
    CommitteeMeetings committees;

    @Autowired
    ReviewQueue queue;

    @Autowired
    Bidding bidding;

    @Autowired
    BidSuggestions suggestions;

    @Autowired
    ReviewerList reviewers;

    @Autowired
    ReviewerInviting inviting;

    @Autowired
    ReviewerLoads loads;

    @Autowired
    ConflictKeeping conflicts;

    @Autowired
    Assigning assigning;

    @Autowired
    AssignmentDesk assignment;

    @Autowired
    ReviewSheets sheets;

    @Autowired
    Discussing discussing;

    @Autowired
    ProposalFinder finder;

    @Autowired
    ProposalExport proposalExport;

    @Autowired
    DecisionRoom room;

    @Autowired
    ProposalTags tags;

    @Autowired
    ReviewReports reports;

    @Autowired
    RoomExport roomExport;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    private final Map<String, Long> statements = new LinkedHashMap<>();
    private Committee.Scene scene;
    private UUID talkedAbout;

    @BeforeEach
    void aSceneWithOneProposal() {
        scene = committee.scene();
        talkedAbout = committee.many(scene, 1).getFirst();
    }

    @Test
    void aListOfManyAsksAsOftenAsOneOfFew() {
        grow(FEW);
        var few = counts(FEW);
        grow(MANY - FEW);
        var many = counts(MANY);

        assertThat(many).isEqualTo(few).hasSizeGreaterThan(20);
    }

    private Map<String, Long> counts(int lines) {
        statements.clear();
        var meeting = scene.meeting().id();
        var reviewer = scene.reviewer();
        var chair = scene.chair();
        count("desk", reviewer, 1, desk::mine);
        count("tasks", reviewer, lines, tasks::mine);
        count("committees", reviewer, lines, committees::mine);
        count("queue", reviewer, lines, () -> queue.mine(meeting));
        count("open reviews", reviewer, 1, () -> List.of(queue.open()));
        count(
                "list as a reviewer",
                reviewer,
                lines,
                () -> finder.find(
                        meeting, ProposalFilter.ALL.withWords("proposal"), ProposalOrder.TITLE, false, 0, MANY));
        count("bids", reviewer, lines, () -> bidding.list(meeting, false, 0, MANY));
        count("bids standing", reviewer, lines, () -> bidding.standing(meeting).entrySet());
        count("bids counted", reviewer, 1, () -> bidding.count(meeting).entrySet());
        count(
                "what bids are found by",
                reviewer,
                lines,
                () -> bidding.searchKeys(meeting).entrySet());
        count("suggestions", reviewer, lines, () -> suggestions.list(meeting, BidSuggestions.Filter.ALL, 0, MANY));
        count("reviewers", chair, lines, () -> reviewers.list(meeting));
        count("reviewers found", chair, lines, () -> reviewers.find(meeting, ReviewerList.Filter.ALL, 0, MANY));
        count("offers", chair, 0, () -> inviting.waiting(meeting));
        count("loads", chair, lines, () -> loads.list(meeting));
        count("conflicts", chair, lines, () -> conflicts.list(meeting, 0, MANY));
        count("conflicts counted", chair, 1, () -> List.of(conflicts.count(meeting)));
        count("conflicts of one", chair, lines, () -> conflicts.of(new ProposalId(talkedAbout)));
        count("assignments", chair, lines, () -> assigning.current(meeting));
        count("assignment", chair, lines, () -> assignment.list(meeting, AssignmentDesk.Filter.ALL, 0, MANY));
        count("totals", chair, 1, () -> List.of(assignment.totals(meeting)));
        count(
                "reviews of one",
                chair,
                lines,
                () -> sheets.of(new ProposalId(talkedAbout)).parts());
        count("discussion", chair, lines, () -> discussing.posts(new ProposalId(talkedAbout)));
        count("room", chair, lines, () -> room.rows(meeting));
        count("scores", chair, 0, () -> room.scores(meeting));
        count("tags", chair, lines, () -> tags.of(meeting).entrySet());
        count("reports", chair, lines, () -> reports.read(meeting).loads());
        count(
                "room as CSV",
                chair,
                1,
                () -> List.of(roomExport.csv(meeting, RoomFilter.ALL, RoomOrder.CODE, false, Language.EN)));
        count(
                "list as CSV",
                chair,
                1,
                () -> List.of(proposalExport.csv(meeting, ProposalFilter.ALL, ProposalOrder.CODE, false, Language.EN)));
        for (var part : ReviewReports.Part.values()) {
            count("report " + part, chair, 1, () -> List.of(reports.csv(meeting, part, Language.EN)));
        }
        return Map.copyOf(statements);
    }

    private void count(String name, PersonId reader, int lines, Supplier<? extends Collection<?>> list) {
        Acting.as(reader, () -> {
            // What is remembered of the reader or of the meeting for two seconds or longer is no part of the list: it
            // is
            // read in the first run, and in one of the others again if the machine is slow.
            var runs = IntStream.range(0, 3)
                    .mapToObj(run -> SqlCounter.counting(list))
                    .toList();
            var least = runs.stream()
                    .mapToLong(SqlCounter.Counted::statements)
                    .min()
                    .orElseThrow();
            assertThat(runs.getLast().result().size()).as(name).isGreaterThanOrEqualTo(lines);
            assertThat(least).as(name).isPositive();
            statements.put(name, least);
        });
    }

    /** So many more of everything: meetings, proposals, reviewers, reviews, conflicts, bids, posts and tags. */
    private void grow(int more) {
        var proposals = committee.many(scene, more);
        var people = people(more);
        var now = OffsetDateTime.now(ZoneOffset.UTC);
        var meeting = scene.meeting().key();
        transaction.executeWithoutResult(status -> IntStream.range(0, more).forEach(i -> {
            var proposal = proposals.get(i);
            var person = people.get(i);
            assignment(meeting, proposal, scene.reviewer().value(), now);
            assignment(meeting, talkedAbout, person, now);
            var assigned = assignment(meeting, proposal, person, now);
            jdbc.update(
                    "insert into review (id, version, assignment, meeting, proposal, person, recommendation, confidence,"
                            + " to_authors, to_committee, first_at, submitted_at, round)"
                            + " values (?, 0, ?, ?, ?, ?, 'ACCEPT', 3, '', '', ?, ?, 1)",
                    Ids.next(),
                    assigned,
                    meeting,
                    proposal,
                    person,
                    now,
                    now);
            jdbc.update(
                    "insert into review_conflict (id, version, meeting, proposal, person, kind, reason, declared_at,"
                            + " standing) values (?, 0, ?, ?, ?, 'BY_CHAIR', '', ?, true)",
                    Ids.next(),
                    meeting,
                    talkedAbout,
                    person,
                    now);
            jdbc.update(
                    "insert into review_bid (id, version, meeting, proposal, person, eagerness, bid_at)"
                            + " values (?, 0, ?, ?, ?, 'EAGER', ?)",
                    Ids.next(),
                    meeting,
                    proposal,
                    person,
                    now);
            jdbc.update(
                    "insert into discussion_post (id, version, meeting, proposal, author, text_body, mentions, posted_at,"
                            + " deleted) values (?, 0, ?, ?, ?, 'A word', '', ?, false)",
                    Ids.next(),
                    meeting,
                    talkedAbout,
                    person,
                    now);
            jdbc.update(
                    "insert into proposal_tag (id, version, meeting, proposal, label) values (?, 0, ?, ?, 'doubtful')",
                    Ids.next(),
                    meeting,
                    proposal);
        }));
    }

    private UUID assignment(UUID meeting, UUID proposal, UUID person, OffsetDateTime now) {
        var key = Ids.next();
        jdbc.update(
                "insert into review_assignment (id, version, meeting, proposal, person, state, source, assigned_at,"
                        + " reason, suggestion, round) values (?, 0, ?, ?, ?, 'ACCEPTED', 'BY_HAND', ?, '', '', 1)",
                key,
                meeting,
                proposal,
                person,
                now);
        return key;
    }

    /** Reviewers of the meeting, and as many meetings for which the scene's reviewer reviews. */
    private List<UUID> people(int more) {
        var keys = new ArrayList<UUID>();
        Actor.asSystem(() -> transaction.executeWithoutResult(status -> IntStream.range(0, more)
                .forEach(i -> {
                    var person = persons.saveAndFlush(new Person(PersonName.published("Reviewer " + Ids.code())));
                    grants.save(new RoleGrant(
                            person.id(), Role.REVIEWER, scene.meeting().key()));
                    jdbc.update(
                            "insert into reviewer (id, version, meeting, person, state, topics, languages, senior, works,"
                                    + " asked_at) values (?, 0, ?, ?, 'ACCEPTED', '{}', '', false, '', ?)",
                            Ids.next(),
                            scene.meeting().key(),
                            person.key(),
                            OffsetDateTime.now(ZoneOffset.UTC));
                    keys.add(person.key());
                    var other = meetings.save(new Meeting(
                            new Slug("c" + Ids.code().toLowerCase(Locale.ROOT)),
                            scene.meeting().series(),
                            LocalizedText.english("Meeting"),
                            LocalDate.of(2027, 6, 8),
                            LocalDate.of(2027, 6, 11),
                            ZoneId.of("Asia/Almaty"),
                            LocalizedText.english("Astana")));
                    grants.save(new RoleGrant(scene.reviewer(), Role.REVIEWER, other.key()));
                })));
        events.publishEvent(RolesChanged.gained(scene.reviewer()));
        return keys;
    }
}
