package org.caravanserai.demo;

import jakarta.persistence.EntityManager;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.caravanserai.meeting.Meeting;
import org.caravanserai.people.PersonId;
import org.caravanserai.proposal.Proposal;
import org.caravanserai.proposal.ProposalState;
import org.caravanserai.review.assigning.AssignmentDesk;
import org.caravanserai.review.reviewing.Assigning;
import org.caravanserai.review.reviewing.AssignmentSource;
import org.caravanserai.review.reviewing.AuthorsSee;
import org.caravanserai.review.reviewing.AuthorsWhen;
import org.caravanserai.review.reviewing.ConflictKeeping;
import org.caravanserai.review.reviewing.Criterion;
import org.caravanserai.review.reviewing.OthersVisible;
import org.caravanserai.review.reviewing.ReviewPlan;
import org.caravanserai.review.reviewing.ReviewSetUp;
import org.caravanserai.review.reviewing.Reviewer;
import org.caravanserai.review.reviewing.ReviewerList;
import org.caravanserai.review.reviewing.ReviewerRoster;
import org.caravanserai.review.reviewing.WhoReviews;
import org.caravanserai.text.LocalizedText;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The demonstration's peer review as it stands in the middle of the time for reviews: a plan, a dozen reviewers who have
 * said what they know, bids, conflicts, and two reviewers for each proposal under review, so that one is missing.
 */
@Component
@Profile("demo")
class DemoReviewers {

    private static final int GIVEN = 2;
    private static final int MOST_GIVEN = 4;
    private static final int MOST_BIDS = 5;
    private static final int WANTED = 3;
    private static final int MOST_LOAD = 6;
    private static final int REVISION_DAYS = 21;
    private static final LocalDateTime REVIEWS_UNTIL = LocalDateTime.of(2027, 4, 9, 23, 59);
    private static final LocalDateTime DISCUSSION_UNTIL = LocalDateTime.of(2027, 4, 23, 23, 59);
    private static final Set<String> SENIOR =
            Set.of("sato-junichi", "akhmetov-nurlan", "ergashev-shavkat", "rahmonzoda-firuz", "sasaki-miyuki");

    private final ReviewSetUp setUp;
    private final ReviewerList list;
    private final ReviewerRoster roster;
    private final ConflictKeeping conflicts;
    private final AssignmentDesk desk;
    private final Assigning assigning;
    private final JdbcClient jdbc;
    private final EntityManager entities;

    DemoReviewers(
            ReviewSetUp setUp,
            ReviewerList list,
            ReviewerRoster roster,
            ConflictKeeping conflicts,
            AssignmentDesk desk,
            Assigning assigning,
            JdbcClient jdbc,
            EntityManager entities) {
        this.setUp = setUp;
        this.list = list;
        this.roster = roster;
        this.conflicts = conflicts;
        this.desk = desk;
        this.assigning = assigning;
        this.jdbc = jdbc;
        this.entities = entities;
    }

    /** Fills it in for the proposals that were made. */
    void load(
            Meeting meeting,
            List<Content.PersonEntry> people,
            Map<String, PersonId> keys,
            Map<String, UUID> topics,
            List<Proposal> proposals) {
        // What was made so far is in the way of every look at the database: it is compared with it each time.
        entities.flush();
        entities.clear();
        plan(meeting);
        var reviewers = people.stream().filter(Content.PersonEntry::reviewer).toList();
        for (var entry : reviewers) {
            var person = Optional.ofNullable(keys.get(entry.key())).orElseThrow();
            describe(meeting, entry, person, topics);
        }
        conflicts.search(meeting.id());
        var open = proposals.stream()
                .filter(p -> p.state() == ProposalState.SUBMITTED || p.state() == ProposalState.UNDER_REVIEW)
                .toList();
        byChair(open, reviewers, keys);
        bids(meeting, open);
        assign(
                meeting,
                open.stream()
                        .filter(p -> p.state() == ProposalState.UNDER_REVIEW)
                        .toList());
    }

    private void plan(Meeting meeting) {
        var base = setUp.read(meeting.id()).base();
        var zone = meeting.zone();
        setUp.change(
                meeting.id(),
                ReviewPlan.ALL_TYPES,
                base.version(),
                new ReviewPlan.Content(
                        Set.of(WhoReviews.INVITED, WhoReviews.VOLUNTEERS),
                        WANTED,
                        0,
                        MOST_LOAD,
                        base.content().blindness(),
                        OthersVisible.AFTER_OWN,
                        AuthorsSee.NOTES,
                        AuthorsWhen.WITH_DECISION,
                        false,
                        new ReviewPlan.Deadlines(
                                Optional.empty(),
                                Optional.of(REVIEWS_UNTIL.atZone(zone).toInstant()),
                                Optional.empty(),
                                Optional.of(DISCUSSION_UNTIL.atZone(zone).toInstant())),
                        REVISION_DAYS));
        criterion(
                meeting,
                3,
                Map.of(
                        "en",
                        "Scientific quality",
                        "ja",
                        "学術的な質",
                        "ru",
                        "Научный уровень",
                        "kk",
                        "Ғылыми деңгейі",
                        "ky",
                        "Илимий деңгээли",
                        "uz",
                        "Ilmiy saviyasi",
                        "tg",
                        "Сатҳи илмӣ",
                        "tk",
                        "Ylmy derejesi"),
                Map.of(
                        "en", "Are the question, the method and the data sound?",
                        "ja", "問い、方法、データは確かなものか。",
                        "ru", "Обоснованы ли постановка вопроса, метод и данные?",
                        "kk", "Мәселе қойылымы, әдісі мен деректері негізді ме?"));
        criterion(
                meeting,
                2,
                Map.of(
                        "en",
                        "Worth for both sides",
                        "ja",
                        "双方にとっての意義",
                        "ru",
                        "Польза для обеих сторон",
                        "kk",
                        "Екі жаққа да пайдасы",
                        "ky",
                        "Эки тарап үчүн пайдасы",
                        "uz",
                        "Ikki tomon uchun foydasi",
                        "tg",
                        "Фоида барои ҳар ду ҷониб",
                        "tk",
                        "Iki tarap üçin peýdasy"),
                Map.of(
                        "en", "Will people from Central Asia and from Japan both learn from it?",
                        "ja", "中央アジアと日本の双方に学びがあるか。",
                        "ru", "Будет ли это полезно участникам и из Центральной Азии, и из Японии?",
                        "kk", "Орталық Азиядан да, Жапониядан да келгендерге пайдалы бола ма?"));
        criterion(
                meeting,
                1,
                Map.of(
                        "en",
                        "Clarity",
                        "ja",
                        "明快さ",
                        "ru",
                        "Ясность изложения",
                        "kk",
                        "Анық баяндалуы",
                        "ky",
                        "Баяндын ачыктыгы",
                        "uz",
                        "Bayonning ravshanligi",
                        "tg",
                        "Равшании баён",
                        "tk",
                        "Beýanyň aýdyňlygy"),
                Map.of("en", "Can somebody from another field follow the abstract?", "ja", "専門外の人にも要旨が理解できるか。"));
    }

