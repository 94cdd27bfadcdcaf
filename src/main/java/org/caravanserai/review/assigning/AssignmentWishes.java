package org.caravanserai.review.assigning;

/**
 * What an organiser asks of an assignment beside what the plan says.
 *
 * @param senior whether each proposal needs at least one reviewer who counts as experienced
 * @param bothSides whether each proposal needs at least one reviewer from Central Asia and one from Japan
 */
public record AssignmentWishes(AssignmentAim aim, boolean senior, boolean bothSides) {}
