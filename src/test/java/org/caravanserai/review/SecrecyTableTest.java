package org.caravanserai.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caravanserai.api.ApiClient;
import org.caravanserai.api.Scope;
import org.caravanserai.people.Accounts;
import org.caravanserai.people.EmailAddress;
import org.caravanserai.people.Person;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Role;
import org.caravanserai.people.RoleGrant;
import org.caravanserai.people.RoleGrants;
import org.caravanserai.people.RolesChanged;
import org.caravanserai.platform.Actor;
import org.caravanserai.proposal.Proposal;
import org.caravanserai.proposal.ProposalFiles;
import org.caravanserai.proposal.ProposalReading;
import org.caravanserai.proposal.ReviewerTexts;
import org.caravanserai.review.reviewing.AskingToWrite;
import org.caravanserai.review.reviewing.Assigning;
import org.caravanserai.review.reviewing.AuthorFeedback;
import org.caravanserai.review.reviewing.Bidding;
import org.caravanserai.review.reviewing.Blindness;
import org.caravanserai.review.reviewing.ConflictKeeping;
import org.caravanserai.review.reviewing.DecisionRoom;
import org.caravanserai.review.reviewing.Discussing;
import org.caravanserai.review.reviewing.DiscussionMailing;
import org.caravanserai.review.reviewing.Recommendation;
import org.caravanserai.review.reviewing.ReviewForm;
import org.caravanserai.review.reviewing.ReviewPhase;
import org.caravanserai.review.reviewing.ReviewPlan;
import org.caravanserai.review.reviewing.ReviewQueue;
import org.caravanserai.review.reviewing.ReviewReminding;
import org.caravanserai.review.reviewing.ReviewSetUp;
import org.caravanserai.review.reviewing.ReviewSheets;
import org.caravanserai.review.reviewing.ReviewerLoads;
import org.caravanserai.review.reviewing.ReviewerProfile;
import org.caravanserai.review.reviewing.ReviewerRoster;
import org.caravanserai.review.reviewing.Reviewing;
import org.caravanserai.review.room.ProposalTags;
import org.caravanserai.review.room.RoomExport;
import org.caravanserai.review.room.RoomFilter;
import org.caravanserai.review.room.RoomOrder;
import org.caravanserai.search.ReadyIndex;
import org.caravanserai.search.SearchHit;
import org.caravanserai.search.SearchKind;
import org.caravanserai.search.Searching;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.TestClock;
import org.caravanserai.text.Language;
import org.caravanserai.text.LocalizedText;
import org.caravanserai.text.Refusal;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import tools.jackson.databind.JsonNode;

/**
 * Who gets what of a proposal in which phase of its reviewing, held against the table in {@code access/secrecy.txt}: every
 * role, every object, every phase.
 */
@IntegrationTest
class SecrecyTableTest {

    private enum Phase {
        BIDDING,
        REVIEWING,
        DISCUSSION,
        SENT
    }

    private enum Who {
        AUTHOR,
        OUTSIDER,
        ASSIGNED,
        REVIEWED,
        COLLEAGUE,
        UNASSIGNED,
        CONFLICTED,
        CHAIR,
        CONFLICTED_CHAIR,
        ORGANISER
    }

    /** A phase's world. */
    private record World(Committee.Scene scene, Proposal proposal, UUID file, Map<Who, PersonId> people) {}

    @Autowired
    Committee committee;

    @Autowired
    RoleGrants grants;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    ProposalReading reading;

    @Autowired
    ProposalFiles files;

    @Autowired
    ReviewerTexts texts;

    @Autowired
    ProposalFinder finder;

    @Autowired
    ProposalExport export;

    @Autowired
    CommitteeMeetings committees;

    @Autowired
    ReviewSetUp setUp;

    @Autowired
    ReviewerRoster roster;

    @Autowired
    ReviewerProfile profile;

    @Autowired
    ReviewerLoads loads;

    @Autowired
    Assigning assigning;

    @Autowired
    Bidding bidding;

