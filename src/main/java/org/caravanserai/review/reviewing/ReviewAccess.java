package org.caravanserai.review.reviewing;

import java.util.Optional;
import java.util.UUID;
import org.caravanserai.people.Access;
import org.caravanserai.platform.Actor;
import org.caravanserai.proposal.ProposalId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Answers what the acting person may do with what belongs to reviewing, for {@code @PreAuthorize("@reviewAccess.…")}. A
 * standing conflict of interest forbids everything about its proposal, whatever her role.
 */
@Component("reviewAccess")
public class ReviewAccess {

    private static final String STANDING =
            "select p.meeting, p.state," + ReviewSql.HIDDEN + " from proposal p where p.id = :proposal";

    private static final String OTHERS = """
            select count(*) from review_assignment a join proposal p on p.id = a.proposal
            """ + ReviewSql.PLAN + """
             where a.proposal = :proposal and a.person = :me and a.state in
            """ + ReviewSql.LIVE + """
             and (plan.others_visible = 'ALWAYS' or ((plan.id is null or plan.others_visible = 'AFTER_OWN')
                  and exists (select 1 from review r where r.assignment = a.id)))
            """;

    private static final String HOLDS = """
            select count(*) from review_assignment a join proposal p on p.id = a.proposal
            where a.id = :assignment and (a.person = :me or (:sub and a.sub_reviewer = :me)) and not
            """ + ReviewSql.HIDDEN + " and a.state <> 'RELEASED' and p.state <> 'DRAFT'";

    private final Access access;
    private final JdbcClient jdbc;

    ReviewAccess(Access access, JdbcClient jdbc) {
        this.access = access;
        this.jdbc = jdbc;
    }

    private record Standing(UUID meeting, boolean draft, boolean hidden) {}

    /** Whether she sits on the committee of a meeting as organiser or track chair. */
    public boolean leads(UUID meeting) {
        return access.in(meeting, "ORGANISER", "CHAIR");
    }

    /** Whether she leads the reviewing of a proposal: an organiser or track chair of its meeting without a conflict. */
    public boolean chairs(ProposalId proposal) {
        return Actor.isSystem()
                || standing(proposal)
                        .filter(s -> !s.draft() && !s.hidden() && leads(s.meeting()))
                        .isPresent();
    }

    /** Whether she reviews for the meeting of a proposal and may know of it: to bid, or to say that she has a conflict. */
    public boolean mayBid(ProposalId proposal) {
        return Actor.isSystem()
                || standing(proposal)
                        .filter(s -> !s.draft() && !s.hidden() && access.in(s.meeting(), "REVIEWER"))
                        .isPresent();
    }

    /** Whether she is on the committee of a proposal's meeting and may know of it. */
    public boolean mayKnow(ProposalId proposal) {
        return Actor.isSystem()
                || standing(proposal)
                        .filter(s ->
                                !s.draft() && !s.hidden() && access.in(s.meeting(), "ORGANISER", "CHAIR", "REVIEWER"))
                        .isPresent();
    }

    /** Whether an assignment is hers: it was given to her and neither taken back nor barred by a conflict. */
    public boolean holds(UUID assignment) {
        return holds(assignment, false);
    }

    /** Whether she may write the review of an assignment: it is hers, or its reviewer asked her to write for her. */
    public boolean writes(UUID assignment) {
        return holds(assignment, true);
    }

    /**
     * Whether she may see the reviews of a proposal, their scores and its discussion: who leads, and its reviewers as the
     * plan says.
     */
    public boolean seesReviews(ProposalId proposal) {
        return chairs(proposal)
                || (mayBid(proposal)
                        && Actor.person()
                                .filter(me -> jdbc.sql(OTHERS)
                                                .param("proposal", proposal.value())
                                                .param("me", me)
                                                .query(Integer.class)
                                                .single()
                                        > 0)
                                .isPresent());
    }

    /** Whether a conflict was declared by her and about her. */
    public boolean declared(UUID conflict) {
        return Actor.isSystem()
                || Actor.person()
                        .filter(me -> jdbc.sql("select count(*) from review_conflict where id = ? and person = ?"
                                                + " and kind = 'BY_REVIEWER'")
                                        .params(conflict, me)
                                        .query(Integer.class)
                                        .single()
                                > 0)
                        .isPresent();
    }

    private boolean holds(UUID assignment, boolean sub) {
        return Actor.isSystem()
                || Actor.person()
                        .filter(me -> jdbc.sql(HOLDS)
                                        .param("assignment", assignment)
                                        .param("me", me)
                                        .param("sub", sub)
                                        .query(Integer.class)
                                        .single()
                                > 0)
                        .isPresent();
    }

    private Optional<Standing> standing(ProposalId proposal) {
        return Actor.person()
                .flatMap(me -> jdbc.sql(STANDING)
                        .param("proposal", proposal.value())
                        .param("me", me)
                        .query((row, number) -> new Standing(
                                row.getObject(1, UUID.class), row.getString(2).equals("DRAFT"), row.getBoolean(3)))
                        .optional());
    }
}
