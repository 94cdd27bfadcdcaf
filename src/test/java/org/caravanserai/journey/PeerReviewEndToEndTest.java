package org.caravanserai.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caravanserai.journey.TalksCommittee.Member;
import org.caravanserai.platform.Actor;
import org.caravanserai.review.reviewing.Bidding;
import org.caravanserai.review.reviewing.DiscussionMailing;
import org.caravanserai.review.reviewing.Eagerness;
import org.caravanserai.review.reviewing.Recommendation;
import org.caravanserai.review.reviewing.ReviewForm;
import org.caravanserai.review.reviewing.ReviewQueue;
import org.caravanserai.review.reviewing.Reviewing;
import org.caravanserai.testing.Acting;
import org.caravanserai.testing.Browser;
import org.caravanserai.testing.InBrowser;
import org.caravanserai.testing.TestClock;
import org.caravanserai.testing.TestDatabase;
import org.caravanserai.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forty real talks and twelve reviewers: from the first bid to what an author reads, each in a browser of her own. */
@Tag("database")
class PeerReviewEndToEndTest extends InBrowser {

    private static final int TALKS = 40;
    private static final int ACCEPTED = 15;
    private static final int DECLINED = 5;
    private static final Browser.Reader DESK = Browser.Reader.atDesk();
    private static final Browser.Reader TOKYO = DESK.from("ja-JP", "Asia/Tokyo");

    @Autowired
    private TalksCommittee stage;

    @Autowired
    private Bidding bidding;

    @Autowired
    private ReviewQueue queue;

    @Autowired
    private Reviewing reviewing;

    @Autowired
    private DiscussionMailing mailing;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private TalksCommittee.Made made;
    private int step;

    @BeforeEach
    void gather() {
        made = stage.make();
    }

    @AfterEach
    void follow() {
        clock.reset();
    }

    @Test
    void fortyTalksAreBidOnAssignedReviewedDiscussedDecidedAndAnswered() {
        var kazakh = entered(DESK.from("kk-KZ", "Asia/Almaty"), reviewer(1));
        var japanese = entered(TOKYO.onPhone(), reviewer(0));
        bidByKeyboard(kazakh);
        bidOnPhone(japanese);
        bidByService();

        var organiser = entered(DESK, made.organiser());
        assign(organiser);

        var declined = decline(japanese);
        replace(organiser, declined);
        review(japanese, reviewer(0), 2);
        var discussed = review(kazakh, reviewer(1), 2);
        reviewByService();

        discuss(kazakh, organiser, discussed);
        var ranked = decide(organiser);
        publish(organiser, ranked);
        readAsAuthor(ranked.getFirst());
        assertThat(faults()).isEmpty();
    }

    private void bidByKeyboard(Page page) {
        page.navigate("/app/reviewing/" + TalksCommittee.SLUG + "/bids");
        settled(page);
        var cards = page.locator(".bid-list article");
        assertThat(cards.count()).isEqualTo(20);
        shot(page, "bids");
        Browser.assertAccessible(page, "bids");
        cards.first().focus();
        for (var key : List.of("e", "e", "w", "n", "p")) {
            page.keyboard().press(key);
            settled(page);
        }
        assertThat(page.locator(".bid-list article.bid-said").count()).isEqualTo(5);
        page.keyboard().press("c");
        var reason = page.locator("#conflict-reason textarea");
        reason.fill("Біз бірге кітап жазып жатырмыз");
        shot(page, "conflict");
        id(page, "conflict-declare").click();
        page.locator(".bid-declared-row").waitFor();
        settled(page);
        assertThat(page.locator(".bid-declared-row").innerText()).contains("кітап");
        shot(page, "bids-done");
        assertThat(bids(reviewer(1))).isEqualTo(5);
    }

    private void bidOnPhone(Page page) {
        page.navigate("/app/reviewing/" + TalksCommittee.SLUG + "/bids");
        settled(page);
        fits(page);
        for (int card = 0; card < 3; card++) {
            page.locator(".bid-list article")
                    .nth(card)
                    .locator(".bid-answers vaadin-button")
                    .first()
                    .click();
            settled(page);
        }
        shot(page, "bids-phone");
        Browser.assertAccessible(page, "bids on a phone");
        assertThat(bids(reviewer(0))).isEqualTo(3);
    }

    private void bidByService() {
        for (int r = 2; r < made.reviewers().size(); r++) {
            for (int p = 0; p < TALKS; p += 5) {
                var proposal = made.proposals().get((p + r) % TALKS).id();
                var wish = p % 2 == 0 ? Eagerness.WILLING : Eagerness.NOT_WILLING;
                Acting.as(reviewer(r).person(), () -> bidding.bid(proposal, wish, ""));
            }
        }
    }

