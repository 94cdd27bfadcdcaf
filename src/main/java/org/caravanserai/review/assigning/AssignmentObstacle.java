package org.caravanserai.review.assigning;

import java.util.List;
import java.util.Optional;
import org.caravanserai.text.PersonName;

/**
 * Why there is no assignment, and the least that would have to give way.
 *
 * @param shortages groups that cannot have what they need, whatever the others get
 * @param allowances the smallest choice of exceptions after which there is an assignment
 * @param proved whether it is shown that fewer do not suffice
 * @param allowable whether {@link AssignmentRuns#allow} can go on with them; not while they touch a required group
 */
public record AssignmentObstacle(
        List<Shortage> shortages, List<Allowance> allowances, boolean proved, boolean allowable) {

    /**
     * A group that cannot have what it needs.
     *
     * @param ofWork whether reviewers lack proposals; else proposals lack reviewers
     * @param proposals the proposals in need, or those from which the reviewers could be served
     * @param reviewers the reviewers whose limits stand in the way, or those in need
     * @param group the group of whom alone there are too few; empty for all reviewers
     * @param needed how many reviews the group needs
     * @param available how many there can be
     */
    public record Shortage(
            boolean ofWork,
            List<ProposalWork> proposals,
            List<PersonName> reviewers,
            Optional<RequiredGroup> group,
            int needed,
            int available) {}

    /** One bound that would give way, and by how much. */
    public sealed interface Allowance {

        /** By how much. */
        int by();

        /** A proposal makes do with fewer reviews. */
        record FewerReviews(ProposalWork work, int by) implements Allowance {}

        /** A reviewer takes more. */
        record MoreLoad(PersonName name, int by) implements Allowance {}

        /** A reviewer may be given fewer. */
        record LowerLeast(PersonName name, int by) implements Allowance {}

        /** A proposal makes do without somebody out of a group. */
        record FewerOfGroup(ProposalWork work, RequiredGroup group, int by) implements Allowance {}
    }
}
