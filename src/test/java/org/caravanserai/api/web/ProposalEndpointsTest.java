package org.caravanserai.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.caravanserai.api.ApiClient;
import org.caravanserai.api.ApiClient.Answer;
import org.caravanserai.api.ApiScene;
import org.caravanserai.api.Scope;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.people.Role;
import org.caravanserai.platform.Actor;
import org.caravanserai.platform.Ids;
import org.caravanserai.proposal.Proposals;
import org.caravanserai.review.Deciding;
import org.caravanserai.review.Verdict;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.IntegrationTest;
import org.caravanserai.testing.SqlCounter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class ProposalEndpointsTest {

    private static final EnumSet<Scope> READING =
            EnumSet.of(Scope.PROPOSALS_READ, Scope.REVIEWS_READ, Scope.DECISIONS_READ);

    @Autowired
    ApiClient client;

    @Autowired
    ApiScene scene;

    @Autowired
    Deciding deciding;

    @Autowired
    Proposals proposals;

    private ApiScene.Made made = new ApiScene.Made(new MeetingId(Ids.next()), "", Ids.next(), Ids.next());
    private PersonId author = new PersonId(Ids.next());
    private PersonId chairPerson = new PersonId(Ids.next());
    private String chair = "";
    private String hers = "";
    private String code = "";
    private String at = "";

    @BeforeEach
    void aProposalIsHandedIn() {
        made = scene.meeting();
        author = scene.someone("AUTHOR Aigul", made);
        chairPerson = scene.someone("CHAIR", made, Role.CHAIR);
        chair = client.token(chairPerson, READING);
        hers = client.token(author, READING);
        code = scene.propose(made, author, "Lakes");
        at = "/meetings/" + made.slug();
    }

    @Test
    void anAuthorReadsHerOwnProposals() {
        var mine = client.get("/proposals", hers).json().path("items");
        var one = client.get("/proposals/" + code, hers);

        assertThat(mine.size()).isOne();
        assertThat(mine.path(0).path("meeting").asString()).isEqualTo(made.slug());
        assertThat(one.json().path("abstractText").path("en").asString()).isEqualTo("About Lakes");
        assertThat(one.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(client.get(at + "/proposals", hers).status()).isEqualTo(404);
    }

    @Test
    void theCommitteeReadsWhatWasHandedIn() {
        var row = client.get(at + "/proposals", chair).json().path("items").path(0);

        assertThat(row.path("id").asString()).isEqualTo(code);
        assertThat(row.path("proposer").path("published").asString()).isEqualTo("AUTHOR Aigul");
        assertThat(items(client.get(at + "/proposals?state=SUBMITTED,ACCEPTED", chair)))
                .containsExactly(code);
        assertThat(items(client.get(at + "/proposals?state=DECLINED", chair))).isEmpty();
        assertThat(client.get(at + "/proposals?state=NONE", chair).status()).isEqualTo(400);
    }

    @Test
    void nobodyElseLearnsThatThereIsAProposal() {
        var outsider = client.token(scene.someone("OUTSIDER", scene.meeting(), Role.CHAIR), READING);
        var nothing = client.get("/proposals/NOPE22", outsider);

        for (var path : List.of("", "/reviews", "/feedback")) {
            var answer = client.get("/proposals/" + code + path, outsider);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(nothing.body());
        }
        assertThat(client.get(at + "/decisions", outsider).status()).isEqualTo(404);
        assertThat(client.get(at + "/proposals", outsider).status()).isEqualTo(404);
    }

    @Test
    void anAuthorReadsFeedbackAndNoReviews() {
        assertThat(client.get("/proposals/" + code + "/feedback", hers)
                        .json()
                        .path("reviews")
                        .size())
                .isZero();
        assertThat(client.get("/proposals/" + code + "/reviews", hers).status()).isEqualTo(404);
        assertThat(client.get("/proposals/" + code + "/reviews", chair).status())
                .isEqualTo(200);
        assertThat(client.get("/proposals/" + code + "/feedback", chair).status())
                .isEqualTo(404);
    }

    @Test
    void aDecisionIsTheCommitteesAloneUntilItIsSent() {
        var before = client.get("/proposals/" + code, hers);
        decide(code, Verdict.ACCEPT);

        var decision = client.get(at + "/decisions", chair).json().path("items").path(0);
        assertThat(decision.path("proposal").asString()).isEqualTo(code);
        assertThat(decision.path("verdict").asString()).isEqualTo("ACCEPT");
        assertThat(decision.has("sentAt")).isFalse();
        var after = client.get("/proposals/" + code, hers);
        assertThat(after.body()).isEqualTo(before.body());
        assertThat(after.header("ETag")).isEqualTo(before.header("ETag"));
        var reviewer = client.token(scene.someone("REVIEWER", made, Role.REVIEWER), READING);
        assertThat(client.get(at + "/decisions", reviewer).status()).isEqualTo(404);
    }

    @Test
    void aRoleTakenAwayIsGoneFromTheTokenToo() {
        assertThat(client.get(at + "/proposals", chair).status()).isEqualTo(200);

        scene.dismiss(chairPerson);

        assertThat(client.get(at + "/proposals", chair).status()).isEqualTo(404);
        assertThat(client.get("/proposals/" + code, chair).status()).isEqualTo(404);
    }

    @Test
    void everyRowComesOnceThoughRowsAreAddedInBetween() {
        for (int i = 0; i < 8; i++) {
            decide(scene.propose(made, author, "Lake " + i), Verdict.DECLINE);
        }
        for (var path : List.of("/proposals", at + "/proposals", at + "/decisions")) {
            var token = path.equals("/proposals") ? hers : chair;
            var seen = new ArrayList<String>();
            var next = "";
            for (int page = 0; page == 0 || !next.isEmpty(); page++) {
                var answer = client.get(path + "?limit=3" + (next.isEmpty() ? "" : "&cursor=" + next), token);
                seen.addAll(items(answer));
                if (page < 3) {
                    decide(scene.propose(made, author, "In between"), Verdict.WAITING);
                }
                next = answer.json().path("next").asString("");
            }
            assertThat(seen).as(path).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(8 + 3);
        }
    }

    @Test
    void aListCostsAsManyStatementsForManyRows() {
        decide(code, Verdict.ACCEPT);
        var lists = List.of(at + "/proposals", at + "/decisions", "/proposals");
        var few = lists.stream().map(this::statements).toList();
        for (int i = 0; i < 30; i++) {
            decide(scene.propose(made, author, "Lake " + i), Verdict.ACCEPT);
        }

        assertThat(lists.stream().map(this::statements).toList()).isEqualTo(few);
    }

    private int statements(String path) {
        var token = path.equals("/proposals") ? hers : chair;
        client.get(path, token);
        return SqlCounter.count(() -> client.get(path, token));
    }

    private void decide(String proposal, Verdict verdict) {
        var key = Actor.asSystem(() -> proposals.keyOf(proposal).orElseThrow());
        Acting.as(chairPerson, () -> deciding.decide(made.meeting(), List.of(key), verdict, ""));
    }

    private static List<String> items(Answer page) {
        var ids = new ArrayList<String>();
        page.json().path("items").forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }
}