    private void assign(Page page) {
        page.navigate("/app/meetings/" + TalksCommittee.SLUG + "/assignment");
        settled(page);
        shot(page, "assignment");
        id(page, "assignment-compute").click();
        id(page, "assignment-preview").waitFor();
        settled(page);
        shot(page, "preview");
        Browser.assertAccessible(page, "the preview");
        page.locator("#assignment-lines .assignment-head vaadin-button").first().click();
        id(page, "assignment-explanation").waitFor();
        shot(page, "why");
        page.keyboard().press("Escape");
        id(page, "assignment-explanation").waitFor(hidden());
        id(page, "assignment-mail").click();
        page.locator(".assignment-mail").waitFor();
        shot(page, "assignment-mail");
        page.keyboard().press("Escape");
        page.locator(".assignment-mail").waitFor(hidden());
        id(page, "assignment-apply").click();
        id(page, "assignment-preview").waitFor(hidden());
        settled(page);
        shot(page, "assigned");
        assertThat(live()).isEqualTo(TALKS * TalksCommittee.WANTED);
        assertThat(count("select count(*) from outbox_message where kind = 'review-assigned' and meeting = ?"))
                .isEqualTo(made.reviewers().size());
        assertThat(count("select count(*) from review_assignment a join review_conflict c on c.proposal = a.proposal"
                        + " and c.person = a.person and c.standing where a.meeting = ?"))
                .isZero();
    }

    /** Declines the first of what is hers, and tells which that was. */
    private String decline(Page page) {
        page.navigate("/app/reviewing/" + TalksCommittee.SLUG);
        settled(page);
        shot(page, "queue-phone");
        Browser.assertAccessible(page, "the queue");
        fits(page);
        var button = page.locator("vaadin-button[id^='decline-']").first();
        var code = button.getAttribute("id").substring("decline-".length());
        button.click();
        page.locator("#decline-reason textarea").fill("専門外です");
        page.locator("#decline-suggestion textarea").fill("北海道大学の方");
        shot(page, "decline");
        id(page, "decline-go").click();
        id(page, "decline-go").waitFor(hidden());
        settled(page);
        assertThat(page.locator("vaadin-button[id='decline-" + code + "']").count())
                .isZero();
        return code;
    }

    /** The committee sees who declined and why, and gives the talk to somebody else by hand. */
    private void replace(Page page, String code) {
        page.navigate("/app/meetings/" + TalksCommittee.SLUG + "/assignment");
        settled(page);
        page.locator("#assigned-missing input").check();
        settled(page);
        page.locator("#assigned-grid .assignment-line:has-text('" + code + "') >> visible=true")
                .first()
                .click();
        var detail = page.locator(".review-detail");
        detail.waitFor();
        assertThat(detail.innerText()).contains("専門外です").contains("北海道大学の方");
        shot(page, "declined");
        detail.locator("vaadin-button[theme~=small]").first().click();
        settled(page);
        assertThat(count("select count(*) from review_assignment where state = 'DECLINED' and meeting = ?"))
                .as("who has declined is not the first to be offered it again")
                .isEqualTo(1);
        assertThat(live()).isEqualTo(TALKS * TalksCommittee.WANTED);
    }

    /** Writes so many reviews from the first field to the last, and tells what the last was about. */
    private String review(Page page, Member who, int many) {
        page.navigate("/app/reviewing/" + TalksCommittee.SLUG);
        settled(page);
        page.locator(".desk-card-title").first().click();
        var code = "";
        for (int written = 0; written < many; written++) {
            id(page, "review-submit").waitFor();
            settled(page);
            code = page.url().replaceFirst(".*/", "");
            var scores = page.locator("vaadin-radio-group[id^='score-']");
            assertThat(scores.count()).isEqualTo(made.criteria().size());
            for (int score = 0; score < scores.count(); score++) {
                scores.nth(score)
                        .locator("vaadin-radio-button label")
                        .nth(3 + written % 2)
                        .click();
            }
            page.locator("#review-recommendation vaadin-radio-button label")
                    .first()
                    .click();
            page.locator("#review-confidence vaadin-radio-button label").nth(3).click();
            page.locator("#review-to-authors textarea").fill("Clear and useful " + written);
            page.locator("#review-to-committee textarea").fill("For the committee alone " + written);
            page.locator("#review-to-committee textarea").blur();
            settled(page);
            if (written == 0) {
                shot(page, "review-" + who.language().tag());
                Browser.assertAccessible(page, "the form of a review");
                fits(page);
            }
            id(page, "review-submit").click();
            id(page, "discussion").waitFor();
            settled(page);
            if (written + 1 < many) {
                page.navigate("/app/reviewing/" + TalksCommittee.SLUG);
                settled(page);
                page.locator(".desk-card-title").first().click();
                page.waitForURL(url -> url.contains("/reviewing/") && url.matches(".*/[0-9A-Z]{6}"));
                id(page, "discussion").waitFor(hidden());
            }
        }
        shot(page, "reviewed-" + who.language().tag());
        return code;
    }

