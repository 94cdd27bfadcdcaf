package org.caravanserai.review.assignment;

/** What comes of a problem: an assignment, or the reason why there is none. */
public sealed interface AssignmentOutcome permits AssignmentResult, Infeasibility {}
