package org.caravanserai.review.reviewing;

import java.util.List;
import java.util.UUID;
import org.caravanserai.meeting.MeetingId;
import org.caravanserai.people.PersonId;
import org.caravanserai.platform.Internal;
import org.caravanserai.proposal.Contributors;
import org.caravanserai.proposal.Proposal;
import org.caravanserai.proposal.ProposalId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells other services which plan and which criteria hold. */
@Service
@Internal
public class PlanReading {

    private final ReviewPlans plans;
    private final Criteria criteria;
    private final Contributors contributors;

    PlanReading(ReviewPlans plans, Criteria criteria, Contributors contributors) {
        this.plans = plans;
        this.criteria = criteria;
        this.contributors = contributors;
    }

    /** The plan of a session type, or that of all types, or what holds where nobody has planned. */
    @Internal
    @Transactional(readOnly = true)
    public ReviewPlan of(MeetingId meeting, UUID sessionType) {
        var found = plans.findByMeetingAndSessionTypeIn(meeting.value(), List.of(sessionType, ReviewPlan.ALL_TYPES));
        return found.stream()
                .filter(p -> p.sessionType().equals(sessionType))
                .findFirst()
                .or(() -> found.stream().findFirst())
                .orElseGet(() -> new ReviewPlan(meeting, ReviewPlan.ALL_TYPES));
    }

    /** The plan of a proposal. */
    @Internal
    @Transactional(readOnly = true)
    public ReviewPlan of(Proposal proposal) {
        return of(proposal.meeting(), proposal.sessionType());
    }

    /** The criteria of a plan that are not removed, in order. */
    List<Criterion> criteria(ReviewPlan plan) {
        return criteria.findByPlanOrderByPosition(plan.key()).stream()
                .filter(c -> !c.isRemoved())
                .toList();
    }

    /** Whether a person is named on a proposal. */
    boolean contributes(ProposalId proposal, PersonId person) {
        return contributors.existsByProposalAndPerson(proposal.value(), person.value());
    }
}