    private void reviewByService() {
        for (var reviewer : made.reviewers()) {
            Acting.as(
                    reviewer.person(),
                    () -> queue.mine(made.meeting().id()).stream()
                            .filter(i -> i.own() && i.state().isOpen())
                            .forEach(item -> {
                                var number = made.proposals().stream()
                                        .map(p -> p.code())
                                        .toList()
                                        .indexOf(item.code());
                                var score = Math.clamp(
                                        1 + number / 8 + (reviewer.name().length() + number) % 2, 1, 5);
                                reviewing.submit(
                                        item.assignment(),
                                        reviewing.open(item.assignment()).version(),
                                        new ReviewForm(
                                                Map.of(
                                                        made.criteria().getFirst(), score,
                                                        made.criteria().getLast(), score),
                                                Optional.of(score > 3 ? Recommendation.ACCEPT : Recommendation.DISCUSS),
                                                3,
                                                "Notes to the authors of " + item.code(),
                                                "Notes to the committee about " + item.code()));
                            }));
        }
        assertThat(count("select count(*) from review where meeting = ?")).isEqualTo(TALKS * TalksCommittee.WANTED);
    }

    /** One calls on the other, who is mailed, answers, and is heard at once. */
    private void discuss(Page reviewer, Page organiser, String code) {
        var address = "/app/reviewing/" + TalksCommittee.SLUG + "/" + code;
        reviewer.navigate(address);
        settled(reviewer);
        reviewer.locator("#discussion-text textarea").pressSequentially("Бағалар алшақ, @");
        reviewer.locator("#discussion-mention input").fill("Gulnara");
        reviewer.locator("vaadin-combo-box-item:has-text('Сейітова'), vaadin-combo-box-item:has-text('Gulnara')")
                .first()
                .click();
        settled(reviewer);
        assertThat(reviewer.locator("#discussion-text textarea").inputValue()).contains("@Gulnara Seitova");
        id(reviewer, "discussion-post").click();
        reviewer.locator(".desk-post").waitFor();
        settled(reviewer);

        clock.advance(Duration.ofMinutes(2));
        Actor.asSystem(() -> {
            mailing.tell();
        });
        var mailed = newPage(DESK);
        mailed.navigate("/demo/mailbox");
        var mail = mailed.locator("article", text(made.organiser().email())).first();
        assertThat(mail.innerText()).contains(code).doesNotContain("Бағалар");
        shot(mailed, "discussion-mail");

        organiser.navigate(address);
        settled(organiser);
        assertThat(organiser.locator(".desk-post").innerText()).contains("Бағалар алшақ");
        organiser.locator("#discussion-text textarea").fill("Let us take it.");
        organiser.locator("#discussion-text textarea").blur();
        id(organiser, "discussion-post").click();
        reviewer.locator(".desk-post:has-text('Let us take it.')").waitFor();
        shot(reviewer, "discussion");
        Browser.assertAccessible(reviewer, "the discussion");
        shot(organiser, "discussion-chair");
        clock.reset();
    }

    /** Draws the line, holds it against quotas and prepares decisions; tells what is accepted, the best first. */
    private List<String> decide(Page page) {
        page.navigate("/app/meetings/" + TalksCommittee.SLUG + "/room");
        settled(page);
        number(page, "room-quota-total", ACCEPTED);
        number(page, "room-quota-topic", 2);
        number(page, "room-line", ACCEPTED);
        assertThat(page.locator("#room-quotas svg, #room-quotas table").count()).isPositive();
        shot(page, "room");
        Browser.assertAccessible(page, "the decision room");
        page.locator(".room-state .review-decide-accept").click();
        page.locator("#review-note textarea").fill("We look forward to your talk.");
        id(page, "review-prepare").click();
        id(page, "review-prepare").waitFor(hidden());
        settled(page);
        var accepted = jdbc.sql("select p.code from decision d join proposal p on p.id = d.proposal"
                        + " where d.meeting = ? and d.verdict = 'ACCEPT' order by p.code")
                .param(made.meeting().key())
                .query((row, i) -> row.getString(1))
                .list();
        assertThat(accepted).hasSize(ACCEPTED);

        id(page, "room-direction").click();
        settled(page);
        number(page, "room-line", DECLINED);
        page.locator(".room-state .review-decide-decline").click();
        id(page, "review-prepare").click();
        id(page, "review-prepare").waitFor(hidden());
        settled(page);
        shot(page, "room-decided");
        page.navigate("/app/meetings/" + TalksCommittee.SLUG + "/review-reports");
        settled(page);
        shot(page, "reports");
        Browser.assertAccessible(page, "the reports");
        assertThat(count("select count(*) from proposal where state = 'UNDER_REVIEW' and meeting = ?"))
                .as("nothing is told before it is published")
                .isEqualTo(TALKS);
        return accepted;
    }