    @Autowired
    ConflictKeeping conflicts;

    @Autowired
    ReviewQueue queue;

    @Autowired
    Reviewing reviewing;

    @Autowired
    ReviewSheets sheets;

    @Autowired
    Discussing discussing;

    @Autowired
    AuthorFeedback feedback;

    @Autowired
    DecisionRoom room;

    @Autowired
    RoomExport roomExport;

    @Autowired
    ProposalTags tags;

    @Autowired
    Deciding deciding;

    @Autowired
    PendingDecisions pending;

    @Autowired
    DecisionTrial trial;

    @Autowired
    AskingToWrite asking;

    @Autowired
    DiscussionMailing discussionMails;

    @Autowired
    ReviewReminding reminding;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Searching searching;

    @Autowired
    ReadyIndex index;

    @Autowired
    TestClock clock;

    @Autowired
    ApiClient client;

    private final Map<UUID, String> tokens = new HashMap<>();

    /** What there is to get, each with whether the acting person gets it. */
    private Map<String, Predicate<World>> objects() {
        var objects = new LinkedHashMap<String, Predicate<World>>();
        objects.put("the proposal", w -> reading.find(w.proposal().code()).isPresent());
        objects.put(
                "its contributors",
                w -> !reading.view(w.proposal().id()).people().isEmpty());
        objects.put("a file that may name them", w -> files.download(w.file()).size() > 0);
        objects.put("its line in the list", w -> codes(w).contains(w.proposal().code()));
        objects.put(
                "its place in counts",
                w -> finder.count(meeting(w), ProposalFilter.ALL).total() == 1);
        objects.put(
                "finding it by its author",
                w -> !finder.find(meeting(w), ProposalFilter.ALL.withWords("bekova"), ProposalOrder.CODE, false, 0, 5)
                        .isEmpty());
        objects.put(
                "finding it by searching", w -> finds(w, "salt " + w.proposal().code()));
        objects.put("its author by searching for proposals", w -> finds(w, "bekova"));
        objects.put(
                "its line in the list as a file",
                w -> csv(export.csv(meeting(w), ProposalFilter.ALL, ProposalOrder.CODE, false, Language.EN))
                        .contains(w.proposal().code()));
        objects.put(
                "bidding for it",
                w -> bidding.list(meeting(w), false, 0, 5).stream()
                        .anyMatch(b -> b.code().equals(w.proposal().code())));
        objects.put("it in the queue", w -> !queue.mine(meeting(w)).isEmpty());
        objects.put("the text for reviewers", w -> texts.of(w.proposal().id()).isPresent());
        objects.put(
                "another's review",
                w -> sheets.of(w.proposal().id()).parts().stream()
                        .anyMatch(p -> !p.mine() && p.review().isPresent()));
        objects.put(
                "who wrote another's review",
                w -> sheets.of(w.proposal().id()).parts().stream()
                        .anyMatch(p -> !p.mine() && p.reviewer().isPresent()));
        objects.put("the discussion", w -> !discussing.posts(w.proposal().id()).isEmpty());
        objects.put(
                "the reviews as its authors read them",
                w -> !feedback.of(w.proposal().id()).reviews().isEmpty());
        objects.put(
                "its line in the decision room",
                w -> room.rows(meeting(w)).stream()
                        .anyMatch(r -> r.code().equals(w.proposal().code())));
        objects.put(
                "its line in the decision room as a file",
                w -> csv(roomExport.csv(meeting(w), RoomFilter.ALL, RoomOrder.CODE, false, Language.EN))
                        .contains(w.proposal().code()));
        objects.put(
                "its tags", w -> tags.of(meeting(w)).containsKey(w.proposal().key()));
        objects.put("the decision before it is sent", w -> pending.count(meeting(w)) > 0);
        objects.put("the decision's mail on trial", this::triesAMail);
        objects.put("a mail about its discussion", w -> isTold(w, "review-discussion"));
        objects.put("a mail that its review is due", w -> isTold(w, "review-reminder"));
        objects.put("a mail that asks her to write its review", w -> isTold(w, "review-writing"));
        objects.put("a mail about the decision", w -> isTold(w, "decision"));
        objects.put(
                "its conflicts of interest",
                w -> !conflicts.list(meeting(w), 0, 5).isEmpty());
        objects.put("who reviews how much", w -> !loads.list(meeting(w)).isEmpty());
        objects.put(
                "the proposal for a program",
                w -> asked(w, "/proposals/" + w.proposal().code()).status() == 200);
        objects.put(
                "its contributors for a program",
                w -> asked(w, "/proposals/" + w.proposal().code()).body().contains("Bekova"));
        objects.put(
                "its line in the list for a program",
                w -> asked(w, "PROPOSALS").body().contains(w.proposal().code()));
        objects.put(
                "its author in the list for a program",
                w -> asked(w, "PROPOSALS").body().contains("Bekova"));
        objects.put("another's review for a program", w -> anyReview(w, review -> review.has("recommendation")));
        objects.put("who wrote another's review for a program", w -> anyReview(w, review -> review.has("reviewer")));
        objects.put(
                "the decision for a program",
                w -> asked(w, "DECISIONS").body().contains(w.proposal().code()));
        objects.put(
                "that something waits", w -> committees.mine().stream().anyMatch(m -> m.toDecide() + m.toSend() > 0));
        return objects;
    }

