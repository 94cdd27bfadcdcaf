package org.caravanserai.review;

import static org.caravanserai.proposal.ProposalRecords.TOLD;

import java.util.List;
import org.caravanserai.platform.KeptRecords;
import org.caravanserai.platform.KeptTable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Reviewers, reviews and decisions for archives, which organisers alone make: they may know who reviewed what, except of
 * proposals that a conflict of interest conceals from them. What a reviewer has not submitted is hers alone.
 */
@Component
@Order(300)
class ReviewRecords implements KeptRecords {

    private static final String OF_A_REVIEW = "review in (select r.id from review r where r." + TOLD + ")";

    @Override
    public List<KeptTable> tables() {
        return List.of(
                KeptTable.taken(
                        "review_plan",
                        "id meeting session_type who wanted least_load most_load blind_bidding blind_reviewing"
                                + " blind_discussion others_visible authors_see authors_when rebuttal bidding_until"
                                + " reviewing_until rebuttal_until discussion_until revision_days",
                        "meeting = :meeting"),
                KeptTable.taken(
                        "review_criterion",
                        "id plan criterion_position label guidance scale_from scale_to scale_labels weight required"
                                + " removed",
                        "plan in (select p.id from review_plan p where p.meeting = :meeting)"),
                KeptTable.taken(
                        "reviewer",
                        "id meeting person state topics languages least_load most_load senior works asked_at",
                        "meeting = :meeting"),
                KeptTable.taken("review_bid", "id meeting proposal person eagerness bid_at", TOLD),
                KeptTable.taken(
                        "review_conflict",
                        "id meeting proposal person kind reason declared_by declared_at standing dismissed_by"
                                + " dismissed_at",
                        TOLD),
                KeptTable.taken(
                        "review_assignment",
                        "id meeting proposal person state source assigned_by assigned_at reason suggestion"
                                + " sub_reviewer due round left_at left_state",
                        TOLD),
                KeptTable.taken(
                        "review",
                        "id assignment meeting proposal person recommendation confidence to_authors to_committee"
                                + " first_at submitted_at round",
                        TOLD),
                KeptTable.taken("review_score", "review criterion score", OF_A_REVIEW),
                KeptTable.taken(
                        "review_version",
                        "id review version_number round content submitted_by submitted_at",
                        OF_A_REVIEW),
                KeptTable.taken(
                        "discussion_post",
                        "id meeting proposal author text_body mentions posted_at edited_at deleted",
                        TOLD),
                KeptTable.taken("rebuttal", "id meeting proposal text_body written_by written_at", TOLD),
                KeptTable.taken(
                        "decision",
                        "id meeting proposal pending_proposal verdict note decided_by decided_at sent_at revise_until",
                        TOLD),
                KeptTable.taken(
                        "decision_mail",
                        "id decision mail_position person recipient_name email language subject text_body edited",
                        "decision in (select d.id from decision d where d." + TOLD + ")"),
                KeptTable.taken("decision_template", "id meeting verdict subject body", "meeting = :meeting"),
                KeptTable.taken("proposal_tag", "id meeting proposal label", TOLD));
    }
}