    private void criterion(Meeting meeting, int weight, Map<String, String> label, Map<String, String> guidance) {
        setUp.addCriterion(
                meeting.id(),
                ReviewPlan.ALL_TYPES,
                new Criterion.Content(
                        LocalizedText.ofTags(label),
                        LocalizedText.ofTags(guidance),
                        1,
                        5,
                        Map.of(
                                1, LocalizedText.ofTags(Map.of("en", "weak", "ja", "弱い", "ru", "слабо", "kk", "әлсіз")),
                                3,
                                        LocalizedText.ofTags(
                                                Map.of("en", "good", "ja", "良い", "ru", "хорошо", "kk", "жақсы")),
                                5,
                                        LocalizedText.ofTags(Map.of(
                                                "en", "excellent", "ja", "優れている", "ru", "отлично", "kk", "өте жақсы"))),
                        weight,
                        true));
    }

    private void describe(Meeting meeting, Content.PersonEntry entry, PersonId person, Map<String, UUID> topics) {
        var row = list.list(meeting.id()).stream()
                .filter(r -> r.person().equals(person))
                .findFirst()
                .orElseThrow();
        var strengths = new HashMap<UUID, Integer>();
        int strength = Reviewer.STRONGEST;
        for (var topic : entry.topics()) {
            var known = strength;
            Optional.ofNullable(topics.get(topic)).ifPresent(key -> strengths.put(key, known));
            strength = Math.max(1, strength - 1);
        }
        roster.describe(
                meeting.id(),
                person,
                row.version(),
                new Reviewer.Content(
                        strengths,
                        new LinkedHashSet<>(entry.languages()),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        works(person)));
        roster.rank(meeting.id(), person, SENIOR.contains(entry.key()));
    }

    /** What she has proposed here herself stands for her works. */
    private String works(PersonId person) {
        return String.join(
                "\n\n",
                jdbc.sql("select p.title, p.abstract_text from proposal p join contributor c on c.proposal = p.id"
                                + " where c.person = ? and p.state <> 'DRAFT' order by p.code")
                        .param(person.value())
                        .query((row, number) ->
                                LocalizedText.fromJson(row.getString(1)).text(org.caravanserai.text.Language.EN) + "\n"
                                        + LocalizedText.fromJson(row.getString(2))
                                                .text(org.caravanserai.text.Language.EN)
                                                .replaceAll("\\R\\s*\\R", "\n"))
                        .list());
    }

    private void byChair(List<Proposal> open, List<Content.PersonEntry> reviewers, Map<String, PersonId> keys) {
        var person = Optional.ofNullable(keys.get(reviewers.getLast().key())).orElseThrow();
        open.stream()
                .filter(p ->
                        conflicts.of(p.id()).stream().noneMatch(c -> c.person().equals(person)))
                .findFirst()
                .ifPresent(p -> conflicts.set(p.id(), person, "Leads a joint project with the proposers."));
    }

    /** Who suits a proposal best is eager; the next are willing; the last would rather not. */
    private void bids(Meeting meeting, List<Proposal> open) {
        for (var proposal : open) {
            var candidates = desk.candidates(meeting.id(), proposal.id(), MOST_BIDS);
            for (int i = 0; i < candidates.size(); i++) {
                var eagerness = i == 0 ? "EAGER" : i < 3 ? "WILLING" : i == 3 ? "IN_A_PINCH" : "NOT_WILLING";
                jdbc.sql("insert into review_bid (id, version, meeting, proposal, person, eagerness, bid_at)"
                                + " values (?, 0, ?, ?, ?, ?, current_timestamp)")
                        .params(
                                org.caravanserai.platform.Ids.next(),
                                meeting.key(),
                                proposal.key(),
                                candidates.get(i).person().value(),
                                eagerness)
                        .update();
            }
        }
    }

    private void assign(Meeting meeting, List<Proposal> underReview) {
        for (var proposal : underReview) {
            var pairs = desk.candidates(meeting.id(), proposal.id(), Integer.MAX_VALUE).stream()
                    .filter(c -> c.load() < MOST_GIVEN)
                    .limit(GIVEN)
                    .map(c -> new Assigning.Pair(proposal.id(), c.person()))
                    .toList();
            assigning.apply(meeting.id(), pairs, List.of(), AssignmentSource.SOLVER);
        }
    }
}