    private void publish(Page page, List<String> accepted) {
        page.navigate("/app/meetings/" + TalksCommittee.SLUG + "/decisions");
        settled(page);
        var title = title(accepted.getFirst());
        page.locator("#decisions-grid vaadin-grid-cell-content", text(title))
                .first()
                .click();
        var mail = page.locator(".review-mail").first();
        mail.waitFor();
        mail.locator("vaadin-text-field input").fill("Edited by hand");
        mail.locator("vaadin-button[id^='mail-test-']").click();
        settled(page);
        shot(page, "decision-mails");
        Browser.assertAccessible(page, "the decisions");
        assertThat(count("select count(*) from outbox_message where kind = 'decision-test' and meeting = ?"))
                .isEqualTo(1);
        assertThat(count("select count(*) from outbox_message where kind = 'decision' and meeting = ?"))
                .isZero();
        id(page, "decisions-send-all").click();
        id(page, "decisions-send-all").waitFor(hidden());
        settled(page);
        shot(page, "published");
        assertThat(count("select count(*) from proposal where state = 'ACCEPTED' and meeting = ?"))
                .isEqualTo(ACCEPTED);
        assertThat(count("select count(*) from proposal where state = 'DECLINED' and meeting = ?"))
                .isEqualTo(DECLINED);
    }

    private void readAsAuthor(String code) {
        var proposal = made.proposals().stream()
                .filter(p -> p.code().equals(code))
                .findFirst()
                .orElseThrow();
        var author =
                Optional.ofNullable(made.authors().get(proposal.proposer())).orElseThrow();
        var mailed = newPage(DESK);
        mailed.navigate("/demo/mailbox");
        var mail = mailed.locator("article", text(author.email())).first();
        assertThat(mail.innerText()).contains("Edited by hand").contains("We look forward to your talk.");
        namesNoReviewer(mail.innerText());
        shot(mailed, "author-mail");

        var page = entered(DESK, author);
        page.navigate("/app/proposals/" + code + "/reviews");
        settled(page);
        assertThat(page.locator("main article").count()).isEqualTo(TalksCommittee.WANTED);
        namesNoReviewer(page.content());
        assertThat(page.content()).doesNotContain("committee alone").doesNotContain("Notes to the committee");
        shot(page, "author-reads");
        Browser.assertAccessible(page, "what the author reads");
        page.navigate("/app/proposals/" + code);
        settled(page);
        shot(page, "author-proposal");
        namesNoReviewer(page.content());
    }

    private void namesNoReviewer(String text) {
        assertThat(made.reviewers()).noneMatch(r -> text.contains(r.name()));
    }

    private Page entered(Browser.Reader reader, Member who) {
        var page = newPage(reader);
        page.navigate("/sign-in");
        id(page, "email").fill(who.email());
        id(page, "password").fill(TalksCommittee.PASSWORD);
        page.locator("button.primary").click();
        page.waitForURL("**/app/**");
        settled(page);
        return page;
    }

    private void number(Page page, String field, int value) {
        var input = page.locator("#" + field + " input");
        input.fill(Integer.toString(value));
        input.press("Enter");
        settled(page);
    }

    private Member reviewer(int number) {
        return made.reviewers().get(number);
    }

    private String title(String code) {
        return made.proposals().stream()
                .filter(p -> p.code().equals(code))
                .map(p -> p.title().text(Language.EN))
                .findFirst()
                .orElseThrow();
    }

    private int bids(Member of) {
        return jdbc.sql("select count(*) from review_bid where person = ?")
                .param(of.person().value())
                .query(Integer.class)
                .single();
    }

    private int live() {
        return count("select count(*) from review_assignment where state in ('ASSIGNED', 'ACCEPTED', 'SUBMITTED')"
                + " and meeting = ?");
    }

    private int count(String sql) {
        return jdbc.sql(sql).param(made.meeting().key()).query(Integer.class).single();
    }

    private void shot(Page page, String what) {
        Browser.keep(
                page, "review-%s-%02d-%s".formatted(TestDatabase.isPostgres() ? "postgresql" : "h2", ++step, what));
    }

    private static Page.LocatorOptions text(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static Locator.WaitForOptions hidden() {
        return new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN);
    }
}
