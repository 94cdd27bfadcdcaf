package org.caravanserai.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.caravanserai.api.Scope;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.proposal.MyProposals;
import org.caravanserai.proposal.ProposalId;
import org.caravanserai.proposal.ProposalReading;
import org.caravanserai.proposal.ProposalState;
import org.caravanserai.review.CommitteeMeetings;
import org.caravanserai.review.DecisionRegister;
import org.caravanserai.review.ProposalFilter;
import org.caravanserai.review.ProposalFinder;
import org.caravanserai.review.reviewing.AuthorFeedback;
import org.caravanserai.review.reviewing.ReviewSheets;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proposals, their reviews and the decisions about them, for contributors and committees. */
@RestController
@RequestMapping("/api/v1")
class ProposalEndpoints {

    private final MyProposals mine;
    private final ProposalReading reading;
    private final CommitteeMeetings committees;
    private final ProposalFinder finder;
    private final ReviewSheets sheets;
    private final AuthorFeedback feedback;
    private final DecisionRegister register;

    ProposalEndpoints(
            MyProposals mine,
            ProposalReading reading,
            CommitteeMeetings committees,
            ProposalFinder finder,
            ReviewSheets sheets,
            AuthorFeedback feedback,
            DecisionRegister register) {
        this.mine = mine;
        this.reading = reading;
        this.committees = committees;
        this.finder = finder;
        this.sheets = sheets;
        this.feedback = feedback;
        this.register = register;
    }

    @GetMapping("/proposals")
    @Endpoint(
            summary = "Your proposals, drafts too, in the order in which they were begun",
            needs = Scope.PROPOSALS_READ,
            answers = ProposalData.MyProposalLine.class,
            paged = true)
    ResponseEntity<byte[]> myProposals(Paging paging, HttpServletRequest request) {
        var rows = mine.after(paging.afterKey("my proposals"), paging.limit() + 1);
        return Answers.own(
                paging.page(
                        "my proposals",
                        rows,
                        row -> List.of(row.proposal().value().toString()),
                        ProposalData.MyProposalLine::of),
                request);
    }

    @GetMapping("/proposals/{code}")
    @Endpoint(
            summary = "A proposal as it was handed in",
            description = "For its contributors and for the committee of its meeting.",
            needs = Scope.PROPOSALS_READ,
            answers = ProposalData.Proposal.class)
    ResponseEntity<byte[]> proposal(@PathVariable String code, HttpServletRequest request) {
        return Answers.own(ProposalData.Proposal.of(reading.view(find(code))), request);
    }

    @GetMapping("/proposals/{code}/reviews")
    @Endpoint(
            summary = "The reviews of a proposal",
            description = "For who leads its committee and, as far as the meeting shows them, for its reviewers.",
            needs = Scope.REVIEWS_READ,
            answers = ReviewData.Reviews.class)
    ResponseEntity<byte[]> reviews(@PathVariable String code, HttpServletRequest request) {
        return Answers.own(ReviewData.Reviews.of(sheets.of(find(code))), request);
    }

    @GetMapping("/proposals/{code}/feedback")
    @Endpoint(
            summary = "What the contributors of a proposal may read of its reviews",
            needs = Scope.REVIEWS_READ,
            answers = ReviewData.Feedback.class)
    ResponseEntity<byte[]> feedback(@PathVariable String code, HttpServletRequest request) {
        return Answers.own(ReviewData.Feedback.of(feedback.of(find(code))), request);
    }

    @GetMapping("/meetings/{meeting}/proposals")
    @Endpoint(
            summary = "The proposals of a meeting, for its committee, in the order in which they were begun",
            needs = Scope.PROPOSALS_READ,
            answers = ProposalData.CommitteeProposal.class,
            paged = true)
    ResponseEntity<byte[]> proposals(
            @PathVariable String meeting,
            @Says("States, with commas between them; all unless it is said") @RequestParam(defaultValue = "")
                    String state,
            Paging paging,
            HttpServletRequest request) {
        var rows = finder.after(
                committee(meeting),
                ProposalFilter.ALL.withStates(states(state)),
                paging.afterKey("proposals"),
                paging.limit() + 1);
        return Answers.own(
                paging.page(
                        "proposals", rows, row -> List.of(row.key().toString()), ProposalData.CommitteeProposal::of),
                request);
    }

    @GetMapping("/meetings/{meeting}/decisions")
    @Endpoint(
            summary = "The decisions of a meeting, for who leads its committee, in the order in which they were made",
            needs = Scope.DECISIONS_READ,
            answers = ReviewData.Decision.class,
            paged = true)
    ResponseEntity<byte[]> decisions(@PathVariable String meeting, Paging paging, HttpServletRequest request) {
        var rows = register.after(committee(meeting), paging.afterKey("decisions"), paging.limit() + 1);
        return Answers.own(
                paging.page("decisions", rows, made -> List.of(made.key().toString()), ReviewData.Decision::of),
                request);
    }

    private ProposalId find(String code) {
        return reading.find(code).orElseThrow(ApiProblem::notFound).proposal();
    }

    private MeetingId committee(String slug) {
        return committees.find(slug).orElseThrow(ApiProblem::notFound).id();
    }

    private static EnumSet<ProposalState> states(String stated) {
        var states = EnumSet.noneOf(ProposalState.class);
        if (stated.isBlank()) {
            return states;
        }
        for (var word : stated.split(",", -1)) {
            states.add(Arrays.stream(ProposalState.values())
                    .filter(state -> state.name().equals(word.strip()))
                    .findFirst()
                    .orElseThrow(() -> ApiProblem.parameter("state", "api.parameter.wrong")));
        }
        return states;
    }
}