    @TestFactory
    Stream<DynamicTest> everyRoleGetsOfEveryObjectInEveryPhaseWhatIsDeclared() throws IOException {
        var declared = declared();
        var worlds = new EnumMap<Phase, World>(Phase.class);
        for (var phase : Phase.values()) {
            worlds.put(phase, world(phase));
        }
        var objects = objects();
        var tests = new ArrayList<DynamicTest>();
        tests.add(DynamicTest.dynamicTest(
                "the table speaks of every object",
                () -> assertThat(declared.keySet()).isEqualTo(objects.keySet())));
        objects.forEach((name, object) -> {
            for (var who : Who.values()) {
                tests.add(DynamicTest.dynamicTest(name + " for " + who, () -> {
                    var got = Arrays.stream(Phase.values())
                            .map(phase -> gets(Objects.requireNonNull(worlds.get(phase)), who, object) ? "y" : "-")
                            .collect(Collectors.joining());
                    assertThat(got)
                            .isEqualTo(declared.getOrDefault(name, Map.of()).get(who));
                }));
            }
        });
        return tests.stream();
    }

    /** What a program of the acting person is answered. */
    private ApiClient.Answer asked(World world, String path) {
        var token = tokens.computeIfAbsent(
                Actor.person().orElseThrow(),
                person -> client.token(
                        new PersonId(person), Set.of(Scope.PROPOSALS_READ, Scope.REVIEWS_READ, Scope.DECISIONS_READ)));
        var meeting = "/meetings/" + world.scene().meeting().slug().value();
        return client.get(path.startsWith("/") ? path : meeting + "/" + path.toLowerCase(java.util.Locale.ROOT), token);
    }

    private boolean anyReview(World world, Predicate<JsonNode> test) {
        var reviews = asked(world, "/proposals/" + world.proposal().code() + "/reviews")
                .json()
                .path("reviews");
        return reviews.valueStream().anyMatch(review -> !review.path("mine").asBoolean() && test.test(review));
    }

    private boolean finds(World world, String typed) {
        var kinds = Set.of(SearchKind.MINE, SearchKind.PROPOSAL);
        return index.whole(() -> searching.find(typed, kinds, Searching.MOST)).groups().stream()
                .flatMap(group -> group.hits().stream())
                .anyMatch(hit -> hit instanceof SearchHit.OfProposal found
                        && found.code().equals(world.proposal().code()));
    }

    private static boolean gets(World world, Who who, Predicate<World> object) {
        return Acting.as(Objects.requireNonNull(world.people().get(who)), () -> {
            try {
                return object.test(world);
            } catch (AccessDeniedException | Refusal refused) {
                return false;
            }
        });
    }

    /** The table: after the head each line names an object and says for each role in which phases it gets it. */
    private static Map<String, Map<Who, String>> declared() throws IOException {
        try (var table = Objects.requireNonNull(SecrecyTableTest.class.getResourceAsStream("/access/secrecy.txt"))) {
            var lines = new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line ->
                            Arrays.stream(line.split("\\|")).map(String::strip).toList())
                    .toList();
            var head = lines.getFirst();
            var declared = new LinkedHashMap<String, Map<Who, String>>();
            for (var line : lines.subList(1, lines.size())) {
                var answers = new EnumMap<Who, String>(Who.class);
                for (int i = 1; i < head.size(); i++) {
                    answers.put(Who.valueOf(head.get(i)), line.get(i));
                }
                declared.put(line.getFirst(), answers);
            }
            return declared;
        }
    }

    private World world(Phase phase) {
        var scene = committee.scene();
        var meeting = scene.meeting().id();
        var author = committee.person("Dinara Bekova", "", Language.RU, "KG");
        var proposal = committee.submitted(scene, author, LocalizedText.english("Salt"), 0, 0, "en");
        var file = Acting.as(
                author.id(),
                () -> files.add(
                                proposal.id(),
                                new ProposalFiles.Upload(
                                        null, "a.pdf", "%PDF-1.4\n%%EOF".getBytes(StandardCharsets.UTF_8)))
                        .key());
        var people = new EnumMap<Who, PersonId>(Who.class);
        people.put(Who.AUTHOR, author.id());
        people.put(
                Who.OUTSIDER,
                committee.person("Odd Outsider", "", Language.EN, "JP").id());
        people.put(Who.ASSIGNED, scene.reviewer());
        people.put(Who.REVIEWED, reviewer(scene, "Rita Reviewed"));
        people.put(
                Who.COLLEAGUE,
                committee.person("Kolya Colleague", "", Language.EN, "JP").id());
        people.put(Who.UNASSIGNED, reviewer(scene, "Una Unassigned"));
        people.put(Who.CONFLICTED, reviewer(scene, "Cora Conflicted"));
        people.put(Who.CHAIR, scene.chair());
        people.put(
                Who.CONFLICTED_CHAIR, role(scene, committee.person("Carl Chair", "", Language.EN, "UZ"), Role.CHAIR));
        people.put(Who.ORGANISER, scene.organiser());
        plan(scene, Phase.REVIEWING);
        people.values().forEach(this::verify);
        Acting.as(scene.chair(), () -> {
            for (var who : List.of(Who.ASSIGNED, Who.REVIEWED, Who.CONFLICTED)) {
                assigning.assign(proposal.id(), person(people, who));
            }
            discussing.post(
                    proposal.id(),
                    "A word",
                    Set.of(person(people, Who.CONFLICTED), person(people, Who.CONFLICTED_CHAIR), scene.organiser()));
            tags.mark(meeting, List.of(proposal.key()), "doubtful");
        });
        // The conflicts come late, when both have been called on and one was to review.
        Acting.as(scene.organiser(), () -> {
            discussing.post(proposal.id(), "Another word", Set.of());
            conflicts.set(proposal.id(), person(people, Who.CONFLICTED), "Her cousin");
            conflicts.set(proposal.id(), person(people, Who.CONFLICTED_CHAIR), "Her cousin");
        });
        Acting.as(person(people, Who.ASSIGNED), () -> {
            var mine = queue.mine(meeting).getFirst().assignment();
            assertThatThrownBy(() -> asking.ask(mine, email(person(people, Who.CONFLICTED))))
                    .isInstanceOf(Refusal.class);
            asking.ask(mine, email(person(people, Who.COLLEAGUE)));
        });
        Acting.as(person(people, Who.REVIEWED), () -> {
            var item = queue.mine(meeting).getFirst();
            reviewing.submit(
                    item.assignment(),
                    reviewing.open(item.assignment()).version(),
                    new ReviewForm(Map.of(), Optional.of(Recommendation.ACCEPT), 3, "Thank you.", "Good"));
        });
        writeMails(scene);
        Acting.as(scene.chair(), () -> {
            var decided = deciding.decide(meeting, List.of(proposal.key()), Verdict.ACCEPT, "");
            if (phase == Phase.SENT) {
                deciding.send(meeting, decided.decisions());
            }
        });
        plan(scene, phase);
        return new World(scene, proposal, file, people);
    }

    /** What is due by mail a day before reviews are, once the discussion has settled. */
    private void writeMails(Committee.Scene scene) {
        committee.plan(
                scene,
                c -> c.until(new ReviewPlan.Deadlines(
                        Optional.empty(),
                        Optional.of(clock.instant().plus(Duration.ofDays(1))),
                        Optional.empty(),
                        Optional.empty())));
        clock.advance(Duration.ofMinutes(2));
        Actor.asSystem(() -> {
            discussionMails.tell();
            reminding.remind();
        });
        clock.reset();
    }

    private boolean triesAMail(World world) {
        var decision = pending.of(meeting(world), 0, 1).stream().findFirst();
        decision.map(d -> pending.mails(meeting(world), d.key()).getFirst().key())
                .ifPresent(mail -> trial.send(meeting(world), mail));
        return decision.isPresent() && isTold(world, "decision-test");
    }

    /** Whether a mail of a kind about the proposal was written to the acting person. */
    private boolean isTold(World world, String kind) {
        return jdbc.sql("select count(*) from outbox_message where person = ? and kind = ? and text_body like ?")
                        .params(
                                Actor.person().orElseThrow(),
                                kind,
                                "%" + world.proposal().code() + "%")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void verify(PersonId person) {
        Actor.asSystem(() -> {
            var account = accounts.findByPerson(person.value()).orElseThrow();
            account.verify(clock);
            accounts.save(account);
        });
    }

    private EmailAddress email(PersonId person) {
        return accounts.findByPerson(person.value()).orElseThrow().email();
    }

    /** Bidding and reviewing are double-blind, the discussion is not. */
    private void plan(Committee.Scene scene, Phase phase) {
        var past = Optional.of(clock.instant().minus(Duration.ofDays(1)));
        var soon = Optional.of(clock.instant().plus(Duration.ofDays(1)));
        committee.plan(
                scene,
                c -> c.blind(Map.of(
                                ReviewPhase.BIDDING, Blindness.DOUBLE,
                                ReviewPhase.REVIEWING, Blindness.DOUBLE,
                                ReviewPhase.DISCUSSION, Blindness.SINGLE))
                        .until(new ReviewPlan.Deadlines(
                                phase == Phase.BIDDING ? soon : Optional.empty(),
                                phase == Phase.DISCUSSION || phase == Phase.SENT ? past : Optional.empty(),
                                Optional.empty(),
                                Optional.empty())));
    }

    private static PersonId person(Map<Who, PersonId> people, Who who) {
        return Objects.requireNonNull(people.get(who));
    }

    private PersonId reviewer(Committee.Scene scene, String name) {
        var person = committee.person(name, "", Language.EN, "JP");
        Acting.as(scene.organiser(), () -> roster.invite(scene.meeting().id(), person.id()));
        Acting.as(person.id(), () -> profile.answer(scene.meeting().id(), true));
        return person.id();
    }

    private PersonId role(Committee.Scene scene, Person person, Role role) {
        Actor.asSystem(() -> {
            grants.save(new RoleGrant(person.id(), role, scene.meeting().key()));
            events.publishEvent(RolesChanged.gained(person.id()));
        });
        return person.id();
    }

    private List<String> codes(World world) {
        return finder.find(meeting(world), ProposalFilter.ALL, ProposalOrder.CODE, false, 0, 5).stream()
                .map(ProposalRow::code)
                .toList();
    }

    private static org.caravanserai.meeting.MeetingId meeting(World world) {
        return world.scene().meeting().id();
    }

    private static String csv(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
